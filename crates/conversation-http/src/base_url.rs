//! Where a server is.

use std::{fmt, net::IpAddr};

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

    #[cfg(feature = "tls")]
    pub(crate) fn is_https(&self) -> bool {
        self.0.starts_with("https:")
    }

    /// Whether it is on this machine, by its address or as `localhost`.
    pub(crate) fn is_loopback(&self) -> bool {
        let url = reqwest::Url::parse(&self.0).ok();
        let host = url.as_ref().and_then(reqwest::Url::host_str).unwrap_or_default();
        let address = host.trim_matches(['[', ']']).parse::<IpAddr>();
        address.is_ok_and(|address| address.is_loopback()) || host == "localhost" || host.ends_with(".localhost")
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
    fn what_runs_on_this_machine_is_known_by_its_address() {
        let is_loopback = |url: &str| BaseUrl::parse(url).expect("a URL").is_loopback();
        for here in
            ["http://localhost:80/x", "http://127.0.0.1", "http://127.8.9.1:1", "https://[::1]:5", "http://a.localhost"]
        {
            assert!(is_loopback(here), "{here}");
        }
        for there in [
            "http://localhost.example",
            "http://128.0.0.1",
            "http://[::2]",
            "https://example",
            "http://127.0.0.1.example",
        ] {
            assert!(!is_loopback(there), "{there}");
        }
    }

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
