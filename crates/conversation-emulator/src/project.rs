//! The emulated project: what its keys and ids are made of, kept with its data.

use rusqlite::{OptionalExtension, Transaction};

/// Where it is kept.
pub(crate) const SCHEMA: &str = "
CREATE TABLE IF NOT EXISTS project (
    only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
    seed     INTEGER NOT NULL
);
";

/// The seed of the store: the one it was made with, or `seed` when it is new.
///
/// So a file keeps its keys, and no id comes twice, with any seed that the file is opened with later.
pub(crate) fn seed(tx: &Transaction<'_>, seed: u64) -> rusqlite::Result<u64> {
    let stored: Option<i64> = tx.query_row("SELECT seed FROM project", [], |row| row.get(0)).optional()?;
    if let Some(stored) = stored {
        return Ok(stored.cast_unsigned());
    }
    tx.execute("INSERT INTO project (only_row, seed) VALUES (1, ?)", [seed.cast_signed()])?;
    Ok(seed)
}
