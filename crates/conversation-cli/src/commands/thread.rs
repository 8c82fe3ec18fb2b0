//! `conversation thread`: shows the conversation in a file.

use std::path::PathBuf;

use clap::ValueEnum;
use conversation_core::{Forest, Transcript};
use proficient_types::MessageId;

use crate::{
    error::{Failure, Faults, Outcome},
    exit_codes::exit_codes,
    input::{Conversations, Given, Layout, Opened, Refusal, Source},
    output, report,
    same_file::refuse_output,
    text,
    view::{BranchArg, ChatView, TreeView, Wanted},
};

/// Show the conversation in a file
///
/// The input is recognised by its content:
///
///   - an answer of the Genesys chat API that contains events (Get Messages, Request Chat, an
///     operation), or events alone, as a JSON array or as JSON Lines;
///   - a page of messages of the Proficient API (GET /messages), a new interaction with its
///     greeting (POST /interactions), or messages alone, as a JSON array or as JSON Lines;
///   - the output of `conversation convert`: an interaction, a chat, a neutral model.
///
/// Events are sorted by their index, messages by their place in the tree. Gaps and defects are
/// shown where they are. For a tree, one thread is shown, together with the ids of the messages
/// where other branches begin, the place for a new message, and the messages that an agent can be
/// asked to answer (again).
#[derive(Debug, clap::Args)]
#[command(verbatim_doc_comment, after_help = exit_codes!(), after_long_help = AFTER_HELP)]
pub(crate) struct Args {
    /// File to read, or `-` for standard input
    file: PathBuf,

    /// Output format
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    format: Format,

    /// Thread of a tree to show: `latest` ends in the newest leaf, `first` takes the first branch everywhere, and a
    /// message id selects the thread through that message
    #[arg(long, value_name = "latest|first|MESSAGE_ID", default_value = "latest")]
    branch: BranchArg,

    /// Show this message instead of its siblings; where none is chosen, the first is shown. May be repeated
    #[arg(long, value_name = "MESSAGE_ID", conflicts_with = "branch")]
    choose: Vec<MessageId>,
}

const AFTER_HELP: &str = concat!(
    "\
Examples:
  conversation thread transcript.json              Show a chat, from the answer to Get Messages
  conversation thread page.json --branch first     Show the first thread of an interaction
  conversation thread page.json --choose msg_4 --choose msg_9
                                                   Choose a message below each of two others
  curl -s … | conversation thread - | less -R      Show an answer of a server, page by page
  conversation thread page.json --format json | jq -r '.thread[].content'
                                                   Print the texts of the thread

",
    exit_codes!()
);

/// For whom to write.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum Format {
    /// For people
    Text,
    /// For programs: one JSON document
    Json,
}

/// Reads, rebuilds, and writes.
pub(crate) fn run(args: &Args) -> Result<Outcome, Failure> {
    let source = Source::from(args.file.clone());
    refuse_output(&source)?;
    let mut faults = Faults::of(&source);
    let given = only(&source, &mut faults)?;
    faults.valid(given.begin, &given.content);
    let shown = show(args, given).map_err(|refusal| Failure::input(&source.name(), refusal))?;
    output::write(&shown)?;
    Ok(faults.end())
}

fn show(args: &Args, given: Given) -> Result<String, Refusal> {
    let (kind, unknown) = (given.kind, given.unknown());
    match given.open() {
        Opened::Chat(mut chat) => {
            if let Some((id, option)) = args.asked_for() {
                return Err(Refusal::NoBranches { id: id.clone(), option });
            }
            let events = std::mem::take(&mut chat.events);
            let given = events.len();
            let (transcript, defects) = Transcript::build(events);
            let view = ChatView::new(&chat, &transcript, defects, given);
            Ok(match args.format {
                Format::Text => text::chat(kind.title(), &view, &unknown),
                Format::Json => report::chat(kind, &view),
            })
        }
        Opened::Tree(mut tree) => {
            let messages = std::mem::take(tree.messages.as_mut_vec());
            let given = messages.len();
            let (forest, defects) = Forest::build(messages);
            let wanted = match &*args.choose {
                [] => Wanted::Branch(&args.branch),
                chosen => Wanted::Chosen(chosen),
            };
            let view = TreeView::new(&tree, &forest, defects, wanted, given)?;
            Ok(match args.format {
                Format::Text => text::tree(kind.title(), &view, &unknown),
                Format::Json => report::tree(kind, &view),
            })
        }
    }
}

/// How many invalid lines wait for a valid one: as many as are reported.
const WAITING: usize = 20;

/// The only conversation of an input. Invalid lines among its messages or events are reported.
fn only(source: &Source, faults: &mut Faults) -> Result<Given, Failure> {
    let failure = |refusal| Failure::input(&source.name(), refusal);
    let mut conversations = Conversations::open(source, || ()).map_err(failure)?;
    let layout = conversations.layout();
    let mut only: Option<Given> = None;
    // Of invalid lines before the first valid one. If none is valid, the first of them is the error.
    let mut waiting = Vec::new();
    for next in &mut conversations {
        match next {
            Ok(second) if only.is_some() => return Err(failure(Refusal::Several { place: second.begin })),
            Ok(given) => only = Some(given),
            Err(fault) if layout == Layout::Single || matches!(fault.refusal, Refusal::Unreadable(_)) => {
                return Err(failure(fault.refusal));
            }
            Err(fault) if only.is_none() && waiting.len() < WAITING => waiting.push(fault),
            Err(_) if only.is_none() => faults.count(),
            Err(fault) => {
                waiting.drain(..).try_for_each(|fault| faults.take(fault, layout))?;
                faults.take(fault, layout)?;
            }
        }
    }
    let mut waiting = waiting.into_iter();
    match only {
        Some(given) => {
            waiting.try_for_each(|fault| faults.take(fault, layout))?;
            Ok(given)
        }
        None => Err(failure(waiting.next().map_or(Refusal::Empty, |fault| fault.refusal))),
    }
}

impl Args {
    /// A message that the thread is to go through, and the option that says so.
    fn asked_for(&self) -> Option<(&MessageId, &'static str)> {
        match (&self.branch, self.choose.first()) {
            (_, Some(id)) => Some((id, "--choose")),
            (BranchArg::Through(id), None) => Some((id, "--branch")),
            _ => None,
        }
    }
}
