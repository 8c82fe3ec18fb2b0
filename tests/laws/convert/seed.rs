//! The transcript that the vendor published, projected.

use conversation_core::{
    convert::Residue,
    model::{Conversation, GenesysConversation},
};
use genesys_chat_types::GetMessagesAnswer;

use super::rules::plain_to_proficient;

/// The published answer of Get Messages.
pub(crate) fn chat() -> GenesysConversation {
    let json = include_bytes!("../../fixtures/genesys/get-messages.response.json");
    let answer: GetMessagesAnswer = conversation_wire::decode(json).expect("the fixture decodes");
    let mut chat = GenesysConversation::new(answer.messages.expect("the fixture has events"));
    chat.chat_ended = answer.chat_ended;
    chat
}

#[test]
fn the_published_transcript_as_an_interaction() {
    let (value, residue) = plain_to_proficient().project(&chat()).expect("every event has an index");
    insta::assert_json_snapshot!("interaction", value);
    insta::assert_json_snapshot!("residue", Residue::from(residue.clone()));
    insta::assert_snapshot!("losses", lines(residue.losses()));
    assert_eq!(residue.restore(&value), Ok(chat()));
}

#[test]
fn the_published_transcript_with_its_notices_kept() {
    let mut rules = plain_to_proficient();
    rules.keep_notices = true;
    let (value, residue) = rules.project(&chat()).expect("every event has an index");
    let last: Vec<_> = value.messages.iter().map(|message| &*message.content).skip(8).collect();
    assert_eq!(last, ["agent will be with you shortly ...", "nickname", "http://push-url"]);
    insta::assert_snapshot!("losses_with_notices", lines(residue.losses()));
    assert_eq!(residue.restore(&value), Ok(chat()));
}

#[test]
fn the_published_transcript_as_a_model() {
    insta::assert_json_snapshot!("model", Conversation::from(chat()));
}

fn lines(losses: Vec<conversation_core::convert::Loss>) -> String {
    losses.iter().map(|loss| format!("{loss}\n")).collect()
}
