//! Interactions.

use conversation_core::{
    Branch, Forest, Transcript,
    convert::{ProjectError, Residue, RestoreFault, ToGenesys},
    model::{Conversation, GenesysConversation, ModelFault, ProficientConversation},
};
use conversation_wire::{Field, Timestamp};
use genesys_chat_types::ChatEventType;
use proficient_types::SentBy;

use crate::fuzz::make::message_id;

/// Holds an interaction to the laws; `change` says how its projection and what is guessed from that are changed.
pub(super) fn laws(conversation: &ProficientConversation, rules: &ToGenesys, change: [u8; 3]) {
    let model = Conversation::from(conversation.clone());
    assert_eq!(model.entries.len(), conversation.messages.len());
    super::model_laws(&model);
    let across = GenesysConversation::try_from(model.clone()).map_err(|error| error.fault);
    assert_eq!(across, Err(ModelFault::OtherSide));
    assert_eq!(ProficientConversation::try_from(model).as_ref(), Ok(conversation));

    let projection = rules.project(conversation);
    assert_eq!(projection.as_ref().err(), refusal(conversation, rules).as_ref());
    let Ok((value, residue)) = projection else { return };
    assert_eq!(residue.restore(&value).as_ref(), Ok(conversation));
    match super::through_store(residue.clone()) {
        Residue::Proficient(stored) => assert_eq!(stored.restore(&value).as_ref(), Ok(conversation)),
        other => panic!("{other:?}"),
    }
    tells_the_thread(&value, conversation, rules);

    // Nothing is lost exactly when the value alone gives the interaction back.
    let guessed = rules.restore_lossy(&value).expect("a projection");
    assert_eq!(residue.losses().is_empty(), guessed == *conversation, "{:?}", residue.losses());
    let mut rules = rules.clone();
    rules.branch = Branch::Latest;
    let mut lossy = guessed;
    change_interaction(&mut lossy, change);
    let (again, lost) = rules.project(&lossy).expect("messages");
    let alone = rules.restore_lossy(&again).expect("a projection") == lossy;
    assert_eq!(lost.losses().is_empty(), alone, "{:?}", lost.losses());
    assert_eq!(lost.restore(&again), Ok(lossy));

    // Another value is not taken for the projection.
    let mut changed = value.clone();
    change_chat(&mut changed, change);
    match residue.restore(&changed) {
        Ok(_) => assert_eq!(changed, value),
        Err(error) => assert!(changed != value && error.fault != RestoreFault::Residue, "{error}"),
    }
}

/// Why the interaction is not projected.
fn refusal(conversation: &ProficientConversation, rules: &ToGenesys) -> Option<ProjectError> {
    let (forest, _) = Forest::build(conversation.messages.clone());
    match &rules.branch {
        Branch::Through(id) if forest.get(id).is_none() => Some(ProjectError::NoSuchMessage { message: id.clone() }),
        _ => None,
    }
}

fn tells_the_thread(value: &GenesysConversation, conversation: &ProficientConversation, rules: &ToGenesys) {
    let (transcript, defects) = Transcript::build(value.events.clone());
    assert_eq!(defects, []);
    assert!(transcript.events().eq(&value.events));
    let (forest, _) = Forest::build(conversation.messages.clone());
    let thread = forest.thread(&rules.branch);
    let said = thread.iter().filter_map(|node| node.message()).map(|message| (&message.content, message.created_at));
    assert!(said.eq(value.events.iter().filter_map(|event| Some((event.text.as_ref()?, event.utc_time)))));
}

/// Changes one thing, or nothing.
fn change_chat(value: &mut GenesysConversation, [change, at, how]: [u8; 3]) {
    let count = value.events.len();
    let event = &mut value.events[usize::from(at) % count];
    match change % 15 {
        0 => event.text.get_or_insert_default().push('.'),
        1 => event.text = None,
        2 => event.utc_time = Timestamp::from_millis(how.into()),
        3 => event.index = Some(how.into()),
        4 => event.index = None,
        5 => event.type_ = ChatEventType::Notice,
        6 => event.type_ = ChatEventType::ParticipantJoined,
        7 => event.from.type_ = ["Client", "External"][usize::from(how % 2)].into(),
        8 => event.from.nickname.push('.'),
        9 => drop(event.extra.insert("mood", how)),
        10 => drop(value.events.as_mut_vec().remove(usize::from(at) % count)),
        11 => value.events.swap(usize::from(how) % count, usize::from(at) % count),
        12 => {
            let event = event.clone();
            value.events.as_mut_vec().insert(usize::from(how) % count, event);
        }
        13 => value.chat_id = None,
        _ => value.chat_ended = Some(true),
    }
}

/// Changes one thing, or nothing; leaves a message.
fn change_interaction(conversation: &mut ProficientConversation, [change, at, how]: [u8; 3]) {
    let count = conversation.messages.len();
    let message = &mut conversation.messages[usize::from(at) % count];
    match change % 13 {
        0 => message.depth = how.into(),
        1 => message.object = "draft".into(),
        2 => drop(message.extra.insert("mood", how)),
        3 => message.interaction_id = "int_2".into(),
        4 => conversation.messages.iter_mut().for_each(|message| message.interaction_id = "int_2".into()),
        5 => message.parent_id = Field::Null,
        6 => message.parent_id = Field::Value(message_id(how)),
        7 => message.sent_by = [SentBy::User, SentBy::Agent, "Client".into()][usize::from(how % 3)].clone(),
        8 => conversation.messages.swap(usize::from(how) % count, usize::from(at) % count),
        9 => {
            let message = message.clone();
            conversation.messages.as_mut_vec().insert(usize::from(how) % count, message);
        }
        10 => message.id = message_id(how),
        11 => message.created_at = Timestamp::from_millis(how.into()),
        _ => {}
    }
}
