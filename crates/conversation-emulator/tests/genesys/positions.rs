//! Which events an answer has.

use conversation_emulator::Script;
use serde_json::json;

use crate::customer::{Customer, emulator};

#[tokio::test]
async fn an_answer_is_exactly_the_transcript_from_the_position_on() {
    let emulator = emulator(Script::default()).await;
    let mut rng = fastrand::Rng::with_seed(1);
    for _ in 0..20 {
        let mut customer = Customer::new(&emulator);
        for number in 0..rng.u32(0..12) {
            emulator.clock().advance(std::time::Duration::from_millis(rng.u64(0..50)));
            match rng.u8(0..3) {
                0 => customer.say(&format!("message {number}")),
                1 => drop(customer.operate(json!({ "operationName": "SendStartTypingNotification" }))),
                _ => drop(customer.operate(json!({ "operationName": "SendUrl", "pushUrl": "http://push-url" }))),
            }
        }
        if rng.bool() {
            customer.operate(json!({ "operationName": "Complete" }));
        }
        let all = emulator.chat_events(&customer.chat).await.unwrap().unwrap();
        let indexes: Vec<_> = all.iter().map(|event| event.index.unwrap()).collect();
        assert_eq!(indexes, (1..=all.len() as i64).collect::<Vec<_>>(), "from 1 and without a hole");
        assert!(all.is_sorted_by_key(|event| event.utc_time), "no time is before the last");
        assert_eq!(customer.ask(json!({}), None).messages.unwrap(), all, "absent is 1");
        let behind = all.len() as i64 + 1;
        for position in (1..=behind + 1).chain([1 << 31, i64::MAX - 1, i64::MAX]) {
            let (events, _) = customer.events_from(position);
            let suffix = all.get((position - 1) as usize..).unwrap_or_default();
            assert_eq!(events, suffix, "from {position} of {}", all.len());
        }
        assert_eq!(customer.events(), all, "asking changes nothing");
    }
}
