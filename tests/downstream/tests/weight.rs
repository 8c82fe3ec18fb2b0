//! What the types crates bring along: few crates, and none that does I/O.

use std::{collections::BTreeSet, env, process::Command};

/// The budget for a types crate without features, itself among them.
const MOST: usize = 16;

fn tree(package: &str) -> BTreeSet<String> {
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let output = Command::new(cargo)
        .args(["tree", "--locked", "--edges", "normal", "--prefix", "none", "--format", "{p}", "--package", package])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .expect("cargo runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let text = String::from_utf8(output.stdout).expect("UTF-8");
    text.lines().filter_map(|line| line.split(' ').next()).map(str::to_owned).filter(|name| !name.is_empty()).collect()
}

#[test]
fn a_types_crate_has_at_most_sixteen_crates_in_its_tree() {
    for package in ["proficient-types", "genesys-chat-types"] {
        let tree = tree(package);
        println!("{package}: {} crates: {tree:?}", tree.len());
        assert!(tree.len() > 5 && tree.len() <= MOST, "{package}: {} crates: {tree:?}", tree.len());
        assert!(!tree.contains("schemars"), "schemars is behind a feature");
    }
}
