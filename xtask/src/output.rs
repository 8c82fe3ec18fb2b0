//! Generated files on disk: written when they differ, deleted when nothing makes them any more, compared by `--check`.

use std::{
    collections::BTreeMap,
    fmt::Write as _,
    fs, io,
    path::{Path, PathBuf},
};

use similar::TextDiff;

/// A diff longer than this is cut: the command to mend it matters more.
const MAX_DIFF_LINES: usize = 200;

/// The files that a command makes, and the folders that hold nothing else.
#[derive(Debug, Default)]
pub struct Output {
    files: BTreeMap<PathBuf, String>,
    folders: Vec<PathBuf>,
}

/// What [`Output::write`] did.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Written {
    /// Files that were made or changed.
    pub written: usize,
    /// Files that nothing makes any more.
    pub deleted: usize,
    /// Files that were right already.
    pub unchanged: usize,
}

impl Output {
    /// A file, by its path relative to the workspace.
    pub fn file(&mut self, path: impl Into<PathBuf>, text: String) {
        self.files.insert(path.into(), text);
    }

    /// A folder whose every file is generated.
    pub fn folder(&mut self, path: impl Into<PathBuf>) {
        self.folders.push(path.into());
    }

    /// Brings the workspace at `root` to this output. Nothing is written where nothing changed.
    pub fn write(&self, root: &Path) -> io::Result<Written> {
        let mut done = Written::default();
        for (path, text) in &self.files {
            let path = root.join(path);
            if current(&path)?.as_deref() == Some(text) {
                done.unchanged += 1;
                continue;
            }
            if let Some(folder) = path.parent() {
                fs::create_dir_all(folder)?;
            }
            fs::write(&path, text)?;
            done.written += 1;
        }
        for path in self.stale(root)? {
            fs::remove_file(root.join(path))?;
            done.deleted += 1;
        }
        Ok(done)
    }

    /// How the workspace at `root` differs from this output, as a unified diff; nothing when it does not.
    pub fn diff(&self, root: &Path) -> io::Result<Option<String>> {
        let mut diff = String::new();
        for (path, text) in &self.files {
            let old = current(&root.join(path))?;
            if old.as_deref() != Some(text) {
                unified(&mut diff, path, old.as_deref().unwrap_or_default(), text);
            }
        }
        for path in self.stale(root)? {
            let old = current(&root.join(&path))?;
            unified(&mut diff, &path, old.as_deref().unwrap_or_default(), "");
        }
        Ok((!diff.is_empty()).then_some(diff))
    }

    /// Files of the generated folders that are not part of the output.
    fn stale(&self, root: &Path) -> io::Result<Vec<PathBuf>> {
        let mut stale = Vec::new();
        for folder in &self.folders {
            let entries = match fs::read_dir(root.join(folder)) {
                Ok(entries) => entries,
                Err(error) if error.kind() == io::ErrorKind::NotFound => continue,
                Err(error) => return Err(error),
            };
            for entry in entries {
                let entry = entry?;
                let path = folder.join(entry.file_name());
                if entry.file_type()?.is_file() && !self.files.contains_key(&path) {
                    stale.push(path);
                }
            }
        }
        stale.sort();
        Ok(stale)
    }
}

fn current(path: &Path) -> io::Result<Option<String>> {
    match fs::read(path) {
        Ok(bytes) => Ok(Some(String::from_utf8_lossy(&bytes).into_owned())),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

fn unified(out: &mut String, path: &Path, old: &str, new: &str) {
    let name = path.display().to_string();
    let diff = TextDiff::from_lines(old, new);
    let text = diff.unified_diff().context_radius(2).header(&name, &format!("{name} (generated)")).to_string();
    for line in text.lines().take(MAX_DIFF_LINES) {
        out.push_str(line);
        out.push('\n');
    }
    let more = text.lines().count().saturating_sub(MAX_DIFF_LINES);
    if more > 0 {
        let _ = writeln!(out, "… and {more} lines more of {name}");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn writing_twice_changes_nothing_and_stale_files_go() {
        let root = tempfile::tempdir().unwrap();
        fs::create_dir_all(root.path().join("gen")).unwrap();
        fs::write(root.path().join("gen/old.rs"), "old\n").unwrap();
        let mut output = Output::default();
        output.folder("gen");
        output.file("gen/new.rs", "new\n".into());
        let diff = output.diff(root.path()).unwrap().unwrap();
        assert!(diff.contains("+new") && diff.contains("-old"), "{diff}");
        let first = output.write(root.path()).unwrap();
        assert_eq!(first, Written { written: 1, deleted: 1, unchanged: 0 });
        assert_eq!(output.write(root.path()).unwrap(), Written { written: 0, deleted: 0, unchanged: 1 });
        assert_eq!(output.diff(root.path()).unwrap(), None);
        assert!(!root.path().join("gen/old.rs").exists());
    }
}
