//! New ids: random to look at, decided by the seed, and never the same twice.

use rusqlite::{Transaction, params};

use crate::random::{draw, mix};

/// Makes the ids of one store.
#[derive(Clone, Copy)]
pub(crate) struct Ids {
    seed: u64,
}

/// What an id is for: its prefix, its length without the prefix, and the table it must be new in.
#[derive(Clone, Copy)]
pub(crate) enum Kind {
    Interaction,
    Message,
    Agent,
    User,
}

impl Kind {
    fn of(self) -> (&'static str, usize, &'static str) {
        match self {
            Self::Interaction => ("int_", 36, "SELECT EXISTS (SELECT 1 FROM interactions WHERE id = ?)"),
            Self::Message => ("msg_", 48, "SELECT EXISTS (SELECT 1 FROM messages WHERE id = ?)"),
            Self::Agent => ("ag_", 24, "SELECT EXISTS (SELECT 1 FROM agents WHERE id = ?)"),
            Self::User => ("u_", 24, "SELECT EXISTS (SELECT 1 FROM users WHERE id = ?)"),
        }
    }
}

/// Where the counters are kept.
pub(crate) const SCHEMA: &str = "
CREATE TABLE IF NOT EXISTS counters (
    kind  TEXT    PRIMARY KEY,
    value INTEGER NOT NULL
) WITHOUT ROWID;
";

impl Ids {
    pub(crate) fn new(seed: u64) -> Self {
        Self { seed }
    }

    /// The next id of a kind. The counter is in the transaction, so what is rolled back leaves no trace.
    pub(crate) fn next(self, tx: &Transaction<'_>, kind: Kind) -> rusqlite::Result<String> {
        let (prefix, length, taken) = kind.of();
        loop {
            let number: i64 = tx
                .prepare_cached(
                    "INSERT INTO counters (kind, value) VALUES (?, 1)
                     ON CONFLICT (kind) DO UPDATE SET value = value + 1 RETURNING value",
                )?
                .query_row([prefix], |row| row.get(0))?;
            let id = self.id(prefix, length, number.cast_unsigned());
            // A message put in by a test may come from an emulator with the same seed.
            if !tx.prepare_cached(taken)?.query_row(params![id], |row| row.get::<_, bool>(0))? {
                return Ok(id);
            }
        }
    }

    fn id(self, prefix: &str, length: usize, number: u64) -> String {
        let key = draw(&[self.seed, crate::random::digest(prefix)]);
        // A bijection of the number, in the digits that a number of 64 bits takes: different for each number.
        let mut id = prefix.to_owned();
        let mut rest = mix(number ^ key);
        for _ in 0..11 {
            id.push(digit(rest));
            rest /= 62;
        }
        (11..length as u64).for_each(|place| id.push(digit(draw(&[key, number, place]))));
        id
    }
}

/// `length` letters and digits that `parts` decide.
pub(crate) fn letters(parts: &[u64], length: u64) -> String {
    let key = draw(parts);
    (0..length).map(|place| digit(draw(&[key, place]))).collect()
}

fn digit(number: u64) -> char {
    let digit = (number % 62) as u8;
    char::from(match digit {
        0..10 => b'0' + digit,
        10..36 => b'A' + digit - 10,
        _ => b'a' + digit - 36,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_all_different_and_as_long_as_the_published_ones() {
        let ids = Ids::new(7);
        let many: std::collections::HashSet<String> = (0..100_000).map(|n| ids.id("msg_", 48, n)).collect();
        assert_eq!(many.len(), 100_000);
        assert!(many.iter().all(|id| id.len() == 52 && id.is_ascii()));
    }

    #[test]
    fn another_seed_gives_other_ids() {
        assert_ne!(Ids::new(1).id("u_", 24, 1), Ids::new(2).id("u_", 24, 1));
        assert_eq!(Ids::new(1).id("u_", 24, 1), Ids::new(1).id("u_", 24, 1));
    }
}
