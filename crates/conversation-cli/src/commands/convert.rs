//! `conversation convert`: the conversations in a file, in the form of the other API.

use std::{io, path::PathBuf};

use crate::{
    convert::{Losses, RuleArgs, Target, convert, is_too_deep, write_json},
    error::{Failure, Faults, Outcome, say_note},
    exit_codes::exit_codes,
    input::{Layout, ReadAhead, Refusal, Source},
    output::Stream,
    progress::Progress,
    residue_file::ResidueFile,
    same_file::refuse_output,
};

/// Convert conversations to the other API, or to a neutral model
///
/// Reads an answer, a page, an array of messages or events, or JSON Lines, as `thread` does, and writes
/// what the other API would have. Converting a conversation to its own format leaves it unchanged.
///
/// One document becomes one document. In JSON Lines, each line that is a whole conversation becomes one
/// line; lines of events are one chat, and the messages of one interaction are one conversation,
/// wherever their lines stand. Memory is bounded by the largest conversation, and 64 MB.
///
/// The other API has no place for some facts. With --residue they are kept in a file, and `restore`
/// gives the original back, equal as JSON. Without it, standard error lists what is lost, by kind. The
/// residue contains everything that the input contains, including credentials.
#[derive(Debug, clap::Args)]
#[command(verbatim_doc_comment, after_help = exit_codes!(), after_long_help = AFTER_HELP)]
pub(crate) struct Args {
    /// File to read, or `-` for standard input
    file: PathBuf,

    /// Format to convert to
    #[arg(long, value_name = "TARGET")]
    to: Target,

    /// Keep what the result has no place for in this file, which only its owner can read
    #[arg(long, value_name = "OUT")]
    residue: Option<PathBuf>,

    #[command(flatten)]
    rules: RuleArgs,
}

const AFTER_HELP: &str = concat!(
    "\
Examples:
  conversation convert --to proficient --chat 00048aDPKC9H0018 transcript.json > interaction.json
      Convert a chat to an interaction. The answer to Get Messages has no chat id, so it is given.
  conversation convert --to proficient transcript.json --residue kept.json > interaction.json
  conversation restore interaction.json kept.json
      The same, and back to the original answer.
  conversation convert --to genesys page.json --branch msg_7 --nickname user=Ada --type agent=Agent
      Convert the thread through a message to a chat between Ada and an agent.
  zcat archive.jsonl.gz | conversation convert --to model - | jq -c '.entries | length'
      Convert an archive of one or both APIs, line by line.

",
    exit_codes!(lines)
);

/// Reads, converts and writes, one conversation after the other.
pub(crate) fn run(args: &Args) -> Result<Outcome, Failure> {
    let source = Source::from(args.file.clone());
    refuse_output(&source)?;
    let mut rules = args.rules.rules(args.to)?;
    let mut residue = args.residue.as_deref().map(|path| ResidueFile::create(path, &source)).transpose()?;
    let mut conversations = ReadAhead::open(&source).map_err(|refusal| Failure::input(&source.name(), refusal))?;
    let layout = conversations.layout();
    let mut work = Work { out: Stream::open(), losses: Losses::default(), buffer: Vec::new() };
    let mut faults = Faults::of(&source);
    let mut progress = Progress::new();
    while let Some(next) = conversations.next(|| work.out.send())? {
        progress.show(conversations.progress());
        let converted = next.and_then(|given| {
            let begin = given.begin;
            progress.beside(|| faults.valid(begin, &given.content));
            convert(given, layout, args.to, args.residue.is_some(), &mut rules)
                .map_err(|refusal| refusal.at(begin))
                .map(|done| (done, begin))
        });
        match converted {
            Ok(((converted, kept), begin)) => {
                work.buffer.clear();
                if residue.is_some() {
                    write_json(&kept, written(layout), &mut work.buffer);
                }
                // Both are written, or neither.
                let wrote = if is_too_deep(&work.buffer) { Ok(false) } else { work.write(&converted, layout) };
                if !wrote.map_err(|failure| without_residue(failure, residue.is_some()))? {
                    let refusal = Refusal::Other("nested so deeply that the result could not be read again");
                    progress.beside(|| faults.take(refusal.at(begin), layout))?;
                    continue;
                }
                match &mut residue {
                    Some(residue) => residue.write(&work.buffer)?,
                    None => work.losses.add(&kept, layout, begin),
                }
            }
            Err(fault) => progress.beside(|| faults.take(fault, layout))?,
        }
    }
    drop(progress);
    work.out.finish().map_err(|failure| without_residue(failure, residue.is_some()))?;
    residue.map_or(Ok(()), ResidueFile::finish)?;
    if let Some(options) = rules.in_vain() {
        say_note(&options);
    }
    if rules.derived > 0 {
        let whose = match rules.derived {
            1 => "a chat has no id here, so its ids are made of one derived from its first event".to_owned(),
            many => {
                format!("{many} chats have no id here, so their ids are made of ones derived from the first events")
            }
        };
        say_note(&format!("{whose}; --chat ID names the chat of an input with one"));
    }
    for line in work.losses.lines() {
        say_note(&format!("lost without --residue: {line}"));
    }
    Ok(faults.end())
}

/// Where a residue was to be kept, a reader who stops reading leaves half of it: that is no success.
fn without_residue(failure: Failure, residue: bool) -> Failure {
    match failure {
        Failure::Output(error) if residue && error.kind() == io::ErrorKind::BrokenPipe => {
            Failure::Output(io::Error::other("the reader stopped, so the residue was not written"))
        }
        failure => failure,
    }
}

struct Work {
    out: Stream,
    losses: Losses,
    /// What is kept next, here to be used again.
    buffer: Vec<u8>,
}

impl Work {
    /// Writes a conversation, unless it could not be read again; whether it did.
    fn write(&mut self, converted: &impl serde::Serialize, layout: Layout) -> Result<bool, Failure> {
        let mut is_good = true;
        self.out.json(|into| {
            let begin = into.len();
            write_json(converted, written(layout), into);
            is_good = !is_too_deep(into.get(begin..).unwrap_or_default());
            if !is_good {
                into.truncate(begin);
            }
        })?;
        Ok(is_good)
    }
}

/// A document becomes a document, and everything else lines.
fn written(layout: Layout) -> Layout {
    match layout {
        Layout::Single => Layout::Single,
        Layout::Lines | Layout::Loose => Layout::Lines,
    }
}
