//! The words of the documents, for a fuzzer that would not hit on them.

use std::{collections::BTreeSet, fmt::Write as _};

use serde_json::Value;

use crate::example::documents;

/// More bytes than these libFuzzer takes for no word.
const LONGEST: usize = 60;

/// The tokens of JSON, and every name and known value of both documents, one to a line as libFuzzer reads them.
pub fn dictionary() -> String {
    let tokens = ["null", "true", "false", "{}", "[]", "{\"", "\":", ",\"", "[{", "}]", "1.0", "-0", "1e400"];
    let limits = ["9223372036854775807", "-9223372036854775808", "18446744073709551615", "\\ud800", "\\u0000"];
    let mut words: BTreeSet<String> = tokens.iter().chain(&limits).map(|word| (*word).to_owned()).collect();
    for document in documents() {
        let mut open = vec![&document.defs];
        while let Some(schema) = open.pop() {
            match schema {
                Value::Object(members) => {
                    let names = members.get("properties").and_then(Value::as_object);
                    words.extend(names.into_iter().flatten().map(|(name, _)| format!("\"{name}\":")));
                    let values = members.get("enum").and_then(Value::as_array).into_iter().flatten();
                    words.extend(values.chain(members.get("const")).map(Value::to_string));
                    open.extend(members.values());
                }
                Value::Array(items) => open.extend(items),
                _ => {}
            }
        }
    }
    let mut lines = String::new();
    for word in words.iter().filter(|word| word.len() <= LONGEST) {
        lines.push('"');
        for byte in word.bytes() {
            let _ = match byte {
                b'"' | b'\\' => write!(lines, "\\{}", char::from(byte)),
                b' '..=b'~' => write!(lines, "{}", char::from(byte)),
                _ => write!(lines, "\\x{byte:02X}"),
            };
        }
        lines.push_str("\"\n");
    }
    lines
}
