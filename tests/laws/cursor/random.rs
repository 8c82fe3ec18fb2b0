//! Numbers that are as good as random and the same for the same seed.

use std::thread;

/// SplitMix64.
#[derive(Clone)]
pub(crate) struct Random(u64);

impl Random {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number below `end`.
    pub(crate) fn below(&mut self, end: usize) -> usize {
        (self.next() % end.max(1) as u64) as usize
    }

    /// True once in `times`.
    pub(crate) fn once_in(&mut self, times: usize) -> bool {
        self.below(times) == 0
    }

    pub(crate) fn shuffle<T>(&mut self, items: &mut [T]) {
        for last in (1..items.len()).rev() {
            items.swap(last, self.below(last + 1));
        }
    }
}

/// Tries `law` with every seed, on all cores; a failure names its seed.
pub(crate) fn for_each_seed(seeds: u64, law: impl Fn(u64) + Sync) {
    let threads = thread::available_parallelism().map_or(1, |cores| cores.get() as u64);
    thread::scope(|scope| {
        for thread in 0..threads {
            let law = &law;
            scope.spawn(move || {
                for seed in (thread..seeds).step_by(threads as usize) {
                    if let Err(panic) = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| law(seed))) {
                        eprintln!("the seed was {seed}");
                        std::panic::resume_unwind(panic);
                    }
                }
            });
        }
    });
}
