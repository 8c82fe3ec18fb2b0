//! The walk along the transcript of a chat.

use std::ops::RangeInclusive;

use conversation_wire::List;
use genesys_chat_types::{
    Alias, ChatError, ChatEvent, ChatId, ChatStatus, GetMessagesAnswer, GetMessagesParams, OperateChatAnswer,
    RequestChatAnswer, SecureKey, TenantName, TranscriptPosition, UserId,
};
use serde::{Deserialize, Serialize};

use super::{
    Accepted, ChatCredentials, Next, NoChat, TranscriptEnd,
    seen::{Loose, Seen, SeenEvents},
};

/// A walk along the transcript of one chat, from its first event until the chat has ended.
///
/// ```
/// use conversation_core::{ChatCredentials, Next, TranscriptCursor};
/// # use conversation_core::Completeness;
/// # use genesys_chat_types::{Alias, ChatEvent, ChatEventType, GetMessagesAnswer, GetMessagesParams, Participant};
/// # use genesys_chat_types::{ParticipantId, ParticipantType, SecureKey, ChatStatus, TenantName, Timestamp, UserId};
/// use genesys_chat_types::ChatId;
/// # struct Client;
/// # impl Client {
/// #     fn get_messages(
/// #         &self,
/// #         _: &ChatId,
/// #         params: &GetMessagesParams,
/// #     ) -> Result<GetMessagesAnswer, std::convert::Infallible> {
/// #         let event = |index: i64| {
/// #             let from = Participant::new("system", ParticipantId::new(2), ParticipantType::External);
/// #             let mut event = ChatEvent::new(from, ChatEventType::Message, Timestamp::from_millis(index));
/// #             event.index = Some(index);
/// #             event
/// #         };
/// #         let begin = params.transcript_position.unwrap_or_default().get();
/// #         let mut answer = GetMessagesAnswer::new(ChatStatus::DONE);
/// #         answer.messages = Some((begin..=15).map(event).collect());
/// #         answer.chat_ended = Some(true);
/// #         Ok(answer)
/// #     }
/// # }
/// # fn save(_: &[ChatEvent], _: &[ChatEvent], _: &str) {}
/// # fn wait() {}
/// # let client = Client;
/// # let credentials = ChatCredentials::new(
/// #     UserId::new("007553863DC30029"),
/// #     SecureKey::new("8b31761b2154884c"),
/// #     Alias::new("117"),
/// #     TenantName::new("Environment"),
/// # );
///
/// let mut cursor = TranscriptCursor::new(ChatId::new("000YG4A5R0MH0001"), credentials);
/// while let Some(request) = cursor.request() {
///     // On an error the cursor is as it was: ask again, now or after a restart.
///     let answer = client.get_messages(cursor.chat_id(), &request)?;
///     let accepted = cursor.accept(answer);
///     // In one transaction: a cursor that is ahead of the stored events does not ask for them again.
///     save(&accepted.new, &accepted.changed, &serde_json::to_string(&cursor)?);
///     if let Next::Later | Next::TryAgain = accepted.next {
///         wait(); // 2 to 3 seconds
///     }
/// }
/// # let completeness = Completeness::of_transcript_cursor(&cursor);
/// # assert_eq!(completeness.verdict(), conversation_core::Verdict::Complete, "{completeness}");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # What it makes of an answer
///
/// | `statusCode` | `chatEnded` | |
/// |---|---|---|
/// | 0 | false or absent | Takes the events in and the renewed credentials over. The chat goes on. |
/// | 0 | true | The same. Asks again until an answer from behind the last event brings nothing new, for answers may be cut short: one more request for a server that is in order. Then it is over. |
/// | 1 | | Passes over everything else in the answer and makes the same request again. |
/// | 2 | | Passes over everything else in the answer. It is over. |
/// | any other | | As with 1: a code that this crate does not know should not end a chat on the day it first appears. |
///
/// After 100 answers in a row without `statusCode` 0 it is over ([`with_max_failures`](Self::with_max_failures)).
///
/// # What it makes of the events
///
/// An event is told by its index alone. One that is held already is dropped, one that is held and differs is reported,
/// wherever the answer begins and in any order of its events. It asks for the lowest position that is missing,
/// hence for everything behind it as well. A hole that five requests did not change is given up and stands in the
/// [completeness](crate::Completeness::of_transcript_cursor) ([`with_gap_tries`](Self::with_gap_tries)); events that
/// fill it later are still taken in.
///
/// Events without an index, or with one below 1, cannot be told apart for certain. Two of them count as one event when
/// they are equal in everything, the time included, and came in different answers. Equal ones in one answer are all
/// passed on.
///
/// # It ends
///
/// Against any server, with a chat that has ended: every answer brings events, of which there is an allowance
/// ([`with_max_items`](Self::with_max_items)), or uses up a try of a hole, or of patience, or is the last. That makes
/// at most patience × (allowance + hole tries × (2 × allowance + 1) + 1) answers, and two for a server that is in order.
/// While a chat goes on it is the server that ends it, and [`Next::Later`] says when everything was fetched that could
/// be.
///
/// # Storing it
///
/// It takes about 8 bytes an event, and some for each hole. Serialised, it holds the credentials in full: store it as you
/// store a password. `Debug` does not show them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TranscriptCursor {
    chat_id: ChatId,
    credentials: ChatCredentials,
    #[serde(alias = "held")]
    seen: SeenEvents,
    #[serde(alias = "allowance")]
    max_items: u32,
    #[serde(alias = "hole_tries")]
    gap_tries: u8,
    #[serde(alias = "patience")]
    max_failures: u32,
    /// Answers in a row without `statusCode` 0.
    failures: u32,
    /// Whether an answer with `statusCode` 0 contained this.
    chat_ended: bool,
    end: Option<TranscriptEnd>,
    /// How many different events could not be read.
    #[serde(default, skip_serializing_if = "is_zero")]
    unreadable: u64,
    /// How many of them have no index that can be read.
    #[serde(default, skip_serializing_if = "is_zero")]
    unreadable_without_index: u64,
}

fn is_zero(number: &u64) -> bool {
    *number == 0
}

impl TranscriptCursor {
    /// The default limit of events in a transcript: a million.
    pub const DEFAULT_MAX_ITEMS: u32 = 1_000_000;

    /// How often a gap is requested by default.
    pub const DEFAULT_GAP_TRIES: u8 = 5;

    /// How many consecutive answers may be without `statusCode` 0 by default. At one every three seconds
    /// they take the 300 seconds after which the server drops a session.
    pub const DEFAULT_MAX_FAILURES: u32 = 100;

    /// Begins at the first event of a chat.
    pub fn new(chat_id: ChatId, credentials: ChatCredentials) -> Self {
        Self {
            chat_id,
            credentials,
            seen: SeenEvents::default(),
            max_items: Self::DEFAULT_MAX_ITEMS,
            gap_tries: Self::DEFAULT_GAP_TRIES,
            max_failures: Self::DEFAULT_MAX_FAILURES,
            failures: 0,
            chat_ended: false,
            end: None,
            unreadable: 0,
            unreadable_without_index: 0,
        }
    }

    /// Begins with the answer of Request Chat, which as a rule holds the first event. The tenant is that of the request.
    ///
    /// # Errors
    ///
    /// When the answer's `statusCode` is not 0, or when the chat or a credential is missing.
    pub fn begin(answer: RequestChatAnswer, tenant_name: TenantName) -> Result<(Self, Accepted), NoChat> {
        let RequestChatAnswer { status_code, chat_id, user_id, secure_key, alias, messages, .. } = answer;
        if status_code != ChatStatus::DONE {
            return Err(NoChat::Status { status_code });
        }
        let chat_id = chat_id.ok_or(NoChat::Missing { field: "chatId" })?;
        let user_id = user_id.ok_or(NoChat::Missing { field: "userId" })?;
        let secure_key = secure_key.ok_or(NoChat::Missing { field: "secureKey" })?;
        let alias = alias.ok_or(NoChat::Missing { field: "alias" })?;
        let mut cursor = Self::new(chat_id, ChatCredentials::new(user_id, secure_key, alias, tenant_name));
        let accepted = cursor.take_in(Answer {
            status_code,
            messages,
            user_id: None,
            secure_key: None,
            alias: None,
            chat_ended: None,
            errors: None,
            from_behind: false,
        });
        Ok((cursor, accepted))
    }

    /// The same cursor with another max_items: once it has so many events it is over.
    pub fn with_max_items(self, events: u32) -> Self {
        Self { max_items: events, ..self }
    }

    /// The same cursor with another number of requests after which a hole that they did not change is given up.
    pub fn with_gap_tries(self, tries: u8) -> Self {
        Self { gap_tries: tries, ..self }
    }

    /// The same cursor with another number of answers in a row without `statusCode` 0 after which it is over.
    pub fn with_max_failures(self, tries: u32) -> Self {
        Self { max_failures: tries, ..self }
    }

    /// The same cursor with other credentials: those of a later answer than the ones it was stored with.
    pub fn with_credentials(self, credentials: ChatCredentials) -> Self {
        Self { credentials, ..self }
    }

    /// The chat, which is in the path of the request.
    pub fn chat_id(&self) -> &ChatId {
        &self.chat_id
    }

    /// The credentials for the next call, of any operation.
    pub fn credentials(&self) -> &ChatCredentials {
        &self.credentials
    }

    /// The body of Get Messages to send; nothing when the cursor is over.
    ///
    /// It is the same until an answer is taken in.
    pub fn request(&self) -> Option<GetMessagesParams> {
        if self.end.is_some() {
            return None;
        }
        let ChatCredentials { user_id, secure_key, alias, tenant_name, .. } = self.credentials.clone();
        let mut params = GetMessagesParams::new(user_id, secure_key, alias, tenant_name);
        params.transcript_position = TranscriptPosition::new(self.seen.position(self.gap_tries)).ok();
        Some(params)
    }

    /// Takes the answer in that was asked for.
    pub fn accept(&mut self, answer: GetMessagesAnswer) -> Accepted {
        let GetMessagesAnswer { status_code, messages, user_id, secure_key, alias, chat_ended, errors, .. } = answer;
        // An answer from a hole on may have been cut short before it came to the last event.
        let from_behind = self.seen.gap(self.gap_tries).is_none();
        if status_code == ChatStatus::DONE {
            // Before the events are taken in, so that a hole that they change begins to count anew.
            self.seen.asked_from(self.seen.position(self.gap_tries));
        }
        self.take_in(Answer { status_code, messages, user_id, secure_key, alias, chat_ended, errors, from_behind })
    }

    /// Takes in the answer to another operation in the chat, which may renew the credentials and bring events.
    ///
    /// Events that it leaves out are holes, and asked for.
    pub fn acknowledge(&mut self, answer: OperateChatAnswer) -> Accepted {
        let OperateChatAnswer { status_code, messages, user_id, secure_key, alias, chat_ended, errors, .. } = answer;
        self.take_in(Answer {
            status_code,
            messages,
            user_id,
            secure_key,
            alias,
            chat_ended,
            errors,
            from_behind: false,
        })
    }

    /// Why the cursor is over; nothing while it is not.
    pub fn end(&self) -> Option<&TranscriptEnd> {
        self.end.as_ref()
    }

    /// Whether the server said that the chat has ended. The cursor may still be fetching the rest of it.
    pub fn chat_ended(&self) -> bool {
        self.chat_ended
    }

    /// How many events it has, those included that could not be read.
    pub fn events(&self) -> u64 {
        self.seen.len()
    }

    /// How many of the unreadable events have no index that can be read.
    pub(crate) fn unreadable_without_index(&self) -> u64 {
        self.unreadable_without_index
    }

    /// How many of the events could not be read.
    pub fn unreadable(&self) -> u64 {
        self.unreadable
    }

    /// The highest index it has; nothing when it has no event with an index.
    pub fn highest(&self) -> Option<i64> {
        self.seen.highest()
    }

    /// The positions below the highest of which there is no event, also those that are no longer asked for.
    pub fn gaps(&self) -> impl Iterator<Item = RangeInclusive<i64>> {
        self.seen.gaps()
    }

    fn take_in(&mut self, answer: Answer) -> Accepted {
        let mut accepted = Accepted {
            new: Vec::new(),
            unreadable: Vec::new(),
            changed: Vec::new(),
            repeated: 0,
            gaps: Vec::new(),
            next: Next::TryAgain,
        };
        match answer.status_code {
            ChatStatus::DONE => {
                self.failures = 0;
                self.credentials.renew(answer.user_id, answer.secure_key, answer.alias);
                self.chat_ended |= answer.chat_ended == Some(true);
                let mut loose = Loose::new();
                let (events, unreadable) = answer.messages.unwrap_or_default().into_parts();
                for event in unreadable {
                    match self.seen.see_unreadable(&event, &mut loose) {
                        Seen::New => {
                            self.unreadable = self.unreadable.saturating_add(1);
                            if event.integer("index").is_none_or(|index| index < 1) {
                                self.unreadable_without_index = self.unreadable_without_index.saturating_add(1);
                            }
                            accepted.unreadable.push(event);
                        }
                        Seen::Changed => accepted.unreadable.push(event),
                        Seen::Again => accepted.repeated += 1,
                    }
                }
                for event in events {
                    match self.seen.see(&event, &mut loose) {
                        Seen::New => accepted.new.push(event),
                        Seen::Changed => accepted.changed.push(event),
                        Seen::Again => accepted.repeated += 1,
                    }
                }
                self.judge(answer.from_behind && accepted.new.is_empty() && accepted.unreadable.is_empty());
            }
            ChatStatus::OVER => {
                let key = self.credentials.secure_key.expose();
                let text = |error: ChatError| match error.to_string() {
                    text if key.is_empty() => text,
                    text => text.replace(key, "[redacted]"),
                };
                let errors = answer.errors.into_iter().flatten().take(10).map(text).collect();
                self.be_over(TranscriptEnd::SessionOver { errors });
            }
            status_code => {
                self.failures = self.failures.saturating_add(1);
                if self.failures >= self.max_failures {
                    self.be_over(TranscriptEnd::TooManyFailures { status_code, failures: self.failures });
                }
            }
        }
        accepted.gaps = self.gaps().collect();
        accepted.next = match (&self.end, self.failures, self.chat_ended) {
            (Some(_), ..) => Next::Over,
            (None, 1.., _) => Next::TryAgain,
            (None, 0, true) => Next::Now,
            (None, 0, false) => Next::Later,
        };
        accepted
    }

    fn judge(&mut self, nothing_behind: bool) {
        if self.chat_ended && nothing_behind {
            self.be_over(TranscriptEnd::ChatEnded);
        } else if self.seen.len() >= u64::from(self.max_items) {
            self.be_over(TranscriptEnd::MaxItems { max_items: self.max_items });
        }
    }

    /// What ended it first stays.
    fn be_over(&mut self, end: TranscriptEnd) {
        self.end.get_or_insert(end);
    }
}

/// What the answers of all operations may have.
struct Answer {
    status_code: ChatStatus,
    messages: Option<List<ChatEvent>>,
    user_id: Option<UserId>,
    secure_key: Option<SecureKey>,
    alias: Option<Alias>,
    chat_ended: Option<bool>,
    errors: Option<List<ChatError>>,
    /// Whether it was asked for from behind all that is there.
    from_behind: bool,
}
