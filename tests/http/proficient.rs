//! Every operation of the Proficient client.

use conversation_core::Verdict;
use conversation_emulator::Emulator;
use conversation_wire::Field;
use proficient_client::{Auth, Client, Error};
use proficient_types::{
    AgentConfigUpdateParams, AgentCreateParams, AgentModel, AgentUpdateParams, ErrorCode, InitialTurn,
    InteractionCreateParams, InteractionId, InteractionUpdateParams, LiveModeFilter, MessageId, SentBy,
    UserCreateParams, UserExternalId, UserUpdateParams,
};

use crate::{admin, customer, interaction, quick, text_below, user};

/// The status of the API's error that this is.
pub(crate) fn status<T: std::fmt::Debug>(result: Result<T, Error>) -> (u16, ErrorCode) {
    match result {
        Err(Error::Api(failure)) => (failure.status, failure.code.clone()),
        other => panic!("no error of the API: {other:?}"),
    }
}

#[tokio::test]
async fn interactions_are_begun_listed_read_renamed_and_deleted() {
    let emulator = Emulator::start().await.expect("it starts");
    let client = customer(&emulator);
    let begun = interaction(&client, &emulator).await;
    let listed = client.interactions().list(Some(emulator.agent_id()), None, None).await.expect("a page");
    assert_eq!((listed.data, listed.has_more), ([begun.clone()].into(), false));
    assert_eq!(client.interactions().get(&begun.id).await.expect("it is there"), begun);

    let mut params = InteractionUpdateParams::new();
    params.name = Field::Value("Account".into());
    let named = client.interactions().update(&begun.id, &params).await.expect("it can be named");
    assert_eq!(named.name.as_deref(), Some("Account"));
    let same = client.interactions().update(&begun.id, &InteractionUpdateParams::new()).await.expect("nothing changes");
    assert_eq!(same.name.as_deref(), Some("Account"));
    params.name = Field::Value(String::new());
    let cleared = client.interactions().update(&begun.id, &params).await.expect("it is cleared");
    assert_eq!(cleared.name.as_deref(), Some(""));

    assert_eq!(client.interactions().delete(&begun.id).await.expect("deleted").expect("its answer").id, begun.id);
    assert_eq!(status(client.interactions().get(&begun.id).await), (404, ErrorCode::ResourceNotFound));
    assert_eq!(status(client.interactions().delete(&begun.id).await).0, 404);
}

#[tokio::test]
async fn messages_are_sent_asked_for_read_and_listed() {
    let emulator = Emulator::start().await.expect("it starts");
    let client = customer(&emulator);
    let begun = interaction(&client, &emulator).await;
    let question = client.messages().create(&text_below(&begun, None, "Hello?")).await.expect("sent");
    assert_eq!((question.content.as_str(), &question.sent_by, question.depth), ("Hello?", &SentBy::User, 0));
    let first = client.messages().ask(&question.interaction_id, &question.id).await.expect("a reply");
    let second = client.messages().ask(&question.interaction_id, &question.id).await.expect("another reply");
    assert_ne!(first.id, second.id);
    for reply in [&first, &second] {
        assert_eq!((&reply.sent_by, reply.depth), (&SentBy::Agent, 1));
        assert_eq!(reply.parent_id.value(), Some(&question.id));
        assert_eq!(&client.messages().get(&reply.id).await.expect("it is there"), reply);
    }
    let page = client.messages().list(&begun.id, None, None).await.expect("a page");
    assert_eq!(page.data.len(), 3);
    assert_eq!(status(client.messages().ask(&first.interaction_id, &first.id).await), (409, ErrorCode::Conflict));
    let nowhere = text_below(&begun, Some(&MessageId::new("msg_none")), "below nothing");
    assert_eq!(status(client.messages().create(&nowhere).await).0, 404);

    let thread = client.interaction_tree(&begun.id).await.expect("the thread");
    assert_eq!(thread.completeness.verdict(), Verdict::Complete, "{}", thread.completeness);
    assert_eq!((thread.forest.len(), thread.defects.len(), thread.interaction.total_message_count), (3, 0, 3));
}

#[tokio::test]
async fn agents_are_created_listed_read_changed_configured_switched_and_deleted() {
    let emulator = Emulator::start().await.expect("it starts");
    let admin = admin(&emulator);
    let mut params = AgentCreateParams::new(AgentModel::OpenAiGpt4);
    params.name = Some("Support".into());
    params.initial_turn = Some(InitialTurn::Agent);
    params.greeting_message = Some("Hello, {{agent.name}} here.".into());
    let agent = admin.agents().create(&params).await.expect("created");
    assert_eq!(agent.name, "Support");
    let listed = admin.agents().list().await.expect("listed").data;
    assert!(listed.len() == 2 && listed.first() == Some(&agent), "the newest first");
    assert_eq!(admin.agents().get(&agent.id).await.expect("it is there"), agent);

    let mut change = AgentUpdateParams::new();
    change.description = Field::Value("Helps.".into());
    let changed = admin.agents().update(&agent.id, &change).await.expect("changed");
    assert_eq!(changed.description.as_deref(), Some("Helps."));

    let config = admin.agents().config(&agent.id).await.expect("a configuration");
    assert_eq!(config.model, AgentModel::OpenAiGpt4);
    let mut change = AgentConfigUpdateParams::new();
    change.system_message = Field::Value("Be brief.".into());
    let config = admin.agents().update_config(&agent.id, &change).await.expect("changed");
    assert_eq!(config.system_message.as_deref(), Some("Be brief."));

    assert!(admin.agents().activate(&agent.id).await.expect("on").active);
    let client = customer(&emulator);
    let greeted = client.interactions().create(&InteractionCreateParams::new(agent.id.clone())).await.expect("begun");
    assert_eq!(greeted.messages.first().map(|message| message.content.as_str()), Some("Hello, Support here."));
    assert!(!admin.agents().deactivate(&agent.id).await.expect("off").active);
    assert!(!admin.agents().deactivate(&agent.id).await.expect("off again").active);

    assert_eq!(admin.agents().delete(&agent.id).await.expect("deleted").expect("its answer").id, agent.id);
    assert_eq!(status(client.interactions().get(&greeted.interaction.id).await).0, 404, "its interactions go too");
}

#[tokio::test]
async fn users_are_created_listed_read_changed_and_deleted() {
    let emulator = Emulator::start().await.expect("it starts");
    let admin = admin(&emulator);
    let mut params = UserCreateParams::new(UserExternalId::new("ann"));
    params.live_mode = Some(false);
    let ann = admin.users().create(&params).await.expect("created");
    assert_eq!(status(admin.users().create(&params).await), (400, ErrorCode::InvalidRequest), "it is taken");
    let tests = admin.users().list(Some(&LiveModeFilter::False)).await.expect("listed").data;
    assert_eq!(tests, std::slice::from_ref(&ann));
    assert!(!admin.users().list(Some(&LiveModeFilter::True)).await.expect("listed").data.contains(&ann));
    assert_eq!(admin.users().get(&ann.id).await.expect("she is there"), ann);

    let mut change = UserUpdateParams::new();
    change.first_name = Field::Value("Ann".into());
    let herself = user(&emulator, "ann");
    assert_eq!(herself.users().update(&ann.id, &change).await.expect("changed").first_name.as_deref(), Some("Ann"));
    assert_eq!(status(customer(&emulator).users().update(&ann.id, &change).await).0, 403);
    assert_eq!(admin.users().delete(&ann.id).await.expect("deleted").expect("her answer").id, ann.id);
    assert_eq!(status(admin.users().get(&ann.id).await).0, 404);
}

#[tokio::test]
async fn a_client_is_known_by_its_key_and_by_its_signature() {
    let emulator = Emulator::builder().require_hmac(true).start().await.expect("it starts");
    let key = emulator.keys().publishable_key().expose();
    let external_id = UserExternalId::new("Жанна");
    let auth = Auth::publishable(key, &external_id).expect("it can be sent");
    let client = |auth: Auth| Client::new(&emulator.proficient_url(), auth).expect("a URL").with_policy(quick());
    let list = |client: Client| async move { client.interactions().list(None, None, None).await };

    let secret = emulator.keys().hmac_secret().expose();
    list(client(auth.clone().signed_with(secret).expect("signed"))).await.expect("computed here");
    let given = emulator.sign(external_id.as_str());
    list(client(auth.clone().with_hmac(&given).expect("signed"))).await.expect("computed elsewhere");
    let refused =
        [auth.clone(), auth.clone().with_hmac("bm8=").expect("signed"), Auth::secret("sk_no").expect("a key")];
    for auth in refused {
        assert_eq!(status(list(client(auth)).await), (401, ErrorCode::InvalidCredentials));
    }
}

#[tokio::test]
async fn another_users_things_are_forbidden() {
    let emulator = Emulator::start().await.expect("it starts");
    let begun = interaction(&customer(&emulator), &emulator).await;
    let other = user(&emulator, "somebody else");
    assert_eq!(status(other.interactions().get(&begun.id).await), (403, ErrorCode::Forbidden));
    assert_eq!(status(other.messages().list(&begun.id, None, None).await).0, 403);
    assert_eq!(status(other.messages().create(&text_below(&begun, None, "me too")).await).0, 403);
}

#[tokio::test]
async fn no_id_leads_to_another_operation() {
    let emulator = Emulator::start().await.expect("it starts");
    let client = customer(&emulator);
    let begun = interaction(&client, &emulator).await;
    for id in ["..", ".", ""] {
        let error = client.interactions().delete(&InteractionId::new(id)).await.expect_err("no id");
        assert!(matches!(error, Error::InvalidArgument(_)), "{error}");
    }
    for id in [format!("x/../{}", begun.id), format!(r"x\..\{}", begun.id), format!("%2e%2e/{}", begun.id)] {
        assert_eq!(status(client.interactions().delete(&InteractionId::new(id)).await).0, 404);
    }
    assert_eq!(emulator.interactions().await.expect("the store").len(), 1);
}
