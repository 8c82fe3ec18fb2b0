//! Who sent a request.

use axum::http::{HeaderMap, HeaderName, header::AUTHORIZATION};
use proficient_types::{User, UserFields};
use rusqlite::{OptionalExtension, params};

use super::{call::Work, rows};
use crate::{failure::Failure, ids::Kind, state::AppState};

const API_KEY: HeaderName = HeaderName::from_static("x-proficient-api-key");
const EXTERNAL_ID: HeaderName = HeaderName::from_static("x-proficient-user-external-id");
const HMAC: HeaderName = HeaderName::from_static("x-proficient-user-hmac");

/// What an operation asks of its callers.
pub(super) trait Credentials: Sized + Send {
    fn check(headers: &HeaderMap, state: &AppState) -> Result<Self, Failure>;
}

/// The client API: it acts for one end user.
pub(super) struct Client {
    external_id: String,
}

/// The admin API.
pub(super) struct Admin;

/// Either of the two.
pub(super) enum Caller {
    Client(Client),
    Admin,
}

impl Credentials for Client {
    fn check(headers: &HeaderMap, state: &AppState) -> Result<Self, Failure> {
        let key = one(headers, &API_KEY)?.ok_or(Failure::Credentials("X-PROFICIENT-API-KEY is missing."))?;
        let external_id = one(headers, &EXTERNAL_ID)?
            .filter(|id| !id.is_empty())
            .ok_or(Failure::Credentials("X-PROFICIENT-USER-EXTERNAL-ID is missing."))?;
        let hmac = one(headers, &HMAC)?;
        if *state.keys.publishable_key() != key {
            return Err(Failure::Credentials("X-PROFICIENT-API-KEY is not the publishable key."));
        }
        match hmac {
            Some(hmac) if !state.keys.verify(external_id, hmac.as_bytes()) => {
                Err(Failure::Credentials("X-PROFICIENT-USER-HMAC is not that of the external id."))
            }
            None if state.require_hmac => Err(Failure::Credentials("X-PROFICIENT-USER-HMAC is missing.")),
            _ => Ok(Self { external_id: external_id.to_owned() }),
        }
    }
}

impl Credentials for Admin {
    fn check(headers: &HeaderMap, state: &AppState) -> Result<Self, Failure> {
        let authorization = one(headers, &AUTHORIZATION)?;
        let authorization = authorization.ok_or(Failure::Credentials("Authorization is missing."))?;
        let bearer = authorization.split_once(' ').filter(|(scheme, _)| scheme.eq_ignore_ascii_case("bearer"));
        let Some((_, key)) = bearer else {
            return Err(Failure::Credentials("Authorization must be `Bearer` and the secret key."));
        };
        if *state.keys.secret_key() != key.trim() {
            return Err(Failure::Credentials("Authorization does not have the secret key."));
        }
        Ok(Self)
    }
}

impl Credentials for Caller {
    /// With `Authorization`, the caller is an administrator or is refused.
    fn check(headers: &HeaderMap, state: &AppState) -> Result<Self, Failure> {
        if headers.contains_key(AUTHORIZATION) {
            Admin::check(headers, state).map(|Admin| Self::Admin)
        } else {
            Client::check(headers, state).map(Self::Client)
        }
    }
}

impl Caller {
    /// The user that a client acts for; none for an administrator.
    pub(super) fn come(&self, work: &Work<'_>) -> Result<Option<User>, Failure> {
        match self {
            Self::Client(client) => client.user(work).map(Some),
            Self::Admin => Ok(None),
        }
    }
}

impl Client {
    /// The user it acts for, who is made when there is none of this external id.
    pub(super) fn user(&self, work: &Work<'_>) -> Result<User, Failure> {
        let find = format!("{} WHERE external_id = ?", rows::USER);
        let there = work.tx.prepare_cached(&find)?.query_row([&self.external_id], rows::user).optional()?;
        if let Some(user) = there {
            return Ok(user);
        }
        let id = work.ids.next(work.tx, Kind::User)?;
        let now = work.now.as_millis();
        work.tx.execute(
            "INSERT INTO users (id, external_id, live_mode, created_at, updated_at) VALUES (?, ?, 1, ?, ?)",
            params![id, self.external_id, now, now],
        )?;
        Ok(User::new(UserFields {
            id: id.into(),
            created_at: work.now,
            external_id: self.external_id.as_str().into(),
            first_name: None,
            last_name: None,
            live_mode: true,
            updated_at: work.now,
        }))
    }
}

/// A header's value. What is sent twice, or is no UTF-8, proves nothing.
fn one<'a>(headers: &'a HeaderMap, name: &HeaderName) -> Result<Option<&'a str>, Failure> {
    let mut values = headers.get_all(name).iter();
    let Some(value) = values.next() else { return Ok(None) };
    if values.next().is_some() {
        return Err(Failure::Credentials("A header with credentials is sent twice."));
    }
    let value = std::str::from_utf8(value.as_bytes());
    value.map(Some).map_err(|_| Failure::Credentials("A header with credentials is not UTF-8."))
}
