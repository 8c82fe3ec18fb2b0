//! Absent, null and value: three states where the document has three, two where it has two.

use conversation_wire::{DecodeErrorKind, Field, WireType, decode, decode_value};
use proptest::prelude::*;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
struct States {
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    either: Field<i64>,
    #[serde(default, deserialize_with = "conversation_wire::non_null", skip_serializing_if = "Option::is_none")]
    present: Option<i64>,
    #[serde(deserialize_with = "Option::deserialize")]
    nullable: Option<i64>,
}

impl WireType for States {
    const NAME: &'static str = "States";
    const OPERATIONS: &'static [&'static str] = &[];
}

fn field() -> impl Strategy<Value = Field<i64>> {
    prop_oneof![Just(Field::Absent), Just(Field::Null), any::<i64>().prop_map(Field::Value)]
}

proptest! {
    #[test]
    fn every_state_comes_back(either in field(), present in any::<Option<i64>>(), nullable in any::<Option<i64>>()) {
        let states = States { either, present, nullable };
        let value = serde_json::to_value(&states).expect("JSON");

        prop_assert_eq!(value.get("either").cloned(), match either {
            Field::Absent => None,
            Field::Null => Some(Value::Null),
            Field::Value(number) => Some(number.into()),
        });
        prop_assert_eq!(value.get("present").cloned(), present.map(Value::from));
        prop_assert_eq!(value.get("nullable").cloned(), Some(nullable.into()));

        prop_assert_eq!(&decode::<States>(value.to_string().as_bytes()).expect("the same"), &states);
        prop_assert_eq!(decode_value::<States>(value).expect("the same"), states);
    }

    #[test]
    fn a_field_is_in_one_state(field in field()) {
        let states = [field.is_absent(), field.is_null(), field.value().is_some()];
        prop_assert_eq!(states.iter().filter(|state| **state).count(), 1);
        prop_assert_eq!(field.into_value(), field.value().copied());
        prop_assert_eq!(field.as_ref().map(|number| *number), field);
        prop_assert_eq!(field.map(|number| number.wrapping_add(1)).is_null(), field.is_null());
    }
}

#[test]
fn present_refuses_null() {
    let error = decode_value::<States>(json!({"nullable": null, "present": null})).expect_err("null");
    assert_eq!((error.path(), error.kind()), ("present", DecodeErrorKind::WrongType));
    assert_eq!(error.message(), "expected an integer, found null");
}

#[test]
fn required_and_nullable_refuses_absence() {
    let error = decode_value::<States>(json!({})).expect_err("absent");
    assert_eq!((error.path(), error.kind()), ("nullable", DecodeErrorKind::MissingField));
}

#[test]
fn a_field_alone_is_absent_unless_said_otherwise() {
    assert_eq!(Field::<i64>::default(), Field::Absent);
    assert_eq!(Field::from(1), Field::Value(1));
    assert_eq!(serde_json::to_string(&Field::<i64>::Absent).expect("JSON"), "null");
}
