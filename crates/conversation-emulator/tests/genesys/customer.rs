//! A customer, who keeps to the documentation.

use conversation_core::ChatCredentials;
use conversation_emulator::{Clock, Emulator, Fault, Script, Timestamp};
use genesys_chat_types::{
    ChatEvent, ChatId, ChatStatus, GetMessagesAnswer, OperateChatAnswer, RequestChatAnswer, RequestChatParams,
    TenantName,
};
use serde_json::{Value, json};

use crate::wire::post;

/// Where every clock of these tests begins.
pub(crate) const BEGIN: i64 = 1_406_239_877_000;

pub(crate) async fn emulator(script: Script) -> Emulator {
    Emulator::builder().clock(Clock::fixed(Timestamp::from_millis(BEGIN))).script(script).start().await.unwrap()
}

/// A script of one participant, `bot`, and these rules.
pub(crate) fn script(rules: Value) -> Script {
    let participants = json!([
        { "name": "bot", "nickname": "system", "type": "External" },
        { "name": "kim", "nickname": "Kim", "type": "Agent" },
    ]);
    Script::from_json(&json!({ "participants": participants, "rules": rules }).to_string()).unwrap()
}

pub(crate) struct Customer<'e> {
    pub(crate) emulator: &'e Emulator,
    pub(crate) chat: ChatId,
    pub(crate) credentials: ChatCredentials,
}

impl<'e> Customer<'e> {
    pub(crate) fn new(emulator: &'e Emulator) -> Self {
        let mut params = RequestChatParams::new(TenantName::new("Environment"));
        params.nickname = Some("nickname".to_owned());
        Self::request(emulator, &params).0
    }

    pub(crate) fn request(emulator: &'e Emulator, params: &RequestChatParams) -> (Self, RequestChatAnswer) {
        let answer = post(emulator, "/api/v2/chats", &serde_json::to_value(params).unwrap(), None);
        let answer: RequestChatAnswer = serde_json::from_value(answer).unwrap();
        assert_eq!(answer.status_code, ChatStatus::DONE, "{answer:?}");
        let credentials = ChatCredentials::new(
            answer.user_id.clone().unwrap(),
            answer.secure_key.clone().unwrap(),
            answer.alias.clone().unwrap(),
            answer.tenant_name.clone().unwrap(),
        );
        (Self { emulator, chat: answer.chat_id.clone().unwrap(), credentials }, answer)
    }

    /// The body with the credentials that are held.
    pub(crate) fn with_credentials(&self, body: Value) -> Value {
        let mut with = serde_json::to_value(&self.credentials).unwrap();
        let snake = ["user_id", "secure_key", "alias", "tenant_name"];
        let camel = ["userId", "secureKey", "alias", "tenantName"];
        let mut all = body;
        for (snake, camel) in snake.into_iter().zip(camel) {
            all[camel] = with[snake].take();
        }
        all
    }

    pub(crate) fn path(&self) -> String {
        format!("/api/v2/chats/{}", self.chat)
    }

    /// Get Messages as it is answered.
    pub(crate) fn ask(&mut self, body: Value, fault: Option<Fault>) -> GetMessagesAnswer {
        let body = self.with_credentials(body);
        let answer = post(self.emulator, &format!("{}/messages", self.path()), &body, fault);
        let answer: GetMessagesAnswer = serde_json::from_value(answer).unwrap();
        if answer.status_code == ChatStatus::DONE {
            self.adopt(answer.user_id.clone(), answer.secure_key.clone(), answer.alias.clone());
        }
        answer
    }

    /// The events from a position on, and whether the chat has ended.
    pub(crate) fn events_from(&mut self, position: i64) -> (Vec<ChatEvent>, bool) {
        let answer = self.ask(json!({ "transcriptPosition": position }), None);
        assert_eq!(answer.status_code, ChatStatus::DONE, "{answer:?}");
        (answer.messages.unwrap().into(), answer.chat_ended.unwrap())
    }

    pub(crate) fn events(&mut self) -> Vec<ChatEvent> {
        self.events_from(1).0
    }

    /// One of the eight operations, as it is answered.
    pub(crate) fn operate_with(&mut self, body: Value, fault: Option<Fault>) -> OperateChatAnswer {
        let body = self.with_credentials(body);
        let answer: OperateChatAnswer =
            serde_json::from_value(post(self.emulator, &self.path(), &body, fault)).unwrap();
        if answer.status_code == ChatStatus::DONE {
            self.adopt(answer.user_id.clone(), answer.secure_key.clone(), answer.alias.clone());
        }
        answer
    }

    /// One of the eight operations, which is done.
    pub(crate) fn operate(&mut self, body: Value) -> OperateChatAnswer {
        let answer = self.operate_with(body, None);
        assert_eq!(answer.status_code, ChatStatus::DONE, "{answer:?}");
        answer
    }

    pub(crate) fn say(&mut self, text: &str) {
        self.operate(json!({ "operationName": "SendMessage", "text": text }));
    }

    fn adopt(
        &mut self,
        user_id: Option<genesys_chat_types::UserId>,
        secure_key: Option<genesys_chat_types::SecureKey>,
        alias: Option<genesys_chat_types::Alias>,
    ) {
        let held = &mut self.credentials;
        held.user_id = user_id.unwrap_or(held.user_id.clone());
        held.secure_key = secure_key.unwrap_or(held.secure_key.clone());
        held.alias = alias.unwrap_or(held.alias.clone());
    }
}

/// An event in short: `3 TypingStarted nickname@5000 text`, with the time since the beginning.
pub(crate) fn short(event: &ChatEvent) -> String {
    let text = event.text.as_deref().map_or(String::new(), |text| format!(" {text}"));
    format!(
        "{} {} {}@{}{text}",
        event.index.unwrap(),
        event.type_,
        event.from.nickname,
        event.utc_time.as_millis() - BEGIN
    )
}

pub(crate) fn shorts(events: &[ChatEvent]) -> Vec<String> {
    events.iter().map(short).collect()
}

/// The code of the one error of an answer with `statusCode` 2.
pub(crate) fn refusal(answer: &Value) -> String {
    assert_eq!(answer["statusCode"], 2, "{answer}");
    let errors = answer["errors"].as_array().unwrap();
    assert_eq!(errors.len(), 1, "{answer}");
    assert!(!errors[0]["message"].as_str().unwrap().is_empty(), "{answer}");
    assert!(!errors[0]["advice"].as_str().unwrap().is_empty(), "{answer}");
    assert_eq!(answer.as_object().unwrap().len(), 2, "no other field: {answer}");
    errors[0]["code"].as_str().unwrap().to_owned()
}
