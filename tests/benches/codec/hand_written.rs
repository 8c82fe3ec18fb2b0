//! What one writes by hand in a hurry: closed enums, plain strings, unknown fields lost, null as good as absent.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

#[derive(Deserialize, Serialize)]
pub(crate) struct MessagesList {
    data: Vec<Message>,
    has_more: bool,
}

#[derive(Deserialize, Serialize)]
struct Message {
    id: String,
    object: String,
    content: String,
    created_at: i64,
    depth: i64,
    interaction_id: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    parent_id: Option<String>,
    sent_by: SentBy,
}

#[derive(Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
enum SentBy {
    User,
    Agent,
}

#[derive(Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct GetMessagesAnswer {
    status_code: i64,
    messages: Vec<ChatEvent>,
    alias: String,
    secure_key: String,
    user_id: String,
    tenant_name: String,
    chat_ended: bool,
}

#[derive(Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
struct ChatEvent {
    from: Participant,
    index: i64,
    #[serde(rename = "type")]
    kind: ChatEventType,
    utc_time: i64,
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    message_type: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    user_data: Option<BTreeMap<String, String>>,
}

#[derive(Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
struct Participant {
    nickname: String,
    participant_id: i64,
    #[serde(rename = "type")]
    kind: ParticipantType,
}

#[derive(Deserialize, Serialize)]
enum ChatEventType {
    ParticipantJoined,
    ParticipantLeft,
    Message,
    TypingStarted,
    TypingStopped,
    Notice,
}

#[derive(Deserialize, Serialize)]
enum ParticipantType {
    Client,
    External,
    Agent,
    Supervisor,
}
