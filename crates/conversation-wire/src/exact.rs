//! JSON texts that say more than a [`Value`] can: numbers with more digits than an `f64` has.
//!
//! Where serde buffers a value (`flatten`, tagged enums), nothing but its own data model comes through: no text, and no number
//! with more digits. There such a number is passed on in disguise, as an object with one property, whose name cannot be guessed.

use std::{
    hash::{BuildHasher, RandomState},
    sync::LazyLock,
};

use serde_json::Value;

/// The name of the property whose value is the text of a number.
static DISGUISE: LazyLock<String> = LazyLock::new(|| {
    let random = || RandomState::new().hash_one(0_u8);
    format!("number {:016x}{:016x}", random(), random())
});

/// The document with its numbers that say more in disguise; nothing when it has none.
pub(crate) fn disguised(json: &str) -> Option<String> {
    let mut text = String::with_capacity(json.len() + 128);
    let mut done = 0;
    each_number(json, |at, number| {
        if number_says_more(number) {
            text.push_str(json.get(done..at).unwrap_or_default());
            text.push_str(&format!("{{\"{}\":\"{number}\"}}", *DISGUISE));
            done = at + number.len();
        }
        true
    });
    text.push_str(json.get(done..).unwrap_or_default());
    (done > 0).then_some(text)
}

/// The JSON text of a value in which numbers are in disguise; nothing when none is.
pub(crate) fn text_of(value: &Value) -> Option<String> {
    let json = serde_json::to_string(value).ok()?;
    let begin = format!("{{\"{}\":\"", *DISGUISE);
    if !json.contains(&begin) {
        return None;
    }
    let mut parts = json.split(&*begin);
    let mut text = parts.next()?.to_owned();
    for part in parts {
        let (number, rest) = part.split_once("\"}")?;
        text.push_str(number);
        text.push_str(rest);
    }
    Some(text)
}

/// Whether a number in `json`, which is valid JSON, would not come back from a `serde_json::Value` with the same value, or
/// would come back in another form, as `-0` does.
pub(crate) fn says_more(json: &str) -> bool {
    let mut says_more = false;
    each_number(json, |_, number| {
        says_more = number_says_more(number);
        !says_more
    });
    says_more
}

/// Calls `see` with the place and the text of each number, as long as it returns true.
fn each_number(json: &str, mut see: impl FnMut(usize, &str) -> bool) {
    let bytes = json.as_bytes();
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        match byte {
            b'"' => at = after_string(bytes, at + 1),
            b'-' | b'0'..=b'9' => {
                let rest = bytes.get(at..).unwrap_or_default();
                let length = rest.iter().take_while(|byte| is_of_number(**byte)).count();
                if !json.get(at..at + length).is_none_or(|number| see(at, number)) {
                    return;
                }
                at += length;
            }
            _ => at += 1,
        }
    }
}

fn is_of_number(byte: u8) -> bool {
    matches!(byte, b'0'..=b'9' | b'+' | b'-' | b'.' | b'e' | b'E')
}

/// The place after the string that begins at `at`.
fn after_string(bytes: &[u8], mut at: usize) -> usize {
    loop {
        match bytes.get(at) {
            None => return at,
            Some(b'"') => return at + 1,
            Some(b'\\') => at += 2,
            Some(_) => at += 1,
        }
    }
}

fn number_says_more(text: &str) -> bool {
    if !text.contains(['.', 'e', 'E']) {
        return text == "-0" || (text.parse::<u64>().is_err() && text.parse::<i64>().is_err());
    }
    // As serde_json reads and writes it, which is what would become of it.
    let written = serde_json::from_str::<f64>(text).and_then(|nearest| serde_json::to_string(&nearest));
    match (decimal(text), written) {
        (Some(number), Ok(written)) => decimal(&written) != Some(number),
        // Beyond the range of an `f64`.
        _ => true,
    }
}

/// The digits of a number without zeros at either end, and the power of ten of the last one.
fn decimal(text: &str) -> Option<(bool, String, i64)> {
    let (is_negative, text) = text.strip_prefix('-').map_or((false, text), |rest| (true, rest));
    let (mantissa, exponent) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let exponent: i64 = exponent.parse().ok()?;
    let digits = format!("{whole}{fraction}");
    let digits = digits.trim_start_matches('0');
    let kept = digits.trim_end_matches('0');
    if kept.is_empty() {
        return Some((is_negative, String::new(), 0));
    }
    let last = exponent.checked_sub(fraction.len() as i64)?.checked_add((digits.len() - kept.len()) as i64)?;
    Some((is_negative, kept.to_owned(), last))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn numbers_that_a_value_rounds_are_found() {
        for exact in [
            "0",
            "1",
            "-1",
            "1.0",
            "0.1",
            "1e2",
            "1E+2",
            "18446744073709551615",
            "-9223372036854775808",
            "0.0",
            "-0.0",
            "5e-324",
        ] {
            assert!(!says_more(exact), "{exact}");
        }
        for more in [
            "-0",
            "18446744073709551616",
            "-9223372036854775809",
            "0.1000000000000000055511151231257827",
            "123456789012345678901234567",
            "1e400",
            "1e-400",
            "0.30000000000000004440892098500626161694526672363281250001",
        ] {
            assert!(says_more(more), "{more}");
            assert!(says_more(&format!("{{\"a\":[true,{more}]}}")), "{more}");
            assert!(!says_more(&format!("[\"{more}\",\"\\\"{more}\"]")), "{more}");
        }
    }

    proptest! {
        #[test]
        fn what_says_no_more_comes_back(digits in "-?(0|[1-9][0-9]{0,30})(\\.[0-9]{1,30})?([eE][+-]?[0-9]{1,3})?") {
            let json = format!("[{digits}]");
            if !says_more(&json) {
                let value: serde_json::Value = serde_json::from_str(&json).unwrap();
                let written = serde_json::to_string(&value[0]).unwrap();
                prop_assert_eq!(decimal(&written), decimal(&digits), "{}", written);
            }
        }
    }
}
