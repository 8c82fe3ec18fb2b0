//! A chat of the Genesys API, followed to its end.

use std::{
    collections::HashMap,
    hash::{BuildHasher as _, RandomState},
    path::Path,
    time::Duration,
};

use conversation_core::{Accepted, ChatCredentials, Completeness, Next, TranscriptCursor, TranscriptEnd};
use conversation_wire::{List, Unreadable};
use genesys_chat_client::{Client, Error, RequestPolicy};
use genesys_chat_types::{Alias, ChatEvent, ChatId, ChatStatus, OperateChatAnswer, SecureKey, TenantName, UserId};
use serde::{Deserialize, Serialize};

use super::{
    Archive,
    outcome::{failure, is_refusal, of, say, say_unreadable, shown},
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
    /// How often a request is made before the run ends.
    pub(crate) attempts: u32,
}

/// Pulls the chat at `url` into `output`.
pub(crate) async fn follow(url: &str, id: ChatId, how: &Follow, output: &Path) -> Result<Outcome, Failure> {
    let refused = |error: genesys_chat_client::InvalidArgument| Failure::Arguments(error.to_string());
    let client = Client::new(url).map_err(refused)?;
    let client = client.with_policy(shown(RequestPolicy::default().with_attempts(how.attempts)));
    let subject = Subject::Chat { url: url.trim_end_matches('/').to_owned(), chat: id.clone() };
    let (mut archive, point) = Archive::open::<Point>(output, subject)?;
    let begun = match point {
        Some(Point::Cursor(cursor)) => Ok((*cursor, true)),
        Some(Point::Credentials { credentials }) => Ok((TranscriptCursor::new(id, credentials), false)),
        None => credentials().map(|given| (TranscriptCursor::new(id, given), true)),
    };
    let (cursor, is_told) = match begun {
        Ok(begun) => begun,
        Err(failure) => {
            archive.abandon();
            return Err(failure);
        }
    };
    // Also what the cursor does not know of: lines that are ahead of the state, and all of them when it begins anew.
    let whole = archive.whole();
    let folded = (Held::default(), cursor);
    let (mut held, mut cursor) =
        archive.fold(whole, folded, |(mut held, mut cursor), event: Result<ChatEvent, Unreadable>, _| {
            match &event {
                Ok(event) => held.add(event),
                Err(event) => held.add(event),
            }
            // The events of the file are those of the cursor, which is not stored.
            if !is_told {
                let mut answer = OperateChatAnswer::new(ChatStatus::DONE);
                answer.messages = Some(match event {
                    Ok(event) => List::from(vec![event]),
                    Err(event) => List::from_parts(Vec::new(), vec![event]),
                });
                let _ = cursor.acknowledge(answer);
            }
            (held, cursor)
        })?;
    let mut stored = cursor.credentials().clone();
    let progress = Count::new("events", None);
    progress.add(cursor.events());
    let mut error = None;
    while let Some(request) = cursor.request() {
        let answer = match client.get_messages(cursor.chat_id(), &request).await {
            Ok(answer) => answer,
            Err(failed) => {
                error = Some(failed);
                break;
            }
        };
        let Accepted { new, changed, unreadable, next, .. } = cursor.accept(answer);
        let is_behind = new.is_empty() && unreadable.is_empty() && next == Next::Later && asks_from_behind(&cursor);
        let events: Vec<_> = new.into_iter().chain(changed).filter(|event| !held.take(event)).collect();
        archive.append(&events)?;
        let unreadable: Vec<_> = unreadable.into_iter().filter(|event| !held.take(event)).collect();
        archive.append_unreadable(&unreadable)?;
        progress.beside(|| unreadable.iter().for_each(say_unreadable));
        progress.add(events.len() as u64);
        // Before the next request: the first use of renewed credentials makes the ones before them invalid.
        if stored == *cursor.credentials() {
            archive.save_often(|| Point::of(&cursor))?;
        } else {
            stored = cursor.credentials().clone();
            archive.save(Some(&Point::of(&cursor)))?;
        }
        if how.once && is_behind {
            break;
        }
        if matches!(next, Next::Later | Next::TryAgain) {
            tokio::time::sleep(how.interval).await;
        }
    }
    drop(progress);
    match error {
        None => end(archive, &cursor),
        Some(error) => Err(broken(archive, &cursor, &error)?),
    }
}

/// Where a later run goes on.
#[derive(Serialize, Deserialize)]
#[serde(untagged)]
enum Point {
    /// As earlier versions stored it. It has credentials, too, and so is tried first.
    Cursor(Box<TranscriptCursor>),
    /// With these, after the events of the file. It stays small, however many events there are.
    Credentials { credentials: ChatCredentials },
}

impl Point {
    fn of(cursor: &TranscriptCursor) -> Self {
        Self::Credentials { credentials: cursor.credentials().clone() }
    }
}

/// Whether everything is there that can be had by now: the next request is for what is behind the last event.
fn asks_from_behind(cursor: &TranscriptCursor) -> bool {
    let asked = cursor.request().and_then(|request| request.transcript_position).unwrap_or_default();
    asked.get() > cursor.highest().unwrap_or(0)
}

/// The chat has ended, or its session; or it goes on, and that is enough.
fn end(mut archive: Archive, cursor: &TranscriptCursor) -> Result<Outcome, Failure> {
    let completeness = Completeness::of_transcript_cursor(cursor);
    if cursor.events() == 0
        && archive.whole().is_empty()
        && let Some(end) = cursor.end().filter(|end| **end != TranscriptEnd::ChatEnded)
    {
        // Nothing came at all: either these are no credentials of this chat, or the chat server cannot be reached.
        archive.abandon();
        return Err(match end {
            TranscriptEnd::TooManyFailures { .. } => {
                Failure::Interrupted(format!("get_messages: {end}; run the same command again later"))
            }
            end => Failure::Server(format!("get_messages: {end}; check that the credentials are those of this chat")),
        });
    }
    say(&completeness);
    let outcome = of(&completeness);
    match (cursor.end(), outcome) {
        (None, _) if archive.is_kept() => {
            archive.save(Some(&Point::of(cursor)))?;
            say_note("the chat goes on; run the same command again to fetch the rest");
        }
        (Some(_), Outcome::Done | Outcome::Partial) => archive.finish()?,
        (Some(_), _) if archive.is_kept() => {
            // This cursor is over. Another one, with the credentials of the environment, may find more.
            archive.save(None::<&Point>)?;
            say_note("the same command asks for all of it again, and writes what is missing");
        }
        _ => {}
    }
    Ok(outcome)
}

/// A request failed.
fn broken(mut archive: Archive, cursor: &TranscriptCursor, error: &Error) -> Result<Failure, Failure> {
    if is_refusal(error) && archive.whole().is_empty() {
        archive.abandon();
        return Ok(failure(error, false));
    }
    archive.save(Some(&Point::of(cursor)))?;
    say(&Completeness::of_transcript_cursor(cursor));
    Ok(failure(error, archive.is_kept()))
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

/// The events that are in the file.
#[derive(Default)]
struct Held {
    /// How often each is there, by a digest whose key no server knows.
    events: HashMap<u64, u64>,
    digests: RandomState,
}

impl Held {
    fn add(&mut self, event: &impl Serialize) {
        *self.events.entry(self.digest(event)).or_default() += 1;
    }

    /// Whether the event is there; from now on once less.
    fn take(&mut self, event: &impl Serialize) -> bool {
        let digest = self.digest(event);
        match self.events.get_mut(&digest) {
            Some(times @ 1..) => {
                *times -= 1;
                true
            }
            _ => false,
        }
    }

    fn digest(&self, event: &impl Serialize) -> u64 {
        // Keys are strings and nothing here fails to serialise.
        self.digests.hash_one(serde_json::to_vec(event).unwrap_or_default())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn states_of_both_forms_are_read() {
        let point = |state: &str| {
            let state: serde_json::Value = serde_json::from_str(state).expect("JSON");
            serde_json::from_value::<Point>(state["point"].clone()).expect("a point")
        };
        let first = point(include_str!("../../../../tests/fixtures/stored/pull-chat.state"));
        assert!(matches!(first, Point::Cursor(cursor) if cursor.events() == 3));
        let second = point(include_str!("../../../../tests/fixtures/stored/pull-chat-2.state"));
        let Point::Credentials { credentials } = second else { panic!("without a cursor") };
        assert_eq!(credentials.alias.as_str(), "117");
    }
}
