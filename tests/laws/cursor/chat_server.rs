//! A server of Get Messages over a transcript, honest or with faults by seed.

use std::collections::BTreeMap;

use conversation_core::ChatCredentials;
use genesys_chat_types::{
    Alias, ChatEvent, ChatEventType, ChatStatus, GetMessagesAnswer, GetMessagesParams, Participant, ParticipantId,
    ParticipantType, SecureKey, TenantName, Timestamp, UserId,
};

use super::random::Random;

/// What a server does wrong, or only unlike others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fault {
    /// An answer has only the first of the events, at least one.
    CutShort,
    /// Some events are left out of the first answers.
    LateHoles,
    /// Some events never come, the last excepted.
    Holes,
    /// The events of an answer are out of order.
    Reordered,
    /// Every answer has everything.
    FromTheBeginning,
    /// An answer has some events that were asked for long ago.
    GoesBack,
    /// An answer has an event twice.
    Twice,
    /// An event says something else than before.
    Changes,
    /// There are events without an index, with index 0, and with negative ones.
    Loose,
    /// There is an event far behind the others, at the last position there is.
    LastPosition,
    /// Answers renew the credentials, and the old ones are good for nothing.
    Renews,
    /// Some answers have the status code 1, lies in everything else, and renewed credentials that are none.
    TryAgain,
    /// Some answers have a status code that nobody knows, and lies in everything else.
    Unknown,
    /// An answer has the status code 2, and lies in everything else.
    Over,
    /// The chat goes on while it is read.
    Growing,
    /// There are always new events.
    Inventing,
    /// There is never an answer with status code 0 again.
    Down,
}

use Fault::*;

pub(crate) const FAULTS: &[Fault] = &[
    CutShort,
    LateHoles,
    Holes,
    Reordered,
    FromTheBeginning,
    GoesBack,
    Twice,
    Changes,
    Loose,
    LastPosition,
    Renews,
    TryAgain,
    Unknown,
    Over,
    Growing,
    Inventing,
    Down,
];

pub(crate) struct ChatServer {
    /// The events with a position, by it.
    pub(crate) store: BTreeMap<i64, ChatEvent>,
    /// The events without one, each behind a position.
    pub(crate) loose: Vec<(i64, ChatEvent)>,
    /// How many of the store have happened.
    happened: usize,
    pub(crate) requests: usize,
    pub(crate) credentials: ChatCredentials,
    /// Whether the session is over.
    over: bool,
    late: BTreeMap<i64, usize>,
    faults: Vec<Fault>,
    random: Random,
}

impl ChatServer {
    /// Over a transcript of `events`, all of which have happened unless the chat is growing.
    pub(crate) fn new(events: usize, faults: &[Fault], mut random: Random) -> Self {
        let does = |fault| faults.contains(&fault);
        let mut store: BTreeMap<_, _> = (1..=events as i64).map(|index| (index, event(Some(index)))).collect();
        let mut loose = Vec::new();
        if does(Loose) {
            for number in 0..random.below(4) {
                let event = event_saying([None, Some(0), Some(-7)][random.below(3)], &number.to_string());
                loose.push((random.below(events + 1) as i64, event));
            }
        }
        if does(LastPosition) {
            store.insert(i64::MAX, event(Some(i64::MAX)));
        }
        let mut late = BTreeMap::new();
        for index in store.keys().rev().skip(1) {
            if does(Holes) && random.once_in(4) {
                late.insert(*index, usize::MAX);
            } else if does(LateHoles) && random.once_in(3) {
                late.insert(*index, random.below(8));
            }
        }
        let happened = if does(Growing) { random.below(store.len() + 1) } else { store.len() };
        let faults = faults.to_vec();
        Self { store, loose, happened, requests: 0, credentials: credentials(0), over: false, late, faults, random }
    }

    pub(crate) fn get(&mut self, params: &GetMessagesParams) -> GetMessagesAnswer {
        self.requests += 1;
        let held = &self.credentials;
        let valid =
            params.user_id == held.user_id && params.secure_key == held.secure_key && params.alias == held.alias;
        self.over |= !valid || self.does(Over) && self.random.once_in(10);
        let failed = match () {
            () if self.over => Some(ChatStatus::OVER),
            () if self.does(Down) && self.requests > 3 => Some(ChatStatus::TRY_AGAIN),
            () if self.does(TryAgain) && self.random.once_in(3) => Some(ChatStatus::TRY_AGAIN),
            () if self.does(Unknown) && self.random.once_in(5) => Some(ChatStatus::new(7)),
            () => None,
        };
        if let Some(status_code) = failed {
            return lies(status_code);
        }
        let position = params.transcript_position.map_or(1, |position| position.get());
        let ended = self.happened == self.store.len() && !self.does(Inventing);
        let mut answer = GetMessagesAnswer::new(ChatStatus::DONE);
        answer.chat_ended = if ended || self.random.once_in(2) { Some(ended) } else { None };
        answer.messages = Some(self.events(position).into());
        if self.does(Renews) && self.random.once_in(2) {
            let new = credentials(self.requests);
            answer.user_id = Some(new.user_id.clone());
            answer.secure_key = Some(new.secure_key.clone());
            answer.alias = Some(new.alias.clone());
            self.credentials = new;
        }
        if self.happened < self.store.len() {
            self.happened += self.random.below(4).min(self.store.len() - self.happened);
        }
        if self.does(Inventing) {
            let index = self.store.last_key_value().map_or(1, |(index, _)| index.saturating_add(1));
            self.store.insert(index, event(Some(index)));
            self.happened = self.store.len();
        }
        answer
    }

    fn events(&mut self, position: i64) -> Vec<ChatEvent> {
        let from = if self.does(FromTheBeginning) { 1 } else { position };
        let back = if self.does(GoesBack) && position > 1 {
            Some(1 + self.random.below(position.min(50) as usize) as i64)
        } else {
            None
        };
        let mut events = Vec::new();
        let happened: Vec<_> =
            self.store.iter().take(self.happened).map(|(index, event)| (*index, event.clone())).collect();
        for (index, mut event) in happened {
            if index < from && Some(index) != back {
                continue;
            }
            if let Some(late @ 1..) = self.late.get_mut(&index) {
                *late = if *late == usize::MAX { *late } else { *late - 1 };
                continue;
            }
            if self.does(Changes) && self.random.once_in(6) {
                event.text = Some(format!("not as before {}", self.requests));
            }
            events.push(event);
        }
        let loose = self.loose.iter().filter(|(behind, _)| *behind + 1 >= from).map(|(_, event)| event.clone());
        events.extend(loose);
        if self.does(Twice) && !events.is_empty() {
            let again = events[self.random.below(events.len())].clone();
            if again.index.is_some_and(|index| index > 0) {
                events.push(again);
            }
        }
        if self.does(Reordered) {
            self.random.shuffle(&mut events);
        }
        if self.does(CutShort) && !events.is_empty() {
            let keep = 1 + self.random.below(events.len());
            // What is held already is no news. A server that sends nothing else says that there is nothing else.
            let keep = events
                .iter()
                .position(|event| event.index.is_some_and(|index| index >= position))
                .map_or(keep, |new| keep.max(new + 1));
            // An event without a position is not cut off: nobody could ask for it again.
            let loose: Vec<_> =
                events.split_off(keep).into_iter().filter(|event| event.index.is_none_or(|index| index < 1)).collect();
            events.extend(loose);
        }
        events
    }

    pub(crate) fn does(&self, fault: Fault) -> bool {
        self.faults.contains(&fault)
    }
}

/// An answer of which nothing but the status code is true.
pub(crate) fn lies(status_code: ChatStatus) -> GetMessagesAnswer {
    let mut answer = GetMessagesAnswer::new(status_code);
    answer.chat_ended = Some(true);
    answer.user_id = Some(UserId::new("a lie"));
    answer.secure_key = Some(SecureKey::new("a lie"));
    answer.alias = Some(Alias::new("a lie"));
    answer.messages = Some([event_saying(Some(2), "a lie"), event(Some(1_000))].into());
    answer
}

pub(crate) fn event(index: Option<i64>) -> ChatEvent {
    event_saying(index, "Please wait.")
}

pub(crate) fn event_saying(index: Option<i64>, text: &str) -> ChatEvent {
    let from = Participant::new("system", ParticipantId::new(2), ParticipantType::External);
    let mut event = ChatEvent::new(from, ChatEventType::Message, Timestamp::from_millis(1_000));
    event.index = index;
    event.text = Some(text.to_owned());
    event
}

pub(crate) fn credentials(number: usize) -> ChatCredentials {
    let text = |name: &str| format!("{name}-{number}");
    ChatCredentials::new(
        UserId::new(text("user")),
        SecureKey::new(text("key")),
        Alias::new(text("alias")),
        TenantName::new("Environment"),
    )
}
