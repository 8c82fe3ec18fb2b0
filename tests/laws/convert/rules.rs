//! Rules of projection, sensible and not.

use conversation_core::{
    Branch,
    convert::{ToGenesys, ToProficient},
};
use genesys_chat_types::ParticipantType;
use proficient_types::{AgentId, InteractionId, MessageId, SentBy, UserId};
use proptest::{prelude::*, sample::select};

/// Into the interaction `int_1`, by the rules that hold unless they are changed.
pub(crate) fn plain_to_proficient() -> ToProficient {
    ToProficient::new("chat".into(), InteractionId::new("int_1"), AgentId::new("ag_1"), UserId::new("u_1"))
}

/// Into an interaction, by any rules.
pub(crate) fn to_proficient() -> impl Strategy<Value = ToProficient> {
    (0u8..5, any::<bool>()).prop_map(|(roles, keep_notices)| {
        let mut rules = plain_to_proficient();
        match roles {
            0 => {
                rules.roles.clear();
            }
            1 => {
                rules.roles.remove(&ParticipantType::Agent);
            }
            2 => {
                rules.roles.insert("Robot".into(), "supervisor".into());
                rules.roles.insert("user".into(), SentBy::Agent);
            }
            _ => {}
        }
        rules.keep_notices = keep_notices;
        rules
    })
}

/// Into the chat `chat`, by any rules.
pub(crate) fn to_genesys() -> impl Strategy<Value = ToGenesys> {
    let branch = prop_oneof![
        4 => Just(Branch::Latest),
        2 => Just(Branch::First),
        1 => select(vec!["msg_0", "msg_1", "msg_3", "msg_missing"]).prop_map(|id| Branch::Through(MessageId::new(id))),
    ];
    (branch, 0u8..5, any::<bool>()).prop_map(|(branch, types, nickname)| {
        let mut rules = ToGenesys::new("chat".into());
        rules.branch = branch;
        match types {
            0 => rules.types.clear(),
            1 => {
                rules.types.insert(SentBy::Agent, ParticipantType::Agent);
            }
            // Two senders of one type: the type alone does not say who it was.
            2 => {
                rules.types.insert(SentBy::Agent, ParticipantType::Client);
            }
            _ => {}
        }
        if nickname {
            rules.nicknames.insert(SentBy::User, "Ada".into());
        }
        rules
    })
}
