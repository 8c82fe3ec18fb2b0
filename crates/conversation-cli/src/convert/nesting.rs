//! How deep JSON is nested. What is kept beside a conversation stands deeper than it did in the input, and a reader has a
//! limit: what could not be read again is not written.

/// How many objects and arrays within one another every reader of JSON here takes.
const MOST: usize = 127;

/// Whether JSON, which is known to be right, is nested deeper than it could be read.
pub(crate) fn is_too_deep(json: &[u8]) -> bool {
    let mut depth = 0_usize;
    let mut bytes = json.iter();
    while let Some(byte) = bytes.next() {
        match byte {
            b'[' | b'{' => {
                depth += 1;
                if depth > MOST {
                    return true;
                }
            }
            b']' | b'}' => depth = depth.saturating_sub(1),
            b'"' => {
                // To the end of the string, an escape and what it escapes at a time.
                while let Some(byte) = bytes.next() {
                    match byte {
                        b'"' => break,
                        b'\\' => drop(bytes.next()),
                        _ => {}
                    }
                }
            }
            _ => {}
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::{MOST, is_too_deep};

    #[test]
    fn the_limit_is_that_of_the_reader() {
        for levels in MOST - 2..MOST + 3 {
            let json = format!("{}\"]}}\\\"[{{\"{}", "[".repeat(levels), "]".repeat(levels));
            assert_eq!(is_too_deep(json.as_bytes()), serde_json::from_str::<Value>(&json).is_err(), "{levels}");
        }
    }
}
