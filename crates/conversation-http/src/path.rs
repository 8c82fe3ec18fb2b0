//! An id as one segment of a path.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// All but the unreserved characters of RFC 3986.
const RESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// The longest id, in bytes: a URL has at most 65,534, and a byte can take three.
const LONGEST: usize = 16 << 10;

/// `id` as one segment of a path, which no server and no proxy takes for anything else.
///
/// # Errors
///
/// `InvalidRequest` when it is empty, `.` or `..`: there is no way to write these in a path, and the request would be
/// another operation's. Also when it is longer than 16 KiB.
#[allow(clippy::result_large_err, reason = "the error is progenitor's, and so is the code that calls it")]
pub fn path_segment<E>(id: &str) -> Result<String, progenitor_client::Error<E>> {
    if matches!(id, "" | "." | "..") {
        let message = "an id that is empty, `.` or `..` cannot be written in a path";
        return Err(progenitor_client::Error::InvalidRequest(message.into()));
    }
    if id.len() > LONGEST {
        let message = format!("an id of {} bytes cannot be written in a path: at most {LONGEST} can", id.len());
        return Err(progenitor_client::Error::InvalidRequest(message));
    }
    Ok(utf8_percent_encode(id, RESERVED).to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_stays_one_segment_with_any_content() {
        let ids = ["int_1", "a/b", r"a\..\b", "../x", "..%2f", "%2e%2e", "a?b#c", "é ü", "...", "a;b=c", "\u{0}\n"];
        for id in ids {
            let segment = path_segment::<()>(id).expect(id);
            let url = reqwest::Url::parse(&format!("http://h/things/{segment}/more")).expect(id);
            let segments: Vec<_> = url.path_segments().expect("a path").collect();
            assert_eq!(segments, ["things", &segment, "more"], "{id:?}");
        }
    }

    #[test]
    fn what_cannot_be_in_a_path_is_refused() {
        for id in ["", ".", "..", &"x".repeat(LONGEST + 1)] {
            assert!(path_segment::<()>(id).is_err(), "{id:?}");
        }
    }
}
