//! Every field that the documents know goes through: the examples have each of them.

use conversation_core::{
    convert::ToGenesys,
    model::{Conversation, GenesysConversation, ProficientConversation},
};
use conversation_tests::example::documents;
use genesys_chat_types::ChatEvent;
use proficient_types::{Interaction, Message};
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::rules::plain_to_proficient;

/// Every part of every example that has the members `of` a type.
fn parts<T: DeserializeOwned>(of: &[&str]) -> Vec<T> {
    let mut found = Vec::new();
    for document in documents() {
        let mut open: Vec<Value> = document.examples.into_iter().map(|example| example.value).collect();
        while let Some(part) = open.pop() {
            match part {
                Value::Object(map) => {
                    if of.iter().all(|name| map.contains_key(*name)) {
                        found.push(serde_json::from_value(Value::Object(map.clone())).expect("an example"));
                    }
                    open.extend(map.into_iter().map(|(_, value)| value));
                }
                Value::Array(list) => open.extend(list),
                _ => {}
            }
        }
    }
    assert!(!found.is_empty());
    found
}

#[test]
fn every_field_of_a_message_and_an_interaction_goes_there_and_back() {
    let mut conversation = ProficientConversation::new(parts::<Message>(&["content", "depth", "sent_by"]));
    for interaction in parts::<Interaction>(&["agent_id", "archived"]) {
        conversation.interaction = Some(interaction);
        let (value, residue) = ToGenesys::new("chat".into()).project(&conversation).expect("messages");
        assert_eq!(residue.restore(&value), Ok(conversation.clone()));
        assert_eq!(Conversation::from(conversation.clone()).try_into(), Ok(conversation.clone()));
    }
}

#[test]
fn every_field_of_an_event_goes_there_and_back() {
    for event in parts::<ChatEvent>(&["from", "utcTime", "type"]) {
        let mut event = event;
        let chat = GenesysConversation::new(vec![event.clone()]);
        assert_eq!(Conversation::from(chat.clone()).try_into(), Ok(chat.clone()));
        event.type_ = "Message".into();
        event.index = Some(1);
        let chat = GenesysConversation::new(vec![event]);
        let (value, residue) = plain_to_proficient().project(&chat).expect("an event with an index");
        assert_eq!(residue.restore(&value), Ok(chat));
    }
}
