//! Any conversation of either side, through the model and to the other side and back.

mod chat;
mod interaction;
mod rules;
mod stored;

use conversation_core::{
    convert::Residue,
    model::{Conversation, GenesysConversation, ProficientConversation},
};
use serde::{Serialize, de::DeserializeOwned};

use super::{bytes::Bytes, make};

/// More than these make nothing happen that fewer do not.
const MOST: usize = 16;

/// JSON of either side, of a model, or of a residue with its value; or bytes that make a conversation of either side.
pub fn convert(data: &[u8]) {
    if data.first() == Some(&b'{') {
        json(data);
        return;
    }
    let mut bytes = Bytes::new(data);
    if bytes.once_in(2) {
        let rules = rules::to_proficient(&mut bytes);
        let mut chat = GenesysConversation::new(Vec::new());
        chat.chat_id = bytes.pick(&[None, Some("chat"), Some("chat"), Some("other")]).map(Into::into);
        chat.chat_ended = bytes.pick(&[None, Some(false), Some(true)]);
        let change = [bytes.byte(), bytes.byte(), bytes.byte()];
        while !bytes.is_empty() && chat.events.len() < MOST {
            chat.events.push(make::event(&mut bytes));
        }
        chat::laws(&chat, &rules, change);
    } else {
        let rules = rules::to_genesys(&mut bytes);
        let mut conversation = ProficientConversation::new(Vec::new());
        conversation.interaction = if bytes.once_in(2) { Some(make::interaction(&mut bytes)) } else { None };
        let change = [bytes.byte(), bytes.byte(), bytes.byte()];
        while !bytes.is_empty() && conversation.messages.len() < MOST {
            conversation.messages.push(make::message(&mut bytes, 8));
        }
        interaction::laws(&conversation, &rules, change);
    }
}

fn json(text: &[u8]) {
    // What stores a conversation puts it some levels deeper, and serde_json reads no deeper than 127.
    if depth(text) > 100 {
        return;
    }
    let change =
        [text.len() as u8, (text.len() >> 8) as u8, text.iter().fold(0, |sum: u8, byte| sum.wrapping_add(*byte))];
    if let Ok(chat) = serde_json::from_slice::<GenesysConversation>(text) {
        for mut rules in rules::all_to_proficient() {
            rules.chat_id = chat.chat_id.clone().unwrap_or(rules.chat_id);
            chat::laws(&chat, &rules, change);
        }
    }
    if let Ok(conversation) = serde_json::from_slice::<ProficientConversation>(text) {
        for rules in rules::all_to_genesys() {
            interaction::laws(&conversation, &rules, change);
        }
    }
    if let Ok(model) = serde_json::from_slice::<Conversation>(text) {
        stored::model(model);
    }
    if let Ok(residue) = serde_json::from_slice(text) {
        stored::residue(residue);
    }
}

/// How deep lists and objects nest at most.
fn depth(text: &[u8]) -> usize {
    let (mut depth, mut deepest) = (0usize, 0);
    for byte in text {
        match byte {
            b'[' | b'{' => depth += 1,
            b']' | b'}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        deepest = deepest.max(depth);
    }
    deepest
}

/// Written and read again, which changes nothing.
fn through_json<T: Serialize + DeserializeOwned>(value: &T) -> T {
    let text = serde_json::to_string(value).expect("what is stored encodes");
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("what was encoded decodes: {error}"))
}

fn through_store(residue: impl Into<Residue>) -> Residue {
    let residue = residue.into();
    let again = through_json(&residue);
    assert_eq!(again, residue);
    assert_eq!(again.losses(), residue.losses());
    again
}

/// What holds of the neutral form of any conversation.
fn model_laws(model: &Conversation) {
    assert_eq!(through_json(model), *model);
    let mut authors: Vec<usize> = model.entries.iter().map(|entry| entry.author).collect();
    authors.sort_unstable();
    authors.dedup();
    assert!(authors.into_iter().eq(0..model.participants.len()), "a participant is nobody's author, or not there");
    for (place, participant) in model.participants.iter().enumerate() {
        assert!(!model.participants[..place].contains(participant), "a participant is there twice");
    }
}
