//! What cannot be projected is refused by name, and nothing else is.

use conversation_core::{Branch, Forest, convert::ProjectError, model::GenesysConversation};
use conversation_tests::strategy::{genesys_conversation, proficient_conversation};
use proptest::prelude::*;

use super::rules::{to_genesys, to_proficient};

proptest! {
    #![proptest_config(super::cases())]

    #[test]
    fn a_chat_is_refused_for_a_message_without_index_for_being_empty_and_for_being_another(
        chat in genesys_conversation(),
        rules in to_proficient(),
        other in any::<bool>(),
    ) {
        let mut chat = chat;
        if other && chat.chat_id.is_some() {
            chat.chat_id = Some("other".into());
            let refused = rules.project(&chat).map(|_| ());
            prop_assert_eq!(refused, Err(ProjectError::OtherChat { chat: "other".into() }));
            return Ok(());
        }
        let without_index = chat.events.iter().position(|event| {
            let notice = rules.keep_notices && event.type_ == "Notice" && event.text.is_some();
            event.index.is_none() && (event.type_ == "Message" || notice)
        });
        let expected = match without_index {
            Some(at) => Err(ProjectError::NoIndex { at }),
            None if chat.events.is_empty() => Err(ProjectError::Empty),
            None => Ok(()),
        };
        prop_assert_eq!(rules.project(&chat).map(|_| ()), expected);
    }

    #[test]
    fn an_interaction_is_refused_for_being_empty_and_for_a_branch_that_is_not_there(
        conversation in proficient_conversation(),
        rules in to_genesys(),
    ) {
        let (forest, _) = Forest::build(conversation.messages.clone());
        let expected = match &rules.branch {
            _ if forest.is_empty() => Err(ProjectError::Empty),
            Branch::Through(id) if forest.get(id).is_none() => Err(ProjectError::NoSuchMessage { message: id.clone() }),
            _ => Ok(()),
        };
        prop_assert_eq!(rules.project(&conversation).map(|_| ()), expected);
    }
}

#[test]
fn an_error_names_the_entry_and_quotes_no_text() {
    let mut chat = GenesysConversation::new(super::seed::chat().events);
    let last_message = 12;
    chat.events[last_message].index = None;
    let error = super::rules::plain_to_proficient().project(&chat).expect_err("a message without an index");
    assert_eq!(error.to_string(), "messages[12] has no index, and the id of the message it becomes is made of it");
}
