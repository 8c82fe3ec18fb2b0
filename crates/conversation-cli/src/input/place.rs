//! Lines and columns.

use std::fmt;

/// A place in a text, as errors name it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Place {
    /// From 1.
    pub(crate) line: usize,
    /// In bytes, from 1.
    pub(crate) column: usize,
}

impl Place {
    /// Where a text begins.
    pub(crate) const START: Self = Self { line: 1, column: 1 };

    /// The place behind `before`.
    pub(crate) fn behind(before: &[u8]) -> Self {
        let line_start = before.iter().rposition(|byte| *byte == b'\n').map_or(0, |at| at + 1);
        let line = 1 + before.iter().filter(|byte| **byte == b'\n').count();
        Self { line, column: before.len() - line_start + 1 }
    }

    /// The place `inner` of a text that begins here.
    pub(crate) fn plus(self, inner: Self) -> Self {
        match inner.line {
            1 => Self { line: self.line, column: self.column + inner.column - 1 },
            _ => Self { line: self.line + inner.line - 1, column: inner.column },
        }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "(line {}, column {})", self.line, self.column)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_and_columns_count_from_one() {
        assert_eq!(Place::behind(b""), Place::START);
        assert_eq!(Place::behind(b"ab"), Place { line: 1, column: 3 });
        assert_eq!(Place::behind(b"ab\n\nc"), Place { line: 3, column: 2 });
    }

    #[test]
    fn a_place_in_a_part_is_a_place_in_the_whole() {
        let text = b"ab\ncd\nef";
        for split in 0..text.len() {
            let (head, tail) = text.split_at(split);
            for inner in 0..tail.len() {
                let whole = Place::behind(&text[..split + inner]);
                assert_eq!(Place::behind(head).plus(Place::behind(&tail[..inner])), whole);
            }
        }
    }
}
