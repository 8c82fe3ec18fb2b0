//! Something is created once, or its outcome is unknown.

use std::time::Duration;

use conversation_emulator::{Emulator, Fault, Script};
use genesys_chat_types::ChatEventType;
use proficient_client::{CallOutcome, Client, CreateCall, Error, PreparedCall, Reconcile, RequestPolicy};
use proficient_types::{AgentCreateParams, AgentModel, InteractionCreateParams, UserCreateParams, UserExternalId};

use crate::{admin, customer, genesys, interaction, quick, text_below};

/// Faults after which the answer does not tell whether the request was carried out.
const AMBIGUOUS: &[Fault] = &[Fault::DroppedBefore, Fault::DroppedAfter, Fault::TruncatedBody, Fault::ServerError];

#[tokio::test]
async fn a_message_is_sent_once_whatever_becomes_of_the_answer() {
    for seed in 0..20 {
        let emulator = Emulator::builder().seed(seed).start().await.expect("it starts");
        let client = customer(&emulator);
        let begun = interaction(&client, &emulator).await;
        let params = text_below(&begun, None, "the same text");
        let mut sent = Vec::new();
        for fault in AMBIGUOUS {
            emulator.faults().next_for("messages_create", *fault);
            sent.push(client.messages().create(&params).await.unwrap_or_else(|error| panic!("{fault}: {error}")));
        }
        // Equal ones that were there before are not taken for it.
        assert_eq!(sent, emulator.messages(&begun.id).await.expect("the store"), "seed {seed}");
    }
}

#[tokio::test]
async fn a_reply_is_asked_for_once() {
    for seed in 0..20 {
        let emulator = Emulator::builder().seed(seed).start().await.expect("it starts");
        let client = customer(&emulator);
        let begun = interaction(&client, &emulator).await;
        let question = client.messages().create(&text_below(&begun, None, "Hello?")).await.expect("sent");
        let mut replies = vec![question.clone()];
        for fault in AMBIGUOUS {
            emulator.faults().next_for("messages_ask", *fault);
            replies.push(
                client
                    .messages()
                    .ask(&question.interaction_id, &question.id)
                    .await
                    .unwrap_or_else(|error| panic!("{fault}: {error}")),
            );
        }
        assert_eq!(replies, emulator.messages(&begun.id).await.expect("the store"), "seed {seed}");
    }
}

#[tokio::test]
async fn interactions_agents_and_users_are_created_once() {
    let emulator = Emulator::start().await.expect("it starts");
    let (client, admin) = (customer(&emulator), admin(&emulator));
    let mut agent = AgentCreateParams::new(AgentModel::OpenAiGpt4);
    agent.name = Some("Twin".into());
    let mut begun = Vec::new();
    for (number, fault) in AMBIGUOUS.iter().enumerate() {
        emulator.faults().next_for("interactions_create", *fault);
        let params = InteractionCreateParams::new(emulator.agent_id().clone());
        begun.push(
            client.interactions().create(&params).await.unwrap_or_else(|error| panic!("{fault}: {error}")).interaction,
        );
        emulator.faults().next_for("agents_create", *fault);
        admin.agents().create(&agent).await.unwrap_or_else(|error| panic!("{fault}: {error}"));
        emulator.faults().next_for("users_create", *fault);
        let params = UserCreateParams::new(UserExternalId::new(format!("user-{number}")));
        admin.users().create(&params).await.unwrap_or_else(|error| panic!("{fault}: {error}"));
    }
    assert_eq!(begun, emulator.interactions().await.expect("the store"));
    emulator.faults().clear();
    let agents = admin.agents().list().await.expect("agents").data;
    assert_eq!(agents.iter().filter(|agent| agent.name == "Twin").count(), AMBIGUOUS.len());
    let users = admin.users().list(None).await.expect("users").data;
    assert_eq!(users.iter().filter(|user| user.external_id.as_str().starts_with("user-")).count(), AMBIGUOUS.len());
}

#[tokio::test]
async fn what_is_deleted_is_gone_whatever_becomes_of_the_answer() {
    let emulator = Emulator::start().await.expect("it starts");
    let client = customer(&emulator);
    for fault in AMBIGUOUS {
        let begun = interaction(&client, &emulator).await;
        emulator.faults().next_for("interactions_delete", *fault);
        client.interactions().delete(&begun.id).await.unwrap_or_else(|error| panic!("{fault}: {error}"));
        assert!(emulator.interactions().await.expect("the store").is_empty(), "{fault}");
    }
}

#[tokio::test]
async fn an_answer_that_is_late_is_found_or_unknown_and_never_repeated() {
    for (late, found) in [(Duration::from_millis(150), true), (Duration::from_millis(1500), false)] {
        let emulator = Emulator::builder().delay(late).start().await.expect("it starts");
        let client = customer(&emulator);
        let begun = interaction(&client, &emulator).await;
        let policy = RequestPolicy::default()
            .with_timeout(Duration::from_millis(100))
            .with_backoff(Duration::from_millis(100), Duration::from_millis(100));
        let hasty = client.clone().with_policy(policy);
        emulator.faults().next_for("messages_create", Fault::Late);
        let sent = hasty.messages().create(&text_below(&begun, None, "Hello?")).await;
        match sent {
            Ok(_) => assert!(found),
            Err(Error::OutcomeUnknown(unknown)) => assert!(!found && unknown.candidates.is_empty(), "{unknown}"),
            Err(error) => panic!("{error}"),
        }
        tokio::time::sleep(late).await;
        assert_eq!(emulator.messages(&begun.id).await.expect("the store").len(), 1);
    }
}

#[tokio::test]
async fn two_that_may_be_it_are_both_named() {
    let emulator = Emulator::builder().delay(Duration::from_millis(400)).start().await.expect("it starts");
    let client = customer(&emulator);
    let begun = interaction(&client, &emulator).await;
    let params = text_below(&begun, None, "the same text");
    emulator.faults().next_for("messages_create", Fault::DroppedAfter);
    // Another client of the same user says the same at the same moment.
    let another = customer(&emulator).with_reconcile(Reconcile::Never);
    let (here, there) = (client.messages(), another.messages());
    let (sent, other) = tokio::join!(here.create(&params), there.create(&params));
    let stored = emulator.messages(&begun.id).await.expect("the store");
    match (sent, other) {
        (Err(Error::OutcomeUnknown(unknown)), _) => {
            assert_eq!(unknown.candidates.len(), stored.len(), "{unknown}")
        }
        // The fault hit the other one, or the list was read in between.
        (Ok(sent), _) => assert!(stored.contains(&sent)),
        (Err(error), _) => panic!("{error}"),
    }
}

#[tokio::test]
async fn without_reconciling_the_caller_is_told_that_it_may_have_happened() {
    let emulator = Emulator::start().await.expect("it starts");
    let client = customer(&emulator);
    let begun = interaction(&client, &emulator).await;
    emulator.faults().next_for("messages_create", Fault::DroppedAfter);
    let params = text_below(&begun, None, "Hello?");
    let error =
        client.clone().with_reconcile(Reconcile::Never).messages().create(&params).await.expect_err("no answer");
    assert!(matches!(error, Error::Transport(_)) && error.may_have_happened(), "{error}");
    assert_eq!(emulator.messages(&begun.id).await.expect("the store").len(), 1);
    // A stored call may have been made: without looking, it is not made again.
    let client = client.with_reconcile(Reconcile::Never);
    let mut stored = after_a_crash(&client.messages().prepare_create(params));
    let error = client.carry_out(&mut stored).await.expect_err("it is not looked for");
    assert!(matches!(error, Error::OutcomeUnknown(_)), "{error}");
    assert_eq!(emulator.messages(&begun.id).await.expect("the store").len(), 1);
}

#[tokio::test]
async fn a_list_that_cannot_be_read_leaves_it_unknown() {
    let emulator = Emulator::start().await.expect("it starts");
    let client = customer(&emulator).with_policy(quick().with_attempts(1));
    let begun = interaction(&client, &emulator).await;
    client.messages().create(&text_below(&begun, None, "first")).await.expect("sent");
    emulator.faults().next_for("messages_create", Fault::DroppedAfter);
    let sent = client.messages().create(&text_below(&begun, None, "second")).await.expect("the list tells");
    assert_eq!(sent.content, "second");
    emulator.faults().next_for("messages_create", Fault::DroppedAfter);
    emulator.faults().share(Fault::EmptyPage, 1.0);
    let mut third = client.messages().prepare_create(text_below(&begun, None, "third"));
    let error = client.carry_out(&mut third).await.expect_err("no list");
    let Error::OutcomeUnknown(unknown) = error else { panic!("{error}") };
    assert!(unknown.cause.is_some() && unknown.list.is_some(), "{unknown}");
    emulator.faults().clear();
    // Carried out again, it is found.
    assert_eq!(client.carry_out(&mut third).await.expect("found").content, "third");
    assert_eq!(emulator.messages(&begun.id).await.expect("the store").len(), 3);
    // Where the list is read before, nothing is sent if it cannot be read.
    emulator.faults().share(Fault::EmptyPage, 1.0);
    let careful = client.with_reconcile(Reconcile::ReadBefore);
    let error = careful.messages().create(&text_below(&begun, None, "fourth")).await.expect_err("no list before");
    assert!(matches!(error, Error::Cursor(_)), "nothing was sent: {error}");
    assert_eq!(emulator.messages(&begun.id).await.expect("the store").len(), 3);
}

/// Every operation that a creation may use.
const OPERATIONS: [&str; 6] = [
    "interactions_list",
    "interactions_create",
    "interactions_get",
    "messages_list",
    "messages_create",
    "messages_ask",
];

#[tokio::test]
async fn a_call_that_is_answered_is_one_request() {
    let emulator = Emulator::start().await.expect("it starts");
    let client = customer(&emulator);
    let requests = || OPERATIONS.iter().map(|operation| emulator.requests(operation)).sum::<u64>();
    let begun = interaction(&client, &emulator).await;
    assert_eq!(requests(), 1);
    let question = client.messages().create(&text_below(&begun, None, "Hello?")).await.expect("sent");
    client.messages().ask(&begun.id, &question.id).await.expect("a reply");
    assert_eq!(requests(), 3);
    // Without an answer, the list is read once.
    emulator.faults().next_for("messages_create", Fault::DroppedAfter);
    client.messages().create(&text_below(&begun, None, "Hello?")).await.expect("found");
    assert_eq!((requests(), emulator.requests("messages_list")), (5, 1));
}

/// What a process that was killed leaves behind: the value, and nothing else.
fn after_a_crash<T: serde::Serialize + serde::de::DeserializeOwned>(prepared: &T) -> T {
    let stored = serde_json::to_string(prepared).expect("it can be stored");
    assert!(!stored.contains("pk_") && !stored.contains("secureKey"), "{stored}");
    serde_json::from_str(&stored).expect("it can be read")
}

/// Carries a call out in a process that does not store the outcome, and again in another one, from what was stored before.
async fn crash_and_carry_out<P: CreateCall>(mut call: PreparedCall<P>, first: &Client, second: &Client) -> P::Output {
    let mut stored = after_a_crash(&call);
    let _ = first.carry_out(&mut call).await;
    second.carry_out(&mut stored).await.expect("carried out")
}

#[tokio::test]
async fn a_stored_call_is_carried_out_once_also_by_another_process() {
    for (fault, is_there) in [
        (None, true),
        (Some(Fault::DroppedAfter), true),
        (Some(Fault::DroppedBefore), false),
        (Some(Fault::Late), true),
    ] {
        let late = Duration::from_millis(120);
        let emulator = Emulator::builder().delay(late).start().await.expect("it starts");
        let policy = quick().with_max_execution_time(Duration::from_millis(400));
        let new_process = || customer(&emulator).with_policy(policy.clone());
        let begun = interaction(&new_process(), &emulator).await;
        let impatient = RequestPolicy::once().with_timeout(late / 2);
        let first = new_process().with_reconcile(Reconcile::Never).with_policy(impatient);
        let fault_for = |operation| fault.inspect(|fault| emulator.faults().next_for(operation, *fault));

        fault_for("messages_create");
        let create = first.messages().prepare_create(text_below(&begun, None, "Hello?"));
        let sent = crash_and_carry_out(create, &first, &new_process()).await;
        let messages = emulator.messages(&begun.id).await.expect("the store");
        assert_eq!(messages, std::slice::from_ref(&sent), "{fault:?}");
        assert!(is_there || emulator.requests("messages_create") == 2);

        fault_for("messages_ask");
        let ask = first.messages().prepare_ask(begun.id.clone(), sent.id.clone());
        let reply = crash_and_carry_out(ask, &first, &new_process()).await;
        tokio::time::sleep(2 * late).await;
        assert_eq!(emulator.messages(&begun.id).await.expect("the store"), [sent, reply], "{fault:?}");
    }
}

/// What an earlier process read before the call is known only if it was stored; otherwise the time decides.
#[tokio::test]
async fn an_equal_one_from_long_before_is_not_the_result_of_a_stored_call() {
    let emulator = Emulator::start().await.expect("it starts");
    let policy = quick().with_max_execution_time(Duration::ZERO);
    let new_process = || customer(&emulator).with_policy(policy.clone()).with_reconcile(Reconcile::ReadBefore);
    let begun = interaction(&new_process(), &emulator).await;
    let params = text_below(&begun, None, "Hello?");
    let before = new_process().messages().create(&params).await.expect("sent");
    emulator.clock().advance(Duration::from_secs(3600));
    let mut stored = after_a_crash(&new_process().messages().prepare_create(params));
    let sent = new_process().carry_out(&mut stored).await.expect("it was not sent before");
    assert_eq!(emulator.messages(&begun.id).await.expect("the store"), [before, sent]);
}

#[tokio::test]
async fn what_became_of_a_stored_call_can_be_looked_up() {
    let emulator = Emulator::start().await.expect("it starts");
    let client = customer(&emulator).with_policy(quick().with_max_execution_time(Duration::from_millis(200)));
    let begun = interaction(&client, &emulator).await;
    let call = client.messages().prepare_create(text_below(&begun, None, "Hello?"));
    assert_eq!(client.look_up(&call).await.expect("nothing to look for"), CallOutcome::NotDone);
    let stored = after_a_crash(&call);
    // The earlier process may still have sent it.
    let outcome = client.look_up(&stored).await.expect("the list");
    let CallOutcome::Unknown { candidates, look_again_after, .. } = outcome else { panic!("{outcome:?}") };
    assert!(candidates.is_empty());
    tokio::time::sleep(look_again_after.expect("a time")).await;
    assert_eq!(client.look_up(&stored).await.expect("the list"), CallOutcome::NotDone);
    let sent = client.messages().create(&text_below(&begun, None, "Hello?")).await.expect("sent");
    let elsewhere = customer(&emulator);
    assert_eq!(elsewhere.look_up(&stored).await.expect("the list"), CallOutcome::Done(sent.clone()));
    // Two that may be it, which this client did not send.
    let other = client.messages().create(&text_below(&begun, None, "Hello?")).await.expect("sent");
    let outcome = elsewhere.look_up(&stored).await.expect("the list");
    let CallOutcome::Unknown { candidates, .. } = outcome else { panic!("{outcome:?}") };
    assert_eq!(candidates, [sent.id.to_string(), other.id.to_string()]);
}

#[tokio::test]
async fn an_equal_one_from_just_before_leaves_it_unknown_and_an_older_one_does_not() {
    for (minutes, is_known) in [(0, false), (2, true)] {
        let emulator = Emulator::start().await.expect("it starts");
        let begun = interaction(&customer(&emulator), &emulator).await;
        let params = text_below(&begun, None, "Hello?");
        let before = customer(&emulator).messages().create(&params).await.expect("sent");
        emulator.clock().advance(Duration::from_secs(10 + 60 * minutes));
        // Another client, which does not know of the first one, and whose request was not carried out.
        emulator.faults().next_for("messages_create", Fault::DroppedBefore);
        match customer(&emulator).messages().create(&params).await {
            Ok(sent) => assert!(is_known && sent.id != before.id),
            Err(Error::OutcomeUnknown(unknown)) => {
                assert!(!is_known && unknown.candidates == [before.id.to_string()], "{unknown}");
            }
            Err(error) => panic!("{error}"),
        }
        let stored = emulator.messages(&begun.id).await.expect("the store");
        assert_eq!(stored.len(), if is_known { 2 } else { 1 });
    }
}

#[tokio::test]
async fn a_stored_call_of_another_kind_or_version_is_refused() {
    let emulator = Emulator::start().await.expect("it starts");
    let client = customer(&emulator);
    let call = client.interactions().prepare_create(InteractionCreateParams::new(emulator.agent_id().clone()));
    let mut stored = serde_json::to_value(&call).expect("it can be stored");
    let read = |stored: &serde_json::Value| {
        serde_json::from_value::<PreparedCall<InteractionCreateParams>>(stored.clone())
            .map_err(|error| error.to_string())
    };
    assert!(read(&stored).is_ok());
    let other = serde_json::from_value::<PreparedCall<UserCreateParams>>(stored.clone());
    assert!(other.expect_err("another kind").to_string().contains("expected users_create"));
    stored["version"] = 2.into();
    assert_eq!(read(&stored).err().as_deref(), Some("version 2 of a prepared call is unknown: use a later release"));
}

#[tokio::test]
async fn a_chat_hears_each_text_once_whatever_becomes_of_the_answer() {
    for seed in 0..20 {
        let emulator = Emulator::builder().seed(seed).script(Script::empty()).start().await.expect("it starts");
        let chat = genesys::client(&emulator).request_chat(&genesys::params("Ann")).await.expect("a chat");
        for fault in AMBIGUOUS.iter().chain([&Fault::TryAgain, &Fault::TooManyRequests]) {
            emulator.faults().next_for("operate_chat", *fault);
            chat.send("the same text").await.unwrap_or_else(|error| panic!("{fault}: {error}"));
        }
        for fault in AMBIGUOUS {
            emulator.faults().next_for("operate_chat", *fault);
            chat.update_nickname("Annie").await.unwrap_or_else(|error| panic!("{fault}: {error}"));
            emulator.faults().next_for("operate_chat", *fault);
            chat.push_url("http://example.com").await.unwrap_or_else(|error| panic!("{fault}: {error}"));
        }
        emulator.faults().next_for("operate_chat", Fault::DroppedAfter);
        chat.complete().await.expect("ended");
        let events = emulator.chat_events(chat.id()).await.expect("the store").expect("the chat");
        let count = |type_: ChatEventType| events.iter().filter(|event| event.type_ == type_).count();
        assert_eq!(count(ChatEventType::Message), AMBIGUOUS.len() + 2, "seed {seed}");
        assert_eq!(count(ChatEventType::Notice), 2 * AMBIGUOUS.len(), "seed {seed}");
        assert_eq!(genesys::follow(&chat).await.expect("the transcript"), events);
    }
}
