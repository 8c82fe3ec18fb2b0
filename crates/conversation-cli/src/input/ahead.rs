//! Reading on while what was read is worked on: decoding takes half of the time, so it has a thread of its own.

use std::{
    sync::{
        Arc, Mutex, PoisonError,
        mpsc::{Receiver, SyncSender, TryRecvError, sync_channel},
    },
    thread, vec,
};

use super::{Conversations, Fault, Given, Layout, Refusal, Source};

/// The conversations of an input in their order, read ahead of the caller.
///
/// What is in memory is bounded: what is worked on, what waits, and what is being read, each one conversation, or as many
/// as a [`BATCH`] has bytes for. What was read is handed over before more is asked of the system, so that of a pipe
/// the reader does not wait for data that has arrived.
pub(crate) struct ReadAhead {
    layout: Layout,
    length: Option<u64>,
    /// How many bytes were read up to the end of what was handed out.
    passed: u64,
    batches: Receiver<Batch>,
    batch: vec::IntoIter<Result<Given, Fault>>,
}

#[derive(Default)]
struct Batch {
    conversations: Vec<Result<Given, Fault>>,
    begin: u64,
    passed: u64,
}

/// How many bytes of input are handed over at once: enough that handing over costs little.
const BATCH: u64 = 128 * 1024;

/// What was read and not yet handed over.
#[derive(Clone)]
struct Pending {
    batch: Arc<Mutex<Batch>>,
    sender: SyncSender<Batch>,
}

impl Pending {
    /// Adds a conversation, up to whose end so many bytes were read; whether anybody wants more.
    fn add(&self, next: Result<Given, Fault>, passed: u64) -> bool {
        let mut batch = self.batch.lock().unwrap_or_else(PoisonError::into_inner);
        batch.conversations.push(next);
        batch.passed = passed;
        let is_full = batch.passed.saturating_sub(batch.begin) >= BATCH;
        drop(batch);
        !is_full || self.hand_over()
    }

    /// Hands over what there is; whether anybody wants it.
    fn hand_over(&self) -> bool {
        let mut batch = self.batch.lock().unwrap_or_else(PoisonError::into_inner);
        if batch.conversations.is_empty() {
            return true;
        }
        let next = Batch { conversations: Vec::new(), begin: batch.passed, passed: batch.passed };
        let batch = std::mem::replace(&mut *batch, next);
        self.sender.send(batch).is_ok()
    }
}

impl ReadAhead {
    /// Reads the beginning of `source`, and goes on reading.
    pub(crate) fn open(source: &Source) -> Result<Self, Refusal> {
        let (sender, batches) = sync_channel(1);
        let pending = Pending { batch: Arc::default(), sender };
        let before_read = pending.clone();
        let mut conversations = Conversations::open(source, move || {
            before_read.hand_over();
        })?;
        let layout = conversations.layout();
        let (_, length) = conversations.progress();
        // It ends with the input, or when the receiver is gone.
        let spawned = thread::Builder::new().spawn(move || {
            while let Some(next) = conversations.next() {
                let (passed, _) = conversations.progress();
                if !pending.add(next, passed) {
                    return;
                }
            }
            pending.hand_over();
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

    /// The next conversation. Calls `before_waiting` when it has to wait for the input.
    pub(crate) fn next<E>(
        &mut self,
        before_waiting: impl FnOnce() -> Result<(), E>,
    ) -> Result<Option<Result<Given, Fault>>, E> {
        if let Some(next) = self.batch.next() {
            return Ok(Some(next));
        }
        let batch = match self.batches.try_recv() {
            Ok(batch) => batch,
            Err(TryRecvError::Disconnected) => return Ok(None),
            Err(TryRecvError::Empty) => {
                before_waiting()?;
                match self.batches.recv() {
                    Ok(batch) => batch,
                    Err(_) => return Ok(None),
                }
            }
        };
        self.passed = batch.passed;
        self.batch = batch.conversations.into_iter();
        // No batch is empty.
        Ok(self.batch.next())
    }
}
