//! Pages of a list, and what can go wrong with one.

use proficient_types::PageLimit;

use crate::{failure::Failure, fault::Fault, random::shuffle};

/// Which page of a list is asked for.
pub(super) struct Page {
    pub(super) limit: PageLimit,
    /// The place of the object that it starts after; none for the first page.
    pub(super) after: Option<i64>,
    pub(super) fault: Option<(Fault, u64)>,
}

/// Which part of a list to read.
pub(super) enum Part {
    /// What comes after a place, or from the beginning.
    After(Option<i64>),
    /// What ends with a place, the last first.
    EndingWith(i64),
}

impl Page {
    /// Reads the page with `read`, which gives so many objects of a part at most. Tells whether others follow, too.
    pub(super) fn read<T>(
        self,
        read: impl Fn(Part, i64) -> Result<Vec<T>, Failure>,
    ) -> Result<(Vec<T>, bool), Failure> {
        let limit = self.limit.get();
        let forward = |after| {
            // One more than fits tells whether others follow.
            let mut data = read(Part::After(after), limit + 1)?;
            let has_more = data.len() as i64 > limit;
            data.truncate(limit as usize);
            Ok((data, has_more))
        };
        match (self.fault, self.after) {
            (Some((Fault::EmptyPage, _)), _) => Ok((Vec::new(), true)),
            (Some((Fault::LoopingCursor, _)), _) => forward(None).map(|(data, _)| (data, true)),
            (Some((Fault::RepeatedPage, _)), Some(after)) => {
                let mut data = read(Part::EndingWith(after), limit)?;
                data.reverse();
                Ok((data, true))
            }
            (Some((Fault::Reordered, roll)), after) => {
                let (mut data, has_more) = forward(after)?;
                shuffle(&mut data, roll);
                Ok((data, has_more))
            }
            (_, after) => forward(after),
        }
    }
}
