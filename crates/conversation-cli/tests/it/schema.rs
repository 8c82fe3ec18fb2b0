//! `conversation schema`: what the crates ship, whole or in parts that stand alone.

use jsonschema::Validator;
use serde_json::{Value, json};

use crate::{
    make::{answer, asked_again, event, message, page, with},
    run::{fixture, one_line, report, run},
};

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
    assert!(printed("command").contains("\"ThreadReport\""));
}

/// The schema of one of the command's documents. Its own objects are closed, so that a field without a description is an
/// error.
fn strict(type_: &str) -> Validator {
    let mut schema: Value = serde_json::from_str(&printed(&format!("command/{type_}"))).unwrap();
    let copies: Value = serde_json::from_str(&printed("conversation")).unwrap();
    close(&mut schema);
    for (name, type_) in schema["$defs"].as_object_mut().unwrap() {
        if copies["$defs"].get(name).is_none() {
            close(type_);
        }
    }
    jsonschema::validator_for(&schema).unwrap()
}

fn close(schema: &mut Value) {
    match schema {
        Value::Object(members) => {
            if members.get("additionalProperties") == Some(&json!(true)) {
                members.insert("additionalProperties".into(), json!(false));
            }
            for (name, member) in members.iter_mut() {
                if name != "$defs" {
                    close(member);
                }
            }
        }
        Value::Array(items) => items.iter_mut().for_each(close),
        _ => {}
    }
}

#[track_caller]
fn assert_valid(schema: &Validator, document: &Value) {
    let errors: Vec<_> =
        schema.iter_errors(document).map(|error| format!("{}: {error}", error.instance_path())).collect();
    assert!(errors.is_empty(), "{errors:#?} in {document:#}");
}

#[test]
fn every_thread_report_matches_its_schema() {
    let schema = strict("ThreadReport");
    let inputs = [
        answer(&[event(2, 20, "two"), event(2, 20, "zwei"), event(0, 5, "zero"), event(5, 10, "five")]),
        answer(&[]),
        page(&asked_again()),
        page(&[message("u1", Some("u2"), 1, 0), message("u2", Some("u1"), 2, 1), message("a1", Some("gone"), 1, 9)]),
        json!([]),
    ];
    for input in &inputs[..4] {
        assert_valid(&schema, &report(input, &[]));
    }
    let broken = json!({"version": 2, "conversation": "tree"});
    assert!(!schema.is_valid(&broken));
}

#[test]
fn every_check_report_matches_its_schema() {
    let (report, totals) = (strict("CheckReport"), strict("CheckTotals"));
    let odd = with(message("u1", None, 3, 0), json!({"sent_by": "supervisor", "mood": 1}));
    let inputs = [
        answer(&[event(2, 20, "two"), event(5, 10, "five")]),
        page(&[odd, message("a1", Some("gone"), 1, 9), json!("no message")]),
        json!({"statusCode": 3}),
    ];
    for input in &inputs {
        let run = run(&["check", "--format", "json", "-"], input.to_string());
        assert_valid(&report, &serde_json::from_str(&run.stdout).unwrap());
    }
    let lines = inputs.iter().map(|input| format!("{input}\n")).collect::<String>() + "{\"nothing\":1}\n";
    let run = run(&["check", "--format", "json", "-"], lines);
    let documents: Vec<Value> = run.stdout.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let (last, each) = documents.split_last().unwrap();
    assert_eq!(each.len(), 4);
    each.iter().for_each(|document| assert_valid(&report, document));
    assert_valid(&totals, last);
}

#[test]
fn every_line_of_a_residue_file_matches_its_schema() {
    let schema = strict("ResidueRecord");
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("residue");
    let inputs = [
        (answer(&[event(1, 20, "one"), event(5, 10, "five")]), "proficient"),
        (page(&asked_again()), "genesys"),
        (page(&asked_again()), "model"),
    ];
    for (input, to) in &inputs {
        let run = run(&["convert", "--to", to, "--residue", file.to_str().unwrap(), "-"], input.to_string());
        assert_eq!(run.code, Some(0), "{}", run.stderr);
        let text = std::fs::read_to_string(&file).unwrap();
        let records = serde_json::Deserializer::from_str(&text).into_iter::<Value>();
        records.for_each(|record| assert_valid(&schema, &record.unwrap()));
    }
}

#[test]
fn stored_states_match_their_schema() {
    let schema = strict("PullState");
    let files = std::fs::read_dir(fixture("stored")).unwrap().map(|file| file.unwrap().path());
    let files: Vec<_> = files.filter(|path| path.extension().is_some_and(|ending| ending == "state")).collect();
    assert_eq!(files.len(), 5, "{files:?}");
    for file in files {
        assert_valid(&schema, &serde_json::from_str(&std::fs::read_to_string(file).unwrap()).unwrap());
    }
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
