//! `conversation check`: what is wrong with the conversations in a file.

use std::path::PathBuf;

use clap::ValueEnum;

use crate::{
    check::{Examined, Findings, Json, Text, Totals},
    error::{Failure, Outcome},
    exit_codes::exit_codes,
    input::{ReadAhead, Refusal, Source, Together},
    output::Stream,
    progress::Progress,
};

/// Say what is wrong with conversations
///
/// Wrong is what breaks the types of the API: a field that is missing or of another type, each
/// with its path, not only the first; what contradicts itself: cycles, depths that lie, different
/// messages with one id, a clock that goes back; what is known to be missing; and an answer with a
/// statusCode other than 0. What nobody can know, such as whether a chat that goes on is complete,
/// is said and is not wrong, and neither are values and fields that this version has not heard of.
///
/// Reads what `convert` reads. Of JSON Lines each finding is said with its line as it is found, and
/// the totals at the end. Ids, unknown values of enums and what
/// a server says of an error are shown, and no other value.
#[derive(Debug, clap::Args)]
#[command(verbatim_doc_comment, after_help = exit_codes!(check), after_long_help = AFTER_HELP)]
pub(crate) struct Args {
    /// The file to read; `-` is standard input
    file: PathBuf,

    /// Write for people or for programs
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    format: Format,
}

const AFTER_HELP: &str = concat!(
    "\
Examples:
  conversation check page.json
      Whether a page is as the API says, and whether it is all of the interaction.
  conversation check archive.jsonl && echo good
      A whole archive, line by line.
  conversation check archive.jsonl --format json | jq -c 'select(.wrong) | [.line, .violations]'
      Where the types are broken.

",
    exit_codes!(check)
);

/// For whom to write.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum Format {
    /// For people
    Text,
    /// For programs: one JSON document, or JSON Lines for JSON Lines
    Json,
}

/// Reads, examines and says, one conversation after the other.
pub(crate) fn run(args: &Args) -> Result<Outcome, Failure> {
    let source = Source::from(args.file.clone());
    let failure = |refusal| Failure::input(&source.name(), refusal);
    let mut conversations = ReadAhead::open(&source, Together::ByInteraction).map_err(failure)?;
    let layout = conversations.layout();
    let mut findings: Box<dyn Findings> = match args.format {
        Format::Text => Box::new(Text),
        Format::Json => Box::new(Json),
    };
    let mut out = Stream::open();
    let mut totals = Totals::default();
    let mut progress = Progress::new();
    while let Some(next) = conversations.next() {
        progress.show(conversations.progress());
        let found = match next {
            Ok(given) => Examined::given(given),
            Err(fault) if matches!(fault.refusal, Refusal::Unreadable(_)) => return Err(failure(fault.refusal)),
            Err(fault) => Examined::fault(fault, layout).map_err(failure)?,
        };
        totals.add(&found);
        findings.conversation(&found, layout, &mut out)?;
    }
    drop(progress);
    findings.end(&totals, layout, &mut out)?;
    out.finish()?;
    Ok(match (totals.conversations, totals.wrong) {
        (0, _) => Outcome::Bad,
        (_, 0) => Outcome::Done,
        _ => Outcome::Wrong,
    })
}
