//! What a test expects, committed as files beside it.

use std::path::{Path, PathBuf};

use xtask::output::Output;

/// The command that accepts what the generator makes now as what is expected.
const MEND: &str = "UPDATE_CASES=1 cargo test -p xtask";

/// Fails with a diff when `expected` is not what is committed below `tests/FOLDER`; under `UPDATE_CASES` commits it.
pub(crate) fn assert_committed(folder: &str, expected: &Output) {
    let root = tests(folder);
    if std::env::var_os("UPDATE_CASES").is_some() {
        expected.write(&root).expect("the committed files can be written");
        return;
    }
    if let Some(diff) = expected.diff(&root).expect("the committed files can be read") {
        panic!("{diff}tests/{folder} is not what the generator makes: if this is as it should be, run `{MEND}`");
    }
}

/// A folder below `tests`.
pub(crate) fn tests(folder: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(folder)
}

/// The names in a folder below `tests`, in order.
pub(crate) fn names(folder: &str) -> Vec<String> {
    let entries = std::fs::read_dir(tests(folder)).expect("the folder can be read");
    let name = |entry: std::io::Result<std::fs::DirEntry>| {
        entry.expect("the folder can be read").file_name().into_string().expect("a name in UTF-8")
    };
    let mut names: Vec<String> = entries.map(name).collect();
    names.sort();
    names
}

/// The text of a file below `tests`, when there is one.
pub(crate) fn text(file: &str) -> Option<String> {
    match std::fs::read(tests(file)) {
        Ok(bytes) => Some(String::from_utf8(bytes).expect("a file in UTF-8")),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => None,
        Err(error) => panic!("{file}: {error}"),
    }
}
