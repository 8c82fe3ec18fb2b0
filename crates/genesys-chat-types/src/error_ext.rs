//! What a server says of an error, on one line.

use std::fmt;

use conversation_wire::printable::line;
use serde_json::Value;

use crate::ChatError;

/// `code: message (advice)`, on one line of at most 500 characters. Only `code` is always there.
impl fmt::Display for ChatError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let code = match &self.code {
            Value::Number(number) => number.to_string(),
            Value::String(text) => text.clone(),
            _ => String::new(),
        };
        let mut said = [code.as_str(), self.message.as_deref().unwrap_or_default()].join(": ");
        said.truncate(said.trim_end_matches(": ").len());
        if let Some(advice) = &self.advice {
            said.push_str(&format!(" ({advice})"));
        }
        f.write_str(&line(said.trim_start_matches(": "), 500))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_the_code_the_message_and_the_advice() {
        let error = |code: Value, message: Option<&str>, advice: Option<&str>| {
            let mut error = ChatError::new(code);
            (error.message, error.advice) = (message.map(str::to_owned), advice.map(str::to_owned));
            error.to_string()
        };
        assert_eq!(error(249.into(), None, Some("try later")), "249 (try later)");
        assert_eq!(error("wrong-key".into(), Some("No\nsuch chat."), None), r"wrong-key: No\nsuch chat.");
        assert_eq!(error(Value::Null, Some("No."), Some("Stop.")), "No. (Stop.)");
        assert!(error("x".repeat(10_000).into(), None, None).len() < 600);
    }
}
