//! The core's cursor, which follows chats of the emulator through everything that goes wrong.

use std::time::Duration;

use conversation_core::{Completeness, Next, TranscriptCursor, Verdict};
use conversation_emulator::{Clock, Emulator, Fault, Timestamp};
use fastrand::Rng;
use genesys_chat_types::{
    ChatEvent, ChatStatus, GetMessagesAnswer, OperateChatAnswer, ParticipantType, RequestChatAnswer, TenantName,
};
use serde_json::{Value, json};

use crate::{customer::BEGIN, wire::post};

/// A reader who keeps what the cursor says is new.
struct Reader<'e> {
    emulator: &'e Emulator,
    cursor: TranscriptCursor,
    events: Vec<ChatEvent>,
    next: Next,
}

impl<'e> Reader<'e> {
    fn begin(emulator: &'e Emulator) -> Self {
        let tenant = TenantName::new("Environment");
        for _ in 0..1000 {
            let answer = post(emulator, "/api/v2/chats", &json!({ "tenantName": tenant }), None);
            let answer: RequestChatAnswer = serde_json::from_value(answer).unwrap();
            if let Ok((cursor, accepted)) = TranscriptCursor::begin(answer, tenant.clone()) {
                return Self { emulator, cursor, events: accepted.new, next: accepted.next };
            }
        }
        panic!("no chat");
    }

    /// False when there is nothing to ask for any more.
    fn poll(&mut self) -> bool {
        let Some(request) = self.cursor.request() else { return false };
        let path = format!("/api/v2/chats/{}/messages", self.cursor.chat_id());
        let answer = post(self.emulator, &path, &serde_json::to_value(request).unwrap(), None);
        let answer: GetMessagesAnswer = serde_json::from_value(answer).unwrap();
        let accepted = self.cursor.accept(answer);
        assert_eq!(accepted.changed, [], "an event never changes");
        self.events.extend(accepted.new);
        self.next = accepted.next;
        true
    }

    fn operate(&mut self, body: Value) {
        for _ in 0..1000 {
            let held = self.cursor.credentials();
            let mut body = body.clone();
            body["userId"] = json!(held.user_id);
            body["secureKey"] = json!(held.secure_key);
            body["alias"] = json!(held.alias);
            body["tenantName"] = json!(held.tenant_name);
            let answer = post(self.emulator, &format!("/api/v2/chats/{}", self.cursor.chat_id()), &body, None);
            let answer: OperateChatAnswer = serde_json::from_value(answer).unwrap();
            let done = answer.status_code == ChatStatus::DONE;
            assert_ne!(answer.status_code, ChatStatus::OVER, "{answer:?}");
            let _ = self.cursor.acknowledge(answer);
            if done {
                return;
            }
        }
        panic!("never done");
    }
}

#[tokio::test]
async fn a_cursor_reads_every_chat_to_its_end_with_every_fault() {
    let mut hits = std::collections::BTreeMap::new();
    for seed in 0..200 {
        let emulator = Emulator::builder()
            .seed(seed)
            .clock(Clock::fixed(Timestamp::from_millis(BEGIN)))
            .fault(Fault::Holes, 0.4)
            .fault(Fault::RenewedCredentials, 0.3)
            .fault(Fault::TryAgain, 0.2)
            .fault(Fault::Reordered, 0.3)
            .fault(Fault::RepeatedPage, 0.2)
            .start()
            .await
            .unwrap();
        let mut rng = Rng::with_seed(seed);
        let mut reader = Reader::begin(&emulator);
        let chat = reader.cursor.chat_id().clone();
        let mut agent = None;
        for number in 0..rng.u32(1..25) {
            emulator.clock().advance(Duration::from_millis(rng.u64(0..10_000)));
            match rng.u8(0..8) {
                0 | 1 => reader.operate(json!({ "operationName": "SendMessage", "text": format!("{number}") })),
                2 => reader.operate(json!({ "operationName": "SendStartTypingNotification" })),
                3 => reader.operate(json!({ "operationName": "UpdateUserNickname", "nickname": "Sam" })),
                4 => reader.operate(json!({ "operationName": "SendUrl", "pushUrl": "http://push-url" })),
                5 => match agent {
                    None => agent = Some(emulator.join(&chat, "Kim", ParticipantType::Agent).await.unwrap()),
                    Some(kim) => drop(emulator.say(&chat, kim, "the same").await.unwrap()),
                },
                _ => assert!(reader.poll()),
            }
        }
        if rng.bool() {
            reader.operate(json!({ "operationName": "Complete" }));
        } else {
            emulator.end(&chat).await.unwrap();
        }
        let mut polls = 0;
        while reader.poll() {
            polls += 1;
            assert!(polls < 300, "seed {seed}: it does not end");
        }
        assert_eq!(reader.next, Next::Over);
        let completeness = Completeness::of_transcript_cursor(&reader.cursor);
        assert_eq!(completeness.verdict(), Verdict::Complete, "seed {seed}: {completeness}");
        reader.events.sort_by_key(|event| event.index);
        assert_eq!(Some(reader.events), emulator.chat_events(&chat).await.unwrap(), "seed {seed}");
        for (fault, count) in emulator.faults().injected() {
            *hits.entry(fault).or_insert(0) += count;
        }
    }
    assert_eq!(hits.len(), 5, "{hits:?}");
    assert!(hits.values().all(|count| *count > 20), "every fault was met: {hits:?}");
}

#[tokio::test]
async fn the_same_seed_and_the_same_requests_give_the_same_run() {
    let mut runs = Vec::new();
    for _ in 0..2 {
        let emulator = Emulator::builder()
            .seed(7)
            .clock(Clock::fixed(Timestamp::from_millis(BEGIN)))
            .fault(Fault::Holes, 0.5)
            .fault(Fault::RenewedCredentials, 0.3)
            .fault(Fault::Reordered, 0.5)
            .start()
            .await
            .unwrap();
        let mut reader = Reader::begin(&emulator);
        for number in 0..10 {
            reader.operate(json!({ "operationName": "SendMessage", "text": format!("{number}") }));
            reader.poll();
        }
        runs.push((reader.events, reader.cursor));
    }
    assert!(runs[0] == runs[1]);
}

#[tokio::test]
async fn a_cursor_is_told_when_its_client_was_silent() {
    let emulator = Emulator::builder().clock(Clock::fixed(Timestamp::from_millis(BEGIN))).start().await.unwrap();
    let mut reader = Reader::begin(&emulator);
    emulator.clock().advance(Duration::from_secs(300));
    assert!(reader.poll());
    assert_eq!(reader.next, Next::Over);
    assert_eq!(Completeness::of_transcript_cursor(&reader.cursor).verdict(), Verdict::Open);
}
