//! Tries every vector on the Rust types: `rust-vectors FOLDER OUT` writes what happened as JSON, as every language does.

use std::{env, error::Error, fs, path::PathBuf};

use conversation_tests::vectors::run;

fn main() -> Result<(), Box<dyn Error>> {
    let paths: Vec<PathBuf> = env::args_os().skip(1).map(PathBuf::from).collect();
    let [folder, out] = &paths[..] else { return Err("usage: rust-vectors FOLDER OUT".into()) };
    fs::write(out, run::report(&run::run(folder)?).to_string())?;
    Ok(())
}
