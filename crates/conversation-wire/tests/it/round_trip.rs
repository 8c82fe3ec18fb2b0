//! What was decoded is written back: nothing lost, nothing invented.

use conversation_wire::{Field, decode, decode_value};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::sample::{Message, Operation, any_json, message};

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn a_document_comes_back_equal(document in message()) {
        let from_text: Message = decode(document.to_string().as_bytes()).expect("a document of the type");
        prop_assert_eq!(&serde_json::to_value(&from_text).expect("JSON"), &document);

        let text = serde_json::to_string(&from_text).expect("JSON");
        prop_assert_eq!(serde_json::from_str::<Value>(&text).expect("JSON"), document.clone());

        let from_value: Message = decode_value(document).expect("a document of the type");
        prop_assert_eq!(from_value, from_text);
    }

    #[test]
    fn an_unknown_property_comes_back_equal(name in "x.*", value in any_json()) {
        let mut document = json!({"operation": "nothing we know"});
        document[&name] = value;
        let operation: Operation = decode(document.to_string().as_bytes()).expect("a document of the type");
        prop_assert_eq!(serde_json::to_string(&operation).expect("JSON"), document.to_string());
    }

    #[test]
    fn an_unknown_number_comes_back_to_the_bit(number in any::<f64>().prop_filter("JSON has no others", |n| n.is_finite())) {
        let text = format!(r#"{{"operation":"other","x":{}}}"#, json!(number));
        let operation: Operation = decode(text.as_bytes()).expect("a document of the type");
        let Operation::Other(other) = operation else { panic!("an unknown tag") };
        let read = other.extra.get("x").and_then(Value::as_f64).map(f64::to_bits);
        prop_assert_eq!(read, Some(number.to_bits()));
    }
}

#[test]
fn absent_null_and_value_come_back_as_they_were() {
    let least = json!({
        "id": "m", "sent_by": "user", "created_at": 0, "author": 1, "edited_at": null,
        "replies": [], "by_name": {}, "operations": [],
    });
    for (parent, expected) in
        [(None, Field::Absent), (Some(Value::Null), Field::Null), (Some("p".into()), Field::Value("p".into()))]
    {
        let mut document = least.clone();
        if let Some(parent) = parent {
            document["parent"] = parent;
        }
        let message: Message = decode_value(document.clone()).expect("a document of the type");
        assert_eq!(message.parent, expected);
        assert_eq!(serde_json::to_value(&message).expect("JSON"), document);
    }
}
