//! A server of `GET /messages` over a store, honest or with faults by seed.

use conversation_core::PageRequest;
use proficient_types::{
    AgentId, InitialTurn, Interaction, InteractionFields, InteractionId, Message, MessageId, MessagesList, SentBy,
    Timestamp, UserId,
};

use super::random::Random;

/// What a server does wrong, or only unlike others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fault {
    /// The page behind some ids begins at an earlier place.
    LoopingCursor,
    /// A page is empty and says that others follow.
    EmptyWithMore,
    /// A page has more items than asked for.
    OverLimit,
    /// A page comes again.
    RepeatedPage,
    /// The items of a page are out of order.
    Reordered,
    /// Some messages are never listed.
    Dropped,
    /// The list stops before its end and says that it is whole.
    CutOff,
    /// Pages are shorter than asked for.
    Short,
    /// A message is deleted once a page has ended with it.
    DeletedCursor,
    /// Messages are deleted from the places already listed.
    Shrinking,
    /// There are always others.
    Inventing,
    /// A page begins with the message it should begin behind.
    Inclusive,
    /// The last page says that others follow; then comes an empty one.
    EmptyLast,
    /// Messages are written at the end of the list while it is read.
    Growing,
    /// Messages are written at the beginning of the list while it is read.
    GrowingInFront,
}

use Fault::*;

pub(crate) const FAULTS: &[Fault] = &[
    LoopingCursor,
    EmptyWithMore,
    OverLimit,
    RepeatedPage,
    Reordered,
    Dropped,
    CutOff,
    Short,
    DeletedCursor,
    Shrinking,
    Inventing,
    Inclusive,
    EmptyLast,
    Growing,
    GrowingInFront,
];

/// The answer 404.
#[derive(Debug)]
pub(crate) struct NotFound;

pub(crate) struct ListServer {
    pub(crate) store: Vec<Message>,
    pub(crate) requests: usize,
    faults: Vec<Fault>,
    random: Random,
    invented: usize,
    never_listed: Vec<MessageId>,
    last_page: Option<MessagesList>,
}

impl ListServer {
    /// Over a random tree of `messages`.
    pub(crate) fn new(messages: usize, faults: &[Fault], mut random: Random) -> Self {
        let store = tree(messages, &mut random);
        let mut never_listed = Vec::new();
        if faults.contains(&Dropped) {
            never_listed.extend(store.iter().filter(|_| random.once_in(4)).map(|message| message.id.clone()));
        }
        let faults = faults.to_vec();
        Self { store, requests: 0, faults, random, invented: 0, never_listed, last_page: None }
    }

    /// The interaction as it is now.
    pub(crate) fn interaction(&self) -> Interaction {
        let (id, agent, user) = (InteractionId::new("int_1"), AgentId::new("ag_1"), UserId::new("u_1"));
        let (time, count) = (Timestamp::from_millis(0), self.store.len() as i64);
        Interaction::new(InteractionFields {
            id,
            agent_id: agent,
            archived: false,
            created_at: time,
            initial_turn: InitialTurn::User,
            name: None,
            total_message_count: count,
            updated_at: time,
            user_id: user,
        })
    }

    pub(crate) fn list(&mut self, request: &PageRequest<MessageId>) -> Result<MessagesList, NotFound> {
        self.requests += 1;
        let limit = request.limit.get() as usize;
        if self.does(RepeatedPage) && self.random.once_in(3) && self.last_page.is_some() {
            return Ok(self.last_page.clone().unwrap());
        }
        if self.does(EmptyWithMore) && self.random.once_in(4) {
            return Ok(MessagesList::new(Vec::new(), true));
        }
        let mut begin = match &request.starting_after {
            None => 0,
            Some(after) => match self.store.iter().position(|message| message.id == *after) {
                Some(place) => place + usize::from(!self.does(Inclusive)),
                // What it invented it does not find again, but goes on inventing.
                None if after.as_str().starts_with("invented") => self.store.len(),
                None => return Err(NotFound),
            },
        };
        if self.does(LoopingCursor) && begin > 0 && begin % 3 == 2 {
            begin = begin * 7 % (begin + 1);
        }
        let mut size = limit;
        if self.does(Short) {
            size = 1 + self.random.below(limit);
        }
        if self.does(OverLimit) && self.random.once_in(3) {
            size = limit + 1 + self.random.below(3);
        }
        let end = self.store.len().min(begin + size);
        let mut data = self.store[begin..end].to_vec();
        let mut has_more = end < self.store.len();
        if self.does(EmptyLast) && !data.is_empty() {
            has_more |= data.len() == size;
        }
        if self.does(CutOff) && self.random.once_in(4) {
            let keep = self.random.below(data.len() + 1);
            data.truncate(keep);
            has_more = false;
        }
        // The end of a page is listed, or this server could not be read at all.
        let last = data.last().map(|message| message.id.clone());
        data.retain(|message| Some(&message.id) == last.as_ref() || !self.never_listed.contains(&message.id));
        if self.does(Reordered) && self.random.once_in(2) {
            self.random.shuffle(&mut data);
        }
        if self.does(Inventing) {
            while data.len() < limit {
                self.invented += 1;
                data.push(message(format!("invented_{}", self.invented), None, 0, 0));
            }
            has_more = true;
        }
        if has_more {
            self.change(begin, data.last().map(|message| message.id.clone()));
        }
        let page = MessagesList::new(data, has_more);
        self.last_page = Some(page.clone());
        Ok(page)
    }

    /// What happens to the store between two pages; `listed` is where the one before began.
    fn change(&mut self, listed: usize, cursor: Option<MessageId>) {
        if self.does(DeletedCursor) && self.random.once_in(3) {
            self.store.retain(|message| Some(&message.id) != cursor.as_ref());
        }
        if self.does(Shrinking) && listed > 0 && self.random.once_in(3) {
            let place = self.random.below(listed);
            self.store.remove(place);
        }
        // It stops at some time, as people do.
        if self.requests < 20 && self.random.once_in(3) {
            let new = |place: &str| message(format!("msg_{place}_{}", self.requests), None, 0, 1_000_000);
            if self.does(Growing) {
                self.store.push(new("end"));
            }
            if self.does(GrowingInFront) {
                self.store.insert(0, new("front"));
            }
        }
    }

    pub(crate) fn deletes(&self) -> bool {
        self.does(DeletedCursor) || self.does(Shrinking)
    }

    pub(crate) fn does(&self, fault: Fault) -> bool {
        self.faults.contains(&fault)
    }
}

/// A random tree with any number of roots, the messages in any order.
pub(crate) fn tree(messages: usize, random: &mut Random) -> Vec<Message> {
    let mut tree: Vec<Message> = Vec::with_capacity(messages);
    for number in 0..messages {
        let parent = if random.once_in(4) { None } else { tree.get(random.below(number)) };
        let parent = parent.map(|parent| (parent.id.clone(), parent.depth));
        let depth = parent.as_ref().map_or(0, |(_, depth)| depth + 1);
        tree.push(message(format!("msg_{number}"), parent.map(|(id, _)| id), depth, number as i64));
    }
    if random.once_in(2) {
        random.shuffle(&mut tree);
    }
    tree
}

pub(crate) fn message(id: String, parent: Option<MessageId>, depth: i64, time: i64) -> Message {
    let interaction = InteractionId::new("int_1");
    let mut message =
        Message::new(MessageId::new(id), "…", Timestamp::from_millis(time), depth, interaction, SentBy::User);
    if let Some(parent) = parent {
        message.parent_id = parent.into();
    }
    message
}
