//! What a path or a query says, past its percent encoding.

/// The text, when it is one: a `%` without two hex digits behind it and bytes that are no UTF-8 are not.
pub(crate) fn decode(encoded: &str) -> Option<String> {
    if !encoded.contains('%') {
        return Some(encoded.to_owned());
    }
    let mut bytes = Vec::with_capacity(encoded.len());
    let mut rest = encoded.bytes();
    while let Some(byte) = rest.next() {
        bytes.push(if byte == b'%' { hex(rest.next()?)? << 4 | hex(rest.next()?)? } else { byte });
    }
    String::from_utf8(bytes).ok()
}

fn hex(digit: u8) -> Option<u8> {
    char::from(digit).to_digit(16).and_then(|digit| u8::try_from(digit).ok())
}

#[cfg(test)]
mod tests {
    use super::decode;

    #[test]
    fn what_is_no_text_is_none() {
        assert_eq!(decode("a%20b%C3%BC%00"), Some("a bü\0".to_owned()));
        assert_eq!(decode("a+b"), Some("a+b".to_owned()));
        for bad in ["%", "%2", "%zz", "%+1", "%ff", "%C3", "a%ED%A0%80"] {
            assert_eq!(decode(bad), None, "{bad}");
        }
    }
}
