//! The way back: the input, from what it was converted to and what was kept beside that.

use conversation_core::{
    convert::Residue,
    model::{Conversation, GenesysConversation, ProficientConversation},
};
use conversation_wire::{Extra, List, decode_exactly_as};
use genesys_chat_types::ChatEvent;
use proficient_types::{InteractionCreated, Message};
use serde::{Serialize, de::DeserializeOwned};

use super::{Kept, Target, write_json};
use crate::input::{Content, Frame, Kind, Layout, Refusal, Shell};

/// Appends the input that became the value in `frame`, in the layout that it had.
pub(crate) fn restore(frame: Frame<'_>, kept: Kept<Extra>, out: &mut Vec<u8>) -> Result<(), Refusal> {
    let kind = kept.kind()?;
    let content = content(frame, &kept)?;
    let shell = kept.document.map(|document| Shell::read(kind, document)).transpose();
    let shell = shell.map_err(|_| Refusal::Other("the residue's document is not of its kind"))?;
    write(kind, kept.layout, content, shell, out)
}

/// The conversation on the side that it came from.
fn content(frame: Frame<'_>, kept: &Kept<Extra>) -> Result<Content, Refusal> {
    let content = match kept.to {
        Target::Proficient => Content::Tree(read::<ProficientConversation>("ProficientConversation", frame)?),
        Target::Genesys => Content::Chat(read::<GenesysConversation>("GenesysConversation", frame)?),
        Target::Model => {
            let model: Conversation = read("Conversation", frame)?;
            match GenesysConversation::try_from(model.clone()) {
                Ok(chat) => Content::Chat(chat),
                Err(_) => Content::Tree(model.try_into().map_err(Refusal::Model)?),
            }
        }
    };
    let content = match (content, &kept.residue) {
        (Content::Tree(tree), Some(Residue::Genesys(residue))) => {
            Content::Chat(residue.restore(&tree).map_err(Refusal::Restore)?)
        }
        (Content::Chat(chat), Some(Residue::Proficient(residue))) => {
            Content::Tree(residue.restore(&chat).map_err(Refusal::Restore)?)
        }
        (content, None) => content,
        _ => return Err(Refusal::Other("the residue is of another conversation")),
    };
    // A residue that was edited restores something, but not what was converted.
    let same = match (&content, &kept.fingerprint) {
        (Content::Chat(chat), Some(fingerprint)) => fingerprint.check_chat(chat),
        (Content::Tree(tree), Some(fingerprint)) => fingerprint.check_interaction(tree),
        (_, None) => return Err(Refusal::Other("the residue does not say what it is of")),
    };
    same.map_err(Refusal::Restore).map(|()| content)
}

fn read<T: DeserializeOwned>(name: &'static str, frame: Frame<'_>) -> Result<T, Refusal> {
    decode_exactly_as(name, frame.bytes).map_err(|error| Refusal::Decode { begin: frame.begin, error })
}

/// Writes the input as it was.
fn write(kind: Kind, layout: Layout, content: Content, shell: Option<Shell>, out: &mut Vec<u8>) -> Result<(), Refusal> {
    let odd = || Refusal::Other("the residue is not of the kind of input that it names");
    match (kind, content, shell) {
        (Kind::GetMessages, Content::Chat(chat), Some(Shell::GetMessages(mut answer))) => {
            answer.chat_ended = chat.chat_ended;
            put(&mut answer.messages, chat.events).ok_or_else(odd)?;
            write_json(&answer, layout, out)
        }
        (Kind::RequestChat, Content::Chat(chat), Some(Shell::RequestChat(mut answer))) => {
            answer.chat_id = chat.chat_id;
            put(&mut answer.messages, chat.events).ok_or_else(odd)?;
            write_json(&answer, layout, out)
        }
        (Kind::OperateChat, Content::Chat(chat), Some(Shell::OperateChat(mut answer))) => {
            answer.chat_ended = chat.chat_ended;
            put(&mut answer.messages, chat.events).ok_or_else(odd)?;
            write_json(&answer, layout, out)
        }
        (Kind::MessagesPage, Content::Tree(tree), Some(Shell::Page(mut page))) => {
            page.data = tree.messages;
            write_json(&page, layout, out)
        }
        (Kind::InteractionCreated, Content::Tree(tree), shell) => {
            let mut created = InteractionCreated::new(tree.interaction.ok_or_else(odd)?, tree.messages);
            if let Some(Shell::Extra(extra)) = shell {
                created.extra = extra;
            }
            write_json(&created, layout, out)
        }
        (Kind::EventArray, Content::Chat(chat), None) => write_json(&chat.events, layout, out),
        (Kind::MessageArray, Content::Tree(tree), None) => write_json(&tree.messages, layout, out),
        (Kind::EventLines(_), Content::Chat(chat), None) => chat.events.iter().for_each(|event: &ChatEvent| {
            write_json(event, layout, out);
        }),
        (Kind::MessageLines(_), Content::Tree(tree), None) => tree.messages.iter().for_each(|message: &Message| {
            write_json(message, layout, out);
        }),
        (Kind::ChatDocument, Content::Chat(chat), shell) => write_json(&with_extra(&chat, shell), layout, out),
        (Kind::InteractionDocument, Content::Tree(tree), shell) => write_json(&with_extra(&tree, shell), layout, out),
        (Kind::Model, _, Some(Shell::Model(model))) => write_json(&model, layout, out),
        (Kind::Model, content, None) => write_json(&content.into_model(), layout, out),
        _ => return Err(odd()),
    }
    Ok(())
}

/// Puts the items back into the list that they were taken out of.
fn put<T>(list: &mut Option<List<T>>, items: List<T>) -> Option<()> {
    match list {
        Some(list) => *list = items,
        None => return items.is_wholly_empty().then_some(()),
    }
    Some(())
}

/// A document and the fields of it that its type does not know.
#[derive(Serialize)]
struct WithExtra<'a, T> {
    #[serde(flatten)]
    document: &'a T,
    #[serde(flatten)]
    extra: Option<Shell>,
}

fn with_extra<T>(document: &T, extra: Option<Shell>) -> WithExtra<'_, T> {
    WithExtra { document, extra }
}
