//! `conversation check`: what is wrong with the conversations in a file.

use std::path::PathBuf;

use clap::ValueEnum;

use crate::{
    check::{Examined, Findings, Json, Text, Totals},
    error::{Failure, Outcome},
    exit_codes::exit_codes,
    input::{ReadAhead, Refusal, Source},
    output::Stream,
    progress::Progress,
    same_file::refuse_output,
};

/// Check conversations for errors, contradictions and gaps
///
/// Reports every field that is missing or has the wrong type (with its path), messages that form a
/// cycle or repeat an id with different content, clocks that run backwards, gaps, and answers with a
/// statusCode other than 0. Unknown fields and enum values are listed but are not errors; neither are
/// facts that cannot be determined, for example whether an ongoing chat is complete.
///
/// Reads the same input as `convert`. JSON Lines are checked line by line; the totals follow at the
/// end. The report contains ids, unknown enum values and error messages of the server, but no message
/// text and no credentials.
#[derive(Debug, clap::Args)]
#[command(verbatim_doc_comment, after_help = exit_codes!(check), after_long_help = AFTER_HELP)]
pub(crate) struct Args {
    /// File to read, or `-` for standard input
    file: PathBuf,

    /// Output format
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    format: Format,
}

const AFTER_HELP: &str = concat!(
    "\
Examples:
  conversation check page.json                     Check one page
  conversation check archive.jsonl && echo valid   Check an archive, line by line
  conversation check archive.jsonl --format json | jq -c 'select(.wrong) | [.line, .violations]'
                                                   List the violations of the schema

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
    refuse_output(&source)?;
    let failure = |refusal| Failure::input(&source.name(), refusal);
    let mut conversations = ReadAhead::open(&source).map_err(failure)?;
    let layout = conversations.layout();
    let mut findings: Box<dyn Findings> = match args.format {
        Format::Text => Box::new(Text),
        Format::Json => Box::new(Json),
    };
    let mut out = Stream::open();
    let mut totals = Totals::default();
    let mut progress = Progress::new();
    while let Some(next) = conversations.next(|| out.send())? {
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
