//! Value and residue give the original back, and no other value does.

use conversation_core::{
    convert::{GenesysResidue, ProficientResidue, Residue, RestoreFault},
    model::{GenesysConversation, ProficientConversation},
};
use conversation_tests::strategy::{events, genesys_conversation, messages, proficient_conversation};
use conversation_wire::Field;
use genesys_chat_types::ChatEventType;
use proptest::{prelude::*, sample::Index};

use super::{
    projected,
    rules::{to_genesys, to_proficient},
};

fn stored(residue: impl Into<Residue>) -> Residue {
    let json = serde_json::to_string(&residue.into()).expect("a residue encodes");
    serde_json::from_str(&json).expect("what was encoded decodes")
}

fn stored_genesys(residue: GenesysResidue) -> GenesysResidue {
    match stored(residue) {
        Residue::Genesys(residue) => residue,
        other => panic!("{other:?}"),
    }
}

fn stored_proficient(residue: ProficientResidue) -> ProficientResidue {
    match stored(residue) {
        Residue::Proficient(residue) => residue,
        other => panic!("{other:?}"),
    }
}

proptest! {
    #![proptest_config(super::cases())]

    #[test]
    fn a_chat_is_restored_from_its_projection_and_the_stored_residue(
        chat in genesys_conversation(),
        rules in to_proficient(),
    ) {
        let (value, residue) = projected(rules.project(&chat))?;
        prop_assert_eq!(residue.restore(&value), Ok(chat.clone()));
        let stored = stored_genesys(residue.clone());
        prop_assert_eq!(&stored, &residue);
        prop_assert_eq!(stored.restore(&value), Ok(chat));
    }

    #[test]
    fn an_interaction_is_restored_from_its_projection_and_the_stored_residue(
        conversation in proficient_conversation(),
        rules in to_genesys(),
    ) {
        let (value, residue) = projected(rules.project(&conversation))?;
        prop_assert_eq!(residue.restore(&value), Ok(conversation.clone()));
        let stored = stored_proficient(residue.clone());
        prop_assert_eq!(&stored, &residue);
        prop_assert_eq!(stored.restore(&value), Ok(conversation));
    }

    #[test]
    fn a_changed_interaction_is_not_restored(
        events in events(1..8),
        rules in to_proficient(),
        change in 0u8..18,
        place in any::<Index>(),
        foreign in messages(1),
    ) {
        let (value, residue) = projected(rules.project(&GenesysConversation::new(events)))?;
        let mut changed = value.clone();
        let added = change_interaction(&mut changed, change, place, foreign);
        match residue.restore(&changed) {
            Ok(_) => prop_assert_eq!(changed, value),
            Err(error) => {
                prop_assert_ne!(&changed, &value);
                prop_assert_ne!(error.fault, RestoreFault::Residue);
                if added {
                    prop_assert_eq!((error.at, error.fault), (Some(value.messages.len()), RestoreFault::Added));
                }
            }
        }
    }

    #[test]
    fn a_changed_chat_is_not_restored(
        messages in messages(1..8),
        rules in to_genesys(),
        change in 0u8..18,
        place in any::<Index>(),
        foreign in events(1),
    ) {
        let (value, residue) = projected(rules.project(&ProficientConversation::new(messages)))?;
        let mut changed = value.clone();
        let added = change_chat(&mut changed, change, place, foreign);
        match residue.restore(&changed) {
            Ok(_) => prop_assert_eq!(changed, value),
            Err(error) => {
                prop_assert_ne!(&changed, &value);
                prop_assert_ne!(error.fault, RestoreFault::Residue);
                if added {
                    prop_assert_eq!((error.at, error.fault), (Some(value.events.len()), RestoreFault::Added));
                }
            }
        }
    }

    #[test]
    fn a_residue_restores_no_other_conversation(
        chats in (events(0..4), events(0..4)),
        interactions in (messages(0..4), messages(0..4)),
        to_proficient in to_proficient(),
        to_genesys in to_genesys(),
    ) {
        let [one, other] = [chats.0, chats.1].map(GenesysConversation::new);
        let (value, residue) = projected(to_proficient.project(&one))?;
        let (another, _) = projected(to_proficient.project(&other))?;
        match residue.restore(&another) {
            Ok(restored) => prop_assert_eq!((another, restored), (value, one)),
            Err(_) => prop_assert_ne!(another, value),
        }
        let [one, other] = [interactions.0, interactions.1].map(ProficientConversation::new);
        let (value, residue) = projected(to_genesys.project(&one))?;
        let (another, _) = projected(to_genesys.project(&other))?;
        match residue.restore(&another) {
            Ok(restored) => prop_assert_eq!((another, restored), (value, one)),
            Err(_) => prop_assert_ne!(another, value),
        }
    }
}

/// Changes one thing; says whether that was to add something at the end.
fn change_interaction(
    value: &mut ProficientConversation,
    change: u8,
    place: Index,
    foreign: Vec<proficient_types::Message>,
) -> bool {
    let count = value.messages.len();
    if count == 0 {
        value.messages = foreign.into();
        return true;
    }
    let at = place.index(count);
    let message = &mut value.messages[at];
    match change {
        0 => message.content.push('.'),
        1 => message.content.clear(),
        2 => message.created_at = conversation_wire::Timestamp::from_millis(7),
        3 => message.id = "msg_chat_7".into(),
        4 => message.id = "msg_7".into(),
        5 => message.sent_by = "user".into(),
        6 => message.parent_id = Field::Null,
        7 => message.depth = message.depth.wrapping_add(1),
        8 => drop(message.extra.insert("mood", "calm")),
        9 => message.object = "draft".into(),
        10 => message.interaction_id = "int_2".into(),
        11 => drop(value.messages.as_mut_vec().remove(at)),
        12 => value.messages.swap(0, at),
        13 => {
            let message = message.clone();
            value.messages.as_mut_vec().insert(at, message);
        }
        14 => {
            value.messages.extend(foreign);
            return true;
        }
        15 => value.interaction = None,
        16 => {
            if let Some(interaction) = &mut value.interaction {
                interaction.name = Some("Order 66".into());
            }
        }
        _ => {}
    }
    false
}

/// Changes one thing; says whether that was to add something at the end.
fn change_chat(
    value: &mut GenesysConversation,
    change: u8,
    place: Index,
    mut foreign: Vec<genesys_chat_types::ChatEvent>,
) -> bool {
    let at = place.index(value.events.len());
    let event = &mut value.events[at];
    match change {
        0 => event.text.get_or_insert_default().push('.'),
        1 => event.text = Some(String::new()),
        2 => event.text = None,
        3 => event.utc_time = conversation_wire::Timestamp::from_millis(7),
        4 => event.index = Some(7),
        5 => event.index = None,
        6 => event.type_ = ChatEventType::Notice,
        7 => event.type_ = ChatEventType::ParticipantJoined,
        8 => event.from.type_ = "Client".into(),
        9 => event.from.nickname.push('.'),
        10 => drop(event.extra.insert("mood", "calm")),
        11 => drop(value.events.as_mut_vec().remove(at)),
        12 => value.events.swap(0, at),
        13 => {
            let event = event.clone();
            value.events.as_mut_vec().insert(at, event);
        }
        14 => {
            foreign[0].type_ = ChatEventType::Message;
            value.events.extend(foreign);
            return true;
        }
        15 => value.chat_id = None,
        16 => value.chat_ended = Some(true),
        _ => {}
    }
    false
}
