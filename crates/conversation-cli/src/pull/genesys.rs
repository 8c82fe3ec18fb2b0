//! A chat of the Genesys API, followed to its end.

use std::{
    collections::HashMap,
    hash::{BuildHasher as _, RandomState},
    path::Path,
    time::Duration,
};

use conversation_core::{ChatCredentials, TranscriptEnd};
use genesys_chat_client::{ChatState, Client, Error, Policy, Polling};
use genesys_chat_types::{Alias, ChatEvent, ChatId, SecureKey, TenantName, UserId};

use super::{
    Archive,
    outcome::{failure, is_refusal, of, say},
    proficient::ATTEMPTS,
    subject::Subject,
};
use crate::{
    error::{Failure, Outcome, say_note},
    keys,
    progress::Count,
};

/// How a chat is followed.
pub(crate) struct Follow {
    /// Whether only what there is by now is pulled.
    pub(crate) once: bool,
    /// How long to wait between two looks.
    pub(crate) interval: Duration,
}

/// Pulls the chat at `url` into `output`.
pub(crate) async fn follow(url: &str, id: ChatId, how: &Follow, output: &Path) -> Result<Outcome, Failure> {
    let refused = |error: genesys_chat_client::ArgumentError| Failure::Arguments(error.to_string());
    let client = Client::new(url).map_err(refused)?;
    let client =
        client.with_policy(Policy::default().with_attempts(ATTEMPTS)).with_polling(Polling::every(how.interval));
    let subject = Subject::Chat { url: url.trim_end_matches('/').to_owned(), chat: id.clone() };
    let given = credentials();
    // The state has those that the server gave last, and needs none of the environment.
    let (mut archive, earlier) = Archive::open::<ChatState>(output, subject)?;
    let (point, unknown) = match earlier {
        Some(earlier) => (earlier.point, earlier.unknown),
        None => (None, 0..0),
    };
    let state = match (point, given) {
        (Some(point), _) => point,
        (None, Ok(given)) => ChatState::new(id, given),
        (None, Err(failure)) => {
            archive.abandon();
            return Err(failure);
        }
    };
    let mut held = archive.fold(unknown, Held::default(), |mut held, event: ChatEvent, _| {
        held.add(&event);
        held
    })?;
    let progress = Count::new("events", None);
    progress.add(state.cursor.events());
    let chat = client.resume(state);
    let error = loop {
        let updates = match chat.updates_so_far().await {
            Ok(updates) => updates,
            Err(error) => break Some(error),
        };
        let events: Vec<_> = updates.into_iter().map(|update| update.into_event()).collect();
        let events: Vec<_> = events.into_iter().filter(|event| !held.take(event)).collect();
        archive.append(&events)?;
        progress.add(events.len() as u64);
        let point = chat.resume_point().await;
        // Also when nothing was said: the credentials may be others.
        archive.save(Some(&point))?;
        match point.cursor.end() {
            Some(TranscriptEnd::ChatEnded) => break None,
            // The next look says what ended it.
            Some(_) => {}
            None if how.once => break None,
            None => tokio::time::sleep(how.interval).await,
        }
    };
    drop(progress);
    let certificate = chat.certificate().await;
    let point = chat.resume_point().await;
    match error {
        None if point.cursor.end().is_none() => {
            say(&certificate);
            if archive.is_kept() {
                say_note("the chat goes on, and the same command does");
            }
            Ok(of(&certificate))
        }
        None if of(&certificate) == Outcome::Done => {
            say(&certificate);
            archive.finish()?;
            Ok(Outcome::Done)
        }
        // The session is over before anything came: these are no credentials of this chat.
        Some(Error::Cursor(end)) if archive.whole().is_empty() && certificate.held == 0 => {
            archive.abandon();
            Err(Failure::Server(format!("get_messages: {end}")))
        }
        None | Some(Error::Cursor(_)) => {
            say(&certificate);
            if archive.is_kept() {
                // The cursor is over; another one, with the credentials of the environment, may find more.
                archive.save(None::<&ChatState>)?;
                say_note("the same command asks for all of it again, and writes what is missing");
            }
            Ok(Outcome::Wrong)
        }
        Some(error) if is_refusal(&error) && archive.whole().is_empty() => {
            archive.abandon();
            Err(failure(&error, false))
        }
        Some(error) => {
            archive.save(Some(&point))?;
            say(&certificate);
            Err(failure(&error, archive.is_kept()))
        }
    }
}

/// The credentials of the environment.
fn credentials() -> Result<ChatCredentials, Failure> {
    let get = |variable, what| keys::required(variable, what).map(|key| key.expose().to_owned());
    Ok(ChatCredentials::new(
        UserId::new(get("GENESYS_USER_ID", "the user id of the chat")?),
        SecureKey::new(get("GENESYS_SECURE_KEY", "the secure key of the chat")?),
        Alias::new(get("GENESYS_ALIAS", "the alias of the chat")?),
        TenantName::new(get("GENESYS_TENANT_NAME", "the tenant of the chat")?),
    ))
}

/// The events that are in the file, and that the cursor does not know of.
#[derive(Default)]
struct Held {
    /// How often each is there, by a digest whose key no server knows.
    events: HashMap<u64, u64>,
    digests: RandomState,
}

impl Held {
    fn add(&mut self, event: &ChatEvent) {
        *self.events.entry(self.digest(event)).or_default() += 1;
    }

    /// Whether the event is there; from now on once less.
    fn take(&mut self, event: &ChatEvent) -> bool {
        let digest = self.digest(event);
        match self.events.get_mut(&digest) {
            Some(times @ 1..) => {
                *times -= 1;
                true
            }
            _ => false,
        }
    }

    fn digest(&self, event: &ChatEvent) -> u64 {
        // Keys are strings and nothing here fails to serialise.
        self.digests.hash_one(serde_json::to_vec(event).unwrap_or_default())
    }
}
