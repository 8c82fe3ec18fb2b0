//! Inputs as people have reported them: what is valid is shown, what is not is reported, and nothing is called missing that is
//! there.

use serde_json::{Value, json};

use crate::{
    make::{answer, asked_again, event, page},
    run::{fixture, run},
};

/// `conversation COMMAND FILE …` on a reported input.
fn field(command: &[&str], file: &str) -> (i32, String, String) {
    let path = fixture("field").join(file);
    let run = run(&[command, &[path.to_str().unwrap()]].concat(), "");
    (run.code.unwrap(), run.stdout, run.stderr)
}

fn check(file: &str) -> (i32, Value) {
    let (code, stdout, stderr) = field(&["check", "--format", "json"], file);
    assert_eq!(stderr, "");
    (
        code,
        serde_json::from_str(stdout.lines().next().unwrap_or_default())
            .unwrap_or_else(|_| serde_json::from_str(&stdout).unwrap()),
    )
}

fn paths(found: &Value) -> Vec<&str> {
    found["violations"].as_array().unwrap().iter().map(|violation| violation["path"].as_str().unwrap()).collect()
}

fn gaps(found: &Value) -> Vec<&str> {
    found["completeness"]["gaps"].as_array().unwrap().iter().map(|gap| gap["kind"].as_str().unwrap()).collect()
}

#[test]
fn a_copy_with_another_root_tears_no_tree() {
    let (code, found) = check("tree-rerooted-copies/a-depth-kept.jsonl");
    let kinds: Vec<_> = found["defects"].as_array().unwrap().iter().map(|defect| &defect["kind"]).collect();
    assert_eq!((code, kinds), (1, vec![&json!("conflict"); 2]));
    let (code, shown, _) = field(&["thread"], "tree-rerooted-copies/a-depth-kept.jsonl");
    assert_eq!(code, 0);
    assert!(!shown.contains("threads; shown is"), "one thread of four: {shown}");
}

#[test]
fn times_in_seconds_are_unreadable_and_not_missing() {
    let (code, found) = check("tree-float-seconds/page.json");
    assert_eq!((code, paths(&found)), (1, vec!["data[2].created_at", "data[4].created_at"]));
    assert_eq!(gaps(&found), ["uncounted", "unreadable"]);
    assert_eq!(field(&["thread"], "tree-float-seconds/page.json").0, 3);
    assert_eq!(field(&["thread"], "tree-float-seconds/messages.jsonl").0, 2, "no line can be read");
}

#[test]
fn a_text_that_is_a_list_costs_its_message_only() {
    let (code, found) = check("tree-content-parts/page.json");
    assert_eq!((code, paths(&found)), (1, vec!["data[1].content", "data[2].content", "data[3].content"]));
    assert!(!gaps(&found).contains(&"parent"));
    let (code, converted, stderr) = field(&["convert", "--to", "genesys"], "tree-content-parts/page.json");
    assert_eq!(code, 3, "{stderr}");
    assert!(stderr.contains("the whole item, which could not be read"), "{stderr}");
    assert!(converted.contains("That is all."));
}

#[test]
fn half_an_emoji_costs_its_message_only() {
    let (code, found) = check("lone-surrogate/page.json");
    assert_eq!((code, paths(&found)), (1, vec!["data[1].content", "data[2].content"]));
    assert!(!gaps(&found).contains(&"parent"));
    let (code, _, stderr) = field(&["thread"], "lone-surrogate/messages.jsonl");
    assert_eq!((code, stderr.lines().count()), (3, 2), "{stderr}");
    let (_, shown, _) = field(&["check"], "lone-surrogate/messages.jsonl");
    assert!(!shown.contains("is missing"), "{shown}");
}

#[test]
fn every_damaged_line_is_reported_once() {
    let (code, _, stderr) = field(&["thread"], "glued-lines/messages.jsonl");
    let lines: Vec<_> =
        stderr.lines().map(|line| line.rsplit("(line ").next().unwrap().split(',').next().unwrap()).collect();
    assert_eq!((code, lines), (3, vec!["4", "5", "8", "10"]), "{stderr}");
    assert!(stderr.contains("16 zero bytes (line 5, column 1)"), "{stderr}");
    let (code, found) = check("glued-lines/messages.jsonl");
    assert_eq!(code, 1, "{found}");
    let (_, _, stderr) = field(&["check"], "glued-lines/messages.jsonl");
    assert_eq!(stderr, "");
}

/// Whatever is put on a line beside a message, the line is reported once at most, and every message is read.
#[test]
fn what_stands_beside_a_value_costs_nothing_but_itself() {
    let messages = asked_again();
    let good: Vec<_> = messages.iter().map(Value::to_string).collect();
    let damage: [(&str, bool); 14] = [
        ("", false),
        (" ", false),
        ("\0\0\0", true),
        ("\u{feff}", true),
        ("Hello ", true),
        ("data: ", true),
        (", ", true),
        ("}", true),
        ("]", true),
        ("7 ", true),
        ("null", true),
        (&good[0][..20], true),
        (&good[0][..good[0].len() - 1], true),
        ("\u{1b}", true),
    ];
    for at in 0..good.len() {
        for (damage, is_reported) in damage {
            // Editors put a byte order mark at the beginning.
            let is_reported = is_reported && (at, damage) != (0, "\u{feff}");
            let line = format!("{damage}{}", good[at]);
            let glued =
                good[..at].iter().map(String::as_str).chain([&*line]).chain(good[at + 1..].iter().map(String::as_str));
            for input in
                [glued.clone().collect::<Vec<_>>().join("\n"), glued.clone().collect::<Vec<_>>().join("\r\n") + "\n"]
            {
                let shown = run(&["thread", "--format", "json", "-"], &input);
                let report: Value = serde_json::from_str(&shown.stdout).unwrap_or_default();
                let count = |name: &str| report[name].as_array().map_or(0, Vec::len);
                assert_eq!(
                    count("thread") + count("elsewhere"),
                    good.len(),
                    "{damage:?} on line {at}: {}",
                    shown.stderr
                );
                assert_eq!(
                    (shown.code, shown.stderr.lines().count()),
                    (Some(if is_reported { 3 } else { 0 }), usize::from(is_reported)),
                    "{damage:?} on line {at}: {}",
                    shown.stderr
                );
            }
        }
    }
    let one_line = good.concat();
    let shown = run(&["thread", "-"], &one_line);
    assert_eq!((shown.code, &*shown.stderr), (Some(0), ""));
}

#[test]
fn invisible_characters_are_shown_where_they_stand_alone() {
    let (code, shown, _) = field(&["thread"], "terminal-invisible/page.json");
    assert_eq!(code, 0);
    insta::assert_snapshot!("invisible_characters", shown);
}

#[test]
fn null_for_an_absent_field_is_no_error() {
    let (code, found) = check("nulls-for-absent/one-null.json");
    assert_eq!((code, paths(&found).len()), (0, 0));
    let (_, found) = check("nulls-for-absent/answer.json");
    assert_eq!(paths(&found).len(), 0);
}

#[test]
fn attached_data_may_be_of_any_form() {
    let (code, found) = check("userdata-shapes/answer.json");
    assert_eq!((code, paths(&found)), (1, vec!["messages[4].userData"]), "a list is no map of names and values");
    assert!(!gaps(&found).contains(&"positions"));
}

#[test]
fn an_event_without_sender_or_time_is_there() {
    let (code, found) = check("no-sender-no-time/answer.json");
    assert_eq!((code, paths(&found)), (1, vec!["messages[2].utcTime", "messages[4].from", "messages[5].from"]));
    assert!(!gaps(&found).contains(&"positions"));
    let (code, shown, _) = field(&["thread"], "no-sender-no-time/answer.json");
    assert_eq!(code, 3);
    assert!(!shown.contains("missing\n") || shown.contains("unreadable"), "{shown}");
}

/// Whatever a field of one item becomes, every command shows the other items, and calls none of them missing.
#[test]
fn an_odd_field_costs_its_item_only() {
    let values = [None, Some(json!(null)), Some(json!(7.5)), Some(json!("x")), Some(json!([1])), Some(json!({"a": 1}))];
    let tree = page(&asked_again());
    let chat = answer(&[event(1, 0, "one"), event(2, 5, "two"), event(3, 9, "three")]);
    for (input, list) in [(tree, "data"), (chat, "messages")] {
        let items = input[list].as_array().unwrap().clone();
        let names: Vec<_> = items[1].as_object().unwrap().keys().cloned().collect();
        for (name, value) in names.iter().flat_map(|name| values.iter().map(move |value| (name, value))) {
            let mut input = input.clone();
            let item = input[list][1].as_object_mut().unwrap();
            match value {
                Some(value) => drop(item.insert(name.clone(), value.clone())),
                None => drop(item.remove(name)),
            }
            let context = format!("{name} is {value:?}");
            let text = input.to_string();
            let shown = run(&["thread", "--format", "json", "-"], &text);
            assert!(matches!(shown.code, Some(0 | 3)), "{context}: {}", shown.stderr);
            let report: Value = serde_json::from_str(&shown.stdout).unwrap();
            let lists = ["thread", "elsewhere", "other_bodies", "unreadable"];
            let count = |name: &str| report[name].as_array().map_or(0, Vec::len);
            let there: usize = lists.map(count).iter().sum();
            assert_eq!(there, items.len(), "{context}: {report}");
            assert_eq!(shown.code == Some(3), count("unreadable") == 1, "{context}");
            let is_missing = |gap: &&Value| ["positions", "short"].contains(&gap["kind"].as_str().unwrap());
            assert_eq!(
                report["completeness"]["gaps"]
                    .as_array()
                    .unwrap()
                    .iter()
                    .find(is_missing)
                    .filter(|_| shown.code == Some(3)),
                None,
                "{context}"
            );
            let checked = run(&["check", "-"], &text);
            assert!(matches!(checked.code, Some(0 | 1)), "{context}: {}", checked.stderr);
            let folder = tempfile::tempdir().unwrap();
            let (residue, output) = (folder.path().join("residue"), folder.path().join("output"));
            let to = if list == "data" { "genesys" } else { "proficient" };
            let converted = run(&["convert", "--to", to, "--residue", residue.to_str().unwrap(), "-"], &text);
            if converted.code == Some(2) {
                // An event without an index cannot become a message.
                assert!(converted.stderr.contains("has no index"), "{context}: {}", converted.stderr);
                continue;
            }
            assert_eq!(converted.code, shown.code, "{context}: {}", converted.stderr);
            std::fs::write(&output, converted.stdout).unwrap();
            let restored = run(&["restore", output.to_str().unwrap(), residue.to_str().unwrap()], "");
            assert_eq!(restored.code, Some(0), "{context}: {}", restored.stderr);
            assert_eq!(serde_json::from_str::<Value>(&restored.stdout).unwrap(), input, "{context}");
        }
    }
}
