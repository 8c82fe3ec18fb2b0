//! Sending a message once: what the transcript says where no answer came.

use std::{collections::BTreeMap, time::Duration};

use conversation_core::ChatCredentials;
use conversation_http::{CallOutcome, Error as CallError, InvalidArgument, OutcomeUnknown, RequestPolicy, Retry};
use genesys_chat_types::{
    ChatEvent, ChatStatus, GetMessagesAnswer, GetMessagesParams, OperateChatAnswer, OperateChatParams, PushUrlParams,
    SendMessageParams, TranscriptPosition, UpdateNicknameParams,
};

use crate::{
    Chat, ChatFailure, Error, OutgoingMessage, PreparedMessage, SentMessage,
    prepared::{Evidence, Operation},
    session::Session,
};

/// How many gaps of the transcript are noted with a message.
const MOST_GAPS: usize = 100;

/// The longest wait between two looks at the transcript.
const LONGEST_WAIT: Duration = Duration::from_secs(1);

impl Chat {
    /// A message as a value to store before it is sent. Nothing is requested.
    ///
    /// Store it, and the [`resume_point`](Self::resume_point), before you [carry it out](Self::carry_out).
    pub async fn prepare(&self, message: impl Into<OutgoingMessage>) -> PreparedMessage {
        let mut session = self.session().await;
        self.prepare_in(&mut session, Operation::Message, message.into())
    }

    /// Sends a prepared message once, and returns what was sent.
    ///
    /// A value that was stored, or whose outcome was unknown, is looked for in the transcript first. If it is not there, it is
    /// sent once the server cannot be at it any more: after the policy's `max_execution_time`, counted from when the value
    /// was read, or from when its last attempt ended. The other calls of this chat wait until then.
    ///
    /// # Errors
    ///
    /// As of [`send`](Self::send). `OutcomeUnknown` when an attempt of this call got no answer and the transcript cannot tell:
    /// carry it out again, later or in another process, and it is looked for first.
    pub async fn carry_out(&self, message: &mut PreparedMessage) -> Result<SentMessage, Error> {
        self.check(message)?;
        let chat = self.started();
        let mut session = chat.session().await;
        chat.carry_out_in(&mut session, message).await
    }

    /// What became of a prepared message, from the transcript alone: nothing is sent.
    ///
    /// # Errors
    ///
    /// When the transcript cannot be read.
    pub async fn look_up(&self, message: &PreparedMessage) -> Result<CallOutcome<SentMessage>, Error> {
        self.check(message)?;
        if !message.attempted.is_possible() {
            return Ok(CallOutcome::NotDone);
        }
        let chat = self.started();
        let mut session = chat.session().await;
        let at_it = message.attempted.may_be_at_it(chat.client.policy().max_execution_time());
        Ok(match chat.look(&mut session, message, &mut Later::default()).await? {
            Evidence::Sent(event) => CallOutcome::Done(message.sent(Some(*event), session.participant)),
            Evidence::Absent if at_it.is_none() => CallOutcome::NotDone,
            Evidence::Absent => CallOutcome::unknown(Vec::new(), at_it),
            Evidence::Ambiguous(candidates) => CallOutcome::unknown(candidates, at_it),
        })
    }

    fn check(&self, message: &PreparedMessage) -> Result<(), Error> {
        if message.chat_id == self.id {
            return Ok(());
        }
        let what = "is for another chat: resume that one, and carry it out there";
        Err(InvalidArgument::new("the prepared message", what).into())
    }

    pub(crate) fn prepare_in(
        &self,
        session: &mut Session,
        operation: Operation,
        message: OutgoingMessage,
    ) -> PreparedMessage {
        let after = session.cursor.highest().unwrap_or(0);
        let (acknowledged, open) = session.equal(&message.text);
        session.open(&message.text);
        let mut prepared = PreparedMessage::new(self.id.clone(), operation, message, after);
        prepared.gaps = session.cursor.gaps().take(MOST_GAPS + 1).collect();
        (prepared.acknowledged, prepared.open) = (acknowledged, open);
        if prepared.gaps.len() > MOST_GAPS {
            // Where the events of the acknowledged ones are is not looked for: some of them may be taken for this one.
            prepared.gaps.clear();
            (prepared.acknowledged, prepared.open) = (0, acknowledged + open);
        }
        prepared
    }

    pub(crate) async fn carry_out_in(
        &self,
        session: &mut Session,
        message: &mut PreparedMessage,
    ) -> Result<SentMessage, Error> {
        let sent = self.send_once(session, message).await;
        if !matches!(sent, Err(CallError::OutcomeUnknown(_))) {
            session.close(&message.text);
        }
        sent
    }

    async fn send_once(&self, session: &mut Session, message: &mut PreparedMessage) -> Result<SentMessage, Error> {
        let (policy, operation) = (self.client.policy(), message.operation.name());
        if message.attempted.is_possible()
            && let Some(event) = self.find_earlier(session, message, policy).await?
        {
            return Ok(message.sent(Some(*event), session.participant));
        }
        let mut number = 1;
        loop {
            // It may have been carried out until an answer says otherwise, also if this future is dropped.
            message.attempted.now();
            let text = message.text.clone();
            let label = message.label.clone();
            let kind = message.operation;
            let params = move |credentials| params(kind, &text, label.as_ref(), credentials);
            let cause = match self.operate(session, operation, Retry::NotExecuted, params).await {
                Ok(answer) => {
                    let sent = message.sent(None, session.participant);
                    // As a rule the answer has no events.
                    let event = answer.messages.iter().flatten().find(|event| sent.matches(event)).cloned();
                    if event.is_none() {
                        session.acknowledged(&message.text);
                    }
                    return Ok(SentMessage { event, ..sent });
                }
                Err(error) if !error.may_have_happened() => {
                    message.attempted.not_carried_out();
                    return Err(error);
                }
                Err(error) => error,
            };
            message.attempted.now();
            let mut later = Later::default();
            let mut evidence = Evidence::Absent;
            // More than once, for the server may still be at it, or leave it out of an answer.
            for look in 1..=policy.attempts() {
                evidence = match self.look(session, message, &mut later).await {
                    Ok(Evidence::Sent(event)) => return Ok(message.sent(Some(*event), session.participant)),
                    Ok(evidence) => evidence,
                    Err(error) => return Err(unknown(operation, Vec::new(), Some(cause), Some(error))),
                };
                if let Some(wait) = policy.wait(look, None) {
                    tokio::time::sleep(wait).await;
                }
            }
            let candidates = match evidence {
                Evidence::Ambiguous(candidates) => candidates,
                // The server has taken longer than it may: how much longer it takes is unknown.
                _ if matches!(cause, CallError::Timeout(_)) => Vec::new(),
                _ => match policy.wait(number, None) {
                    Some(wait) => {
                        tokio::time::sleep(wait).await;
                        number += 1;
                        continue;
                    }
                    None => return Err(cause),
                },
            };
            return Err(unknown(operation, candidates, Some(cause), None));
        }
    }

    /// The event of a message that was attempted before; `None` once it is certain that there is none and will be none.
    async fn find_earlier(
        &self,
        session: &mut Session,
        message: &PreparedMessage,
        policy: &RequestPolicy,
    ) -> Result<Option<Box<ChatEvent>>, Error> {
        let operation = message.operation.name();
        let mut later = Later::default();
        let mut tries = 1;
        loop {
            let (evidence, failed) = match self.look(session, message, &mut later).await {
                Ok(evidence) => (evidence, None),
                Err(error) if error.is_retryable() => (Evidence::Ambiguous(Vec::new()), Some(error)),
                Err(error) => return Err(unknown(operation, Vec::new(), None, Some(error))),
            };
            let at_it = message.attempted.may_be_at_it(policy.max_execution_time());
            let again = match (evidence, at_it) {
                (Evidence::Sent(event), _) => return Ok(Some(event)),
                (Evidence::Absent, None) => return Ok(None),
                (Evidence::Ambiguous(some), _) if !some.is_empty() => return Err(unknown(operation, some, None, None)),
                // The transcript could not be read, or has a gap.
                (_, None) => {
                    tries += 1;
                    policy.wait(tries, None)
                }
                (_, Some(left)) => Some(left.min(self.client.polling().wait(0)).min(LONGEST_WAIT)),
            };
            match again {
                Some(again) if policy.time_left().is_none_or(|left| again < left) => tokio::time::sleep(again).await,
                _ => return Err(unknown(operation, Vec::new(), None, failed)),
            }
        }
    }

    /// What the transcript says of a message now: one request.
    async fn look(
        &self,
        session: &mut Session,
        message: &PreparedMessage,
        later: &mut Later,
    ) -> Result<Evidence, Error> {
        const OPERATION: &str = "get_messages";
        self.store(session).await?;
        let ChatCredentials { user_id, secure_key, alias, tenant_name, .. } = session.cursor.credentials().clone();
        let mut params = GetMessagesParams::new(user_id, secure_key, alias, tenant_name);
        params.transcript_position = TranscriptPosition::new(message.position()).ok();
        let answer = self.client.get_messages(&self.id, &params).await?;
        let (status, errors) = (answer.status_code, answer.errors.clone());
        let is_done = status == ChatStatus::DONE;
        if is_done {
            later.take_in(&answer, message.position());
        }
        session.acknowledge(of_any_operation(answer));
        let _ = self.store(session).await; // Before the next request it is tried again, and reported.
        if status == ChatStatus::OVER {
            let secrets = conversation_http::Secrets::none().with(params.secure_key.expose());
            return Err(CallError::Api(Box::new(ChatFailure::new(OPERATION, 200, status, errors, &secrets))));
        }
        Ok(message.judge(later.events(), session.participant, is_done && later.is_whole(message.after)))
    }
}

/// The events that tell what became of a message.
#[derive(Default)]
struct Later {
    by_index: BTreeMap<i64, ChatEvent>,
    without_index: Vec<ChatEvent>,
    unreadable: usize,
}

impl Later {
    fn take_in(&mut self, answer: &GetMessagesAnswer, position: i64) {
        let Some(messages) = &answer.messages else { return };
        self.unreadable = self.unreadable.max(messages.unreadable().len());
        for event in messages {
            match event.index {
                Some(index) if index >= position => _ = self.by_index.insert(index, event.clone()),
                Some(_) => {}
                None if self.without_index.contains(event) => {}
                None => self.without_index.push(event.clone()),
            }
        }
    }

    fn events(&self) -> impl Iterator<Item = &ChatEvent> + Clone {
        self.by_index.values().chain(&self.without_index)
    }

    /// Whether none of the events after `after` is missing, and each could be read.
    fn is_whole(&self, after: i64) -> bool {
        let mut indexes = self.by_index.keys().copied().filter(|index| *index > after);
        self.unreadable == 0
            && indexes.by_ref().zip(after.saturating_add(1)..).all(|(index, expected)| index == expected)
    }
}

/// The fields that the answers of all operations may have.
fn of_any_operation(answer: GetMessagesAnswer) -> OperateChatAnswer {
    let GetMessagesAnswer { status_code, messages, user_id, secure_key, alias, chat_ended, errors, .. } = answer;
    let mut of_any = OperateChatAnswer::new(status_code);
    (of_any.messages, of_any.chat_ended, of_any.errors) = (messages, chat_ended, errors);
    (of_any.user_id, of_any.secure_key, of_any.alias) = (user_id, secure_key, alias);
    of_any
}

fn params(operation: Operation, text: &str, label: Option<&String>, credentials: ChatCredentials) -> OperateChatParams {
    let ChatCredentials { user_id, secure_key, alias, tenant_name, .. } = credentials;
    match operation {
        Operation::Message => {
            let mut params = SendMessageParams::new(user_id, secure_key, alias, tenant_name, text);
            params.message_type = label.cloned();
            params.into()
        }
        Operation::Nickname => UpdateNicknameParams::new(user_id, secure_key, alias, tenant_name, text).into(),
        Operation::Url => PushUrlParams::new(user_id, secure_key, alias, tenant_name, text).into(),
    }
}

fn unknown(operation: &'static str, candidates: Vec<String>, cause: Option<Error>, list: Option<Error>) -> Error {
    let mut unknown = OutcomeUnknown::new(operation, cause);
    (unknown.candidates, unknown.list) = (candidates, list);
    CallError::OutcomeUnknown(Box::new(unknown))
}
