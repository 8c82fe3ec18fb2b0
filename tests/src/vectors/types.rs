//! Every type that there are vectors of.

use conversation_core::{
    Completeness, Defect, Gap, ItemKind, PagerFault, TranscriptDefect, TranscriptEnd,
    convert::Residue,
    model::{
        Conversation, Details, Entry, EntryKind, EventDetails, GenesysConversation, Key, MessageDetails, Participant,
        ProficientConversation, Role, Source,
    },
};
use conversation_wire::{DecodeError, decode_strict_as};
use proficient_types::MessageId;
use serde::{Serialize, de::DeserializeOwned};
use serde_json::Value;

use crate::example::{Document, documents};

/// A bundle, and the types in it.
pub struct Bundle {
    /// What it is called.
    pub api: &'static str,
    /// Its `$defs`.
    pub defs: Value,
    /// The types: all that have a name in Rust.
    pub types: Vec<Type>,
}

/// A type.
pub struct Type {
    /// Its name in the bundle.
    pub name: &'static str,
    recode: Box<Recode>,
}

type Recode = dyn Fn(&[u8]) -> Result<Value, DecodeError> + Send + Sync;

impl Type {
    /// Decodes and encodes again.
    ///
    /// # Errors
    ///
    /// When it does not decode.
    pub fn recode(&self, json: &[u8]) -> Result<Value, DecodeError> {
        (self.recode)(json)
    }

    fn of<T: Serialize + DeserializeOwned + 'static>(name: &'static str) -> Self {
        let recode = move |json: &[u8]| {
            let value: T = decode_strict_as(name, json)?;
            Ok(serde_json::to_value(value).expect("what was decoded encodes"))
        };
        Self { name, recode: Box::new(recode) }
    }
}

/// All bundles.
pub fn bundles() -> Vec<Bundle> {
    documents().into_iter().map(of_document).chain([core()]).collect()
}

fn of_document(document: Document) -> Bundle {
    let names = document.defs.as_object().expect("schemas by name").keys();
    let mut subjects = document.subjects;
    let types = names.filter_map(|name| {
        let subject = subjects.remove(name.as_str())?;
        let recode = move |json: &[u8]| subject.decode_strictly(json).map(|recoded| recoded.json);
        Some(Type { name: subject.name, recode: Box::new(recode) })
    });
    Bundle { api: document.name, types: types.collect(), defs: document.defs }
}

fn core() -> Bundle {
    let mut bundle: Value = serde_json::from_str(conversation_core::SCHEMA).expect("the bundle is JSON");
    let types = vec![
        Type::of::<Conversation>("Conversation"),
        Type::of::<Source>("ConversationSource"),
        Type::of::<Participant>("ConversationParticipant"),
        Type::of::<Role>("Role"),
        Type::of::<Entry>("ConversationEntry"),
        Type::of::<EntryKind>("EntryKind"),
        Type::of::<Key>("EntryKey"),
        Type::of::<Details>("EntryDetails"),
        Type::of::<MessageDetails>("MessageDetails"),
        Type::of::<EventDetails>("EventDetails"),
        Type::of::<ProficientConversation>("ProficientConversation"),
        Type::of::<GenesysConversation>("GenesysConversation"),
        Type::of::<Residue>("Residue"),
        Type::of::<Completeness>("Completeness"),
        Type::of::<ItemKind>("ItemKind"),
        Type::of::<Gap>("Gap"),
        Type::of::<PagerFault<MessageId>>("PagerFault"),
        Type::of::<TranscriptEnd>("TranscriptEnd"),
        Type::of::<Defect>("Defect"),
        Type::of::<TranscriptDefect>("TranscriptDefect"),
    ];
    Bundle { api: "conversation", defs: bundle["$defs"].take(), types }
}
