//! The walk along a transcript.

use conversation_core::{Accepted, ChatCredentials, Completeness, Next, TranscriptCursor, TranscriptEnd, Verdict};
use genesys_chat_types::{
    Alias, ChatEvent, ChatStatus, GetMessagesAnswer, OperateChatAnswer, SecureKey, TenantName, UserId,
};

use super::{completeness_laws, restarted};
use crate::{
    fuzz::{bytes::Bytes, make},
    plain::Plain,
};

/// An answer, and whether it is one to Get Messages or to another operation.
#[derive(Clone)]
pub(super) struct Answer {
    asked: bool,
    body: GetMessagesAnswer,
}

/// Any answers.
pub(super) fn answers(bytes: &mut Bytes<'_>) -> Vec<Answer> {
    let mut answers = Vec::new();
    while !bytes.is_empty() && answers.len() < 16 {
        let control = bytes.byte();
        let status = match control >> 4 {
            0..12 => 0,
            12 | 13 => 1,
            14 => bytes.pick(&[7, -1, i64::MIN, i64::MAX]),
            _ => bytes.pick(&[0, 0, 0, 2]),
        };
        let mut body = GetMessagesAnswer::new(ChatStatus::new(status));
        let count = bytes.byte();
        if count != 255 {
            body.messages = Some((0..count % 10).map(|_| event(bytes)).collect());
        }
        body.chat_ended = [None, None, Some(false), Some(count & 0b1_0000 != 0)][usize::from(control & 3)];
        let new = credentials(count >> 5);
        body.secure_key = (control & 4 != 0).then_some(new.secure_key);
        body.user_id = (control & 12 == 12).then_some(new.user_id);
        body.alias = (count & 0b1110_0000 == 0b0010_0000).then_some(new.alias);
        answers.push(Answer { asked: control & 15 != 8, body });
    }
    answers
}

/// Two bytes are an event of which only the index and a text matter; every sixteenth is a hostile one.
fn event(bytes: &mut Bytes<'_>) -> ChatEvent {
    let (index, text) = match bytes.byte() {
        index @ 0..232 => (i64::from(index) % 40, bytes.pick(&["one", "one", "one", "two"])),
        232..240 => (bytes.integer(), "one"),
        _ => return make::event(bytes),
    };
    let mut event = make::event(&mut Bytes::new(&[]));
    event.index = Some(index);
    event.text = Some(text.to_owned());
    event
}

pub(in crate::fuzz) fn credentials(number: u8) -> ChatCredentials {
    let text = |name: &str| format!("{name}-{number}");
    ChatCredentials::new(
        UserId::new(text("user")),
        SecureKey::new(text("s3cr3t")),
        Alias::new(text("alias")),
        TenantName::new("Environment"),
    )
}

/// A walk, one that is restarted at every step, and what both should make of the answers.
struct Paginated {
    cursor: TranscriptCursor,
    resumed: TranscriptCursor,
    plain: Plain,
    credentials: ChatCredentials,
    ended: bool,
    /// Whether the answer before was asked for from behind everything, and brought nothing.
    nothing_behind: bool,
}

/// Takes the answers in, once as they are and then over and over with the chat ended, until the walk is over.
pub(super) fn walk(bytes: &mut Bytes<'_>) {
    let (allowance, tries, patience) = (1 + bytes.below(40), bytes.below(4), bytes.below(4));
    let invents = bytes.once_in(2);
    let cursor = TranscriptCursor::new("chat".into(), credentials(0))
        .with_max_items(allowance.into())
        .with_gap_tries(tries)
        .with_max_failures(patience.into());
    let answers = answers(bytes);
    let mut walk = Paginated {
        resumed: restarted(&cursor),
        cursor,
        plain: Plain::default(),
        credentials: credentials(0),
        ended: false,
        nothing_behind: false,
    };
    for answer in &answers {
        walk.step(answer);
        walk.resumed = restarted(&walk.resumed);
        walk.holds();
    }
    if answers.is_empty() {
        return;
    }
    // As documented, with what may still come.
    let [allowance, tries, patience] = [allowance, tries, patience].map(usize::from);
    let bound = patience.max(1) * (allowance + tries * (2 * allowance + 1) + 1);
    let asked = answers.iter().filter(|answer| answer.asked).cycle();
    for (round, answer) in asked.enumerate() {
        if walk.cursor.request().is_none() {
            break;
        }
        // The first of them may be the one that ends the chat, and the bound is for what comes then.
        assert!(round <= bound, "an endless walk: {:?}", walk.cursor);
        let mut answer = answer.clone();
        answer.body.chat_ended = Some(true);
        if let Some(events) = answer.body.messages.as_mut().filter(|_| invents && round % 2 == 0) {
            let mut event = make::event(&mut Bytes::new(&[]));
            event.index = Some(100 + round as i64 * 3);
            events.push(event);
        }
        walk.step(&answer);
    }
    walk.resumed = restarted(&walk.resumed);
    walk.holds();
    let end = walk.cursor.end().cloned();
    assert!(end.is_some() || answers.iter().all(|answer| !answer.asked));
    // What ended it stays, and what comes all the same is taken in.
    for answer in answers {
        walk.step(&answer);
        assert!(end.is_none() || walk.cursor.end() == end.as_ref());
    }
}

impl Paginated {
    fn step(&mut self, Answer { asked, body }: &Answer) {
        let before = self.cursor.clone();
        let request = before.request();
        assert_eq!(request, self.resumed.request());
        assert_eq!(request.is_none(), before.end().is_some());
        let position = request.as_ref().and_then(|request| request.transcript_position).map(|position| position.get());
        let accepted = take(&mut self.cursor, *asked, body);
        assert_eq!(accepted, take(&mut self.resumed, *asked, body), "a restart shows");
        let shows_key = |text: String| text.contains("s3cr3t");
        assert!(!shows_key(format!("{:?} {:?}", self.cursor, self.cursor.request())));
        // Somebody may have said it.
        assert!(!shows_key(format!("{accepted:?}")) || shows_key(format!("{:?}", body.messages)));

        let events = body.messages.as_deref().unwrap_or_default();
        if body.status_code == ChatStatus::DONE {
            let highest = self.plain.highest();
            let (new, changed) = self.plain.take(events);
            assert_eq!(events.len(), new.len() + changed.len() + accepted.repeated);
            assert_eq!((&accepted.new, &accepted.changed), (&new, &changed));
            let behind = position.is_some_and(|position| highest.is_none_or(|highest| position > highest))
                || position == Some(i64::MAX);
            self.nothing_behind = *asked && behind && new.is_empty();
            self.ended |= body.chat_ended == Some(true);
            let newest = &mut self.credentials;
            newest.user_id = body.user_id.clone().unwrap_or_else(|| newest.user_id.clone());
            newest.secure_key = body.secure_key.clone().unwrap_or_else(|| newest.secure_key.clone());
            newest.alias = body.alias.clone().unwrap_or_else(|| newest.alias.clone());
            assert_eq!(accepted.next == Next::Now, self.ended && self.cursor.end().is_none());
        } else {
            // Nothing is believed of it.
            assert!(accepted.new.is_empty() && accepted.changed.is_empty() && accepted.repeated == 0);
            assert_ne!(accepted.next, Next::Later);
            if before.end().is_none() && self.cursor.end().is_none() {
                assert_eq!((self.cursor.request(), accepted.next), (request, Next::TryAgain));
            }
            let over = body.status_code == ChatStatus::OVER && before.end().is_none();
            assert!(!over || matches!(self.cursor.end(), Some(TranscriptEnd::SessionOver { .. })));
        }
        if before.end().is_none() && self.cursor.end() == Some(&TranscriptEnd::ChatEnded) {
            assert!(self.ended && self.nothing_behind, "the end was not confirmed: {:?}", self.cursor);
        }
        assert_eq!(accepted.next == Next::Over, self.cursor.request().is_none());
        assert_eq!(self.cursor.credentials(), &self.credentials);
        assert_eq!(self.cursor.chat_ended(), self.ended);
        assert_eq!(self.cursor.events(), self.plain.events());
        assert_eq!(self.cursor.highest(), self.plain.highest());
    }

    /// What takes too long to be tried again at every step of a long walk.
    fn holds(&self) {
        assert_eq!(self.cursor, self.resumed);
        let missing: Vec<_> = self.cursor.gaps().map(|hole| (*hole.start(), *hole.end())).collect();
        assert_eq!(missing, self.plain.holes());
        if let Some(request) = self.cursor.request() {
            let position = request.transcript_position.expect("a position").get();
            assert!(position >= 1 && (position == i64::MAX || !self.plain.holds(position)), "{position} is there");
            assert_eq!(request.secure_key, self.credentials.secure_key);
        }
        let completeness = Completeness::of_transcript_cursor(&self.cursor);
        completeness_laws(&completeness);
        assert_eq!(completeness.received, self.plain.events());
        let chat_ended = self.cursor.end() == Some(&TranscriptEnd::ChatEnded);
        let expected = match (missing.is_empty(), chat_ended) {
            (false, _) => Verdict::Incomplete,
            (true, false) => Verdict::Open,
            (true, true) => Verdict::Complete,
        };
        assert_eq!(completeness.verdict(), expected, "{completeness}");
    }
}

/// Takes an answer in.
pub(super) fn take(cursor: &mut TranscriptCursor, asked: bool, body: &GetMessagesAnswer) -> Accepted {
    if asked {
        return cursor.accept(body.clone());
    }
    let mut answer = OperateChatAnswer::new(body.status_code);
    let GetMessagesAnswer { messages, user_id, secure_key, alias, chat_ended, .. } = body.clone();
    answer.messages = messages;
    answer.user_id = user_id;
    answer.secure_key = secure_key;
    answer.alias = alias;
    answer.chat_ended = chat_ended;
    cursor.acknowledge(answer)
}

impl Answer {
    /// Takes this answer in.
    pub(super) fn take(&self, cursor: &mut TranscriptCursor) -> Accepted {
        take(cursor, self.asked, &self.body)
    }
}
