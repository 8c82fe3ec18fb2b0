//! What is wrong with a conversation, and what is worth knowing about it: found (`examine`, `salvage`, `unknown`), and
//! said to people (`text`) and programs (`json`).

mod examine;
mod json;
mod salvage;
mod text;
mod totals;
mod unknown;

pub(crate) use examine::Examined;
pub(crate) use json::Json;
pub(crate) use text::Text;
pub(crate) use totals::Totals;

use crate::{error::Failure, input::Layout, output::Stream};

/// Says what was found as it is found.
pub(crate) trait Findings {
    /// Of one conversation.
    fn conversation(&mut self, found: &Examined, layout: Layout, out: &mut Stream) -> Result<(), Failure>;

    /// Of all of them together.
    fn end(&mut self, totals: &Totals, layout: Layout, out: &mut Stream) -> Result<(), Failure>;
}
