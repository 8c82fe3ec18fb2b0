//! The committed vectors are what the schemas make, and every one of them is kept by the Rust types.

use std::{
    collections::BTreeMap,
    env, fs,
    path::{Path, PathBuf},
};

use conversation_tests::vectors::{Vectors, hmac, make, run, types};
use serde::Serialize;
use serde_json::json;

const MEND: &str = "UPDATE_VECTORS=1 cargo test -p conversation-tests --test laws vectors";

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("vectors")
}

/// A line for each vector, so that a change to one shows as one.
fn text(vectors: &Vectors) -> String {
    let lines: Vec<String> = vectors.vectors.iter().map(line).collect();
    format!(
        "{{\"api\": {}, \"type\": {}, \"vectors\": [\n{}\n]}}\n",
        line(&vectors.api),
        line(&vectors.type_),
        lines.join(",\n")
    )
}

fn line(value: &impl Serialize) -> String {
    serde_json::to_string(value).expect("it can be written")
}

/// The files of the folder as they should be, by path.
fn files() -> BTreeMap<PathBuf, String> {
    let of = |vectors: &Vectors| (format!("{}/{}.json", vectors.api, vectors.type_).into(), text(vectors));
    let mut files: BTreeMap<PathBuf, String> = make::make().iter().map(of).collect();
    let known = serde_json::to_string_pretty(&hmac::known()).expect("it can be written");
    files.insert("hmac.json".into(), known + "\n");
    files
}

/// The files that are there.
fn there() -> BTreeMap<PathBuf, String> {
    let mut files = BTreeMap::new();
    let mut open = vec![folder()];
    while let Some(path) = open.pop() {
        for entry in fs::read_dir(path).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() {
                open.push(path);
            } else if path.extension().is_some_and(|extension| extension == "json") {
                let text = fs::read_to_string(&path).expect("a vector file is text");
                files.insert(path.strip_prefix(folder()).expect("it is below").to_owned(), text);
            }
        }
    }
    files
}

#[test]
fn the_committed_vectors_are_what_the_schemas_make() {
    let (files, there) = (files(), there());
    if env::var_os("UPDATE_VECTORS").is_some() {
        for path in there.keys().filter(|path| !files.contains_key(*path)) {
            fs::remove_file(folder().join(path)).expect("it can be deleted");
        }
        for (path, text) in &files {
            let path = folder().join(path);
            fs::create_dir_all(path.parent().expect("it is below")).expect("it can be made");
            fs::write(path, text).expect("it can be written");
        }
        return;
    }
    let stale = files.keys().chain(there.keys()).find(|path| files.get(*path) != there.get(*path));
    assert_eq!(stale, None, "not as it should be; mend it with {MEND}");
}

#[test]
fn rust_keeps_every_vector() {
    let outcomes = run::run(&folder()).expect("the vectors can be read");
    let failed: Vec<_> = outcomes.iter().filter(|outcome| !outcome.ok).collect();
    assert!(failed.is_empty(), "{} of {}: {:#?}", failed.len(), outcomes.len(), &failed[..failed.len().min(20)]);
    assert!(outcomes.len() > 2_000, "{}", outcomes.len());
}

/// What the types take is what the schemas allow, and nothing else.
#[test]
fn the_schemas_keep_every_vector() {
    for bundle in types::bundles() {
        let defs = &bundle.defs;
        for vectors in make::make().iter().filter(|vectors| vectors.api == bundle.api) {
            let schema = json!({"$ref": format!("#/$defs/{}", vectors.type_), "$defs": defs});
            let validator = jsonschema::draft202012::new(&schema).expect("a schema");
            for vector in &vectors.vectors {
                let Vectors { api, type_, .. } = vectors;
                if vector.group == "64 bits" && !vector.accept {
                    // `format: int64` says it, and the validator has formats of strings only.
                    continue;
                }
                assert_eq!(validator.is_valid(&vector.value), vector.accept, "{api} {type_}: {}", vector.name);
            }
        }
    }
}

#[test]
fn the_vectors_accept_and_reject() {
    let mut groups: BTreeMap<String, [usize; 2]> = BTreeMap::new();
    for vector in make::make().iter().flat_map(|vectors| &vectors.vectors) {
        groups.entry(vector.group.clone()).or_default()[usize::from(vector.accept)] += 1;
        assert_eq!(vector.at.is_none(), vector.accept, "{}", vector.name);
    }
    let table: String =
        groups.iter().map(|(group, [no, yes])| format!("{group}: {yes} accepted, {no} rejected\n")).collect();
    insta::assert_snapshot!(table);
}

#[test]
fn the_hmac_of_the_document_is_among_the_known() {
    let known = hmac::known();
    let of = |known: &&hmac::Known| (&*known.secret, &*known.external_id) == ("hsec_example", "customer-4711");
    let documented = known.vectors.iter().find(of).expect("the document's example");
    assert_eq!(documented.hmac, "V2PxtDIJq7l6/S1NLfdRtNeiyYmsegRyT8+1W9D0Y8E=");
}
