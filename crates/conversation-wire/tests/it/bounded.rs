//! A number with bounds is within them.

use conversation_wire::{OutOfRange, bounded};
use proptest::prelude::*;

use crate::sample::{Confidence, PageLimit};

bounded! {
    /// With a least value only.
    struct AtLeast(i64);
    min -5;
}

bounded! {
    /// With a greatest value only.
    struct AtMost(f64);
    max 1.5;
    default 0.5;
}

bounded! {
    /// With no bounds.
    struct Any(f64);
}

proptest! {
    #[test]
    fn an_integer_is_accepted_within_its_bounds_only(number in prop_oneof![-5..110_i64, any::<i64>()]) {
        let within = (1..=100).contains(&number);
        let range = PageLimit::new(0).expect_err("0 is below 1");
        let expected = if within { Ok(number) } else { Err(range) };
        prop_assert_eq!(PageLimit::new(number).map(PageLimit::get), expected);
        prop_assert_eq!(PageLimit::try_from(number).map(i64::from), expected);
        prop_assert_eq!(number.to_string().parse().map(PageLimit::get), expected);
        prop_assert_eq!(serde_json::from_str::<PageLimit>(&number.to_string()).is_ok(), within);
        prop_assert_eq!(serde_json::from_value::<PageLimit>(number.into()).is_ok(), within);
        if let Ok(limit) = PageLimit::new(number) {
            prop_assert_eq!(limit.to_string(), number.to_string());
            prop_assert_eq!(serde_json::to_string(&limit).expect("JSON"), number.to_string());
        }
        prop_assert_eq!(AtLeast::new(number).is_ok(), number >= -5);
    }

    #[test]
    fn a_number_is_accepted_within_its_bounds_only(number in prop_oneof![-0.5..1.5, any::<f64>()]) {
        let within = (0.0..=1.0).contains(&number);
        prop_assert_eq!(Confidence::new(number).is_ok(), within);
        prop_assert_eq!(number.to_string().parse::<Confidence>().is_ok(), within);
        prop_assert_eq!(AtMost::new(number).is_ok(), number.is_finite() && number <= 1.5);
        prop_assert_eq!(Any::new(number).is_ok(), number.is_finite());
        if let Ok(confidence) = Confidence::new(number) {
            let json = serde_json::to_string(&confidence).expect("JSON");
            let back: Confidence = serde_json::from_str(&json).expect("a number within the bounds");
            prop_assert_eq!(back.get().to_bits(), number.to_bits());
        }
    }

    #[test]
    fn a_text_that_is_no_number_is_refused_with_the_range(text in "[^0-9]*") {
        prop_assert_eq!(text.parse::<PageLimit>(), PageLimit::new(0));
    }
}

#[test]
fn no_number_is_no_number() {
    for number in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
        assert!(Any::new(number).is_err() && AtMost::new(number).is_err() && Confidence::new(number).is_err());
        assert!(number.to_string().parse::<Any>().is_err());
    }
}

#[test]
fn an_integer_is_a_number() {
    assert_eq!(serde_json::from_str::<Confidence>("1").expect("a number"), Confidence::MAX);
    assert!(serde_json::from_str::<PageLimit>("1.0").is_err());
}

#[test]
fn the_error_names_the_type_and_the_range() {
    let error: OutOfRange = PageLimit::new(101).expect_err("101 is above 100");
    assert_eq!((error.type_name(), error.range()), ("PageLimit", "an integer from 1 to 100"));
    assert_eq!(error.to_string(), "PageLimit must be an integer from 1 to 100");
    let shown = |error: Result<(), OutOfRange>| error.expect_err("out of range").to_string();
    assert_eq!(shown(AtLeast::new(-6).map(drop)), "AtLeast must be an integer from -5");
    assert_eq!(shown(AtMost::new(2.0).map(drop)), "AtMost must be a number up to 1.5");
    assert_eq!(shown(Any::new(f64::NAN).map(drop)), "Any must be a number");
}

#[test]
fn bounds_and_default_are_values() {
    const FIFTY: Result<PageLimit, OutOfRange> = PageLimit::new(50);
    assert_eq!(FIFTY.map(PageLimit::get), Ok(50));
    assert_eq!((PageLimit::MIN.get(), PageLimit::MAX.get(), PageLimit::default().get()), (1, 100, 20));
    assert_eq!((AtLeast::MIN.get(), AtMost::MAX.get(), AtMost::default().get()), (-5, 1.5, 0.5));
}
