//! The findings for programs: one document for a document, and a line for each conversation otherwise.

use serde::Serialize;

use super::{Examined, Findings, Totals, examine::Violation, unknown::Unknown};
use crate::{
    convert::write_json,
    error::Failure,
    input::{Kind, Layout},
    output::Stream,
    report::CompletenessReport,
    view::Defect,
};

/// The version of `CheckReport` and `CheckTotals` in `conversation schema`. Fields may be added without a new one.
const VERSION: u32 = 2;

/// Findings as JSON.
pub(crate) struct Json;

#[derive(Serialize)]
struct Found<'a> {
    version: u32,
    line: usize,
    input: Option<&'static str>,
    wrong: bool,
    violations: &'a [Violation],
    defects: &'a [Defect],
    completeness: Option<CompletenessReport<'a>>,
    unknown: Names<'a>,
}

#[derive(Serialize)]
struct End<'a> {
    version: u32,
    totals: &'a Totals,
    unknown: Names<'a>,
}

/// What is not known here.
#[derive(Serialize)]
struct Names<'a> {
    values: Vec<Value<'a>>,
    fields: Vec<Field<'a>>,
}

#[derive(Serialize)]
struct Value<'a> {
    of: &'static str,
    value: &'a str,
    count: u64,
}

#[derive(Serialize)]
struct Field<'a> {
    of: &'static str,
    name: &'a str,
    count: u64,
}

impl<'a> From<&'a Unknown> for Names<'a> {
    fn from(unknown: &'a Unknown) -> Self {
        let values = unknown.values.iter().map(|((of, value), count)| Value { of, value, count: *count });
        let fields = unknown.fields.iter().map(|((of, name), count)| Field { of, name, count: *count });
        Self { values: values.collect(), fields: fields.collect() }
    }
}

impl Json {
    fn write(&self, value: &impl Serialize, layout: Layout, out: &mut Stream) -> Result<(), Failure> {
        let layout = if layout == Layout::Single { layout } else { Layout::Lines };
        out.json(|into| write_json(value, layout, into))
    }
}

impl Findings for Json {
    fn conversation(&mut self, found: &Examined, layout: Layout, out: &mut Stream) -> Result<(), Failure> {
        let document = Found {
            version: VERSION,
            line: found.line,
            input: found.kind.map(Kind::id),
            wrong: found.is_wrong(),
            violations: &found.violations,
            defects: &found.defects,
            completeness: found.completeness.as_ref().map(Into::into),
            unknown: (&found.unknown).into(),
        };
        self.write(&document, layout, out)
    }

    fn end(&mut self, totals: &Totals, layout: Layout, out: &mut Stream) -> Result<(), Failure> {
        if layout == Layout::Single {
            return Ok(());
        }
        self.write(&End { version: VERSION, totals, unknown: (&totals.unknown).into() }, layout, out)
    }
}
