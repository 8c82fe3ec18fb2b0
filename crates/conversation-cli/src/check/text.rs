//! The findings for people.

use std::fmt::Display;

use conversation_core::Gap;

use super::{Examined, Findings, Totals, unknown::Unknown};
use crate::{
    error::{Failure, listed},
    escape,
    input::{Kind, Layout},
    output::Stream,
    text::{count, verdict},
};

/// How many findings of one conversation are said. Programs get them all.
const MOST: usize = 100;

/// How many names a line lists.
const NAMES: usize = 20;

/// The most bytes of a finding.
const MAX_LINE: usize = 400;

/// Findings as lines.
pub(crate) struct Text;

impl Findings for Text {
    fn conversation(&mut self, found: &Examined, layout: Layout, out: &mut Stream) -> Result<(), Failure> {
        match layout {
            Layout::Single => out.text(&document(found)),
            _ => {
                let line = found.line;
                let more = wrong(found).len().saturating_sub(MOST);
                for finding in wrong(found).iter().take(MOST) {
                    out.text(&format!("line {line}: {finding}\n"))?;
                }
                if more > 0 {
                    out.text(&format!("line {line}: and {more} more, which --format json shows\n"))?;
                }
                Ok(())
            }
        }
    }

    fn end(&mut self, totals: &Totals, layout: Layout, out: &mut Stream) -> Result<(), Failure> {
        if layout == Layout::Single {
            return Ok(());
        }
        let Totals { conversations, wrong, violations, defects, complete, open, incomplete, unknown } = totals;
        let plural = |number: u64, one: &str| count(usize::try_from(number).unwrap_or(usize::MAX), one);
        let state = match wrong {
            0 => "nothing is wrong".to_owned(),
            _ => format!(
                "{} wrong, with {} and {}",
                plural(*wrong, "value"),
                plural(*violations, "violation"),
                plural(*defects, "defect")
            ),
        };
        let mut text = format!("{}: {state}\n", plural(*conversations, "conversation"));
        text += &format!("{complete} complete, {open} not known to be complete, {incomplete} incomplete\n");
        for line in strange(unknown) {
            text += &format!("{line}\n");
        }
        out.text(&text)
    }
}

/// The findings in the only document of an input.
fn document(found: &Examined) -> String {
    let mut text = format!("{}\n", found.kind.map_or("no conversation", Kind::title));
    let wrong = wrong(found);
    let mut facts = Vec::new();
    if let Some(completeness) = &found.completeness {
        let whole = completeness.to_string();
        let held = whole.lines().next().and_then(|line| line.split_once(": ")).map_or("", |(_, held)| held);
        facts.push(held.to_owned());
        facts.push(verdict(completeness).to_owned());
    }
    facts.push(match wrong.len() {
        0 => "nothing is wrong".to_owned(),
        1 => "1 thing is wrong".to_owned(),
        many => format!("{many} things are wrong"),
    });
    text += &format!("{}\n", facts.join("; "));
    list(&mut text, "Wrong", wrong);
    let gaps = found.completeness.iter().flat_map(|completeness| &completeness.gaps);
    // A wrong depth is a defect as well, and is listed among them.
    let gaps = gaps.filter(|gap| !gap.is_missing() && !matches!(gap, Gap::Depth { .. }));
    list(&mut text, "Not known", gaps.map(cut).collect());
    list(&mut text, "New here", strange(&found.unknown));
    text
}

fn list(text: &mut String, heading: &str, lines: Vec<String>) {
    if lines.is_empty() {
        return;
    }
    text.push_str(&format!("\n{heading}\n"));
    for line in lines.iter().take(MOST) {
        text.push_str(&format!("- {line}\n"));
    }
    if lines.len() > MOST {
        text.push_str(&format!("- and {} more, which --format json shows\n", lines.len() - MOST));
    }
}

/// Everything that is wrong.
fn wrong(found: &Examined) -> Vec<String> {
    let violations = found.violations.iter().map(|violation| match &*violation.path {
        "" => cut(&violation.message),
        path => cut(format_args!("{path}: {}", violation.message)),
    });
    let gaps = found.completeness.iter().flat_map(|completeness| &completeness.gaps).filter(|gap| Gap::is_missing(gap));
    violations.chain(found.defects.iter().map(cut)).chain(gaps.map(cut)).collect()
}

fn cut(finding: impl Display) -> String {
    escape::start(&escape::line(&finding.to_string()), MAX_LINE)
}

/// What is not known here, which is no error.
fn strange(unknown: &Unknown) -> Vec<String> {
    let mut lines = Vec::new();
    for (what, names) in [("value", &unknown.values), ("field", &unknown.fields)] {
        let mut kinds: Vec<_> = names.keys().map(|(of, _)| *of).collect();
        kinds.dedup();
        for of in kinds {
            let names = names.iter().filter(|((this, _), _)| *this == of);
            let names: Vec<_> = names.map(|((_, name), count)| format!("{} ({count})", escape::name(name))).collect();
            lines.push(format!(
                "{of}: {} not known here: {}",
                some(what, names.len()),
                listed(names.into_iter(), NAMES)
            ));
        }
    }
    lines
}

fn some(what: &str, number: usize) -> String {
    if number == 1 { format!("a {what}") } else { format!("{what}s") }
}
