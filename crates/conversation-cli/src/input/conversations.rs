//! The conversations of an input, one after the other.

use std::{
    collections::HashSet,
    hash::{BuildHasher as _, RandomState},
};

use conversation_core::model::{GenesysConversation, ProficientConversation};
use proficient_types::InteractionId;
use serde_json::value::RawValue;

use super::{
    Content, Given, Kind, Layout, Place, Refusal, Source,
    decode::{Decoder, Item},
    frames::Frames,
};

/// The conversations of an input. No more than one of them is in memory, and the value behind it.
pub(crate) struct Conversations {
    frames: Frames,
    decoder: Decoder,
    /// The messages or events, come one by one, that may not be all.
    open: Option<Given>,
    /// What comes behind `open`, when that is over.
    next: Option<Result<Given, Fault>>,
    /// The lines that are JSON and could not be read, for the conversation that they are among.
    unread: Vec<(usize, String)>,
    over: Over,
    /// The input cannot be read any further.
    broken: bool,
    /// The messages of one interaction are put together from here on.
    is_grouped: bool,
    /// The last line on which something was wrong. It is reported once, even if it has several errors.
    reported: usize,
}

/// An invalid value, and where it begins.
#[derive(Debug)]
pub(crate) struct Fault {
    pub(crate) refusal: Refusal,
    pub(crate) begin: Place,
    /// What the value was taken for and the value itself, for who wants to know more.
    pub(crate) value: Option<(Kind, Vec<u8>)>,
}

impl Conversations {
    /// Reads the beginning of `source`.
    ///
    /// `before_read` is called whenever the system is asked for more.
    pub(crate) fn open(source: &Source, before_read: impl FnMut() + Send + 'static) -> Result<Self, Refusal> {
        let frames = Frames::open(source, before_read)?;
        let decoder = Decoder::new(frames.layout == Layout::Single);
        Ok(Self {
            frames,
            decoder,
            open: None,
            next: None,
            unread: Vec::new(),
            over: Over::default(),
            broken: false,
            is_grouped: false,
            reported: 0,
        })
    }

    /// How the values of the input follow one another.
    pub(crate) fn layout(&self) -> Layout {
        self.frames.layout
    }

    /// How many bytes were read, and how many there are, where that is known.
    pub(crate) fn progress(&self) -> (u64, Option<u64>) {
        self.frames.progress()
    }

    /// Decodes the next value.
    fn advance(&mut self) -> Option<Result<(Item, Place), Fault>> {
        loop {
            if self.broken {
                return None;
            }
            let fault = match self.frames.next()? {
                Ok(_) => match self.decode() {
                    Ok(item) => return Some(Ok((item, self.frames.begin()))),
                    Err(fault) => fault,
                },
                Err(fault) => {
                    self.broken = matches!(fault.refusal, Refusal::Unreadable(_));
                    fault
                }
            };
            let line = std::mem::replace(&mut self.reported, fault.begin.line);
            if line != fault.begin.line || self.broken || self.frames.layout != Layout::Lines {
                return Some(Err(fault));
            }
        }
    }

    /// Decodes the value that was read, or the first of several on its line.
    fn decode(&mut self) -> Result<Item, Fault> {
        loop {
            let frame = self.frames.current();
            let refusal = match self.decoder.decode(frame) {
                Ok(item) => return Ok(item),
                Err(refusal) => refusal,
            };
            let begin = frame.begin;
            let value = self.decoder.kind().map(|kind| (kind, frame.bytes.to_vec()));
            if self.frames.split() {
                continue;
            }
            if let Some((Kind::MessageLines(_) | Kind::EventLines(_), json)) = &value
                && self.unread.len() < UNREAD
                && let Ok(text) = serde_json::from_slice::<&RawValue>(json)
            {
                let items = self.open.as_ref().map_or(0, |given| given.content.len());
                self.unread.push((items + self.unread.len(), text.get().to_owned()));
            }
            return Err(Fault { refusal, begin, value });
        }
    }

    /// Puts a message or event to those before it; what it is not part of is over.
    fn put(&mut self, item: Item, begin: Place) -> Option<Result<Given, Fault>> {
        let layout = self.frames.layout;
        match item {
            Item::Conversation(mut given) => {
                given.begin = begin;
                self.close(Some(Ok(*given)))
            }
            Item::Event(event) => {
                if let Some(Given { content: Content::Chat(chat), .. }) = &mut self.open {
                    chat.events.push(*event);
                    return None;
                }
                if std::mem::replace(&mut self.over.events, true) {
                    return Some(Err(Refusal::EventsComeBack { place: begin }.at(begin)));
                }
                let done = self.close(None);
                let content = Content::Chat(GenesysConversation::new(vec![*event]));
                self.open = Some(Given {
                    kind: Kind::EventLines(layout),
                    content,
                    shell: None,
                    unread_lines: Vec::new(),
                    begin,
                });
                done
            }
            Item::Message(message) => {
                if let Some(Given { content: Content::Tree(tree), .. }) = &mut self.open
                    && tree.messages.first().is_some_and(|first| first.interaction_id == message.interaction_id)
                {
                    tree.messages.push(*message);
                    return None;
                }
                if layout != Layout::Single
                    && !std::mem::replace(&mut self.is_grouped, true)
                    && let Err(error) = self.frames.group(message.interaction_id.as_str())
                {
                    self.broken = true;
                    return Some(Err(Refusal::Unreadable(error).at(begin)));
                }
                if !self.over.begin(&message.interaction_id) {
                    let interaction = message.interaction_id;
                    return Some(Err(Refusal::ComesBack { interaction, place: begin }.at(begin)));
                }
                let done = self.close(None);
                let content = Content::Tree(ProficientConversation::new(vec![*message]));
                self.open = Some(Given {
                    kind: Kind::MessageLines(layout),
                    content,
                    shell: None,
                    unread_lines: Vec::new(),
                    begin,
                });
                done
            }
        }
    }

    /// What was open is over; behind it comes `next`.
    fn close(&mut self, next: Option<Result<Given, Fault>>) -> Option<Result<Given, Fault>> {
        match self.open.take() {
            Some(mut given) => {
                given.unread_lines = std::mem::take(&mut self.unread);
                self.next = next;
                Some(Ok(given))
            }
            None => next,
        }
    }
}

impl Iterator for Conversations {
    type Item = Result<Given, Fault>;

    fn next(&mut self) -> Option<Self::Item> {
        if let Some(next) = self.next.take() {
            return Some(next);
        }
        loop {
            match self.advance() {
                None => return self.close(None),
                Some(Err(fault)) => return Some(Err(fault)),
                Some(Ok((item, begin))) => {
                    if let Some(done) = self.put(item, begin) {
                        return Some(done);
                    }
                }
            }
        }
    }
}

/// How many lines that could not be read are kept, to tell what is missing from what could not be read.
const UNREAD: usize = 10_000;

/// How many interactions are remembered, which takes 18 MB. One that comes back when as many others came is taken for one
/// of its own.
const REMEMBERED: usize = 900_000;

/// What began before, of that which came one by one.
#[derive(Default)]
struct Over {
    events: bool,
    /// Digests of the ids of interactions, since the ids themselves may be of any length. They are keyed anew in every
    /// run, so that an attacker cannot choose two ids with one digest.
    interactions: HashSet<u128>,
    keys: [RandomState; 2],
}

impl Over {
    /// Whether the interaction is a new one.
    fn begin(&mut self, interaction: &InteractionId) -> bool {
        let [high, low] = self.keys.each_ref().map(|key| u128::from(key.hash_one(interaction.as_str())));
        let digest = high << 64 | low;
        if self.interactions.len() < REMEMBERED {
            self.interactions.insert(digest)
        } else {
            !self.interactions.contains(&digest)
        }
    }
}
