//! Chats.

use conversation_core::{
    Branch, Defect, Forest,
    convert::{ProjectError, Residue, RestoreFault, ToProficient},
    model::{Conversation, GenesysConversation, ModelFault, ProficientConversation},
};
use conversation_wire::Timestamp;
use genesys_chat_types::ChatEventType;

/// Holds a chat to the laws; `change` says how its projection and what is guessed from that are changed.
pub(super) fn laws(chat: &GenesysConversation, rules: &ToProficient, change: [u8; 3]) {
    let model = Conversation::from(chat.clone());
    assert_eq!(model.entries.len(), chat.events.len());
    super::model_laws(&model);
    let across = ProficientConversation::try_from(model.clone()).map_err(|error| error.fault);
    assert_eq!(across, Err(ModelFault::OtherSide));
    assert_eq!(GenesysConversation::try_from(model).as_ref(), Ok(chat));

    let projection = rules.project(chat);
    assert_eq!(projection.as_ref().err(), refusal(chat, rules).as_ref());
    let Ok((value, residue)) = projection else { return };
    assert_eq!(residue.restore(&value).as_ref(), Ok(chat));
    match super::through_store(residue.clone()) {
        Residue::Genesys(stored) => assert_eq!(stored.restore(&value).as_ref(), Ok(chat)),
        other => panic!("{other:?}"),
    }
    is_one_thread(&value);

    // Nothing is lost exactly when the value alone gives the chat back.
    let guessed = rules.restore_lossy(&value).expect("a projection");
    assert_eq!(residue.losses().is_empty(), guessed == *chat, "{:?}", residue.losses());
    if let Ok((again, residue)) = rules.project(&guessed) {
        assert_eq!(again.messages, value.messages);
        assert_eq!(residue.losses(), []);
        let mut lossy = guessed;
        change_chat(&mut lossy, change);
        if let Ok((value, residue)) = rules.project(&lossy) {
            let alone = rules.restore_lossy(&value).expect("a projection") == lossy;
            assert_eq!(residue.losses().is_empty(), alone, "{:?}", residue.losses());
            assert_eq!(residue.restore(&value), Ok(lossy));
        }
    } else {
        assert!(value.messages.is_empty());
    }

    // Another value is not taken for the projection.
    let mut changed = value.clone();
    change_interaction(&mut changed, change);
    match residue.restore(&changed) {
        Ok(_) => assert_eq!(changed, value),
        Err(error) => assert!(changed != value && error.fault != RestoreFault::Residue, "{error}"),
    }
}

/// Why the chat is not projected.
fn refusal(chat: &GenesysConversation, rules: &ToProficient) -> Option<ProjectError> {
    if let Some(other) = chat.chat_id.as_ref().filter(|id| **id != rules.chat_id) {
        return Some(ProjectError::OtherChat { chat: other.clone() });
    }
    None
}

fn is_one_thread(value: &ProficientConversation) {
    let (forest, defects) = Forest::build(value.messages.clone());
    // The clock of a chat may go back; nothing else is wrong.
    assert!(defects.iter().all(|defect| matches!(defect, Defect::OlderThanParent { .. })), "{defects:?}");
    let thread = forest.thread(&Branch::Latest);
    assert!(thread.iter().filter_map(|node| node.message()).eq(&value.messages));
    let Some(interaction) = &value.interaction else {
        assert_eq!(value.messages.len(), 0);
        return;
    };
    assert_eq!(usize::try_from(interaction.total_message_count), Ok(value.messages.len()));
}

/// Changes one thing, or nothing.
fn change_interaction(value: &mut ProficientConversation, [change, at, how]: [u8; 3]) {
    let count = value.messages.len();
    let Some(message) = value.messages.get_mut(usize::from(at) % count.max(1)) else {
        value.interaction = None;
        return;
    };
    match change % 14 {
        0 => message.content.push('.'),
        1 => message.content.clear(),
        2 => message.created_at = Timestamp::from_millis(how.into()),
        3 => message.id = super::super::make::message_id(how % 3),
        4 => message.sent_by = ["user", "agent"][usize::from(how % 2)].into(),
        5 => message.parent_id = Default::default(),
        6 => message.depth = i64::from(how),
        7 => drop(message.extra.insert("mood", how)),
        8 => message.object = "draft".into(),
        9 => drop(value.messages.as_mut_vec().remove(usize::from(at) % count)),
        10 => value.messages.swap(usize::from(how) % count, usize::from(at) % count),
        11 => {
            let message = message.clone();
            value.messages.as_mut_vec().insert(usize::from(how) % count, message);
        }
        12 => value.interaction = None,
        _ => {
            if let Some(interaction) = &mut value.interaction {
                interaction.total_message_count = how.into();
            }
        }
    }
}

/// Changes one thing, or nothing.
fn change_chat(chat: &mut GenesysConversation, [change, at, how]: [u8; 3]) {
    let count = chat.events.len();
    let Some(event) = chat.events.get_mut(usize::from(at) % count.max(1)) else { return };
    match change % 14 {
        0 => chat.chat_id = None,
        1 => chat.chat_ended = Some(false),
        2 => event.text = None,
        3 => event.message_type = Some(String::new()),
        4 => event.user_data = Some(Default::default()),
        5 => event.event_attributes = Some(Default::default()),
        6 => drop(event.extra.insert("mood", how)),
        7 => event.type_ = [ChatEventType::Notice, ChatEventType::ParticipantJoined][usize::from(how % 2)].clone(),
        8 => event.from.nickname.push('.'),
        9 => event.from.type_ = ["Client", "External", "user"][usize::from(how % 3)].into(),
        10 => chat.events.swap(usize::from(how) % count, usize::from(at) % count),
        11 => {
            let event = event.clone();
            chat.events.as_mut_vec().insert(usize::from(how) % count, event);
        }
        12 => event.index = Some(how.into()),
        _ => {}
    }
}
