//! Any change of a document: it is read, or refused at places inside of it; nothing panics.

use std::{fs, sync::LazyLock};

use proptest::{prelude::*, sample::Index};
use serde_json::{Value, json};
use xtask::{
    codegen, export,
    place::Violations,
    workspace::{self, Document, read_document},
    yaml::{Yaml, join},
};

use crate::committed::{names, text};

/// A document of this workspace.
struct Real {
    yaml: String,
    decisions: String,
    value: Value,
    nodes: Vec<String>,
}

static REAL: LazyLock<Vec<Real>> = LazyLock::new(|| {
    let read = |file: String| fs::read_to_string(workspace::root().join(file)).expect("the document can be read");
    let real = |name: &&str| {
        let yaml = read(format!("openapi/{name}.yaml"));
        let value = Yaml::parse("x.yaml", &yaml).expect("the document is YAML").value().clone();
        let mut nodes = Vec::new();
        collect(&value, "", &mut nodes);
        Real { yaml, decisions: read(format!("openapi/{name}.codegen.toml")), value, nodes }
    };
    workspace::DOCUMENTS.iter().map(real).collect()
});

/// The pointers of all nodes, but for what is inside of the examples' values: that is most of them, and only data.
fn collect(value: &Value, pointer: &str, nodes: &mut Vec<String>) {
    let data = pointer.starts_with("/components/examples/") && pointer.ends_with("/value");
    let children: Vec<(String, &Value)> = match value {
        Value::Object(map) => map.iter().map(|(key, value)| (join(pointer, key), value)).collect(),
        Value::Array(items) => {
            items.iter().enumerate().map(|(at, value)| (join(pointer, &at.to_string()), value)).collect()
        }
        _ => Vec::new(),
    };
    for (pointer, value) in children {
        nodes.push(pointer.clone());
        if !data {
            collect(value, &pointer, nodes);
        }
    }
}

/// What can become of a node.
#[derive(Clone, Debug)]
enum Change {
    Delete,
    Replace(Value),
    Rename(String),
    /// By another node of the document.
    Swap(Index),
    /// The same node a second time, under another key.
    Copy(String),
}

fn change() -> impl Strategy<Value = Change> {
    let key = prop_oneof![
        Just("".to_owned()),
        Just("$ref".to_owned()),
        Just("type".to_owned()),
        Just("extra".to_owned()),
        Just("a/b~c".to_owned()),
        "[A-Za-z][a-z_]{0,8}",
        ".{0,6}",
    ];
    let value = prop_oneof![
        Just(json!(null)),
        Just(json!(true)),
        Just(json!("")),
        Just(json!([])),
        Just(json!({})),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        ".{0,12}".prop_map(Value::from),
        Just(json!("#/components/schemas/Message")),
        Just(json!({"$ref": "#/components/schemas/Timestamp"})),
        Just(json!({"type": "string", "description": "A string."})),
        Just(json!([{"$ref": "#"}, 5, null])),
    ];
    prop_oneof![
        3 => Just(Change::Delete),
        3 => value.prop_map(Change::Replace),
        2 => key.clone().prop_map(Change::Rename),
        2 => any::<Index>().prop_map(Change::Swap),
        1 => key.prop_map(Change::Copy),
    ]
}

impl Change {
    fn apply(&self, document: &mut Value, pointer: &str, nodes: &[String]) {
        // An earlier change may have taken the node away.
        let Some((parent, step)) = pointer.rsplit_once('/') else { return };
        let key = step.replace("~1", "/").replace("~0", "~");
        let other = match self {
            Self::Swap(index) => document.pointer(index.get::<String>(nodes)).cloned(),
            _ => None,
        };
        match (document.pointer_mut(parent), self) {
            (Some(Value::Object(map)), Self::Delete) => drop(map.shift_remove(&key)),
            (Some(Value::Array(items)), Self::Delete) => {
                if let Some(index) = key.parse().ok().filter(|index| *index < items.len()) {
                    items.remove(index);
                }
            }
            (Some(Value::Object(map)), Self::Rename(name)) => {
                if let Some(value) = map.shift_remove(&key) {
                    map.insert(name.clone(), value);
                }
            }
            (Some(Value::Object(map)), Self::Copy(name)) => {
                if let Some(value) = map.get(&key).cloned() {
                    map.insert(name.clone(), value);
                }
            }
            (Some(parent), Self::Replace(_) | Self::Swap(_)) => {
                let new = if let Self::Replace(value) = self { Some(value.clone()) } else { other };
                let node = match parent {
                    Value::Object(map) => map.get_mut(&key),
                    Value::Array(items) => key.parse::<usize>().ok().and_then(|index| items.get_mut(index)),
                    _ => None,
                };
                if let Some((node, new)) = node.zip(new) {
                    *node = new;
                }
            }
            _ => {}
        }
    }
}

/// `PROPTEST_CASES` tries more than `cases`, which are few enough for every run.
fn config(cases: u32) -> ProptestConfig {
    let asked = std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok());
    // A whole document takes a tenth of a second: to make a failure smaller must not take minutes.
    let max_shrink_iters = 100;
    ProptestConfig { cases: asked.unwrap_or(cases), failure_persistence: None, max_shrink_iters, ..Default::default() }
}

/// Reads a document and uses all of it.
fn try_out(yaml: &str, decisions: &str) -> Result<Document, Violations> {
    let document = read_document("x", ("x.yaml", yaml), ("x.codegen.toml", decisions))?;
    let files = codegen::types(&document.api, &document.config, "x.yaml").expect("what was accepted can be generated");
    for (file, text) in files {
        syn::parse_file(&text).unwrap_or_else(|error| panic!("{file} is not Rust: {error}\n{text}"));
    }
    let bundle = export::bundle(&document.api, "x", export::For::Readers);
    jsonschema::meta::validate(&bundle).expect("the bundle is a JSON Schema");
    Ok(document)
}

/// Asserts that each violation is a line at a place inside of its file.
fn assert_places(violations: &Violations, yaml: &str, decisions: &str) {
    assert!(violations.iter().next().is_some(), "refused, and nothing is wrong");
    for violation in violations.iter() {
        let text = match violation.file.as_str() {
            "x.yaml" => yaml,
            "x.codegen.toml" => decisions,
            other => panic!("{violation}: no file {other}"),
        };
        let place = violation.place;
        // A carriage return ends a line of YAML too, and TOML has none.
        let text = if text == yaml { text.replace("\r\n", "\n").replace('\r', "\n") } else { text.to_owned() };
        let lines: Vec<&str> = text.split('\n').collect();
        assert!((1..=lines.len()).contains(&place.line), "{violation}: there are {} lines", lines.len());
        let columns = lines[place.line - 1].chars().count() + 1;
        assert!((1..=columns).contains(&place.column), "{violation}: the line has {columns} columns");
        assert!(!violation.message.is_empty() && !violation.message.contains('\n'), "{violation:?}");
    }
}

#[test]
fn the_documents_pass_as_they_are() {
    for real in REAL.iter() {
        if let Err(violations) = try_out(&real.yaml, &real.decisions) {
            panic!("{violations}");
        }
        // What is changed below is written as JSON, which is YAML too.
        let text = serde_json::to_string_pretty(&real.value).expect("a document is JSON");
        if let Err(violations) = try_out(&text, &real.decisions) {
            panic!("{violations}");
        }
    }
}

proptest! {
    #![proptest_config(config(100))]

    #[test]
    fn a_changed_document_is_read_or_refused(
        which in any::<Index>(),
        changes in prop::collection::vec((any::<Index>(), change()), 1..4),
    ) {
        let real = which.get(REAL.as_slice());
        let mut document = real.value.clone();
        for (node, change) in changes {
            change.apply(&mut document, node.get::<String>(&real.nodes), &real.nodes);
        }
        let text = serde_json::to_string_pretty(&document).expect("a document is JSON");
        if let Err(violations) = try_out(&text, &real.decisions) {
            assert_places(&violations, &text, &real.decisions);
        }
    }
}

proptest! {
    #![proptest_config(config(200))]

    #[test]
    fn a_broken_text_is_read_or_refused(
        which in any::<Index>(),
        at in any::<Index>(),
        cut in 0..40_usize,
        put in prop_oneof![Just("".to_owned()), "[\\[\\]{}:,&*!|>'\"%@`#?\\-\\t\\n ]{1,4}", ".{1,4}"],
    ) {
        let (yaml, decisions) = case(which);
        let yaml = broken(&yaml, at, cut, &put);
        if let Err(violations) = try_out(&yaml, &decisions) {
            assert_places(&violations, &yaml, &decisions);
        }
    }

    #[test]
    fn broken_decisions_are_read_or_refused(
        which in any::<Index>(),
        at in any::<Index>(),
        cut in 0..20_usize,
        put in prop_oneof![Just("".to_owned()), "[\\[\\]{}=.,'\"#\n ]{1,4}", ".{1,4}"],
    ) {
        let (yaml, decisions) = case(which);
        let decisions = broken(&decisions, at, cut, &put);
        if let Err(violations) = try_out(&yaml, &decisions) {
            assert_places(&violations, &yaml, &decisions);
        }
    }
}

/// The document and the decisions of one of the generator's cases: small, and together they have everything.
fn case(which: Index) -> (String, String) {
    let names = names("cases");
    let file = |file| text(&format!("cases/{}/{file}", which.get::<String>(&names))).expect("the case is there");
    (file("input.yaml"), file("input.codegen.toml"))
}

/// `text` with `put` in the place of `cut` characters.
fn broken(text: &str, at: Index, cut: usize, put: &str) -> String {
    let letters: Vec<char> = text.chars().collect();
    let at = at.index(letters.len());
    let after = letters.get(at + cut..).unwrap_or_default();
    letters[..at].iter().copied().chain(put.chars()).chain(after.iter().copied()).collect()
}
