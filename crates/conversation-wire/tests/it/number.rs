//! A number is written back as it was read.

use std::cmp::Ordering;

use conversation_wire::{Field, Number};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::sample::Confidence;

fn written() -> impl Strategy<Value = Value> {
    prop_oneof![
        any::<f64>().prop_filter("JSON has no others", |number| number.is_finite()).prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        (-3..3_i64).prop_map(Value::from),
        (-3..3_i64).prop_map(|number| Value::from(number as f64)),
    ]
}

proptest! {
    #[test]
    fn a_number_comes_back_as_it_was_written(value in written()) {
        let number: Number = serde_json::from_str(&value.to_string()).expect("a number");
        prop_assert_eq!(serde_json::to_string(&number).expect("JSON"), value.to_string());
        prop_assert_eq!(Some(number.get().to_bits()), value.as_f64().map(f64::to_bits));
        prop_assert_eq!(&serde_json::to_value(number).expect("JSON"), &value);
        prop_assert_eq!(serde_json::from_value::<Number>(value).expect("a number"), number);
    }

    #[test]
    fn equality_and_order_are_those_of_the_value(left in written(), right in written()) {
        let number = |value: &Value| serde_json::from_value::<Number>(value.clone()).expect("a number");
        let (l, r) = (number(&left), number(&right));
        prop_assert_eq!(l.partial_cmp(&r), left.as_f64().partial_cmp(&right.as_f64()));
        prop_assert_eq!(l == r, l.cmp(&r) == Ordering::Equal);
        prop_assert_eq!(l.cmp(&r), r.cmp(&l).reverse());
    }
}

#[test]
fn an_integer_and_a_float_are_told_apart_when_written_only() {
    let [integer, float]: [Number; 2] = serde_json::from_str("[1,1.0]").expect("numbers");
    assert_eq!(integer, float);
    assert_eq!(serde_json::to_string(&[integer, float]).expect("JSON"), "[1,1.0]");
    assert_eq!(serde_json::to_string(&Number::from(1)).expect("JSON"), "1");
    let field: Field<Number> = serde_json::from_value(json!(0)).expect("a number");
    assert_eq!(serde_json::to_value(field).expect("JSON"), json!(0));
}

#[test]
fn a_number_with_bounds_comes_back_as_it_was_written_too() {
    for text in ["0", "0.0", "1", "1.0", "0.5"] {
        let confidence: Confidence = serde_json::from_str(text).expect("a number within the bounds");
        assert_eq!(serde_json::to_string(&confidence).expect("JSON"), text);
    }
}

#[test]
fn a_number_is_finite() {
    for number in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
        let error = Number::try_from(number).expect_err("not finite");
        assert_eq!(error.to_string(), "Number must be a finite number");
    }
}
