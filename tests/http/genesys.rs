//! Every operation of the Genesys client.

use std::{
    sync::{
        Arc, Mutex,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};

use conversation_core::{Transcript, Verdict};
use conversation_emulator::{Emulator, Fault, Script};
use futures_util::{StreamExt as _, TryStreamExt as _};
use genesys_chat_client::{
    CallOutcome, Chat, Client, Error, OutgoingMessage, Polling, PreparedMessage, ResumePoint, Update,
};
use genesys_chat_types::{
    ChatEvent, ChatEventType, ChatState, ChatStatus, ParticipantType, RequestChatParams, TenantName, UserData,
};

use crate::quick;

pub(crate) fn client(emulator: &Emulator) -> Client {
    let polling = Polling::every(Duration::from_millis(1)).up_to(Duration::from_millis(5));
    Client::new(&emulator.genesys_url()).expect("the URL is good").with_policy(quick()).with_polling(polling)
}

pub(crate) fn params(nickname: &str) -> RequestChatParams {
    let mut params = RequestChatParams::new(TenantName::new("Environment"));
    params.nickname = Some(nickname.into());
    params
}

async fn begin(emulator: &Emulator) -> Chat {
    client(emulator).request_chat(&params("Ann")).await.expect("a chat")
}

fn types(events: &[ChatEvent]) -> Vec<&str> {
    events.iter().map(|event| event.type_.as_str()).collect()
}

/// All of a chat that has ended.
pub(crate) async fn follow(chat: &Chat) -> Result<Vec<ChatEvent>, Error> {
    chat.events().try_filter_map(|update| std::future::ready(Ok(update.into_event()))).try_collect().await
}

#[tokio::test]
async fn all_ten_operations_do_what_the_transcript_says() {
    let emulator = Emulator::start().await.expect("it starts");
    let chat = begin(&emulator).await;
    chat.send("I need help with account").await.expect("said");
    chat.start_typing(Some("and")).await.expect("typing");
    chat.stop_typing(None).await.expect("not typing");
    chat.update_nickname("Annie").await.expect("renamed");
    chat.push_url("https://example.com/account").await.expect("pushed");
    let data: UserData = [("account", "17")].into_iter().collect();
    chat.update_user_data(data).await.expect("attached");
    let state = chat.get().await.expect("its state");
    assert_eq!(state.state, Some(ChatState::Chatting));
    let participants = state.participants.expect("who is there");
    assert!(participants.iter().any(|one| one.nickname == "Annie" && one.type_ == ParticipantType::Client));
    chat.complete().await.expect("ended");

    let events = follow(&chat).await.expect("the transcript");
    let stored = emulator.chat_events(chat.id()).await.expect("the store").expect("the chat");
    assert_eq!(Transcript::build(events.clone()).0.events().cloned().collect::<Vec<_>>(), stored);
    let own: Vec<_> = events.into_iter().filter(|event| event.from.type_ == ParticipantType::Client).collect();
    let mut expected =
        vec!["ParticipantJoined", "Message", "TypingStarted", "TypingStopped", "Notice", "Notice", "ParticipantLeft"];
    let mut seen = types(&own);
    // What becomes of attached data is the server's own affair.
    seen.retain(|type_| expected.contains(type_));
    expected.sort_unstable();
    seen.sort_unstable();
    assert_eq!(seen, expected);
    assert_eq!(chat.completeness().await.verdict(), Verdict::Complete);
}

#[tokio::test]
async fn an_agent_who_joins_is_followed_to_the_end_of_the_chat() {
    let emulator = Emulator::start().await.expect("it starts");
    let chat = begin(&emulator).await;
    let agent = emulator.join(chat.id(), "Bob", ParticipantType::Agent).await.expect("joined");
    let (follower, id) = (chat.clone(), chat.id().clone());
    let following = tokio::spawn(async move { follow(&follower).await });
    for number in 0..20 {
        emulator.say(&id, agent, format!("text {number}")).await.expect("said");
        chat.send(&format!("answer {number}")).await.expect("said");
    }
    emulator.end(&id).await.expect("ended");
    let events = following.await.expect("no panic").expect("the transcript");
    let stored = emulator.chat_events(&id).await.expect("the store").expect("the chat");
    assert_eq!(events.len(), stored.len());
    assert_eq!(events.iter().filter(|event| event.type_ == ChatEventType::Message).count(), {
        stored.iter().filter(|event| event.type_ == ChatEventType::Message).count()
    });
    assert_eq!(chat.completeness().await.verdict(), Verdict::Complete);
}

#[tokio::test]
async fn renewed_credentials_are_adopted_from_every_answer() {
    let emulator = Emulator::start().await.expect("it starts");
    let chat = begin(&emulator).await;
    let mut keys = vec![chat.credentials().await];
    emulator.faults().share(Fault::RenewedCredentials, 1.0);
    for number in 0..5 {
        chat.send(&format!("text {number}")).await.expect("said");
        keys.push(chat.credentials().await);
        chat.updates_so_far().await.expect("news");
        keys.push(chat.credentials().await);
    }
    for pair in keys.windows(2) {
        assert!(pair[0].secure_key != pair[1].secure_key, "a new key with each answer");
    }
    emulator.faults().clear();
    chat.complete().await.expect("the last key is good");
}

#[tokio::test]
async fn a_session_that_is_over_is_an_error_that_says_so() {
    let emulator = Emulator::start().await.expect("it starts");
    let chat = begin(&emulator).await;
    let mut state = chat.resume_point().await;
    let mut credentials = chat.credentials().await;
    credentials.secure_key = "0000000000000000".into();
    state.cursor = state.cursor.with_credentials(credentials);
    let stranger = client(&emulator).resume(state);
    let error = stranger.send("let me in").await.expect_err("a wrong key");
    match &error {
        Error::Api(failure) => assert_eq!(failure.status_code, ChatStatus::OVER),
        other => panic!("{other}"),
    }
    assert!(!error.is_retryable() && !error.may_have_happened());
    let events: Vec<_> = stranger.events().collect().await;
    assert!(matches!(events.last(), Some(Err(Error::Cursor(_)))), "{events:?}");
}

#[tokio::test]
async fn a_chat_goes_on_after_a_restart_at_any_moment() {
    let emulator = Emulator::start().await.expect("it starts");
    let chat = begin(&emulator).await;
    for number in 0..10 {
        chat.send(&format!("text {number}")).await.expect("said");
    }
    chat.complete().await.expect("ended");
    let stored = emulator.chat_events(chat.id()).await.expect("the store").expect("the chat");
    let state = chat.resume_point().await;
    for cut in 0..=stored.len() {
        let before = client(&emulator).resume(state.clone());
        let mut events: Vec<ChatEvent> = Vec::new();
        for _ in 0..cut {
            events.extend(before.next_update().await.expect("no error").and_then(Update::into_event));
        }
        let point = serde_json::to_string(&before.resume_point().await).expect("it can be stored");
        let after = client(&emulator).resume(serde_json::from_str(&point).expect("it can be read"));
        events.extend(follow(&after).await.expect("the rest"));
        assert_eq!(events, stored, "after {cut}");
    }
}

#[tokio::test]
async fn a_future_that_is_dropped_loses_nothing() {
    let emulator =
        Emulator::builder().script(Script::empty()).delay(Duration::from_millis(30)).start().await.expect("it starts");
    let chat = begin(&emulator).await;
    emulator.faults().share(Fault::Slow, 0.5);
    let mut events = Vec::new();
    for number in 0..20 {
        emulator.faults().clear();
        chat.send(&format!("text {number}")).await.expect("said");
        emulator.faults().share(Fault::Slow, 0.5);
        for _ in 0..2 {
            if let Ok(Ok(Some(update))) = tokio::time::timeout(Duration::from_millis(5), chat.next_update()).await {
                events.extend(update.into_event());
            }
        }
    }
    emulator.faults().clear();
    chat.complete().await.expect("ended");
    events.extend(follow(&chat).await.expect("the rest"));
    assert_eq!(events, emulator.chat_events(chat.id()).await.expect("the store").expect("the chat"));
}

#[tokio::test]
async fn a_chat_tells_its_own_messages_from_those_of_others() {
    let emulator = Emulator::builder().script(Script::empty()).start().await.expect("it starts");
    let chat = begin(&emulator).await;
    let own = chat.participant().await.expect("the one who requested the chat");
    let agent = emulator.join(chat.id(), "Bob", ParticipantType::Agent).await.expect("joined");
    emulator.say(chat.id(), agent, "Hello").await.expect("said");
    let sent = chat.send(OutgoingMessage::new("Hello").with_label("reply-1")).await.expect("sent");
    assert_eq!((&*sent.text, sent.label.as_deref(), sent.participant), ("Hello", Some("reply-1"), Some(own)));
    assert!(!chat.has_ended().await);
    let updates = chat.updates_so_far().await.expect("updates");
    let said: Vec<_> =
        updates.iter().filter(|update| update.event().is_some_and(|event| event.text.is_some())).collect();
    assert_eq!(said.iter().map(|update| update.is_own()).collect::<Vec<_>>(), [false, true]);
    let matching = |update: &&&Update| update.event().is_some_and(|event| sent.matches(event));
    assert_eq!(said.iter().filter(matching).count(), 1);
    assert_eq!(said[1].event().and_then(|event| event.message_type.as_deref()), Some("reply-1"));
    // Another client of the same session learns it from the first event.
    let other = client(&emulator).resume(ResumePoint::new(chat.id().clone(), chat.credentials().await));
    assert_eq!(other.participant().await, None);
    other.updates_so_far().await.expect("updates");
    assert_eq!(other.participant().await, Some(own));
    chat.complete().await.expect("ended");
    chat.updates_so_far().await.expect("updates");
    assert!(chat.has_ended().await);
}

#[tokio::test]
async fn the_end_of_a_session_keeps_the_errors_of_the_server() {
    let emulator = Emulator::start().await.expect("it starts");
    let chat = begin(&emulator).await;
    let mut credentials = chat.credentials().await;
    credentials.secure_key = "0000000000000000".into();
    let stranger = client(&emulator).resume(ResumePoint::new(chat.id().clone(), credentials));
    let error = stranger.next_update().await.expect_err("a wrong key");
    assert!(error.to_string().contains("wrong-credentials"), "{error}");
    assert!(stranger.has_ended().await);
}

#[tokio::test]
async fn what_cannot_be_stored_is_not_used() {
    let emulator = Emulator::start().await.expect("it starts");
    let full = Arc::new(AtomicBool::new(true));
    let stored = Arc::new(Mutex::new(Vec::new()));
    let chat = begin(&emulator).await.on_renewal({
        let (full, stored) = (full.clone(), stored.clone());
        move |point: ResumePoint| {
            let is_full = full.load(Ordering::SeqCst);
            let stored = stored.clone();
            async move {
                stored.lock().expect("no panic").push(point.cursor.credentials().clone());
                if is_full { Err("the disk is full") } else { Ok(()) }
            }
        }
    });
    emulator.faults().share(Fault::RenewedCredentials, 1.0);
    chat.send("first").await.expect("the answer came, and renewed the credentials");
    let requests = emulator.requests("operate_chat");
    let error = chat.send("second").await.expect_err("nothing is sent before they are stored");
    assert!(matches!(error, Error::NotStored(_)) && error.is_retryable() && !error.may_have_happened(), "{error}");
    assert_eq!(error.to_string(), "no request was made, because the state could not be stored: the disk is full");
    assert_eq!(emulator.requests("operate_chat"), requests);
    full.store(false, Ordering::SeqCst);
    chat.send("second").await.expect("sent");
    let current = chat.credentials().await;
    assert_eq!(stored.lock().expect("no panic").last(), Some(&current), "each is stored before it is used");
}

#[tokio::test]
async fn a_stored_message_is_for_its_chat_and_version() {
    let emulator = Emulator::start().await.expect("it starts");
    let (chat, other) = (begin(&emulator).await, begin(&emulator).await);
    let message = chat.prepare("Hello").await;
    assert_eq!(chat.look_up(&message).await.expect("nothing was sent"), CallOutcome::NotDone);
    let mut stored = serde_json::to_value(&message).expect("it can be stored");
    let key = chat.credentials().await.secure_key.expose().to_owned();
    assert!(!stored.to_string().contains(&key));
    let mut read: PreparedMessage = serde_json::from_value(stored.clone()).expect("it can be read");
    let error = other.carry_out(&mut read).await.expect_err("of another chat");
    assert!(matches!(error, Error::InvalidArgument(_)), "{error}");
    stored["version"] = 2.into();
    let error = serde_json::from_value::<PreparedMessage>(stored).expect_err("a later version").to_string();
    assert_eq!(error, "version 2 of a prepared message is unknown: use a later release");
}
