//! Credentials that are renewed.

use conversation_emulator::{Fault, Script};
use genesys_chat_types::ChatStatus;
use serde_json::json;

use crate::{
    customer::{Customer, emulator, refusal},
    wire::post,
};

const RENEW: Option<Fault> = Some(Fault::RenewedCredentials);

#[tokio::test]
async fn a_renewal_changes_all_three_and_keeps_the_tenant() {
    let emulator = emulator(Script::empty()).await;
    for renew in [
        |customer: &mut Customer<'_>| drop(customer.ask(json!({}), RENEW)),
        |customer: &mut Customer<'_>| {
            drop(customer.operate_with(json!({ "operationName": "SendMessage", "text": "a" }), RENEW));
        },
        |customer: &mut Customer<'_>| drop(customer.operate_with(json!({ "operationName": "GetChat" }), RENEW)),
    ] {
        let mut customer = Customer::new(&emulator);
        let old = customer.credentials.clone();
        renew(&mut customer);
        let new = customer.credentials.clone();
        assert!(new.user_id != old.user_id && new.secure_key != old.secure_key && new.alias != old.alias);
        assert_eq!(new.tenant_name, old.tenant_name);
        assert!(new.alias.as_str().bytes().all(|byte| byte.is_ascii_digit()));
        customer.say("with the new ones");
        assert_eq!(customer.credentials, new, "they stay until the next renewal");
    }
}

#[tokio::test]
async fn the_old_ones_are_good_until_the_new_ones_were_used_and_never_after() {
    let emulator = emulator(Script::empty()).await;
    let mut customer = Customer::new(&emulator);
    let old = customer.credentials.clone();
    // Answers that are lost: the client never adopts what they renew.
    customer.ask(json!({}), RENEW);
    let new = customer.credentials.clone();
    for _ in 0..3 {
        customer.credentials = old.clone();
        let answer = customer.ask(json!({}), RENEW);
        assert_eq!(answer.status_code, ChatStatus::DONE);
        assert_eq!(customer.credentials, new, "and what was lost is handed out again");
    }
    customer.credentials = old.clone();
    customer.say("with the old ones");
    assert_eq!(customer.credentials, new, "by every answer");

    // Of both, one half: neither.
    let mut mixed = old.clone();
    mixed.user_id = new.user_id.clone();
    customer.credentials = mixed;
    let body = customer.with_credentials(json!({}));
    let path = format!("{}/messages", customer.path());
    assert_eq!(refusal(&post(&emulator, &path, &body, None)), "wrong-credentials");

    customer.credentials = new;
    customer.say("with the new ones");
    customer.credentials = old;
    let body = customer.with_credentials(json!({}));
    assert_eq!(refusal(&post(&emulator, &path, &body, None)), "wrong-credentials");
}

#[tokio::test]
async fn nothing_that_is_printed_of_a_chat_has_a_secure_key() {
    let emulator = emulator(Script::default()).await;
    let mut customer = Customer::new(&emulator);
    customer.ask(json!({}), RENEW);
    let key = customer.credentials.secure_key.expose().to_owned();
    let chats = emulator.chats().await.unwrap();
    assert!(!format!("{chats:?} {emulator:?}").contains(&key));
    let mut wrong = customer.with_credentials(json!({}));
    wrong["alias"] = json!(7);
    let answer = post(&emulator, &format!("{}/messages", customer.path()), &wrong, None);
    assert!(!answer.to_string().contains(&key));
}
