//! A conversation of a million messages (of a hundred thousand in a debug build) is projected, restored and dropped without recursion.

use conversation_core::{
    convert::ToGenesys,
    model::{Conversation, ProficientConversation},
};
use proficient_types::{Message, MessageId, SentBy, Timestamp};

use super::rules::plain_to_proficient;

// A build with debug assertions is ten times slower; a tenth overflows any stack as surely.
const LENGTH: i64 = if cfg!(debug_assertions) { 100_000 } else { 1_000_000 };

#[test]
fn a_chain_of_many_messages_goes_there_and_back() {
    let id = |place: i64| MessageId::new(format!("msg_{place}"));
    let message = |place: i64| {
        let sender = if place % 2 == 0 { SentBy::User } else { SentBy::Agent };
        let mut message = Message::new(id(place), "…", Timestamp::from_millis(place), place, "int_1".into(), sender);
        if place > 0 {
            message.parent_id = id(place - 1).into();
        }
        message
    };
    // From the leaf to the root: every message comes before its parent.
    let conversation = ProficientConversation::new((0..LENGTH).rev().map(message).collect::<Vec<_>>());

    let (chat, residue) = ToGenesys::new("chat".into()).project(&conversation).expect("messages");
    assert_eq!(chat.events.len(), conversation.messages.len() + 2);
    assert!(residue.restore(&chat).as_ref() == Ok(&conversation));

    let (across, residue) = plain_to_proficient().project(&chat).expect("every event has an index");
    assert_eq!(across.messages.len(), conversation.messages.len());
    assert!(residue.restore(&across).as_ref() == Ok(&chat));

    let model = Conversation::from(conversation.clone());
    assert!(ProficientConversation::try_from(model).as_ref() == Ok(&conversation));
}
