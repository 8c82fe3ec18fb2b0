//! Something is created once, or it is said that nobody knows.

use std::time::Duration;

use conversation_emulator::{Emulator, Fault, Script};
use genesys_chat_types::ChatEventType;
use proficient_client::{Error, Reconcile, RequestPolicy};
use proficient_types::{AgentCreateParams, AgentModel, InteractionCreateParams, UserCreateParams, UserExternalId};

use crate::{admin, customer, genesys, interaction, quick, text_below};

/// Faults after which nobody who only looks at the answer knows whether it was done.
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
            Err(Error::OutcomeUnknown(unsettled)) => assert!(!found && unsettled.candidates.is_empty(), "{unsettled}"),
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
    // Somebody else says the same at the same moment: between the two looks at the list.
    let somebody_else = client.clone().with_reconcile(Reconcile::Never);
    let (here, there) = (client.messages(), somebody_else.messages());
    let (sent, other) = tokio::join!(here.create(&params), there.create(&params));
    let stored = emulator.messages(&begun.id).await.expect("the store");
    match (sent, other) {
        (Err(Error::OutcomeUnknown(unsettled)), _) => {
            assert_eq!(unsettled.candidates.len(), stored.len(), "{unsettled}")
        }
        // The fault hit the other one, or the list was read in between.
        (Ok(sent), _) => assert!(stored.contains(&sent)),
        (Err(error), _) => panic!("{error}"),
    }
}

#[tokio::test]
async fn without_settling_the_caller_is_told_that_it_may_have_happened() {
    let emulator = Emulator::start().await.expect("it starts");
    let client = customer(&emulator);
    let begun = interaction(&client, &emulator).await;
    emulator.faults().next_for("messages_create", Fault::DroppedAfter);
    let params = text_below(&begun, None, "Hello?");
    let error = client.with_reconcile(Reconcile::Never).messages().create(&params).await.expect_err("no answer");
    assert!(matches!(error, Error::Transport(_)) && error.may_have_happened(), "{error}");
    assert_eq!(emulator.messages(&begun.id).await.expect("the store").len(), 1);
}

#[tokio::test]
async fn a_list_that_cannot_be_read_leaves_it_unknown() {
    let emulator = Emulator::start().await.expect("it starts");
    let client = customer(&emulator).with_policy(quick().with_attempts(1));
    let begun = interaction(&client, &emulator).await;
    client.messages().create(&text_below(&begun, None, "first")).await.expect("sent");
    emulator.faults().next_for("messages_create", Fault::DroppedAfter);
    // The first list is the one before.
    let params = text_below(&begun, None, "second");
    let create = client.messages();
    let sending = create.create(&params);
    emulator.faults().share(Fault::EmptyPage, 0.0);
    let error = async {
        let sending = sending.await;
        sending.map(|sent| sent.content)
    };
    assert_eq!(error.await.expect("the list tells"), "second");
    emulator.faults().share(Fault::EmptyPage, 1.0);
    let error = client.messages().create(&text_below(&begun, None, "third")).await.expect_err("no list before");
    assert!(matches!(error, Error::Cursor(_)), "nothing was sent: {error}");
    assert_eq!(emulator.messages(&begun.id).await.expect("the store").len(), 2);
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
