//! `conversation schema`: what the crates ship, whole or in parts that stand alone.

use serde_json::Value;

use crate::run::{one_line, run};

fn printed(name: &str) -> String {
    let run = run(&["schema", name], "");
    assert_eq!((run.code, &*run.stderr), (Some(0), ""), "{name}");
    run.stdout
}

#[test]
fn a_bundle_is_printed_as_it_is_shipped() {
    assert_eq!(printed("proficient"), proficient_types::SCHEMA);
    assert_eq!(printed("genesys-chat"), genesys_chat_types::SCHEMA);
    assert_eq!(printed("conversation"), conversation_core::SCHEMA);
}

#[test]
fn every_type_of_the_list_is_printed_with_all_that_it_refers_to() {
    let list = run(&["schema"], "");
    assert_eq!((list.code, &*list.stderr), (Some(0), ""));
    let mut bundle = "";
    let mut types = 0;
    for line in list.stdout.lines() {
        match line.strip_prefix("  ") {
            None => bundle = line.split(' ').next().unwrap(),
            Some(type_) => {
                let text = printed(&format!("{bundle}/{type_}"));
                let schema: Value = serde_json::from_str(&text).unwrap();
                assert_eq!(schema["title"], type_);
                let referred = text.split("\"#/$defs/").skip(1).map(|rest| rest.split('"').next().unwrap());
                for name in referred {
                    assert!(schema["$defs"].get(name).is_some(), "{bundle}/{type_} refers to {name}");
                }
                for name in schema["$defs"].as_object().into_iter().flat_map(|types| types.keys()) {
                    assert!(text.contains(&format!("\"#/$defs/{name}\"")), "{bundle}/{type_} has {name} for nothing");
                }
                types += 1;
            }
        }
    }
    assert!(types > 100, "{types}");
    insta::assert_snapshot!(printed("Participant"));
}

#[test]
fn a_name_that_several_bundles_have_is_not_guessed() {
    let line = one_line(run(&["schema", "UserId"], ""));
    assert_eq!(line, "error: there are several: proficient/UserId and genesys-chat/UserId");
    // What the bundle of the model has of an API is a copy.
    assert_eq!(printed("Message"), printed("proficient/Message"));
}

#[test]
fn an_unknown_name_is_said() {
    let line = one_line(run(&["schema", "Nothing\u{1b}[31m"], ""));
    assert!(line.contains("no schema") && line.ends_with("see `conversation schema`"), "{line}");
    one_line(run(&["schema", "genesys-chat/Message"], ""));
    one_line(run(&["schema", "/"], ""));
}
