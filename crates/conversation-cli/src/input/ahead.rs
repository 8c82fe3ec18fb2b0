//! Reading on while what was read is worked on: decoding takes half of the time, so it has a thread of its own.

use std::{
    sync::mpsc::{Receiver, sync_channel},
    thread, vec,
};

use super::{Conversations, Fault, Given, Layout, Refusal, Source, Together};

/// The conversations of an input in their order, read ahead of the caller.
///
/// What is in memory is bounded: what is worked on, what waits, and what is being read, each one conversation, or as many
/// as a [`BATCH`] has bytes for.
pub(crate) struct ReadAhead {
    layout: Layout,
    length: Option<u64>,
    /// How many bytes were read up to the end of what was handed out.
    passed: u64,
    batches: Receiver<Batch>,
    batch: vec::IntoIter<Result<Given, Fault>>,
}

struct Batch {
    conversations: Vec<Result<Given, Fault>>,
    passed: u64,
}

/// How many bytes of input are handed over at once: enough that handing over costs little.
const BATCH: u64 = 128 * 1024;

impl ReadAhead {
    /// Reads the beginning of `source`, and goes on reading.
    pub(crate) fn open(source: &Source, together: Together) -> Result<Self, Refusal> {
        let mut conversations = Conversations::open(source, together)?;
        let layout = conversations.layout();
        let (_, length) = conversations.progress();
        let (sender, batches) = sync_channel(1);
        // It ends with the input, or when the receiver is gone.
        let spawned = thread::Builder::new().spawn(move || {
            loop {
                let (begin, _) = conversations.progress();
                let mut batch = Batch { conversations: Vec::new(), passed: begin };
                while batch.passed - begin < BATCH
                    && let Some(next) = conversations.next()
                {
                    batch.conversations.push(next);
                    (batch.passed, _) = conversations.progress();
                }
                if batch.conversations.is_empty() || sender.send(batch).is_err() {
                    return;
                }
            }
        });
        spawned.map_err(Refusal::Unreadable)?;
        Ok(Self { layout, length, passed: 0, batches, batch: Vec::new().into_iter() })
    }

    /// How the values of the input follow one another.
    pub(crate) fn layout(&self) -> Layout {
        self.layout
    }

    /// How many bytes were read, and how many there are, where that is known.
    pub(crate) fn progress(&self) -> (u64, Option<u64>) {
        (self.passed, self.length)
    }
}

impl Iterator for ReadAhead {
    type Item = Result<Given, Fault>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some(next) = self.batch.next() {
                return Some(next);
            }
            let Batch { conversations, passed } = self.batches.recv().ok()?;
            self.passed = passed;
            self.batch = conversations.into_iter();
        }
    }
}
