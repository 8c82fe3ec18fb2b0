//! The same event has the same id, and what went on begins as it was.

use std::collections::BTreeSet;

use conversation_core::{
    Branch,
    convert::message_id,
    model::{GenesysConversation, ProficientConversation},
};
use conversation_tests::strategy::{events, sender, text, timestamp};
use proficient_types::{Message, MessageId};
use proptest::{collection::vec, prelude::*, sample::select};

use super::{
    projected,
    rules::{plain_to_proficient, to_genesys, to_proficient},
};

/// A chat and an index, which written one behind the other look like another chat and another index.
fn event() -> impl Strategy<Value = (String, i64)> {
    let chats = vec!["", "_", "1", "_1", "1_", "1_1", "-", "msg", "chat"];
    let chat = prop_oneof![8 => select(chats).prop_map(str::to_owned), 1 => any::<String>()];
    (chat, prop_oneof![8 => select(vec![0, 1, 11, 111, -1, -11, i64::MIN, i64::MAX]), 1 => any::<i64>()])
}

proptest! {
    #![proptest_config(super::cases())]

    #[test]
    fn ids_are_a_function_of_chat_and_index_and_tell_events_apart(one in event(), other in event()) {
        let id = |(chat, index): &(String, i64)| message_id(&chat.clone().into(), *index);
        prop_assert_eq!(id(&one) == id(&other), one == other);
    }

    #[test]
    fn every_index_of_a_message_is_one_id_whatever_the_order_of_the_events(
        (events, shuffled) in events(1..8).prop_flat_map(|events| (Just(events.clone()), Just(events).prop_shuffle())),
        rules in to_proficient(),
    ) {
        let (value, _) = projected(rules.project(&GenesysConversation::new(events.clone())))?;
        let again = rules.project(&GenesysConversation::new(shuffled));
        let ids: BTreeSet<_> = value.messages.iter().map(|message| &message.id).collect();
        prop_assert_eq!(ids.len(), value.messages.len());
        let becomes = |kind: &str, text: bool| kind == "Message" || (rules.keep_notices && kind == "Notice" && text);
        let said = events.iter().filter(|event| becomes(event.type_.as_str(), event.text.is_some()));
        let (indexed, loose): (Vec<_>, Vec<_>) = said.partition(|event| event.index.is_some());
        let indexes: BTreeSet<_> = indexed.into_iter().filter_map(|event| event.index).collect();
        let expected: Vec<_> = indexes.iter().map(|index| message_id(&rules.chat_id, *index)).collect();
        let indexed = value.messages.iter().filter(|message| expected.contains(&message.id));
        prop_assert_eq!(indexed.map(|message| &message.id).collect::<Vec<_>>(), expected.iter().collect::<Vec<_>>());
        prop_assert_eq!(value.messages.len(), expected.len() + loose.len());
        prop_assert_eq!(again.map(|(value, _)| value), Ok(value));
    }

    #[test]
    fn a_longer_transcript_begins_with_the_same_messages(
        mut events in events(1..8),
        cut in -1i64..10,
        rules in to_proficient(),
    ) {
        // Those without an index are placed by their times, so one that comes later may go before.
        events.retain(|event| event.index.is_some());
        let before: Vec<_> = events.iter().filter(|event| event.index.is_none_or(|index| index <= cut)).cloned().collect();
        let (whole, _) = projected(rules.project(&GenesysConversation::new(events)))?;
        let (part, _) = projected(rules.project(&GenesysConversation::new(before)))?;
        prop_assert_eq!(&whole.messages[..part.messages.len()], &part.messages[..]);
    }

    #[test]
    fn a_longer_thread_begins_with_the_same_events(
        lines in vec((sender(), text(), timestamp()), 1..10),
        length in any::<prop::sample::Index>(),
        mut rules in to_genesys(),
    ) {
        rules.branch = Branch::Latest;
        let mut messages: Vec<Message> = Vec::new();
        for (depth, (sender, text, time)) in lines.into_iter().enumerate() {
            let id = MessageId::new(format!("msg_{depth}"));
            let depth = i64::try_from(depth).expect("a short thread");
            let mut message = Message::new(id, text, time, depth, "int_1".into(), sender);
            if let Some(parent) = messages.last() {
                message.parent_id = parent.id.clone().into();
            }
            messages.push(message);
        }
        let part = messages[..=length.index(messages.len())].to_vec();
        let events = |messages| {
            rules.project(&ProficientConversation::new(messages)).expect("a thread").0.events
        };
        let (whole, part) = (events(messages), events(part));
        prop_assert_eq!(&whole[..part.len()], &part[..]);
    }

    #[test]
    fn projecting_twice_gives_the_same(events in events(0..8)) {
        let chat = GenesysConversation::new(events);
        let rules = plain_to_proficient();
        prop_assert_eq!(rules.project(&chat), rules.clone().project(&chat.clone()));
    }
}
