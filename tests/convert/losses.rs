//! Losses are exactly what the value alone does not say.

use conversation_core::{Branch, convert::ToGenesys};
use conversation_tests::strategy::{genesys_conversation, proficient_conversation};
use proficient_types::SentBy;
use proptest::prelude::*;

use crate::{
    projected,
    rules::{to_genesys, to_proficient},
};

proptest! {
    #![proptest_config(crate::cases())]

    #[test]
    fn a_chat_loses_nothing_exactly_when_its_projection_alone_gives_it_back(
        chat in genesys_conversation(),
        rules in to_proficient(),
        guessed in any::<bool>(),
    ) {
        let (mut value, mut residue) = projected(rules.project(&chat))?;
        let mut original = chat;
        // Few chats lose nothing. A guess does as a rule: what is guessed from its projection is itself.
        if guessed && !value.messages.is_empty() {
            original = rules.guess(&value).expect("a projection");
            (value, residue) = rules.project(&original).expect("messages with indexes");
        }
        let alone = rules.guess(&value).expect("a projection") == original;
        prop_assert_eq!(residue.losses().is_empty(), alone, "{:?}", residue.losses());
    }

    #[test]
    fn an_interaction_loses_nothing_exactly_when_its_projection_alone_gives_it_back(
        conversation in proficient_conversation(),
        mut rules in to_genesys(),
        guessed in any::<bool>(),
    ) {
        let (mut value, mut residue) = projected(rules.project(&conversation))?;
        let mut original = conversation;
        if guessed {
            original = rules.guess(&value).expect("a projection");
            rules.branch = Branch::Latest;
            (value, residue) = rules.project(&original).expect("messages");
        }
        let alone = rules.guess(&value).expect("a projection") == original;
        prop_assert_eq!(residue.losses().is_empty(), alone, "{:?}", residue.losses());
    }

    #[test]
    fn what_is_guessed_from_an_interaction_is_projected_to_it_again(
        chat in genesys_conversation(),
        rules in to_proficient(),
    ) {
        let (value, _) = projected(rules.project(&chat))?;
        prop_assume!(!value.messages.is_empty());
        let guessed = rules.guess(&value).expect("a projection");
        let (again, residue) = rules.project(&guessed).expect("messages with indexes");
        prop_assert_eq!(again.messages, value.messages);
        prop_assert_eq!(residue.losses(), []);
    }

    #[test]
    fn what_is_guessed_from_a_chat_is_projected_to_it_again(conversation in proficient_conversation()) {
        let rules = ToGenesys::new("chat".into());
        let (value, _) = projected(rules.project(&conversation))?;
        let guessed = rules.guess(&value).expect("a projection");
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
