//! Losses are exactly what the value alone does not say.

use conversation_core::{
    Branch,
    convert::ToGenesys,
    model::{GenesysConversation, ProficientConversation},
};
use conversation_tests::strategy::{genesys_conversation, proficient_conversation};
use conversation_wire::Field;
use genesys_chat_types::ChatEventType;
use proficient_types::{InitialTurn, Interaction, InteractionFields, SentBy, Timestamp};
use proptest::{option, prelude::*, sample::Index};

use super::{
    projected,
    rules::{to_genesys, to_proficient},
};

proptest! {
    #![proptest_config(super::cases())]

    #[test]
    fn a_chat_loses_nothing_exactly_when_its_projection_alone_gives_it_back(
        chat in genesys_conversation(),
        rules in to_proficient(),
        change in option::weighted(0.8, 0u8..16),
        place in any::<Index>(),
    ) {
        let (mut value, mut residue) = projected(rules.project(&chat))?;
        let mut original = chat;
        // Few chats lose nothing. What is guessed from a projection does as a rule; one change to it loses one thing.
        if let Some(change) = change {
            original = rules.restore_lossy(&value).expect("a projection");
            change_chat(&mut original, change, place);
            (value, residue) = projected(rules.project(&original))?;
        }
        let alone = rules.restore_lossy(&value).expect("a projection") == original;
        prop_assert_eq!(residue.losses().is_empty(), alone, "{:?}", residue.losses());
    }

    #[test]
    fn an_interaction_loses_nothing_exactly_when_its_projection_alone_gives_it_back(
        conversation in proficient_conversation(),
        mut rules in to_genesys(),
        change in option::weighted(0.8, 0u8..16),
        place in any::<Index>(),
    ) {
        let (mut value, mut residue) = projected(rules.project(&conversation))?;
        let mut original = conversation;
        if let Some(change) = change {
            original = rules.restore_lossy(&value).expect("a projection");
            prop_assume!(!original.messages.is_empty());
            change_interaction(&mut original, change, place);
            rules.branch = Branch::Latest;
            (value, residue) = projected(rules.project(&original))?;
        }
        let alone = rules.restore_lossy(&value).expect("a projection") == original;
        prop_assert_eq!(residue.losses().is_empty(), alone, "{:?}", residue.losses());
    }

    #[test]
    fn what_is_guessed_from_an_interaction_is_projected_to_it_again(
        chat in genesys_conversation(),
        rules in to_proficient(),
    ) {
        let (value, _) = projected(rules.project(&chat))?;
        prop_assume!(!value.messages.is_empty());
        let guessed = rules.restore_lossy(&value).expect("a projection");
        let (again, residue) = rules.project(&guessed).expect("messages with indexes");
        prop_assert_eq!(again.messages, value.messages);
        prop_assert_eq!(residue.losses(), []);
    }

    #[test]
    fn what_is_guessed_from_a_chat_is_projected_to_it_again(conversation in proficient_conversation()) {
        let rules = ToGenesys::new("chat".into());
        let (value, _) = projected(rules.project(&conversation))?;
        let guessed = rules.restore_lossy(&value).expect("a projection");
        // A sender called as a type of participant is guessed to be another; then no two are told apart.
        prop_assume!(value.events.iter().all(|event| {
            let sender = match event.from.type_.as_str() {
                "Client" => SentBy::User,
                "External" => SentBy::Agent,
                other => other.into(),
            };
            event.from.nickname == sender.as_str()
        }));
        let (again, residue) = rules.project(&guessed).expect("messages");
        prop_assert_eq!(again, value);
        prop_assert_eq!(residue.losses(), []);
    }
}

/// Changes one thing, or nothing.
fn change_chat(chat: &mut GenesysConversation, change: u8, place: Index) {
    match change {
        0 => chat.chat_id = None,
        1 => chat.chat_ended = Some(false),
        _ => {}
    }
    if chat.events.is_empty() {
        return;
    }
    let at = place.index(chat.events.len());
    let event = &mut chat.events[at];
    match change {
        2 => event.text = None,
        3 => event.message_type = Some(String::new()),
        4 => event.user_data = Some(Default::default()),
        5 => event.event_attributes = Some(Default::default()),
        6 => drop(event.extra.insert("mood", "calm")),
        7 => event.type_ = ChatEventType::Notice,
        8 => event.from.nickname.push('.'),
        9 => {
            let from = event.from.clone();
            for event in chat.events.iter_mut().filter(|event| event.from == from) {
                event.from.nickname.push('.');
            }
        }
        10 => chat.events.swap(0, at),
        11 => {
            let event = event.clone();
            chat.events.as_mut_vec().insert(at, event);
        }
        12 => {
            let mut event = event.clone();
            event.type_ = ChatEventType::ParticipantJoined;
            chat.events.push(event);
        }
        _ => {}
    }
}

/// Changes one thing, or nothing.
fn change_interaction(conversation: &mut ProficientConversation, change: u8, place: Index) {
    let at = place.index(conversation.messages.len());
    let message = &mut conversation.messages[at];
    match change {
        0 => message.depth = -1,
        1 => message.object = "draft".into(),
        2 => drop(message.extra.insert("mood", "calm")),
        3 => message.interaction_id = "int_2".into(),
        4 => conversation.messages.iter_mut().for_each(|message| message.interaction_id = "int_2".into()),
        // As a guess has it, a root is without a parent, not with a null one.
        5 => conversation.messages[0].parent_id = Field::Null,
        6 => conversation.messages[0].parent_id = Field::Value("msg_missing".into()),
        7 => conversation.messages.iter_mut().for_each(|message| message.sent_by = SentBy::User),
        8 => conversation.messages.swap(0, at),
        9 => {
            let message = message.clone();
            conversation.messages.as_mut_vec().insert(at, message);
        }
        10 => {
            let mut message = message.clone();
            message.id = "msg_other".into();
            message.created_at = Timestamp::MIN;
            conversation.messages.push(message);
        }
        11 => {
            let (agent, user, time) = ("ag_1".into(), "u_1".into(), Timestamp::MIN);
            let id = conversation.messages[0].interaction_id.clone();
            let turn = InitialTurn::User;
            conversation.interaction = Some(Interaction::new(InteractionFields {
                id,
                agent_id: agent,
                archived: false,
                created_at: time,
                initial_turn: turn,
                name: None,
                total_message_count: 0,
                updated_at: time,
                user_id: user,
            }));
        }
        12 => {
            let last = conversation.messages.len() - 1;
            conversation.messages[last].id = "msg_last".into();
        }
        _ => {}
    }
}
