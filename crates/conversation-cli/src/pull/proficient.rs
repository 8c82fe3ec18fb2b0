//! Lists of the Proficient API, walked to their end.

use std::{collections::HashSet, path::Path};

use conversation_core::{Completeness, Pager, Verdict};
use conversation_wire::{Unreadable, WireType};
use proficient_client::{Auth, Client, Error, ListMessages, ListRequest, Paginated, PaginationError, RequestPolicy};
use proficient_types::{InteractionId, PageLimit, UserExternalId};
use serde::{Deserialize, Serialize};

use super::{
    Archive,
    index::Index,
    outcome::{failure, is_refusal, of, say, say_unreadable, shown},
    subject::Subject,
};
use crate::{
    error::{Failure, Outcome, listed, say_error, say_note},
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

/// What a run may take.
#[derive(Clone, Copy)]
pub(crate) struct Limits {
    /// How often a request is made before the run ends.
    pub(crate) attempts: u32,
    /// How many bytes of the ids of a list are remembered.
    pub(crate) max_memory: usize,
}

/// Pulls `what` of the user `external_id` at `url` into `output`. A run ends with a request that was made so many times.
pub(crate) async fn pull(
    url: &str,
    external_id: &UserExternalId,
    what: What,
    limits: Limits,
    output: &Path,
) -> Result<Outcome, Failure> {
    let Limits { attempts, max_memory } = limits;
    let client = client(url, external_id, attempts)?;
    let (url, user) = (url.trim_end_matches('/').to_owned(), external_id.clone());
    match what {
        What::Messages(interaction) => {
            let subject = Subject::Messages { url, user, interaction: interaction.clone() };
            let (archive, point) = Archive::open(output, subject)?;
            messages(&client, &interaction, max_memory, archive, point).await
        }
        What::AllMessages => {
            let (archive, point) = Archive::open(output, Subject::AllMessages { url, user })?;
            all_messages(&client, max_memory, archive, point).await
        }
        What::Interactions => {
            let (archive, point) = Archive::open(output, Subject::Interactions { url, user })?;
            interactions(&client, max_memory, archive, point).await
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
    Ok(client.with_policy(shown(RequestPolicy::default().with_attempts(attempts))))
}

type MessageId = <ListMessages as ListRequest>::Id;

/// The messages of one interaction.
async fn messages(
    client: &Client,
    id: &InteractionId,
    max_memory: usize,
    mut archive: Archive,
    point: Option<Pager<MessageId>>,
) -> Result<Outcome, Failure> {
    let walk = client.messages().all(id.clone()).with_max_memory(max_memory);
    let mut walk = on(walk, &mut archive, point)?;
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
        None => match completeness(&walk).await {
            // What it counted at the beginning is there, and the list came to its end.
            Err(error) if error.is_retryable() => match walk.completeness(interaction.as_ref()) {
                completeness if completeness.verdict() == Verdict::Complete => Ok(completeness),
                _ => Err(error),
            },
            fetched => fetched,
        },
        Some(error) => Err(error),
    };
    drop(progress);
    match walked {
        Ok(completeness) => end(archive, &completeness, of(&completeness), walk.uncut_point()),
        Err(error) => Err(broken(archive, &walk.completeness(interaction.as_ref()), walk.resume_point(), &error)?),
    }
}

/// The interactions of the user.
async fn interactions(
    client: &Client,
    max_memory: usize,
    mut archive: Archive,
    point: Option<Pager<InteractionId>>,
) -> Result<Outcome, Failure> {
    let walk = client.interactions().all(None).with_max_memory(max_memory);
    let mut walk = on(walk, &mut archive, point)?;
    let progress = Count::new("interactions", None);
    progress.add(walk.held());
    let error = step_through(&mut walk, &mut archive, &progress, Pager::clone).await?;
    drop(progress);
    let completeness = walk.completeness();
    match error {
        None => end(archive, &completeness, of(&completeness), walk.uncut_point()),
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
    /// Of how many of them something is missing, in the state of an earlier version: which they are is not known.
    #[serde(default)]
    incomplete: u64,
    /// Of how many others something could not be read.
    #[serde(default)]
    unreadable: u64,
    /// Those of which something is missing: the next run fetches them first.
    #[serde(default)]
    again: Vec<InteractionId>,
}

impl Place {
    fn begin() -> Self {
        Self {
            list: fresh(),
            done: Vec::new(),
            current: None,
            interactions: 0,
            incomplete: 0,
            unreadable: 0,
            again: Vec::new(),
        }
    }

    /// Whether all interactions were listed, as far as `list` has come.
    fn completeness(&self, list: &Pager<InteractionId>) -> Completeness {
        Completeness::of_interactions(list, self.interactions)
    }
}

/// How many interactions in a row may fail before it is the server that fails.
const FAILURES: u32 = 5;

/// A run over the messages of all interactions.
struct All<'a> {
    client: &'a Client,
    archive: Archive,
    /// What the file has of each interaction.
    index: Index,
    place: Place,
    progress: Count,
    max_memory: usize,
    /// How many interactions in a row failed.
    failures: u32,
}

/// The messages of all interactions.
async fn all_messages(
    client: &Client,
    max_memory: usize,
    mut archive: Archive,
    point: Option<Place>,
) -> Result<Outcome, Failure> {
    // The walk over an interaction is told of what the file has of it already, also where the state is behind the file.
    let index = Index::of(&mut archive)?;
    let place = point.unwrap_or_else(Place::begin);
    let mut seen: HashSet<_> = place.done.iter().cloned().collect();
    let list = client.interactions().all(None).with_max_memory(max_memory);
    let mut list = list.resume(place.list.clone(), []);
    let progress = Count::new("messages", None);
    progress.add(index.messages());
    let mut all = All { client, archive, index, place, progress, max_memory, failures: 0 };
    // Those of an earlier run of which something is missing, before those that are left. They stay noted until all were tried.
    let mut again = Vec::new();
    for interaction in all.place.again.clone() {
        match all.fetch(&interaction).await? {
            Ok(true) => {}
            Ok(false) => again.push(interaction.clone()),
            Err(error) => return Err(all.broken(&error)?),
        }
        seen.insert(interaction);
    }
    all.place.again = again;
    loop {
        let page = match list.next_page().await {
            Ok(Some(page)) => page,
            // What cut it is in its completeness.
            Ok(None) => break,
            Err(Error::Cursor(cut)) if !matches!(*cut, PaginationError::Memory { .. }) => break,
            Err(error) => return Err(all.broken(&error)?),
        };
        // An interaction in which something was said meanwhile comes again.
        for interaction in page.into_iter().map(|interaction| interaction.id) {
            if !seen.insert(interaction.clone()) {
                continue;
            }
            match all.fetch(&interaction).await? {
                Ok(true) => {}
                Ok(false) => all.place.again.push(interaction.clone()),
                Err(error) => return Err(all.broken(&error)?),
            }
            all.place.interactions += 1;
            all.place.done.push(interaction);
            all.archive.save_often(|| all.place.clone())?;
        }
        all.place.list = list.resume_point().clone();
        all.place.done.clear();
    }
    let All { archive, mut place, progress, .. } = all;
    drop(progress);
    let completeness = place.completeness(list.resume_point());
    let outcome = if !place.again.is_empty() {
        let some = count(place.again.len(), "interaction");
        let names: Vec<_> = place.again.iter().map(shown_id).collect();
        say_note(&format!("of {some} something is missing: {}", listed(names.into_iter(), 20)));
        Outcome::Wrong
    } else if place.incomplete > 0 {
        Outcome::Wrong
    } else if place.unreadable > 0 {
        of(&completeness).and(Outcome::Partial)
    } else {
        of(&completeness)
    };
    let was_cut = list.resume_point().fault().is_some();
    if let Some(uncut) = list.uncut_point() {
        place.list = uncut.clone();
    } else if was_cut || place.incomplete > 0 {
        // The list went round, or which ones are incomplete is not known: the next run looks at all of them.
        return end(archive, &completeness, outcome, None::<&Place>);
    }
    end(archive, &completeness, outcome, Some(&place))
}

impl All<'_> {
    /// The messages of one interaction; whether all of them are in the file. What makes it unreadable is reported, and costs no
    /// other; `Err` is what ends the run.
    async fn fetch(&mut self, interaction: &InteractionId) -> Result<Result<bool, Error>, Failure> {
        let current = self.place.current.take_if(|(id, _)| id == interaction);
        let point = current.map_or_else(fresh, |(_, point)| point);
        let walk = self.client.messages().all(interaction.clone()).with_max_memory(self.max_memory);
        let walk = walk.resume(point.clone(), []);
        let tell = |walk, message| told(walk, &point, message);
        let mut walk = self.index.fold(interaction, &mut self.archive, walk, tell)?;
        let place = &self.place;
        let here = |pager: &Pager<MessageId>| {
            let current = Some((interaction.clone(), pager.clone()));
            Place { current, ..place.clone() }
        };
        let walked = match step_through(&mut walk, &mut self.archive, &self.progress, here).await? {
            None => completeness(&walk).await,
            Some(error) => Err(error),
        };
        let is_whole = match walked {
            Ok(completeness) => {
                self.failures = 0;
                if completeness.verdict() != Verdict::Complete {
                    self.progress.beside(|| say_of(interaction, &completeness));
                }
                self.place.unreadable += u64::from(of(&completeness) == Outcome::Partial);
                of(&completeness) != Outcome::Wrong
            }
            // The API itself says so, and not something on the way to it.
            Err(Error::Api(failure)) if failure.status == 404 => {
                self.failures = 0;
                let id = shown_id(interaction);
                self.progress.beside(|| say_note(&format!("{id} was deleted since it was listed")));
                true
            }
            Err(error) if is_of_one(&error) && self.failures < FAILURES => {
                // The server itself may be failing, which the next ones tell.
                self.failures += u32::from(error.is_retryable());
                let id = shown_id(interaction);
                self.progress.beside(|| say_error(&format!("{id} could not be fetched: {error}")));
                false
            }
            Err(error) => {
                self.place.current = Some((interaction.clone(), walk.resume_point().clone()));
                return Ok(Err(error));
            }
        };
        Ok(Ok(is_whole))
    }

    /// A request failed that ends the run.
    fn broken(self, error: &Error) -> Result<Failure, Failure> {
        let Self { archive, place, progress, .. } = self;
        drop(progress);
        broken(archive, &place.completeness(&place.list), &place, error)
    }
}

/// Whether an error is of one interaction, and not of the server, the keys or the network.
fn is_of_one(error: &Error) -> bool {
    match error {
        Error::InvalidArgument(_) | Error::Cursor(_) => true,
        Error::Api(_) | Error::Decode(_) => !matches!(error.status(), Some(401 | 407 | 408 | 425 | 429)),
        _ => false,
    }
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

/// The id as errors show it.
fn shown_id(interaction: &InteractionId) -> String {
    escape::start(&escape::name(interaction.as_str()), 100)
}

/// Says what is missing of an interaction.
fn say_of(interaction: &InteractionId, completeness: &Completeness) {
    say_note(&format!("{}:", shown_id(interaction)));
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
            Ok(None) => return Ok(None),
            Err(Error::Cursor(cut)) if !matches!(*cut, PaginationError::Memory { .. }) => return Ok(None),
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
///
/// `uncut` is where a later run goes on; without it, that walks over all of it again.
fn end<P: Serialize>(
    mut archive: Archive,
    completeness: &Completeness,
    outcome: Outcome,
    uncut: Option<&P>,
) -> Result<Outcome, Failure> {
    say(completeness);
    // Another run would find the same unreadable.
    if matches!(outcome, Outcome::Done | Outcome::Partial) {
        archive.finish()?;
    } else if archive.is_kept() {
        archive.save(uncut)?;
        say_note("run the same command again: it fetches what is missing");
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
