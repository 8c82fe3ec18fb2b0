//! `conversation restore`: reverses `convert`.

use std::path::PathBuf;

use conversation_wire::{Extra, decode_exactly_as};

use crate::{
    convert::{Kept, restore},
    error::{Failure, Faults, Outcome},
    exit_codes::exit_codes,
    input::{Fault, Frame, Frames, Layout, Refusal, Source},
    output::Stream,
    progress::Progress,
    same_file::refuse_output,
};

/// Restore the original of converted conversations
///
/// Reads the output of `convert` and the residue that it kept, and writes the input of that conversion:
/// the same values in the same form (an answer, a page, an array, or lines of messages). If the
/// conversation was changed since, or the residue belongs to another one, it is refused, with the first
/// message or event that differs.
#[derive(Debug, clap::Args)]
#[command(verbatim_doc_comment, after_help = exit_codes!(), after_long_help = AFTER_HELP)]
pub(crate) struct Args {
    /// Output of `convert`, or `-` for standard input
    file: PathBuf,

    /// File that `convert --residue` wrote
    residue: PathBuf,
}

const AFTER_HELP: &str = concat!(
    "\
Examples:
  conversation restore interaction.json kept.json > transcript.json
      Restore the answer to Get Messages that became the interaction.
  conversation restore archive.proficient.jsonl archive.residue.jsonl > archive.jsonl
      Restore a whole archive, line by line.

",
    exit_codes!(lines)
);

/// Reads both files side by side, and writes.
pub(crate) fn run(args: &Args) -> Result<Outcome, Failure> {
    let (file, residue) = (Source::from(args.file.clone()), Source::from(args.residue.clone()));
    if matches!((&file, &residue), (Source::Stdin, Source::Stdin)) {
        return Err(Failure::Arguments("only one of FILE and RESIDUE can be standard input".to_owned()));
    }
    refuse_output(&file)?;
    refuse_output(&residue)?;
    let open = |source: &Source| Frames::open(source, || ()).map_err(|refusal| Failure::input(&source.name(), refusal));
    let (mut values, mut residues) = (open(&file)?, open(&residue)?);
    // Of two documents each is the only one. A line more in one of two files is one fault among others.
    let layout = match (values.layout, residues.layout) {
        (Layout::Single, Layout::Single) => Layout::Single,
        _ => Layout::Lines,
    };
    let (mut faults, mut residue_faults) = (Faults::of(&file), Faults::of(&residue));
    let mut out = Stream::open();
    let mut buffer = Vec::new();
    let mut progress = Progress::new();
    loop {
        progress.show(values.progress());
        let (value, kept) = match (values.next(), residues.next()) {
            (None, None) => break,
            (Some(_), None) => {
                let refusal = Refusal::Other("a conversation more than there are residues");
                progress.beside(|| faults.take(refusal.at(values.begin()), layout))?;
                break;
            }
            (None, Some(_)) => {
                let refusal = Refusal::Other("the residue of a conversation that is missing");
                progress.beside(|| residue_faults.take(refusal.at(residues.begin()), layout))?;
                break;
            }
            (Some(value), Some(kept)) => (value, kept),
        };
        let (value, kept) = match (value, kept.and_then(read)) {
            (Ok(value), Ok(kept)) => (value, kept),
            (Err(fault), _) => {
                if progress.beside(|| stop(&mut faults, fault, layout))? {
                    break;
                }
                continue;
            }
            (_, Err(fault)) => {
                if progress.beside(|| stop(&mut residue_faults, fault, layout))? {
                    break;
                }
                continue;
            }
        };
        let begin = value.begin;
        buffer.clear();
        match restore(value, kept, &mut buffer) {
            Ok(()) => {
                faults.restored();
                residue_faults.restored();
                out.json(|into| into.extend_from_slice(&buffer))?;
            }
            Err(refusal) => progress.beside(|| faults.take(refusal.at(begin), layout))?,
        }
    }
    drop(progress);
    out.finish()?;
    Ok(faults.end().and(residue_faults.end()))
}

/// One conversation's residue.
fn read(frame: Frame<'_>) -> Result<Kept<Extra>, Fault> {
    let begin = frame.begin;
    decode_exactly_as("residue", frame.bytes).map_err(|error| Refusal::Decode { begin, error }.at(begin))
}

/// Says what is wrong with a value; whether nothing behind it can be read.
fn stop(faults: &mut Faults, fault: Fault, layout: Layout) -> Result<bool, Failure> {
    let over = matches!(fault.refusal, Refusal::Unreadable(_));
    faults.take(fault, layout)?;
    Ok(over)
}
