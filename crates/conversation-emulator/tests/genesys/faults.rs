//! What goes wrong on demand.

use conversation_emulator::{Emulator, Fault, Script};
use genesys_chat_types::{ChatEvent, ChatStatus};
use serde_json::{Value, json};

use crate::{
    customer::{Customer, emulator},
    wire::post,
};

fn indexes(events: &[ChatEvent]) -> Vec<i64> {
    events.iter().map(|event| event.index.unwrap()).collect()
}

fn with_events(emulator: &Emulator, count: i64) -> Customer<'_> {
    let mut customer = Customer::new(emulator);
    (1..count).for_each(|number| customer.say(&number.to_string()));
    customer
}

#[tokio::test]
async fn try_again_does_nothing_and_says_nothing_true() {
    let emulator = emulator(Script::empty()).await;
    let again = Some(Fault::TryAgain);
    let request = json!({ "tenantName": "Environment" });
    let refused = post(&emulator, "/api/v2/chats", &request, again);
    assert_eq!(refused["statusCode"], 1);
    assert_eq!(emulator.chats().await.unwrap(), []);

    let mut customer = Customer::new(&emulator);
    let held = customer.credentials.clone();
    let say = customer.operate_with(json!({ "operationName": "SendMessage", "text": "a" }), again);
    let end = customer.operate_with(json!({ "operationName": "Complete" }), again);
    let read = customer.ask(json!({}), again);
    for answer in [
        refused,
        serde_json::to_value(&say).unwrap(),
        serde_json::to_value(&end).unwrap(),
        serde_json::to_value(&read).unwrap(),
    ] {
        assert_eq!(answer["statusCode"], 1);
        let fields = answer.as_object().unwrap();
        for field in ["userId", "secureKey", "alias", "tenantName"] {
            assert!(
                fields[field].is_string() && fields[field] != customer.with_credentials(json!({}))[field],
                "{field}"
            );
        }
        assert!(!fields["messages"].as_array().unwrap().is_empty());
        assert!(fields.get("chatEnded").is_none_or(|ended| ended == &Value::Bool(true)));
    }
    assert!(say.state.is_some() && say.participants.is_some() && say.chat_ended == Some(true));
    assert_eq!(customer.credentials, held);
    assert_eq!(customer.events().len(), 1, "nothing was done");
    assert!(!customer.events_from(1).1);
}

#[tokio::test]
async fn holes_are_below_the_last_event_and_are_there_whenever_they_can_be() {
    let emulator = emulator(Script::empty()).await;
    for count in 1..=12 {
        let mut customer = with_events(&emulator, count);
        let mut left_out = vec![0; count as usize];
        loop {
            let answer = customer.ask(json!({}), Some(Fault::Holes));
            assert_eq!(answer.status_code, ChatStatus::DONE);
            let got = indexes(&answer.messages.unwrap());
            assert_eq!(got.last(), Some(&count), "the last event is no hole");
            assert!(got.is_sorted());
            if got.len() as i64 == count {
                break;
            }
            (1..count).filter(|index| !got.contains(index)).for_each(|index| left_out[index as usize - 1] += 1);
        }
        // It stops only when it could do no more.
        assert!(left_out.iter().rev().skip(1).all(|times| *times == 2), "{left_out:?}");
        assert_eq!(indexes(&customer.events()), (1..=count).collect::<Vec<_>>(), "nothing is lost");
    }
}

#[tokio::test]
async fn a_hole_of_one_request_is_in_the_next() {
    let emulator = emulator(Script::empty()).await;
    let mut customer = with_events(&emulator, 9);
    let holed = customer.ask(json!({ "transcriptPosition": 4 }), Some(Fault::Holes)).messages.unwrap();
    assert!(holed.len() < 6 && indexes(&holed)[0] >= 4);
    assert_eq!(indexes(&customer.events_from(4).0), [4, 5, 6, 7, 8, 9]);
}

#[tokio::test]
async fn a_reordered_answer_has_the_same_events_in_another_order() {
    let emulator = emulator(Script::empty()).await;
    for count in 1..8 {
        let mut customer = with_events(&emulator, count);
        let mut got = customer.ask(json!({}), Some(Fault::Reordered)).messages.unwrap();
        assert_eq!(got.is_sorted_by_key(|event| event.index), count == 1);
        got.sort_by_key(|event| event.index);
        assert_eq!(got, customer.events());
    }
}

#[tokio::test]
async fn a_repeated_page_begins_at_one_for_every_position() {
    let emulator = emulator(Script::empty()).await;
    let mut customer = with_events(&emulator, 5);
    for position in [1, 3, i64::MAX] {
        let answer = customer.ask(json!({ "transcriptPosition": position }), Some(Fault::RepeatedPage));
        assert_eq!(indexes(&answer.messages.unwrap()), [1, 2, 3, 4, 5]);
    }
}

#[tokio::test]
async fn a_fault_that_means_nothing_to_an_operation_is_passed_over() {
    let emulator = emulator(Script::empty()).await;
    let mut customer = Customer::new(&emulator);
    for fault in [Fault::Holes, Fault::Reordered, Fault::RepeatedPage, Fault::EmptyPage, Fault::LoopingCursor] {
        let answer = customer.operate_with(json!({ "operationName": "SendMessage", "text": "a" }), Some(fault));
        assert_eq!(answer.status_code, ChatStatus::DONE);
    }
    for fault in [Fault::EmptyPage, Fault::LoopingCursor] {
        assert_eq!(indexes(&customer.ask(json!({}), Some(fault)).messages.unwrap()), [1, 2, 3, 4, 5, 6]);
    }
    for fault in [Fault::Holes, Fault::RenewedCredentials] {
        let answer = post(&emulator, "/api/v2/chats", &json!({ "tenantName": "t" }), Some(fault));
        assert_eq!(answer["statusCode"], 0);
    }
    assert!(emulator.faults().injected().is_empty(), "{:?}", emulator.faults().injected());
}
