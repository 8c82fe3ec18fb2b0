//! What a later version writes is read and kept, in every place; the way back to a side refuses what nobody can place.

use conversation_core::{
    Completeness, Defect, Gap, TranscriptDefect,
    convert::{Residue, RestoreFault, ToGenesys},
    model::{Conversation, GenesysConversation, ModelFault, ProficientConversation, Role},
};
use conversation_tests::{example::documents, strategy};
use proptest::prelude::*;
use serde_json::{Value, json};

use super::{cases, rules::plain_to_proficient, seed};

/// The model of a chat and of an interaction, as JSON.
fn models() -> [Value; 2] {
    let chat = Conversation::from(seed::chat());
    let documents = documents();
    let created = documents.iter().flat_map(|document| &document.examples);
    let created = created.into_iter().find(|example| example.schema == "InteractionCreated").expect("an example");
    let interaction: ProficientConversation = serde_json::from_value(created.value.clone()).expect("it has this form");
    [chat, Conversation::from(interaction)].map(|model| serde_json::to_value(model).expect("a model is JSON"))
}

/// Reads the model with `value` at `pointer`, and gives what the way back says of it.
fn changed(mut model: Value, pointer: &str, value: Value) -> ModelFault {
    let (above, name) = pointer.rsplit_once('/').expect("a pointer");
    let place = model.pointer_mut(above).and_then(Value::as_object_mut).expect("an object");
    place.insert(name.to_owned(), value);
    let read: Conversation = serde_json::from_value(model.clone()).expect("what a later version writes is read");
    assert_eq!(serde_json::to_value(&read).expect("it is JSON"), model, "{pointer} is kept");
    let chat = GenesysConversation::try_from(read.clone()).map(drop);
    let interaction = ProficientConversation::try_from(read).map(drop);
    let fault = |side: Result<(), conversation_core::model::ModelError>| side.expect_err("refused").fault;
    if model["source"]["of"] == "genesys" { fault(chat) } else { fault(interaction) }
}

#[test]
fn a_model_of_a_later_version_is_kept_and_not_converted() {
    for model in models() {
        for place in ["/added", "/source/added", "/participants/0/added", "/entries/0/added"] {
            assert_eq!(changed(model.clone(), place, json!({"deep": [1.0, null]})), ModelFault::Unknown, "{place}");
        }
        assert_eq!(changed(model.clone(), "/entries/0/kind", json!("hologram")), ModelFault::Kind);
        assert_eq!(changed(model.clone(), "/participants/0/role", json!("robot")), ModelFault::Author);
        let details = json!({"of": "video", "codec": "av1"});
        assert_eq!(changed(model.clone(), "/entries/0/details", details), ModelFault::Details);
        let source = json!({"of": "pigeon", "speed": 7});
        assert_eq!(changed(model.clone(), "/source", source), ModelFault::OtherSide);
    }
    let [_, interaction] = models();
    assert_eq!(changed(interaction, "/entries/0/details/added", json!(1)), ModelFault::Unknown);
}

#[test]
fn a_name_of_one_side_is_no_name_of_the_other() {
    let mut model = models()[0].clone();
    model["participants"][0]["role"] = json!("proficient:reviewer");
    let chat: Conversation = serde_json::from_value(model).expect("a model");
    let error = GenesysConversation::try_from(chat).expect_err("no participant of a chat");
    assert_eq!(error.fault, ModelFault::Author);
    // Not even when it is spelled as one of the model's own.
    let sender = proficient_types::SentBy::from("system");
    assert_eq!(Role::from(&sender).as_str(), "proficient:system");
}

#[test]
fn what_is_known_and_wrong_is_no_news() {
    fn refused<T: serde::de::DeserializeOwned>(value: Value) {
        assert!(serde_json::from_value::<T>(value.clone()).is_err(), "{value}");
    }
    refused::<Gap>(json!({"kind": "parent", "message": "msg_1"}));
    refused::<Gap>(json!({"kind": "short", "counted": "1", "missing": 1}));
    refused::<Gap>(json!({"kind": 1}));
    refused::<Gap>(json!({"message": "msg_1"}));
    refused::<Gap>(json!("uncounted"));
    refused::<Defect>(json!({"kind": "cycle"}));
    refused::<TranscriptDefect>(json!({"kind": "gap", "first": 1}));
    refused::<Conversation>(json!({"source": {"of": "genesys", "chat_id": 1}, "participants": [], "entries": []}));
    refused::<Conversation>(json!({"source": {"of": "genesys", "chat_id": null}, "participants": [], "entries": []}));
}

#[test]
fn a_residue_of_a_later_version_is_kept_and_restores_nothing() {
    let (interaction, residue) = plain_to_proficient().project(&seed::chat()).expect("every event has an index");
    let (chat, back) = ToGenesys::new("chat".into()).project(&interaction).expect("there are messages");
    let [of_chat, of_interaction] = [Residue::from(residue), Residue::from(back)]
        .map(|residue| serde_json::to_value(residue).expect("a residue is JSON"));
    let places = ["/added", "/rules/added", "/messages/0/added", "/events/added", "/events/kept/0/added"];
    for (residue, places) in
        [(of_chat, &places[..]), (of_interaction, &["/added", "/rules/added", "/thread/0/added", "/messages/added"])]
    {
        for place in places {
            let mut later = residue.clone();
            let (above, name) = place.rsplit_once('/').expect("a pointer");
            later.pointer_mut(above).and_then(Value::as_object_mut).expect(place).insert(name.into(), json!([1]));
            let read: Residue = serde_json::from_value(later.clone()).expect("what a later version writes is read");
            assert_eq!(serde_json::to_value(&read).expect("a residue is JSON"), later, "{place} is kept");
            let error = match &read {
                Residue::Genesys(residue) => residue.restore(&interaction).map(drop),
                Residue::Proficient(residue) => residue.restore(&chat).map(drop),
                other => panic!("{other:?}"),
            };
            assert_eq!(error.expect_err("refused").fault, RestoreFault::LaterResidue, "{place}");
        }
    }
    let other = json!({"of": "pigeon", "feathers": 2});
    let read: Residue = serde_json::from_value(other.clone()).expect("it is read");
    assert!(matches!(&read, Residue::Other(other) if other.tag() == "pigeon"));
    assert_eq!(serde_json::to_value(read).expect("it is JSON"), other);
}

#[test]
fn a_completeness_report_of_a_later_version_is_kept() {
    let json = json!({
        "kind": "pictures", "received": 1, "by": "a later version",
        "gaps": [{"kind": "uncounted"}, {"kind": "blurred", "picture": 7}, {"kind": "cut", "fault": {"kind": "bored"}}],
    });
    let completeness: Completeness = serde_json::from_value(json.clone()).expect("it is read");
    assert_eq!(serde_json::to_value(&completeness).expect("it is JSON"), json);
    insta::assert_snapshot!(completeness, @r#"
    incomplete: 1 pictures
    - the number of messages is unknown: fetch the interaction and compare
    - unknown gap "blurred", written by a later version
    - listing the messages stopped: unknown fault "bored", written by a later version
    "#);
    for defect in [json!({"kind": "smudge", "at": [1]}), json!({"kind": "gap", "first": 1, "last": 2})] {
        let tree: Defect = serde_json::from_value(defect.clone()).expect("it is read");
        let chat: TranscriptDefect = serde_json::from_value(defect.clone()).expect("it is read");
        assert_eq!(
            (serde_json::to_value(tree).unwrap(), serde_json::to_value(chat).unwrap()),
            (defect.clone(), defect)
        );
    }
}

proptest! {
    #![proptest_config(cases())]

    /// A model as JSON is the model: a later reader has all that an earlier one had.
    #[test]
    fn a_model_survives_json(chat in strategy::genesys_conversation(), interaction in strategy::proficient_conversation()) {
        for model in [Conversation::from(chat), Conversation::from(interaction)] {
            let json = serde_json::to_string(&model).expect("a model is JSON");
            prop_assert_eq!(serde_json::from_str::<Conversation>(&json).expect("it is read"), model);
        }
    }
}
