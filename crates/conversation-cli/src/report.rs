//! A conversation as one JSON document for programs: `ThreadReport` of `conversation schema`.

use conversation_core::{Completeness, Verdict};
use conversation_wire::Unreadable;
use genesys_chat_types::ChatEvent;
use proficient_types::{Interaction, Message, MessageId};
use serde::Serialize;

use crate::{
    escape,
    input::Kind,
    view::{BranchArg, ChatView, Defect, Fork, TreeView, Wanted},
};

/// The version of the document's shape. Fields may be added without a new one.
const VERSION: u32 = 2;

#[derive(Serialize)]
struct Report<'a, C> {
    version: u32,
    /// The kind of input that was recognised.
    input: &'static str,
    #[serde(flatten)]
    conversation: C,
    defects: &'a [Defect],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    unreadable: Vec<UnreadableReport<'a>>,
    repeated: usize,
    completeness: CompletenessReport<'a>,
}

/// Whether all of a conversation is here.
#[derive(Serialize)]
pub(crate) struct CompletenessReport<'a> {
    verdict: Verdict,
    #[serde(flatten)]
    report: &'a Completeness,
}

impl<'a> From<&'a Completeness> for CompletenessReport<'a> {
    fn from(completeness: &'a Completeness) -> Self {
        Self { verdict: completeness.verdict(), report: completeness }
    }
}

#[derive(Serialize)]
#[serde(tag = "conversation", rename = "chat")]
struct ChatReport<'a> {
    chat_id: Option<&'a str>,
    ended: Option<bool>,
    state: Option<&'a str>,
    participants: Vec<Participant<'a>>,
    thread: Vec<&'a ChatEvent>,
}

/// An item that could not be read.
#[derive(Serialize)]
struct UnreadableReport<'a> {
    path: &'a str,
    message: &'a str,
    /// The item as it came.
    json: &'a Unreadable,
}

impl<'a> From<&'a Unreadable> for UnreadableReport<'a> {
    fn from(item: &'a Unreadable) -> Self {
        Self { path: item.path(), message: item.error().message(), json: item }
    }
}

#[derive(Serialize)]
struct Participant<'a> {
    participant_id: i64,
    nicknames: &'a [&'a str],
    types: &'a [&'a str],
    events: usize,
    messages: usize,
}

#[derive(Serialize)]
#[serde(tag = "conversation", rename = "tree")]
struct TreeReport<'a> {
    interaction_id: Option<&'a str>,
    interaction: Option<&'a Interaction>,
    has_more: Option<bool>,
    branch: &'a str,
    thread: Vec<&'a Message>,
    branches: Vec<BranchReport<'a>>,
    elsewhere: Vec<&'a Message>,
    other_bodies: Vec<&'a Message>,
    new_message_below: Option<&'a MessageId>,
    can_be_asked: Vec<&'a MessageId>,
    can_be_asked_again: Vec<&'a MessageId>,
}

#[derive(Serialize)]
struct BranchReport<'a> {
    parent: Option<&'a str>,
    shown: &'a str,
    siblings: Vec<&'a str>,
}

/// The document of a chat.
pub(crate) fn chat(kind: Kind, view: &ChatView<'_>) -> String {
    let participants = view.parties.iter().map(|party| Participant {
        participant_id: party.id,
        nicknames: &party.nicknames,
        types: &party.types,
        events: party.events,
        messages: party.messages,
    });
    let unreadable = view.transcript.unreadable();
    let conversation = ChatReport {
        chat_id: view.chat.id.as_ref().map(|id| id.as_str()),
        ended: view.chat.ended,
        state: view.chat.state.as_ref().map(|state| state.as_str()),
        participants: participants.collect(),
        thread: view.events().collect(),
    };
    write(kind, conversation, &view.defects, unreadable.map(Into::into).collect(), view.repeated, &view.completeness)
}

/// The document of a tree.
pub(crate) fn tree(kind: Kind, view: &TreeView<'_>) -> String {
    let branches = view.thread.iter().filter_map(|node| {
        let fork = Fork::at(*node)?;
        Some(BranchReport {
            parent: node.parent().map(|parent| parent.id().as_str()),
            shown: node.id().as_str(),
            siblings: fork.siblings.iter().map(|sibling| sibling.id().as_str()).collect(),
        })
    });
    let unreadable = view.tree.messages.unreadable().iter();
    let conversation = TreeReport {
        interaction_id: view.interaction_id().map(|id| id.as_str()),
        interaction: view.tree.interaction.as_ref(),
        has_more: view.tree.has_more,
        branch: match view.wanted {
            Wanted::Branch(BranchArg::Latest) => "latest",
            Wanted::Branch(BranchArg::First) => "first",
            Wanted::Branch(BranchArg::Through(id)) => id.as_str(),
            Wanted::Chosen(_) => "chosen",
        },
        thread: view.thread.iter().filter_map(|node| node.message()).collect(),
        branches: branches.collect(),
        elsewhere: view.elsewhere().collect(),
        other_bodies: view.other_bodies().collect(),
        new_message_below: view.new_message_below(),
        can_be_asked: view.can_be_asked(false),
        can_be_asked_again: view.can_be_asked(true),
    };
    write(kind, conversation, &view.defects, unreadable.map(Into::into).collect(), view.repeated, &view.completeness)
}

fn write(
    kind: Kind,
    conversation: impl Serialize,
    defects: &[Defect],
    unreadable: Vec<UnreadableReport<'_>>,
    repeated: usize,
    completeness: &Completeness,
) -> String {
    let completeness = completeness.into();
    let report =
        Report { version: VERSION, input: kind.id(), conversation, defects, unreadable, repeated, completeness };
    // Keys are strings and nothing here fails to serialize, so there is nothing to fall back to.
    let mut text = escape::json(&serde_json::to_string_pretty(&report).unwrap_or_default());
    text.push('\n');
    text
}
