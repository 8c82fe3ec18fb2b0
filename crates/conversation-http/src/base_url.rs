//! Where a server is.

use std::fmt;

use crate::InvalidArgument;

/// Where a server is: `https://host`, with a port or a path where it has one, without a slash at the end.
#[derive(Clone, PartialEq, Eq)]
pub struct BaseUrl(String);

impl BaseUrl {
    /// Reads `url`.
    ///
    /// # Errors
    ///
    /// When it is no URL of `http` or `https`, when it has a query or a fragment, and when it has a name or a password:
    /// keys do not belong in a URL, which is shown in traces and errors.
    pub fn parse(url: &str) -> Result<Self, InvalidArgument> {
        let refuse = |what: &str| Err(InvalidArgument::new("the base URL", what));
        let Ok(parsed) = reqwest::Url::parse(url) else {
            return refuse("is no URL: write it as https://host:port/path");
        };
        match parsed {
            parsed if !matches!(parsed.scheme(), "http" | "https") => refuse("is neither http nor https"),
            parsed if !parsed.username().is_empty() || parsed.password().is_some() => {
                refuse("holds a name or a password: give keys where keys are asked for")
            }
            parsed if parsed.query().is_some() || parsed.fragment().is_some() => refuse("has a query or a fragment"),
            parsed => Ok(Self(parsed.as_str().trim_end_matches('/').to_owned())),
        }
    }

    pub(crate) fn is_https(&self) -> bool {
        self.0.starts_with("https:")
    }

    /// The URL.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for BaseUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl fmt::Display for BaseUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_base_url_is_where_a_server_is_and_nothing_else() {
        for (given, kept) in [
            ("http://localhost:8080", "http://localhost:8080"),
            ("https://api.example/webapi/", "https://api.example/webapi"),
            ("HTTPS://API.example", "https://api.example"),
        ] {
            assert_eq!(BaseUrl::parse(given).expect(given).as_str(), kept);
        }
        for bad in
            ["", "localhost", "ftp://host", "https://sk_key@host", "https://a:b@host", "http://h?q", "http://h#f"]
        {
            let error = BaseUrl::parse(bad).expect_err(bad).to_string();
            assert!(!error.contains("sk_key"), "{error}");
        }
    }
}
