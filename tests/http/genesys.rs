//! Every operation of the Genesys client.

use std::time::Duration;

use conversation_core::{Transcript, Verdict};
use conversation_emulator::{Emulator, Fault, Script};
use futures_util::{StreamExt as _, TryStreamExt as _};
use genesys_chat_client::{Chat, Client, Error, Polling, Update};
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
