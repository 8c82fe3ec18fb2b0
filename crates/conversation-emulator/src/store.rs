//! The store: one SQLite connection, on a thread of its own.
//!
//! Each change is one transaction, which is committed before the caller is told. So the order of the
//! transactions is the order of the emulator's history, and a process that is killed loses nothing it acknowledged.

use std::{
    panic::{AssertUnwindSafe, catch_unwind},
    path::Path,
    sync::mpsc,
    thread::JoinHandle,
    time::Duration,
};

use proficient_types::InteractionId;
use rusqlite::{Connection, Transaction, config::DbConfig};
use tokio::sync::oneshot;

/// The emulator's store failed: its disk is full, its file is damaged, or the emulator has been stopped.
#[derive(Debug, thiserror::Error)]
#[error(transparent)]
pub struct StoreError(#[from] Cause);

#[derive(Debug, thiserror::Error)]
enum Cause {
    #[error("the store failed: {0}")]
    Sqlite(#[from] rusqlite::Error),
    #[error("the store is in use by another process: stop that one, or use another file")]
    InUse,
    #[error("the file is no store of an emulator: name one that does not exist yet, and it is made")]
    Foreign,
    #[error("the store was made by another version ({0}) of the emulator, this one writes version {FORMAT}")]
    Format(i64),
    #[error("the store cannot be made: {0}")]
    Io(#[from] std::io::Error),
    #[error("is not the name of a file: without a file, the store is in memory")]
    NoFile,
    #[error("others can read the file, which contains keys, and it cannot be made private: {0}")]
    Public(std::io::Error),
    #[error("there is no interaction {0}")]
    NoInteraction(InteractionId),
    #[error("the work on the store broke off")]
    Panicked,
    #[error("the store is closed")]
    Closed,
}

impl StoreError {
    /// Messages were put into an interaction that there is not.
    pub(crate) fn no_interaction(id: &InteractionId) -> Self {
        Self(Cause::NoInteraction(id.clone()))
    }
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        match error.sqlite_error_code() {
            Some(rusqlite::ErrorCode::DatabaseBusy | rusqlite::ErrorCode::DatabaseLocked) => Self(Cause::InUse),
            Some(rusqlite::ErrorCode::NotADatabase) => Self(Cause::Foreign),
            _ => Self(Cause::Sqlite(error)),
        }
    }
}

/// Hands work to the store's thread. Clones hand it to the same one.
#[derive(Clone)]
pub(crate) struct Store {
    jobs: mpsc::Sender<Job>,
}

/// The store's thread.
pub(crate) struct StoreThread(JoinHandle<()>);

enum Job {
    Run(Box<dyn FnOnce(&mut Connection) + Send>),
    Close,
}

/// Marks a file as a store of ours: "conv".
const APPLICATION: i64 = 0x636F_6E76;

/// How much of a store without a file is in memory, in KiB.
const CACHE: i64 = 64 << 10;

/// The version of the tables.
const FORMAT: i64 = 1;

impl Store {
    /// Opens the file, or makes it; without one the store is in memory. `schemas` make the tables that are missing.
    pub(crate) fn open(file: Option<&Path>, schemas: &[&str]) -> Result<(Self, StoreThread), StoreError> {
        let mut connection = match file {
            // Without a name, SQLite keeps it in its cache, and what does not fit there in a file that no one else sees: a
            // store in memory alone would not give back what was deleted.
            None => {
                let connection = Connection::open("")?;
                connection.pragma_update(None, "cache_size", -CACHE)?;
                connection.pragma_update(None, "journal_mode", "MEMORY")?;
                connection
            }
            Some(file) => {
                // SQLite takes these for something else than a file, and a store that is not kept is a surprise.
                let name = file.as_os_str().as_encoded_bytes();
                if name.is_empty() || name == b":memory:" || name.starts_with(b"file:") {
                    return Err(StoreError(Cause::NoFile));
                }
                make_private(file)?;
                Connection::open(file)?
            }
        };
        prepare(&mut connection, schemas)?;
        let (jobs, work) = mpsc::channel();
        let thread = std::thread::Builder::new()
            .name("emulator-store".to_owned())
            .spawn(move || {
                while let Ok(Job::Run(job)) = work.recv() {
                    job(&mut connection);
                }
            })
            .map_err(Cause::Io)?;
        Ok((Self { jobs }, StoreThread(thread)))
    }

    /// Does `work` as one transaction. What `work` refuses is rolled back.
    ///
    /// It is done even if the caller no longer waits for it.
    pub(crate) async fn call<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Transaction<'_>) -> Result<T, StoreError> + Send + 'static,
    ) -> Result<T, StoreError> {
        let (answer, answered) = oneshot::channel();
        let job = move |connection: &mut Connection| {
            let done = catch_unwind(AssertUnwindSafe(|| {
                let tx = connection.transaction()?;
                let value = work(&tx)?;
                tx.commit()?;
                Ok(value)
            }));
            let done = done.unwrap_or(Err(StoreError(Cause::Panicked)));
            if let Err(StoreError(cause @ (Cause::Sqlite(_) | Cause::InUse | Cause::Panicked))) = &done {
                tracing::error!("{cause}");
            }
            // Who asked may be gone.
            let _ = answer.send(done);
        };
        self.jobs.send(Job::Run(Box::new(job))).map_err(|_| StoreError(Cause::Closed))?;
        answered.await.map_err(|_| StoreError(Cause::Closed))?
    }

    /// Ends the thread after the work that was handed in before, and closes the file.
    pub(crate) fn close(&self, thread: StoreThread) {
        let _ = self.jobs.send(Job::Close);
        let _ = thread.0.join();
    }
}

/// Keys are in the file: it is its owner's alone. What SQLite puts next to it has the same permissions. A file that others can
/// read is made private, which is reported.
fn make_private(file: &Path) -> Result<(), StoreError> {
    let mut options = std::fs::OpenOptions::new();
    options.append(true).create(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let opened = options.open(file).map_err(Cause::Io)?;
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        let mode = opened.metadata().map_err(Cause::Io)?.permissions().mode();
        if mode & 0o077 != 0 {
            opened.set_permissions(std::fs::Permissions::from_mode(0o600)).map_err(Cause::Public)?;
            tracing::warn!(
                "{}: others could read the store, which contains keys; now only its owner can",
                file.display()
            );
        }
    }
    drop(opened);
    Ok(())
}

fn prepare(connection: &mut Connection, schemas: &[&str]) -> Result<(), StoreError> {
    // Who ends an emulator and starts the next one on its file does not wait longer than this.
    connection.busy_timeout(Duration::from_millis(100))?;
    // One emulator at a time; nothing else may write between two of its transactions.
    connection.pragma_update(None, "locking_mode", "EXCLUSIVE")?;
    let tables: i64 = connection.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))?;
    let application: i64 = connection.pragma_query_value(None, "application_id", |row| row.get(0))?;
    let format: i64 = connection.pragma_query_value(None, "user_version", |row| row.get(0))?;
    if tables > 0 && application != APPLICATION {
        return Err(StoreError(Cause::Foreign));
    }
    if tables > 0 && format != FORMAT {
        return Err(StoreError(Cause::Format(format)));
    }
    if tables == 0 {
        // What was deleted gives its space back, in the file and in memory. It can be set only before the first table is made.
        connection.pragma_update(None, "auto_vacuum", "FULL")?;
    }
    // A commit is in the log before it is acknowledged: what the system holds outlives the process. A store without a name has
    // none, and keeps its journal in memory.
    if connection.path().is_some_and(|path| !path.is_empty()) {
        connection.pragma_update(None, "journal_mode", "WAL")?;
    }
    connection.pragma_update(None, "synchronous", "NORMAL")?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_FKEY, true)?;
    connection.set_prepared_statement_cache_capacity(128);
    let tx = connection.transaction()?;
    for schema in schemas {
        tx.execute_batch(schema)?;
    }
    tx.pragma_update(None, "application_id", APPLICATION)?;
    tx.pragma_update(None, "user_version", FORMAT)?;
    tx.commit()?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn count(tx: &Transaction<'_>) -> Result<i64, StoreError> {
        Ok(tx.query_row("SELECT count(*) FROM t", [], |row| row.get(0))?)
    }

    #[tokio::test]
    async fn what_is_refused_or_breaks_off_is_rolled_back() {
        let (store, thread) = Store::open(None, &["CREATE TABLE t (n INTEGER)"]).unwrap();
        store.call(|tx| Ok(tx.execute("INSERT INTO t VALUES (1)", [])?)).await.unwrap();
        let refused = store
            .call(|tx| {
                tx.execute("INSERT INTO t VALUES (2)", [])?;
                Err::<(), _>(StoreError(Cause::Closed))
            })
            .await;
        assert!(refused.is_err());
        let broken = store
            .call(|tx| {
                tx.execute("INSERT INTO t VALUES (3)", [])?;
                if count(tx)? == 2 {
                    std::panic::panic_any("on purpose");
                }
                Ok(())
            })
            .await;
        assert_eq!(broken.unwrap_err().to_string(), "the work on the store broke off");
        assert_eq!(store.call(count).await.unwrap(), 1);
        store.close(thread);
        assert_eq!(store.call(count).await.unwrap_err().to_string(), "the store is closed");
    }

    #[test]
    fn a_file_that_is_no_store_is_refused_and_stays_as_it_is() {
        let folder = tempfile::tempdir().unwrap();
        let text = folder.path().join("notes.txt");
        std::fs::write(&text, "my notes, which are longer than the header of a database would be, so that it is read")
            .unwrap();
        let other = folder.path().join("other.db");
        Connection::open(&other).unwrap().execute_batch("CREATE TABLE mine (n INTEGER)").unwrap();
        for file in [text, other] {
            let before = std::fs::read(&file).unwrap();
            let error = Store::open(Some(&file), &["CREATE TABLE t (n INTEGER)"]).err().unwrap();
            assert!(error.to_string().starts_with("the file is no store of an emulator"), "{error}");
            assert_eq!(std::fs::read(&file).unwrap(), before);
        }
    }

    #[test]
    fn what_is_no_file_is_refused() {
        for name in ["", ":memory:", "file:x.db?mode=memory"] {
            let error = Store::open(Some(Path::new(name)), &[]).err().expect(name);
            assert!(error.to_string().starts_with("is not the name of a file"), "{error}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn a_file_that_others_can_read_is_made_private() {
        use std::os::unix::fs::PermissionsExt as _;
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("store.db");
        let (store, thread) = Store::open(Some(&file), &[]).unwrap();
        store.close(thread);
        std::fs::set_permissions(&file, std::fs::Permissions::from_mode(0o644)).unwrap();
        let (store, thread) = Store::open(Some(&file), &[]).unwrap();
        assert_eq!(std::fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o600);
        store.close(thread);
    }

    #[test]
    fn a_file_in_use_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("store.db");
        let (store, thread) = Store::open(Some(&file), &[]).unwrap();
        let error = Store::open(Some(&file), &[]).err().unwrap();
        assert!(error.to_string().contains("in use by another process"), "{error}");
        store.close(thread);
        let (store, thread) = Store::open(Some(&file), &[]).unwrap();
        store.close(thread);
    }
}
