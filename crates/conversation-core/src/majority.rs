//! The value that most of the votes name.

/// The key with the highest count; on a tie, the first one. `None` if there are no counts.
pub(crate) fn majority<K>(counts: impl DoubleEndedIterator<Item = (K, usize)>) -> Option<K> {
    counts.rev().max_by_key(|(_, count)| *count).map(|(key, _)| key)
}

#[cfg(test)]
mod tests {
    use super::majority;

    #[test]
    fn the_highest_count_wins_and_on_a_tie_the_first() {
        assert_eq!(majority([("a", 1), ("b", 3), ("c", 3)].into_iter()), Some("b"));
        assert_eq!(majority(std::iter::empty::<(&str, usize)>()), None);
    }
}
