//! Which request goes wrong, and how.

use std::{
    collections::{BTreeMap, HashMap, VecDeque},
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use crate::{
    fault::Fault,
    operation::Operation,
    random::{digest, draw, fraction},
};

/// The faults to come. Clones are the same plan.
///
/// The seed and the number of a request among those of its operation decide whether a share hits it, so the same seed
/// and the same requests give the same run.
#[derive(Clone, Debug)]
pub struct Faults(Arc<Mutex<Plan>>);

#[derive(Debug)]
struct Plan {
    seed: u64,
    shares: Vec<(Fault, f64)>,
    queue: VecDeque<Queued>,
    requests: HashMap<&'static str, u64>,
    injected: BTreeMap<Fault, u64>,
}

#[derive(Debug)]
struct Queued {
    fault: Fault,
    /// The id of the operation it waits for; any, when there is none.
    operation: Option<String>,
}

/// A fault for a request, and a random number for what it leaves open.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Hit {
    pub(crate) fault: Fault,
    pub(crate) roll: u64,
}

impl Faults {
    pub(crate) fn new(seed: u64) -> Self {
        let plan = Plan {
            seed,
            shares: Vec::new(),
            queue: VecDeque::new(),
            requests: HashMap::new(),
            injected: BTreeMap::new(),
        };
        Self(Arc::new(Mutex::new(plan)))
    }

    /// Queues a fault for the next request that it means something to. Those queued before go first.
    pub fn next(&self, fault: Fault) {
        self.plan().queue.push_back(Queued { fault, operation: None });
    }

    /// Queues a fault for the next request of one operation, such as `messages_list`.
    pub fn next_for(&self, operation_id: &str, fault: Fault) {
        self.plan().queue.push_back(Queued { fault, operation: Some(operation_id.to_owned()) });
    }

    /// Lets a fault hit a share of the requests that it means something to: 0 none, 1 all. The share of a fault that
    /// has one is replaced. What is set first is tried first, and a request is hit once.
    pub fn share(&self, fault: Fault, share: f64) {
        let shares = &mut self.plan().shares;
        match shares.iter_mut().find(|(set, _)| *set == fault) {
            Some(set) => set.1 = share,
            None => shares.push((fault, share)),
        }
    }

    /// Ends all faults: the queue is empty and the shares are 0.
    pub fn clear(&self) {
        let mut plan = self.plan();
        plan.queue.clear();
        plan.shares.clear();
    }

    /// How many requests came for an operation.
    pub(crate) fn requests(&self, operation_id: &str) -> u64 {
        self.plan().requests.get(operation_id).copied().unwrap_or_default()
    }

    /// How many requests each fault has hit.
    pub fn injected(&self) -> BTreeMap<Fault, u64> {
        self.plan().injected.clone()
    }

    /// What hits this request: the fault that its header asks for, the next of the queue, or one of the shares.
    pub(crate) fn decide(&self, operation: &Operation, later_page: bool, asked: Option<Fault>) -> Option<Hit> {
        let mut plan = self.plan();
        let number = plan.requests.entry(operation.id).or_default();
        *number += 1;
        let request = draw(&[*number, digest(operation.id), plan.seed]);
        let takes = |fault| operation.takes(fault, later_page);
        let fault = asked
            .filter(|fault| takes(*fault))
            .or_else(|| plan.next(operation.id, takes))
            .or_else(|| plan.share(request, takes))?;
        *plan.injected.entry(fault).or_default() += 1;
        Some(Hit { fault, roll: draw(&[request, 1]) })
    }

    fn plan(&self) -> MutexGuard<'_, Plan> {
        // Nothing in here panics halfway through a change.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Plan {
    fn next(&mut self, operation: &str, takes: impl Fn(Fault) -> bool) -> Option<Fault> {
        let waits = |queued: &Queued| queued.operation.as_deref().is_none_or(|id| id == operation);
        let place = self.queue.iter().position(|queued| waits(queued) && takes(queued.fault))?;
        self.queue.remove(place).map(|queued| queued.fault)
    }

    fn share(&self, request: u64, takes: impl Fn(Fault) -> bool) -> Option<Fault> {
        let hits = |(fault, share): &&(Fault, f64)| {
            takes(*fault) && fraction(draw(&[request, digest(fault.as_str())])) < *share
        };
        self.shares.iter().find(hits).map(|(fault, _)| *fault)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list() -> &'static Operation {
        Operation::of_id("messages_list").unwrap()
    }

    fn run(seed: u64) -> Vec<Option<Fault>> {
        let faults = Faults::new(seed);
        faults.share(Fault::Slow, 0.1);
        faults.share(Fault::EmptyPage, 0.3);
        (0..2_000).map(|_| faults.decide(list(), false, None).map(|hit| hit.fault)).collect()
    }

    #[test]
    fn the_same_seed_gives_the_same_run_and_another_seed_another() {
        assert_eq!(run(1), run(1));
        assert_ne!(run(1), run(2));
    }

    #[test]
    fn a_share_is_about_that_share() {
        let run = run(5);
        let of = |fault| run.iter().filter(|hit| **hit == Some(fault)).count();
        assert!((150..250).contains(&of(Fault::Slow)), "{}", of(Fault::Slow));
        assert!((450..630).contains(&of(Fault::EmptyPage)), "{}", of(Fault::EmptyPage));
    }

    #[test]
    fn no_share_hits_nothing_and_a_whole_one_everything() {
        let faults = Faults::new(0);
        for (share, hits) in [(0.0, 0), (f64::NAN, 0), (-1.0, 0), (1.0, 100), (7.0, 100)] {
            faults.share(Fault::Slow, share);
            assert_eq!((0..100).filter_map(|_| faults.decide(list(), false, None)).count(), hits, "{share}");
        }
    }

    #[test]
    fn the_queue_keeps_its_order_and_waits_for_a_request_that_takes_it() {
        let faults = Faults::new(0);
        faults.next(Fault::RepeatedPage);
        faults.next_for("messages_create", Fault::DroppedAfter);
        faults.next(Fault::Slow);
        faults.next(Fault::Late);
        let of = |id, later| faults.decide(Operation::of_id(id).unwrap(), later, None).map(|hit| hit.fault);
        assert_eq!(of("messages_list", false), Some(Fault::Slow));
        assert_eq!(of("messages_create", false), Some(Fault::DroppedAfter));
        assert_eq!(of("messages_list", true), Some(Fault::RepeatedPage));
        faults.clear();
        assert_eq!(of("messages_list", true), None);
        assert_eq!(faults.injected().into_values().sum::<u64>(), 3);
    }

    #[test]
    fn a_fault_that_means_nothing_to_a_request_is_passed_over() {
        let faults = Faults::new(0);
        let agents = Operation::of_id("agents_list").unwrap();
        for fault in [Fault::LoopingCursor, Fault::EmptyPage, Fault::Holes, Fault::TryAgain] {
            assert!(faults.decide(agents, true, Some(fault)).is_none(), "{fault}");
        }
        assert!(faults.injected().is_empty());
    }
}
