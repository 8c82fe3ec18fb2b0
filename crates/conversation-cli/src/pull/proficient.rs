//! Lists of the Proficient API, walked to their end.

use std::{collections::HashSet, path::Path};

use conversation_core::{Completeness, Pager, Verdict};
use conversation_wire::{Unreadable, WireType};
use proficient_client::{Auth, Client, Error, ListMessages, ListRequest, Paginated, RequestPolicy};
use proficient_types::{InteractionId, PageLimit, UserExternalId};
use serde::{Deserialize, Serialize};

use super::{
    Archive,
    index::Index,
    outcome::{failure, is_refusal, of, say, say_unreadable},
    subject::Subject,
};
use crate::{
    error::{Failure, Outcome, say_note},
    escape, keys,
    progress::Count,
    text::count,
};

/// What of a user is pulled.
pub(crate) enum What {
    /// The messages of one interaction.
    Messages(InteractionId),
    /// The messages of all interactions, one interaction after the other.
    AllMessages,
    /// The interactions themselves.
    Interactions,
}

/// Pulls `what` of the user `external_id` at `url` into `output`. A run ends with a request that was made so many times.
pub(crate) async fn pull(
    url: &str,
    external_id: &UserExternalId,
    what: What,
    attempts: u32,
    output: &Path,
) -> Result<Outcome, Failure> {
    let client = client(url, external_id, attempts)?;
    let (url, user) = (url.trim_end_matches('/').to_owned(), external_id.clone());
    match what {
        What::Messages(interaction) => {
            let subject = Subject::Messages { url, user, interaction: interaction.clone() };
            let (archive, point) = Archive::open(output, subject)?;
            messages(&client, &interaction, archive, point).await
        }
        What::AllMessages => {
            let (archive, point) = Archive::open(output, Subject::AllMessages { url, user })?;
            all_messages(&client, archive, point).await
        }
        What::Interactions => {
            let (archive, point) = Archive::open(output, Subject::Interactions { url, user })?;
            interactions(&client, archive, point).await
        }
    }
}

/// A client of the user, with the keys of the environment.
fn client(url: &str, external_id: &UserExternalId, attempts: u32) -> Result<Client, Failure> {
    const HMAC: &str = "PROFICIENT_USER_HMAC";
    const HMAC_SECRET: &str = "PROFICIENT_HMAC_SECRET";
    let refused = |error: proficient_client::InvalidArgument| Failure::Arguments(error.to_string());
    let key = keys::required("PROFICIENT_API_KEY", "the publishable key")?;
    let auth = Auth::publishable(key.expose(), external_id).map_err(refused)?;
    let auth = match (keys::optional(HMAC)?, keys::optional(HMAC_SECRET)?) {
        (None, None) => Ok(auth),
        (Some(hmac), None) => auth.with_hmac(hmac.expose()),
        (None, Some(secret)) => auth.signed_with(secret.expose()),
        (Some(_), Some(_)) => {
            return Err(Failure::Arguments(format!(
                "both {HMAC} and {HMAC_SECRET} are set: one of them signs the user"
            )));
        }
    };
    let client = Client::new(url, auth.map_err(refused)?).map_err(refused)?;
    Ok(client.with_policy(RequestPolicy::default().with_attempts(attempts)))
}

type MessageId = <ListMessages as ListRequest>::Id;

/// The messages of one interaction.
async fn messages(
    client: &Client,
    id: &InteractionId,
    mut archive: Archive,
    point: Option<Pager<MessageId>>,
) -> Result<Outcome, Failure> {
    let mut walk = on(client.messages().all(id.clone()), &mut archive, point)?;
    // It counts its messages, and says at once when there is nothing to be had.
    let interaction = match client.interactions().get(id).await {
        Ok(interaction) => Some(interaction),
        // Its messages may be readable.
        Err(error) if is_unreadable(&error) => {
            say_note(&format!("the interaction could not be read: {error}"));
            None
        }
        Err(error) => return Err(never_begun(archive, &error)),
    };
    let total = interaction.as_ref().map(|interaction| interaction.total_message_count);
    let progress = Count::new("messages", total.and_then(|total| u64::try_from(total).ok()));
    progress.add(walk.held());
    let walked = match step_through(&mut walk, &mut archive, &progress, Pager::clone).await? {
        None => completeness(&walk).await,
        Some(error) => Err(error),
    };
    drop(progress);
    match walked {
        Ok(completeness) => end(archive, &completeness, of(&completeness)),
        Err(error) => Err(broken(archive, &walk.completeness(interaction.as_ref()), walk.resume_point(), &error)?),
    }
}

/// The interactions of the user.
async fn interactions(
    client: &Client,
    mut archive: Archive,
    point: Option<Pager<InteractionId>>,
) -> Result<Outcome, Failure> {
    let mut walk = on(client.interactions().all(None), &mut archive, point)?;
    let progress = Count::new("interactions", None);
    progress.add(walk.held());
    let error = step_through(&mut walk, &mut archive, &progress, Pager::clone).await?;
    drop(progress);
    let completeness = walk.completeness();
    match error {
        None => end(archive, &completeness, of(&completeness)),
        Some(error) => Err(broken(archive, &completeness, walk.resume_point(), &error)?),
    }
}

/// How far a walk over the messages of all interactions has come.
#[derive(Clone, Serialize, Deserialize)]
struct Place {
    /// The page of interactions that is being worked on.
    list: Pager<InteractionId>,
    /// Those of that page that are done.
    done: Vec<InteractionId>,
    /// The one that is being walked over.
    current: Option<(InteractionId, Pager<MessageId>)>,
    /// How many are done altogether.
    interactions: u64,
    /// Of how many of them something is missing.
    incomplete: u64,
    /// Of how many others something could not be read.
    #[serde(default)]
    unreadable: u64,
}

impl Place {
    fn begin() -> Self {
        Self { list: fresh(), done: Vec::new(), current: None, interactions: 0, incomplete: 0, unreadable: 0 }
    }

    /// Whether all interactions were listed, as far as `list` has come.
    fn completeness(&self, list: &Pager<InteractionId>) -> Completeness {
        Completeness::of_interactions(list, self.interactions)
    }
}

/// The messages of all interactions.
async fn all_messages(client: &Client, mut archive: Archive, point: Option<Place>) -> Result<Outcome, Failure> {
    // The walk over an interaction is told of what the file has of it already, also where the state is behind the file.
    let mut index = Index::of(&mut archive)?;
    let mut place = point.unwrap_or_else(Place::begin);
    let mut seen: HashSet<_> = place.done.iter().cloned().collect();
    let mut list = client.interactions().all(None).resume(place.list.clone(), []);
    let progress = Count::new("messages", None);
    progress.add(index.messages());
    loop {
        let page = match list.next_page().await {
            Ok(Some(page)) => page,
            // What cut it is in its completeness.
            Ok(None) | Err(Error::Cursor(_)) => break,
            Err(error) => {
                drop(progress);
                return Err(broken(archive, &place.completeness(&place.list), &place, &error)?);
            }
        };
        // An interaction in which something was said meanwhile comes again.
        for interaction in page.into_iter().map(|interaction| interaction.id) {
            if !seen.insert(interaction.clone()) {
                continue;
            }
            let current = place.current.take().filter(|(id, _)| *id == interaction);
            let point = current.map_or_else(fresh, |(_, point)| point);
            let walk = client.messages().all(interaction.clone()).resume(point.clone(), []);
            let mut walk = index.fold(&interaction, &mut archive, walk, |walk, message| told(walk, &point, message))?;
            let here = |pager: &Pager<MessageId>| {
                let current = Some((interaction.clone(), pager.clone()));
                Place { current, ..place.clone() }
            };
            let walked = match step_through(&mut walk, &mut archive, &progress, here).await? {
                None => completeness(&walk).await,
                Some(error) => Err(error),
            };
            match walked {
                Ok(completeness) => {
                    if completeness.verdict() != Verdict::Complete {
                        progress.beside(|| say_of(&interaction, &completeness));
                    }
                    place.incomplete += u64::from(of(&completeness) == Outcome::Wrong);
                    place.unreadable += u64::from(of(&completeness) == Outcome::Partial);
                }
                Err(Error::Api(failure)) if failure.status == 404 => {
                    let id = escape::name(interaction.as_str());
                    progress.beside(|| say_note(&format!("{id} was deleted since it was listed")));
                }
                Err(error) => {
                    let here = here(walk.resume_point());
                    drop(progress);
                    return Err(broken(archive, &place.completeness(&place.list), &here, &error)?);
                }
            }
            place.interactions += 1;
            place.done.push(interaction);
            archive.save_often(|| place.clone())?;
        }
        place.list = list.resume_point().clone();
        place.done.clear();
    }
    drop(progress);
    let completeness = place.completeness(list.resume_point());
    let outcome = match place.incomplete {
        0 if place.unreadable > 0 => of(&completeness).and(Outcome::Partial),
        0 => of(&completeness),
        some => {
            let some = count(usize::try_from(some).unwrap_or(usize::MAX), "interaction");
            say_note(&format!("of {some} something is missing, as said above"));
            Outcome::Wrong
        }
    };
    end(archive, &completeness, outcome)
}

/// Whether all messages came; without their number where the interaction cannot be read.
async fn completeness(walk: &Paginated<ListMessages>) -> Result<Completeness, Error> {
    match walk.fetch_completeness().await {
        Err(error) if is_unreadable(&error) => Ok(walk.completeness(None)),
        fetched => fetched,
    }
}

/// Whether the server did what was asked, and answered something that cannot be read.
fn is_unreadable(error: &Error) -> bool {
    matches!(error, Error::Decode(answer) if answer.status.is_success())
}

/// Says what is missing of an interaction.
fn say_of(interaction: &InteractionId, completeness: &Completeness) {
    say_note(&format!("{}:", escape::start(&escape::name(interaction.as_str()), 100)));
    say(completeness);
}

/// A walk that has not begun.
fn fresh<Id: Clone + Eq>() -> Pager<Id> {
    Pager::new(PageLimit::MAX)
}

/// Goes on with a walk whose items are all that is in the file.
fn on<L: ListRequest>(
    walk: Paginated<L>,
    archive: &mut Archive,
    point: Option<Pager<L::Id>>,
) -> Result<Paginated<L>, Failure>
where
    L::Item: WireType,
{
    let point = point.unwrap_or_else(fresh);
    // All of them: at its end the walk says of the whole whether something is missing.
    let whole = archive.whole();
    archive.fold(whole, walk.resume(point.clone(), []), |walk, item, _| told(walk, &point, item))
}

/// The walk, which is at `point`, told of an item that is in the file.
fn told<L: ListRequest>(walk: Paginated<L>, point: &Pager<L::Id>, item: Result<L::Item, Unreadable>) -> Paginated<L> {
    match item {
        Ok(item) => walk.resume(point.clone(), [&item]),
        Err(item) => walk.resume_unreadable([item]),
    }
}

/// Writes the pages of a walk, to its end or until a request fails. What cuts a walk is in its completeness.
async fn step_through<L: ListRequest, P: Serialize>(
    walk: &mut Paginated<L>,
    archive: &mut Archive,
    progress: &Count,
    point: impl Fn(&Pager<L::Id>) -> P,
) -> Result<Option<Error>, Failure> {
    let mut unreadable = walk.unreadable().len();
    loop {
        let page = walk.next_page().await;
        let odd = walk.unreadable().get(unreadable..).unwrap_or_default();
        archive.append_unreadable(odd)?;
        progress.beside(|| odd.iter().for_each(say_unreadable));
        unreadable += odd.len();
        match page {
            Ok(Some(items)) => {
                archive.append(&items)?;
                progress.add(items.len() as u64);
                archive.save_often(|| point(walk.resume_point()))?;
            }
            Ok(None) | Err(Error::Cursor(_)) => return Ok(None),
            Err(error) => return Ok(Some(error)),
        }
    }
}

/// Nothing was asked for yet but whether there is anything.
fn never_begun(archive: Archive, error: &Error) -> Failure {
    let failure = failure(error, !archive.whole().is_empty());
    archive.abandon();
    failure
}

/// The walk came to its end.
fn end(mut archive: Archive, completeness: &Completeness, outcome: Outcome) -> Result<Outcome, Failure> {
    say(completeness);
    // Another run would find the same unreadable.
    if matches!(outcome, Outcome::Done | Outcome::Partial) {
        archive.finish()?;
    } else if archive.is_kept() {
        archive.save(None::<&()>)?;
        say_note("the same command walks over all of it again, and writes what is missing");
    }
    Ok(outcome)
}

/// A request failed, within the walk.
fn broken(
    mut archive: Archive,
    completeness: &Completeness,
    point: &impl Serialize,
    error: &Error,
) -> Result<Failure, Failure> {
    if is_refusal(error) && archive.whole().is_empty() {
        return Ok(never_begun(archive, error));
    }
    archive.save(Some(point))?;
    say(completeness);
    Ok(failure(error, archive.is_kept()))
}
