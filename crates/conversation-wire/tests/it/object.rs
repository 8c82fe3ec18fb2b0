//! Objects made with `object!`: nulls, rests, names, exact numbers, and lists in which an item is odd.

use conversation_wire::{
    DecodeErrorKind, Extra, Field, List, Timestamp, WireType, decode, decode_as, decode_value, object,
};
use proptest::prelude::*;
use serde_json::{Value, json};

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct Note {
    id: String,
    at: Timestamp,
    parent: Field<String>,
    tone: Option<String>,
    name: Option<String>,
    replies: Option<List<Note>>,
    extra: Extra,
}

object! {
    Note as NoteParts {
        id: String = "id" required,
        at: Timestamp = "at" required,
        parent: Field<String> = "parent" optional_nullable,
        tone: Option<String> = "tone" optional,
        name: Option<String> = "name" nullable,
        replies: Option<List<Note>> = "replies" optional_list,
    }
}

impl WireType for Note {
    const NAME: &'static str = "Note";
    const OPERATIONS: &'static [&'static str] = &[];
}

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct Notes {
    data: List<Note>,
    more: bool,
    extra: Extra,
}

object! { Notes as NotesParts { data: List<Note> = "data" list, more: bool = "more" required } }

impl WireType for Notes {
    const NAME: &'static str = "Notes";
    const OPERATIONS: &'static [&'static str] = &["notes_list"];
    const LISTS: &'static [(&'static str, &'static str)] = &[("data", "Note")];
}

fn note(id: &str) -> Value {
    json!({"id": id, "at": 7, "name": null})
}

fn read(json: &Value) -> Notes {
    decode(json.to_string().as_bytes()).unwrap()
}

/// What is written for `json`, byte by byte.
#[track_caller]
fn comes_back(json: &str) {
    let notes: Notes = decode(json.as_bytes()).unwrap();
    assert_eq!(serde_json::to_string(&notes).unwrap(), json);
    assert_eq!(decode::<Notes>(json.as_bytes()).unwrap(), notes);
}

#[test]
fn a_null_for_an_absent_property_is_none_and_comes_back() {
    let json = r#"{"data":[{"id":"1","at":7,"parent":null,"tone":null,"name":null,"replies":null}],"more":true}"#;
    comes_back(json);
    let mut notes: Notes = decode(json.as_bytes()).unwrap();
    let note = &mut notes.data[0];
    assert_eq!((&note.tone, &note.replies, note.extra.len()), (&None, &None, 0));
    assert_eq!(note.property("tone"), Some(Value::Null));
    let absent: Note = serde_json::from_value(self::note("1")).unwrap();
    assert_eq!(absent.property("tone"), None);
    note.tone = Some("warm".to_owned());
    let written = serde_json::to_string(&note).unwrap();
    assert_eq!(written.matches("tone").count(), 1, "{written}");
}

#[test]
fn numbers_that_no_value_holds_come_back_as_they_were_written() {
    for number in [
        "18446744073709551616",
        "-0",
        "123456789012345678901234567",
        "0.1000000000000000055511151231257827",
        "1e2",
        "0.5",
    ] {
        let written = if number == "1e2" { "100.0" } else { number };
        let json = |number: &str| {
            format!(
                r#"{{"data":[{{"id":"1","at":7,"name":null,"deep":[{{"x":{number}}}],"x":{number}}}],"more":true,"x":{number}}}"#
            )
        };
        let notes: Notes = decode(json(number).as_bytes()).unwrap();
        assert_eq!(serde_json::to_string(&notes).unwrap(), json(written));
        assert_eq!(decode::<Notes>(serde_json::to_string(&notes).unwrap().as_bytes()).unwrap(), notes);
        assert!(notes.extra.get("x").is_some_and(Value::is_number));
    }
    let one =
        |number: &str| decode::<Note>(format!(r#"{{"id":"1","at":7,"name":null,"x":{number}}}"#).as_bytes()).unwrap();
    assert_ne!(one("18446744073709551616"), one("18446744073709551617"));
    assert_ne!(one("1"), one("1.0"));
    let mut changed = one("18446744073709551616");
    changed.extra.insert("x", 3);
    assert_eq!(changed, one("3"));
}

#[test]
fn an_odd_item_costs_no_other() {
    let odd = [
        json!({"id": "2", "name": null}),
        json!({"id": 2, "at": 7, "name": null}),
        json!({"id": "2", "at": 7, "name": null, "replies": "none"}),
        json!(null),
        json!([]),
        json!("2"),
    ];
    let paths = ["data[1].at", "data[1].id", "data[1].replies", "data[1]", "data[1]", "data[1]"];
    for (odd, path) in odd.iter().zip(paths) {
        let json = json!({"data": [note("1"), odd, note("3")], "more": false});
        let notes = read(&json);
        assert_eq!(notes.data.iter().map(|note| &*note.id).collect::<Vec<_>>(), ["1", "3"]);
        let [unreadable] = notes.data.unreadable() else { panic!("{notes:?}") };
        assert_eq!((unreadable.index(), unreadable.path()), (1, path));
        assert_eq!(unreadable.json(), odd.to_string());
        assert_eq!(serde_json::to_value(&notes).unwrap(), json);
        assert_eq!(decode_value::<Notes>(json).unwrap(), notes);
    }
    // The place is that in the document.
    let notes: Notes = decode(b"{\"more\": true,\n  \"data\": [\n   {\"id\": \"1\",\n \"at\": true}]}").unwrap();
    let error = notes.data.unreadable()[0].error();
    assert_eq!(
        error.to_string(),
        "Note: data[0].at: expected Timestamp (an integer, in milliseconds), found a boolean (line 4, column 11)"
    );
    let strict = decode::<Note>(b"{\"id\": \"1\",\n \"at\": true}").unwrap_err();
    assert_eq!((strict.line(), strict.column()), (Some(2), Some(11)));
    // In an item, the same.
    let mut inner = note("1");
    inner["replies"] = json!([note("2"), 3]);
    let json = json!({"data": [inner], "more": false});
    let notes = read(&json);
    assert_eq!(
        notes.data[0].replies.as_ref().unwrap().unreadable()[0].to_string(),
        "replies[1]: expected an object, found an integer"
    );
    assert_eq!(serde_json::to_value(&notes).unwrap(), json);
}

#[test]
fn an_item_that_serde_json_does_not_read_is_kept_as_well() {
    let deep = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
    for odd in [r#"{"id":"\ud800","at":7,"name":null}"#, r#"{"id":"2","at":7,"name":null,"x":1e999}"#, &deep] {
        let json = format!(r#"{{"data":[{},{odd},{}],"more":false}}"#, note("1"), note("3"));
        let notes: Notes = decode(json.as_bytes()).unwrap();
        assert_eq!((notes.data.len(), notes.data.unreadable().len()), (2, 1));
        assert_eq!(notes.data.unreadable()[0].json(), odd);
        assert!(serde_json::to_string(&notes).unwrap().contains(odd));
    }
}

#[test]
fn without_what_is_around_them_the_items_are_in_the_error() {
    let json = json!({"data": [note("1"), 2, note("3")]}).to_string();
    let error = decode::<Notes>(json.as_bytes()).unwrap_err();
    assert_eq!(
        (error.path(), error.kind(), error.operation()),
        ("more", DecodeErrorKind::MissingField, Some("notes_list"))
    );
    let items = error.items::<Note>().unwrap();
    assert_eq!((items.len(), items.unreadable().len()), (2, 1));
    assert!(!format!("{error:?}").contains("\"id\""), "no text of the document: {error:?}");
    for json in [r#"{"data":{}}"#, "{}", "[]", "", r#"{"data":["#] {
        assert!(decode::<Notes>(json.as_bytes()).unwrap_err().items::<Note>().is_none(), "{json}");
    }
}

#[test]
fn serde_jsons_own_functions_are_strict() {
    let json = json!({"data": [note("1"), 2], "more": false});
    assert!(serde_json::from_value::<Notes>(json.clone()).is_err());
    assert!(serde_json::from_str::<Notes>(&json.to_string()).is_err());
    assert_eq!(read(&json).data.len(), 1);
    assert!(serde_json::from_value::<Notes>(json).is_err(), "also after a document that was read again");
}

#[test]
fn a_list_of_its_own_and_a_byte_order_mark() {
    let list: List<Note> = decode_as("notes", format!("\u{feff}[{},1]", note("1")).as_bytes()).unwrap();
    assert_eq!((list.len(), list.unreadable()[0].path()), (1, "[1]"));
    let (items, unreadable) = list.clone().into_parts();
    assert_eq!(List::from_parts(items, unreadable), list);
}

#[test]
fn a_second_value_is_an_error() {
    for twice in [r#""more":true,"more":true"#, r#""more":true,"data":[],"data":[]"#] {
        let error = decode::<Notes>(format!(r#"{{"data":[],{twice}}}"#).as_bytes()).unwrap_err();
        assert_eq!(error.kind(), DecodeErrorKind::DuplicateField, "{twice}");
    }
    let error = decode::<Note>(br#"{"id":"1","at":7,"name":null,"tone":null,"tone":null}"#).unwrap_err();
    assert_eq!((error.kind(), error.path()), (DecodeErrorKind::DuplicateField, "tone"));
}

#[test]
fn a_rest_that_does_not_fit_names_its_property() {
    let mut note: Note = serde_json::from_value(self::note("1")).unwrap();
    let mut rest = note.take_rest(&[]);
    assert_eq!(Note::from_parts(NoteParts::default(), rest.clone()), Ok(note));
    rest.insert("at", "late");
    let error = Note::from_parts(NoteParts::default(), rest).unwrap_err();
    assert_eq!(error.to_string(), "Note: at: expected Timestamp (an integer, in milliseconds), found a string");
    let error = Note::from_parts(NoteParts::default(), Extra::new()).unwrap_err();
    assert_eq!((error.kind(), error.path()), (DecodeErrorKind::MissingField, "id"));
}

/// A note with every property in each of its states.
fn any_note() -> impl Strategy<Value = Value> {
    let state = || prop_oneof![Just(None), Just(Some(json!(null))), "[a-z]{0,3}".prop_map(|text| Some(json!(text)))];
    let free = prop_oneof![Just(json!(null)), Just(json!(1)), Just(json!({"a": [1.5]})), Just(json!("x"))];
    (state(), state(), state(), proptest::collection::btree_map("[m-z]{1,2}", free, 0..3)).prop_map(
        |(parent, tone, name, free)| {
            let mut note = json!({"id": "1", "at": 7, "name": name.unwrap_or_default()});
            let properties = note.as_object_mut().unwrap();
            properties.extend(parent.map(|parent| ("parent".to_owned(), parent)));
            properties.extend(tone.map(|tone| ("tone".to_owned(), tone)));
            properties.extend(free);
            note
        },
    )
}

proptest! {
    /// Whatever a copy of fields does not know is in the rest, and comes back.
    #[test]
    fn what_is_not_named_is_in_the_rest(json in any_note(), known in proptest::sample::subsequence(Note::PROPERTIES.to_vec(), 0..=6)) {
        let note: Note = decode(json.to_string().as_bytes()).unwrap();
        prop_assert_eq!(&serde_json::to_value(&note).unwrap(), &json);
        for (name, value) in json.as_object().unwrap() {
            prop_assert_eq!(note.property(name), Some(value.clone()));
        }
        let mut left = note.clone();
        let rest = left.take_rest(&known);
        for name in &known {
            prop_assert!(!rest.contains_key(name));
        }
        let mut parts = NoteParts::default();
        for name in known {
            match name {
                "id" => parts.id = Some(left.id.clone()),
                "at" => parts.at = Some(left.at),
                "parent" => parts.parent = Some(left.parent.clone()),
                "tone" => parts.tone = Some(left.tone.clone()),
                "name" => parts.name = Some(left.name.clone()),
                _ => parts.replies = Some(left.replies.clone()),
            }
        }
        // As JSON and back, which is how a rest is stored.
        let stored: Extra = serde_json::from_str(&serde_json::to_string(&rest).unwrap()).unwrap();
        prop_assert_eq!(&Note::from_parts(parts.clone(), rest).unwrap(), &note);
        prop_assert_eq!(&Note::from_parts(parts, stored).unwrap(), &note);
    }
}
