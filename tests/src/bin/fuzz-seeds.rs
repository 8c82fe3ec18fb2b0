//! Writes what fuzzing begins with: a corpus for each target, and the dictionary. `cargo xtask fuzz` runs it.

use std::{env, fs, io, path::PathBuf};

use conversation_tests::fuzz::{TARGETS, dictionary};

fn main() -> io::Result<()> {
    let folder = env::args_os().nth(1).map(PathBuf::from);
    let folder = folder.ok_or_else(|| io::Error::other("usage: fuzz-seeds FOLDER"))?;
    for target in TARGETS {
        let corpus = folder.join(target.name);
        fs::create_dir_all(&corpus)?;
        for (number, seed) in (target.seeds)().iter().enumerate() {
            fs::write(corpus.join(format!("seed-{number:03}")), seed)?;
        }
    }
    fs::write(folder.join("words.dict"), dictionary())
}
