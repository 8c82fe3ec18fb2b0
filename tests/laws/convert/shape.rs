//! What is projected is as the other side has it.

use std::collections::BTreeSet;

use conversation_core::{Branch, Defect, Forest, Transcript};
use conversation_tests::strategy::{genesys_conversation, proficient_conversation};
use genesys_chat_types::ChatEventType;
use proptest::prelude::*;

use super::{
    projected,
    rules::{to_genesys, to_proficient},
};

proptest! {
    #![proptest_config(super::cases())]

    #[test]
    fn a_projected_chat_is_one_thread_without_defects(chat in genesys_conversation(), rules in to_proficient()) {
        let (value, _) = projected(rules.project(&chat))?;
        prop_assert_eq!(value.interaction.is_none(), chat.events.is_empty());
        let Some(interaction) = value.interaction else { return Ok(()) };
        prop_assert_eq!(interaction.total_message_count, i64::try_from(value.messages.len()).expect("few"));
        prop_assert!(value.messages.iter().all(|message| message.interaction_id == interaction.id));
        let (forest, defects) = Forest::build(value.messages.clone());
        // The clock of a chat may go back; nothing else is wrong.
        prop_assert!(defects.iter().all(|defect| matches!(defect, Defect::OlderThanParent { .. })), "{:?}", defects);
        let thread: Vec<_> = forest.thread(&Branch::Latest).iter().filter_map(|node| node.message().cloned()).collect();
        prop_assert_eq!(thread, value.messages);
    }

    #[test]
    fn a_projected_thread_is_a_transcript_without_defects(
        conversation in proficient_conversation(),
        rules in to_genesys(),
    ) {
        let (value, _) = projected(rules.project(&conversation))?;
        let (transcript, defects) = Transcript::build(value.events.clone());
        prop_assert_eq!(defects, []);
        prop_assert!(transcript.events().eq(&value.events));
        let mut joined = BTreeSet::new();
        for event in &value.events {
            let new = joined.insert(event.from.participant_id);
            prop_assert_eq!(new, event.type_ == ChatEventType::ParticipantJoined);
            prop_assert_eq!(event.text.is_none(), new);
        }
        prop_assert!(joined.iter().map(|number| number.get()).eq((1..).take(joined.len())));

        let (forest, _) = Forest::build(conversation.messages);
        let thread = forest.thread(&rules.branch);
        let said = thread.iter().filter_map(|node| node.message()).map(|message| (&message.content, message.created_at));
        let told = value.events.iter().filter_map(|event| Some((event.text.as_ref()?, event.utc_time)));
        prop_assert!(said.eq(told));
    }
}
