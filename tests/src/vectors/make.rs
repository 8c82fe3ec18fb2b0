//! Makes the vectors: of every example, of every schema, of the published transcript.

use std::collections::BTreeSet;

use conversation_core::{
    Completeness, Forest, Transcript,
    convert::{Residue, ToGenesys, ToProficient, interaction_id},
    model::{Conversation, GenesysConversation, ProficientConversation},
};
use genesys_chat_types::{ChatId, GetMessagesAnswer};
use proficient_types::{AgentId, UserId};
use serde::Serialize;
use serde_json::Value;

use super::{
    Vector, Vectors,
    mutate::{Empties, mutations},
    types::{Bundle, bundles},
};
use crate::{
    example::{Document, documents},
    schema::places,
};

/// At most so many examples of a type: the documents repeat themselves.
const EXAMPLES: usize = 6;

/// All vectors, by type.
pub fn make() -> Vec<Vectors> {
    let documents = documents();
    let published = published();
    let mut all = Vec::new();
    for Bundle { api, defs, types } in bundles() {
        let document = documents.iter().find(|document| document.name == api);
        for type_ in types {
            let mut vectors = document.map(|document| examples(document, type_.name)).unwrap_or_default();
            let seed = published.iter().filter(|(of, name, _)| (*of, *name) == (api, type_.name));
            vectors.extend(seed.map(|(.., vector)| vector.clone()));
            // What an API leaves empty is that API's business; the core's own documents have one form.
            let empties = if document.is_some() { Empties::AreKept } else { Empties::AreAbsent };
            vectors.extend(mutations(&defs, &defs[type_.name], empties));
            unrepeated(&mut vectors);
            all.push(Vectors { api: api.into(), type_: type_.name.into(), vectors });
        }
    }
    all
}

/// Each value once for each type, and each name once.
fn unrepeated(vectors: &mut Vec<Vector>) {
    let mut values = BTreeSet::new();
    vectors.retain(|vector| values.insert(vector.value.to_string()));
    let mut names = BTreeSet::new();
    for vector in vectors {
        let name = vector.name.clone();
        for number in 2.. {
            if names.insert(vector.name.clone()) {
                break;
            }
            vector.name = format!("{name} ({number})");
        }
    }
}

/// The parts of the document's examples that are of the type.
fn examples(document: &Document, type_: &str) -> Vec<Vector> {
    let mut vectors: Vec<Vector> = Vec::new();
    for example in &document.examples {
        for place in places(&document.defs, &example.schema, &example.value) {
            if place.name != Some(type_) || place.null || vectors.len() == EXAMPLES {
                continue;
            }
            let value = example.value.pointer(&place.pointer).expect("a place of the value").clone();
            let name = format!("{} {}", example.name, place.path);
            if vectors.iter().all(|vector| vector.value != value) {
                vectors.push(Vector::good("example", name.trim(), value));
            }
        }
    }
    vectors
}

/// The transcript that the vendor published, in every form that it takes here.
fn published() -> Vec<(&'static str, &'static str, Vector)> {
    let json = include_bytes!("../../fixtures/genesys/get-messages.response.json");
    let answer: GetMessagesAnswer = conversation_wire::decode(json).expect("the fixture decodes");
    let whole: Value = serde_json::from_slice(json).expect("the fixture is JSON");
    let seed = |value: &dyn erased::Json| Vector::good("seed", "the published transcript", value.json());
    let mut chat = GenesysConversation::new(answer.messages.unwrap_or_default());
    chat.chat_ended = answer.chat_ended;

    let id = ChatId::new("00048aDPKC9H0018");
    let to_proficient = ToProficient::new(id.clone(), interaction_id(&id), AgentId::new("ag_1"), UserId::new("u_1"));
    let (interaction, residue) = to_proficient.project(&chat).expect("it can be projected");
    let (_, back) = ToGenesys::new(id).project(&interaction).expect("it can be projected");
    let (forest, _) = Forest::build(interaction.messages.clone());
    let (transcript, _) = Transcript::build(chat.events.clone());

    let mut all = vec![
        ("genesys-chat", "GetMessagesAnswer", seed(&whole)),
        ("conversation", "GenesysConversation", seed(&chat)),
        ("conversation", "ProficientConversation", seed(&interaction)),
        ("conversation", "Conversation", seed(&Conversation::from(chat.clone()))),
        ("conversation", "Residue", seed(&Residue::from(residue))),
        ("conversation", "Completeness", seed(&Completeness::of_transcript(&transcript, false))),
    ];
    let events = chat.events.iter().zip(1..);
    all.extend(events.map(|(event, index)| {
        (
            "genesys-chat",
            "ChatEvent",
            Vector { name: format!("event {index} of the published transcript"), ..seed(event) },
        )
    }));
    let as_chat =
        |value: &dyn erased::Json| Vector { name: "the published transcript as an interaction".into(), ..seed(value) };
    all.extend([
        ("conversation", "Conversation", as_chat(&Conversation::from(interaction.clone()))),
        ("conversation", "Residue", as_chat(&Residue::from(back))),
        ("conversation", "Completeness", as_chat(&Completeness::of_forest(&forest, interaction.interaction.as_ref()))),
        ("proficient", "MessagesList", as_chat(&page(&interaction))),
    ]);
    all
}

fn page(interaction: &ProficientConversation) -> Value {
    serde_json::json!({"data": interaction.messages, "has_more": false})
}

/// Whatever can be written as JSON, of any type.
mod erased {
    use super::{Serialize, Value};

    pub(super) trait Json {
        fn json(&self) -> Value;
    }

    impl<T: Serialize> Json for T {
        fn json(&self) -> Value {
            serde_json::to_value(self).expect("it can be written")
        }
    }
}
