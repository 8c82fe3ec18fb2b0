//! What was read of a conversation, and what was not.

use std::fmt;

use conversation_wire::{Extra, Unreadable};
use proficient_types::{Interaction, InteractionId, Message, MessageId};
use serde::{Deserialize, Serialize};

use super::Gap;
use crate::{Forest, Pager, Transcript, TranscriptCursor, TranscriptEnd, TranscriptItem, open::open_enum};

/// Whether everything of a conversation was received, and the gaps if not.
///
/// ```
/// use conversation_core::{Completeness, Forest, Gap, Verdict};
/// use proficient_types::{InteractionId, Message, MessageId, SentBy, Timestamp};
///
/// let (id, interaction) = (MessageId::new("msg_2"), InteractionId::new("int_1"));
/// let mut answer = Message::new(id, "Gladly.", Timestamp::from_millis(0), 1, interaction, SentBy::Agent);
/// answer.parent_id = MessageId::new("msg_1").into();
///
/// let completeness = Completeness::of_forest(&Forest::build([answer]).0, None);
/// assert_eq!(completeness.verdict(), Verdict::Incomplete);
/// assert_eq!(
///     completeness.to_string(),
///     "incomplete: 1 message\n\
///      - msg_1 is missing (the parent of 1 message)\n\
///      - the number of messages is unknown: fetch the interaction and compare"
/// );
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Completeness {
    /// What was read.
    #[serde(alias = "of")]
    pub kind: ItemKind,
    /// How much of it there is, repetitions counted once.
    #[serde(alias = "held")]
    pub received: u64,
    /// What is missing, or may be.
    pub gaps: Vec<Gap>,
    /// Fields that this version does not know, kept as they came.
    #[serde(flatten)]
    pub extra: Extra,
}

open_enum! {
    /// What was read.
    pub enum ItemKind as "ItemKind" {
        /// Messages of an interaction.
        Messages = "messages",
        /// Interactions of a user.
        Interactions = "interactions",
        /// Events of a chat.
        Events = "events",
    }
}

/// Whether all of a conversation was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Verdict {
    /// All of it was.
    Complete,
    /// Nothing is known to be missing, but it is unknown whether this is everything: the chat is ongoing, for example, or the
    /// number of messages is unknown.
    Open,
    /// Something is missing.
    Incomplete,
}

impl Completeness {
    /// Of a walk over the messages of an interaction, which made `forest`.
    ///
    /// It is complete when the walk came to the last page, when the interaction counts as many messages as there are,
    /// when every parent is among them, and when every message is as deep as it says.
    ///
    /// Fetch `interaction` after the walk: messages that arrive in between are counted then. Messages of other
    /// interactions do not count.
    pub fn of_messages(walk: &Pager<MessageId>, forest: &Forest, interaction: Option<&Interaction>) -> Self {
        let mut completeness = Self::of_forest(forest, interaction);
        if walk.saw_deletion() {
            completeness.gaps.push(Gap::Deleted);
        }
        if let Some(fault) = walk.fault() {
            completeness.gaps.insert(0, Gap::Cut { fault: fault.clone() });
        }
        if let Some(after) = walk.unfinished() {
            completeness.gaps.insert(0, Gap::Unfinished { after: after.cloned() });
        }
        completeness
    }

    /// Of messages that came in another way than page by page.
    pub fn of_forest(forest: &Forest, interaction: Option<&Interaction>) -> Self {
        let mut gaps = Vec::new();
        let mut received = 0u64;
        for node in forest.nodes() {
            match node.message() {
                Some(message) => {
                    received +=
                        u64::from(interaction.is_none_or(|interaction| interaction.id == message.interaction_id));
                    gaps.extend(depth(forest, message));
                }
                None => {
                    gaps.push(Gap::Parent { message: node.id().clone(), children: node.children().len() as u64 });
                }
            }
        }
        gaps.extend(count(received, interaction));
        Self { kind: ItemKind::Messages, received, gaps, extra: Extra::new() }
    }

    /// Of a walk over a user's interactions, which brought `received` different ones.
    ///
    /// It is complete when the walk came to the last page. The list is newest first: what began after the walk did is not
    /// in it, and nothing counts interactions.
    pub fn of_interactions(walk: &Pager<InteractionId>, received: u64) -> Self {
        let unfinished = walk.unfinished().map(|after| Gap::ListUnfinished { after: after.cloned() });
        let cut = walk.fault().map(|fault| Gap::ListCut { fault: fault.clone() });
        let gaps = unfinished.into_iter().chain(cut).collect();
        Self { kind: ItemKind::Interactions, received, gaps, extra: Extra::new() }
    }

    /// Of a walk along the transcript of a chat.
    ///
    /// It is complete when the chat has ended, when an answer after that brought nothing new, and when there is an event
    /// at every position from 1 to the highest.
    pub fn of_transcript_cursor(cursor: &TranscriptCursor) -> Self {
        let mut gaps: Vec<_> =
            cursor.gaps().map(|gap| Gap::Positions { first: *gap.start(), last: *gap.end() }).collect();
        gaps.extend(match cursor.end() {
            Some(TranscriptEnd::ChatEnded) => None,
            Some(end) => Some(Gap::Stopped { end: end.clone() }),
            None if cursor.chat_ended() => Some(Gap::Unconfirmed),
            None => Some(Gap::ChatGoesOn),
        });
        let received = cursor.events().saturating_sub(cursor.unreadable());
        let mut completeness = Self { kind: ItemKind::Events, received, gaps, extra: Extra::new() };
        // Those with an index fill their positions, and the others may be what stood in a gap.
        let without_index = cursor.unreadable_without_index();
        completeness.add_unreadable(cursor.unreadable(), without_index);
        completeness
    }

    /// Of events that came in another way than answer by answer. `chat_ended` is whether the chat has ended; `None` where
    /// that is not known.
    pub fn of_transcript(transcript: &Transcript, chat_ended: impl Into<Option<bool>>) -> Self {
        let gap = |entry: &TranscriptItem| match entry {
            TranscriptItem::Gap { first, last } => Some(Gap::Positions { first: *first, last: *last }),
            TranscriptItem::Event(_) | TranscriptItem::Unreadable(_) => None,
        };
        let mut gaps: Vec<_> = transcript.items().iter().filter_map(gap).collect();
        let unreadable = transcript.unreadable().count() as u64;
        if unreadable > 0 {
            gaps.push(Gap::Unreadable { items: unreadable });
        }
        match chat_ended.into() {
            Some(true) => {}
            Some(false) => gaps.push(Gap::ChatGoesOn),
            None => gaps.push(Gap::EndUnknown),
        }
        Self { kind: ItemKind::Events, received: transcript.events().count() as u64, gaps, extra: Extra::new() }
    }

    /// The same report with the items that could not be read: they were received, so no gap is their place.
    ///
    /// A parent whose id is the id of an unreadable message is not missing, nor is a position that is the index of an
    /// unreadable event, nor as many messages or positions as there are unreadable items without an id or index.
    #[must_use]
    pub fn with_unreadable(mut self, unreadable: &[Unreadable]) -> Self {
        let mut unnamed = 0;
        for item in unreadable {
            match self.kind {
                ItemKind::Messages => match item.string("id") {
                    Some(id) => {
                        self.gaps.retain(|gap| !matches!(gap, Gap::Parent { message, .. } if message.as_str() == id))
                    }
                    None => unnamed += 1,
                },
                ItemKind::Events => match item.integer("index") {
                    Some(index) => self.fill(index),
                    None => unnamed += 1,
                },
                _ => {}
            }
        }
        self.add_unreadable(unreadable.len() as u64, unnamed);
        self
    }

    /// Adds unreadable items, of which `unnamed` may be anything that is missing.
    fn add_unreadable(&mut self, items: u64, unnamed: u64) {
        if items == 0 {
            return;
        }
        let mut parents = unnamed;
        let mut positions = unnamed;
        for gap in &mut self.gaps {
            match gap {
                Gap::Short { missing, .. } => *missing = missing.saturating_sub(items),
                Gap::Positions { first, last } => {
                    let length = u64::try_from(last.saturating_sub(*first)).unwrap_or(u64::MAX).saturating_add(1);
                    let filled = length.min(positions);
                    positions -= filled;
                    *first = first.saturating_add(i64::try_from(filled).unwrap_or(i64::MAX));
                }
                _ => {}
            }
        }
        self.gaps.retain(|gap| match gap {
            Gap::Short { missing, .. } => *missing > 0,
            Gap::Positions { first, last } => first <= last,
            Gap::Parent { .. } => {
                let is_one_of_them = parents > 0;
                parents = parents.saturating_sub(1);
                !is_one_of_them
            }
            _ => true,
        });
        self.gaps.push(Gap::Unreadable { items });
    }

    /// Takes a position out of the gap that contains it.
    fn fill(&mut self, position: i64) {
        let gap = self
            .gaps
            .iter()
            .position(|gap| matches!(gap, Gap::Positions { first, last } if (*first..=*last).contains(&position)));
        if let Some(at) = gap
            && let Some(Gap::Positions { first, last }) = self.gaps.get(at).cloned()
        {
            let around = [(first, position.saturating_sub(1)), (position.saturating_add(1), last)];
            let around = around.into_iter().filter(|(first, last)| first <= last);
            let around = around.map(|(first, last)| Gap::Positions { first, last });
            self.gaps.splice(at..=at, around);
        }
    }

    /// Whether all of it was read.
    pub fn verdict(&self) -> Verdict {
        match self.gaps.iter().map(Gap::is_missing).max() {
            None => Verdict::Complete,
            Some(false) => Verdict::Open,
            Some(true) => Verdict::Incomplete,
        }
    }
}

/// Whether the message is as deep as its parent's depth makes it. Of a missing parent nothing can be said.
fn depth(forest: &Forest, message: &Message) -> Option<Gap> {
    let expected = match message.parent() {
        None => Some(0),
        // Nothing is deeper than a parent at `i64::MAX`.
        Some(parent) => forest.get(parent)?.message()?.depth.checked_add(1),
    };
    let gap =
        || Gap::Depth { message: message.id.clone(), depth: message.depth, expected: expected.unwrap_or(i64::MAX) };
    (expected != Some(message.depth)).then(gap)
}

/// Whether there are as many messages as the interaction counts.
fn count(received: u64, interaction: Option<&Interaction>) -> Option<Gap> {
    let Some(interaction) = interaction else { return Some(Gap::Uncounted) };
    let counted = interaction.total_message_count;
    match u64::try_from(counted).unwrap_or(0).checked_sub(received) {
        Some(0) if counted >= 0 => None,
        Some(missing) if missing > 0 => Some(Gap::Short { counted, missing }),
        _ => Some(Gap::Surplus { counted, received }),
    }
}

impl fmt::Display for Completeness {
    /// The verdict and how much there is, then a line for each gap.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.verdict() {
            Verdict::Complete => "complete: ",
            Verdict::Open => "not known to be complete: ",
            Verdict::Incomplete => "incomplete: ",
        })?;
        match (&self.kind, self.received) {
            (ItemKind::Messages, 1) => f.write_str("1 message")?,
            (ItemKind::Interactions, 1) => f.write_str("1 interaction")?,
            (ItemKind::Events, 1) => f.write_str("1 event")?,
            (kind, received) => write!(f, "{received} {kind}")?,
        }
        for gap in &self.gaps {
            write!(f, "\n- {gap}")?;
        }
        Ok(())
    }
}
