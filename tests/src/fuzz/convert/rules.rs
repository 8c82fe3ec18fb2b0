//! Rules of projection, sensible and not.

use conversation_core::{
    Branch, Choices,
    convert::{ToGenesys, ToProficient},
};
use genesys_chat_types::ParticipantType;
use proficient_types::SentBy;

use crate::fuzz::{bytes::Bytes, make::message_id};

/// Into the interaction `int_1`, by any rules.
pub(super) fn to_proficient(bytes: &mut Bytes<'_>) -> ToProficient {
    let mut rules = ToProficient::new("chat".into(), "int_1".into(), "ag_1".into(), "u_1".into());
    match bytes.below(5) {
        1 => rules.roles.clear(),
        2 => drop(rules.roles.remove(&ParticipantType::Agent)),
        3 => {
            rules.roles.insert("Robot".into(), "supervisor".into());
            rules.roles.insert("user".into(), SentBy::Agent);
        }
        _ => {}
    }
    rules.keep_notices = bytes.once_in(2);
    rules
}

/// Into the chat `chat`, by any rules.
pub(super) fn to_genesys(bytes: &mut Bytes<'_>) -> ToGenesys {
    let mut rules = ToGenesys::new("chat".into());
    rules.branch = match bytes.below(5) {
        0 | 1 => Branch::Latest,
        2 => Branch::First,
        3 => Branch::Chosen(Choices::new()),
        _ => Branch::Through(message_id(bytes.below(9))),
    };
    match bytes.below(5) {
        1 => rules.types.clear(),
        2 => drop(rules.types.insert(SentBy::Agent, ParticipantType::Agent)),
        // Two senders of one type: the type alone does not say who it was.
        3 => drop(rules.types.insert(SentBy::Agent, ParticipantType::Client)),
        _ => {}
    }
    if bytes.once_in(2) {
        rules.nicknames.insert(SentBy::User, "Ada".into());
    }
    rules
}

/// A few rules, for chats that leave no bytes to choose by.
pub(super) fn all_to_proficient() -> impl Iterator<Item = ToProficient> {
    [[0, 0], [1, 1], [3, 1]].into_iter().map(|choice| to_proficient(&mut Bytes::new(&choice)))
}

/// A few rules, for interactions that leave no bytes to choose by.
pub(super) fn all_to_genesys() -> impl Iterator<Item = ToGenesys> {
    [[0, 0, 0], [2, 3, 1], [0, 1, 0]].into_iter().map(|choice| to_genesys(&mut Bytes::new(&choice)))
}
