//! What cannot be projected is refused by name, and nothing else is.

use conversation_core::{
    Branch, Forest,
    convert::{ProjectError, ToGenesys},
    model::{GenesysConversation, ProficientConversation},
};
use conversation_tests::strategy::{genesys_conversation, proficient_conversation};
use proptest::prelude::*;

use super::rules::{to_genesys, to_proficient};

proptest! {
    #![proptest_config(super::cases())]

    #[test]
    fn a_chat_is_refused_for_being_another_and_for_nothing_else(
        chat in genesys_conversation(),
        rules in to_proficient(),
        other in any::<bool>(),
    ) {
        let mut chat = chat;
        let mut expected = Ok(());
        if other && chat.chat_id.is_some() {
            chat.chat_id = Some("other".into());
            expected = Err(ProjectError::OtherChat { chat: "other".into() });
        }
        prop_assert_eq!(rules.project(&chat).map(|_| ()), expected);
    }

    #[test]
    fn an_interaction_is_refused_for_a_branch_that_is_not_there(
        conversation in proficient_conversation(),
        rules in to_genesys(),
    ) {
        let (forest, _) = Forest::build(conversation.messages.clone());
        let expected = match &rules.branch {
            Branch::Through(id) if forest.get(id).is_none() => Err(ProjectError::NoSuchMessage { message: id.clone() }),
            _ => Ok(()),
        };
        prop_assert_eq!(rules.project(&conversation).map(|_| ()), expected);
    }
}

#[test]
fn a_message_without_an_index_is_placed_by_its_time_and_comes_back() {
    let rules = super::rules::plain_to_proficient();
    let chat = GenesysConversation::new(super::seed::chat().events);
    let said: Vec<_> = chat.events.iter().enumerate().filter(|(_, event)| event.type_ == "Message").collect();
    let (whole, _) = rules.project(&chat).unwrap();
    for (at, event) in said {
        let mut odd = chat.clone();
        odd.events[at].index = None;
        let (interaction, residue) = rules.project(&odd).unwrap();
        let id = format!("msg_{}_t{}", rules.chat_id, event.utc_time.as_millis());
        assert_eq!(interaction.messages.iter().filter(|message| message.id == id).count(), 1);
        let texts = |conversation: &ProficientConversation| {
            conversation.messages.iter().map(|message| message.content.clone()).collect::<Vec<_>>()
        };
        assert_eq!(texts(&interaction), texts(&whole), "the clock of this chat goes on");
        assert_eq!(residue.restore(&interaction), Ok(odd));
    }
}

#[test]
fn what_is_empty_becomes_empty_and_comes_back() {
    let chat = GenesysConversation::new(vec![]);
    let (interaction, residue) = super::rules::plain_to_proficient().project(&chat).unwrap();
    assert_eq!((interaction.interaction.is_none(), interaction.messages.len()), (true, 0));
    assert_eq!(residue.restore(&interaction), Ok(chat));
    let interaction = ProficientConversation::new(vec![]);
    let (chat, residue) = ToGenesys::new("c".into()).project(&interaction).unwrap();
    assert_eq!(chat.events.len(), 0);
    assert_eq!(residue.restore(&chat), Ok(interaction));
}
