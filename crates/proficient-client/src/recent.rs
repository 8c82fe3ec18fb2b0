//! What this client created lately.

use std::{
    collections::{HashMap, VecDeque},
    sync::{Mutex, MutexGuard, PoisonError},
    time::{Duration, Instant},
};

/// The ids of what this client created lately, so that none of them is taken for the result of another call.
#[derive(Debug, Default)]
pub(crate) struct Recent(Mutex<Ids>);

#[derive(Debug, Default)]
struct Ids {
    by_id: HashMap<String, Created>,
    in_order: VecDeque<String>,
}

#[derive(Clone, Copy, Debug)]
struct Created {
    at: Instant,
    /// Of the parameters.
    digest: u64,
}

/// How many are kept: more than one client creates in the time that one call can take.
const LONGEST: usize = 65_536;

/// For how long an equal object is noted in a prepared call. The server's time has whole seconds, so one that is older by more
/// is told apart by its time.
const WINDOW: Duration = Duration::from_secs(10);

impl Recent {
    /// Notes that `id` is the result of a call. Whether it was not that of another one before.
    pub(crate) fn claim(&self, id: String, digest: u64) -> bool {
        let mut ids = self.ids();
        let created = Created { at: Instant::now(), digest };
        if ids.by_id.insert(id.clone(), created).is_some() {
            return false;
        }
        ids.in_order.push_back(id);
        if ids.in_order.len() > LONGEST
            && let Some(oldest) = ids.in_order.pop_front()
        {
            ids.by_id.remove(&oldest);
        }
        true
    }

    pub(crate) fn contains(&self, id: &str) -> bool {
        self.ids().by_id.contains_key(id)
    }

    /// The results of calls with the same parameters within the last seconds.
    pub(crate) fn equal(&self, digest: u64) -> Vec<String> {
        let ids = self.ids();
        let recent = ids.in_order.iter().rev().map_while(|id| {
            let created = ids.by_id.get(id)?;
            (created.at.elapsed() < WINDOW).then_some((id, created.digest))
        });
        recent.filter(|(_, other)| *other == digest).map(|(id, _)| id.clone()).collect()
    }

    fn ids(&self) -> MutexGuard<'_, Ids> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_the_result_of_one_call() {
        let recent = Recent::default();
        assert!(recent.claim("msg_1".to_owned(), 7) && !recent.claim("msg_1".to_owned(), 7));
        assert!(recent.claim("msg_2".to_owned(), 8) && recent.contains("msg_2"));
        assert_eq!(recent.equal(7), ["msg_1"]);
        for number in 0..LONGEST + 10 {
            recent.claim(number.to_string(), 0);
        }
        let ids = recent.ids();
        assert!(ids.by_id.len() == LONGEST && ids.in_order.len() == LONGEST);
    }
}
