//! Through the model and back: nothing changes.

use conversation_core::model::{Conversation, GenesysConversation, ModelFault, ProficientConversation};
use conversation_tests::strategy::{genesys_conversation, proficient_conversation};
use genesys_chat_types::{ChatError, ChatStatus, GetMessagesAnswer, SecureKey};
use proptest::prelude::*;

fn through_json(conversation: &Conversation) -> Conversation {
    let json = serde_json::to_string(conversation).expect("a conversation encodes");
    serde_json::from_str(&json).expect("what was encoded decodes")
}

proptest! {
    #![proptest_config(super::cases())]

    #[test]
    fn proficient_to_the_model_and_back_is_the_identity(side in proficient_conversation()) {
        let conversation = Conversation::from(side.clone());
        prop_assert_eq!(conversation.entries.len(), side.messages.len());
        prop_assert_eq!(ProficientConversation::try_from(conversation), Ok(side));
    }

    #[test]
    fn genesys_to_the_model_and_back_is_the_identity(side in genesys_conversation()) {
        let conversation = Conversation::from(side.clone());
        prop_assert_eq!(conversation.entries.len(), side.events.len());
        prop_assert_eq!(GenesysConversation::try_from(conversation), Ok(side));
    }

    #[test]
    fn a_model_survives_json(interaction in proficient_conversation(), chat in genesys_conversation()) {
        for conversation in [Conversation::from(interaction), Conversation::from(chat)] {
            prop_assert_eq!(through_json(&conversation), conversation);
        }
    }

    #[test]
    fn every_author_is_a_participant_and_every_participant_is_there_once(
        interaction in proficient_conversation(),
        chat in genesys_conversation(),
    ) {
        for conversation in [Conversation::from(interaction), Conversation::from(chat)] {
            let mut authors: Vec<_> = conversation.entries.iter().map(|entry| entry.author).collect();
            prop_assert!(conversation.entries.iter().all(|entry| conversation.author(entry).is_some()));
            authors.sort_unstable();
            authors.dedup();
            prop_assert_eq!(authors.len(), conversation.participants.len());
            for (place, participant) in conversation.participants.iter().enumerate() {
                prop_assert!(!conversation.participants[..place].contains(participant));
            }
        }
    }

    #[test]
    fn a_model_goes_back_to_its_own_side_alone(
        interaction in proficient_conversation(),
        chat in genesys_conversation(),
    ) {
        let to_chat = GenesysConversation::try_from(Conversation::from(interaction));
        prop_assert_eq!(to_chat.map_err(|error| error.fault), Err(ModelFault::OtherSide));
        let to_interaction = ProficientConversation::try_from(Conversation::from(chat));
        prop_assert_eq!(to_interaction.map_err(|error| error.fault), Err(ModelFault::OtherSide));
    }
}

proptest! {
    #![proptest_config(super::cases())]

    #[test]
    fn an_answer_is_its_chat_and_its_envelope(
        chat in genesys_conversation(),
        has_events in any::<bool>(),
        credentials in proptest::option::of("[a-z]{0,8}"),
        errors in proptest::option::of(0..3_usize),
    ) {
        let mut answer = GetMessagesAnswer::new(ChatStatus::DONE);
        answer.messages = has_events.then_some(chat.events);
        answer.chat_ended = chat.chat_ended;
        answer.extra = chat.extra;
        answer.secure_key = credentials.map(SecureKey::new);
        answer.errors = errors.map(|count| vec![ChatError::new(1.into()); count].into());
        let (chat, envelope) = GenesysConversation::from_answer(answer.clone()).expect("statusCode 0");
        prop_assert_eq!(chat.events.len(), answer.messages.as_ref().map_or(0, |events| events.len()));
        prop_assert_eq!(envelope.into_answer(chat), answer);
    }

    #[test]
    fn an_answer_with_another_status_is_no_chat(status in any::<i64>().prop_filter("0 is success", |status| *status != 0)) {
        let answer = GetMessagesAnswer::new(ChatStatus::new(status));
        let error = GenesysConversation::from_answer(answer).expect_err("an error");
        prop_assert_eq!(error.status_code, ChatStatus::new(status));
    }
}
