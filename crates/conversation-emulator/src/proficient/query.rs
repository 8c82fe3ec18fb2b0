//! The query of a request.

use proficient_types::PageLimit;

use crate::{failure::Failure, percent};

/// What a query says to the names that its operation knows. Others are passed over.
#[derive(Debug)]
pub(super) struct Query {
    values: Vec<(&'static str, String)>,
}

impl Query {
    pub(super) fn read(query: &str, names: &'static [&'static str]) -> Result<Self, Failure> {
        let mut values: Vec<(&'static str, String)> = Vec::new();
        for pair in query.split('&').filter(|pair| !pair.is_empty()) {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            let (Some(name), Some(value)) = (text(name), text(value)) else {
                return Err(Failure::invalid("The query is not percent-encoded UTF-8."));
            };
            let Some(name) = names.iter().copied().find(|known| *known == name) else { continue };
            if values.iter().any(|(given, _)| *given == name) {
                return Err(Failure::invalid(format!("The query has {name} twice.")));
            }
            values.push((name, value));
        }
        Ok(Self { values })
    }

    pub(super) fn get(&self, name: &str) -> Option<&str> {
        self.values.iter().find(|(given, _)| *given == name).map(|(_, value)| value.as_str())
    }

    pub(super) fn limit(&self) -> Result<PageLimit, Failure> {
        let Some(limit) = self.get("limit") else { return Ok(PageLimit::default()) };
        let number = Some(limit).filter(|limit| limit.bytes().all(|byte| byte.is_ascii_digit()));
        number
            .and_then(|number| number.parse::<i64>().ok())
            .and_then(|number| PageLimit::new(number).ok())
            .ok_or_else(|| Failure::invalid("limit must be an integer from 1 to 100."))
    }
}

fn text(encoded: &str) -> Option<String> {
    percent::decode(&encoded.replace('+', " "))
}
