//! Tries vectors on the Rust types, and says of each whether what happened is what must.

use std::{fmt::Write as _, fs, io, path::Path};

use serde::Serialize;
use serde_json::Value;

use super::{
    Vector, Vectors, hmac,
    types::{Type, bundles},
};

/// What happened to a vector.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Outcome {
    /// The bundle.
    pub api: String,
    /// The type.
    #[serde(rename = "type")]
    pub type_: String,
    /// The vector's name.
    pub name: String,
    /// The vector's group.
    pub group: String,
    /// Whether it is what must happen.
    pub ok: bool,
    /// What happened instead; empty when nothing did.
    pub detail: String,
}

/// Every vector of the files in `folder` with what happened to it, those of the HMAC too.
///
/// # Errors
///
/// When a file cannot be read, or is not one of vectors.
pub fn run(folder: &Path) -> io::Result<Vec<Outcome>> {
    let mut outcomes = Vec::new();
    for bundle in bundles() {
        for type_ in &bundle.types {
            let file = folder.join(bundle.api).join(format!("{}.json", type_.name));
            let vectors: Vectors = serde_json::from_slice(&fs::read(file)?)?;
            outcomes.extend(vectors.vectors.iter().map(|vector| outcome(&vectors, vector, type_)));
        }
    }
    let known: hmac::Vectors = serde_json::from_slice(&fs::read(folder.join("hmac.json"))?)?;
    outcomes.extend(known.vectors.iter().map(|vector| {
        let computed = hmac::hmac(&vector.secret, &vector.external_id);
        let ok = computed == vector.hmac;
        let (api, type_) = ("proficient".into(), "UserHmac".into());
        let (name, group) = (vector.external_id.clone(), "hmac".into());
        Outcome { api, type_, name, group, ok, detail: if ok { String::new() } else { computed } }
    }));
    Ok(outcomes)
}

fn outcome(of: &Vectors, vector: &Vector, type_: &Type) -> Outcome {
    let detail = match (type_.recode(vector.value.to_string().as_bytes()), vector.accept) {
        (Ok(again), true) if again == vector.value => String::new(),
        (Ok(again), true) => format!("encoded as {again}"),
        (Ok(_), false) => "accepted".into(),
        (Err(error), true) => format!("rejected: {error}"),
        (Err(error), false) => {
            let path = pointer(error.path());
            let at = vector.at.as_deref().unwrap_or_default();
            // Within objects that a tag tells apart the core does not say on which way it came to the place.
            let near = if of.api == "conversation" { at.starts_with(&path) || at.ends_with(&path) } else { at == path };
            if near { String::new() } else { format!("rejected at {path:?}: {error}") }
        }
    };
    let Vector { name, group, .. } = vector.clone();
    Outcome { api: of.api.clone(), type_: of.type_.clone(), name, group, ok: detail.is_empty(), detail }
}

/// The JSON pointer of a path as errors have it: `data[3].content`.
fn pointer(path: &str) -> String {
    let mut pointer = String::new();
    for part in path.split(['.', '[']).filter(|part| !part.is_empty()) {
        // Writing into a string cannot fail.
        let _ = write!(pointer, "/{}", part.trim_end_matches(']'));
    }
    pointer
}

/// The outcomes as every language writes them.
pub fn report(outcomes: &[Outcome]) -> Value {
    serde_json::json!({"language": "Rust", "results": outcomes})
}
