//! Choices, read from bytes.

/// Bytes that decide. Behind their end every choice is the first.
pub(super) struct Bytes<'a>(&'a [u8]);

impl<'a> Bytes<'a> {
    pub(super) fn new(bytes: &'a [u8]) -> Self {
        Self(bytes)
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(super) fn byte(&mut self) -> u8 {
        match self.0.split_first() {
            Some((first, rest)) => {
                self.0 = rest;
                *first
            }
            None => 0,
        }
    }

    /// A number below `end`.
    pub(super) fn below(&mut self, end: u8) -> u8 {
        self.byte() % end.max(1)
    }

    /// True for one byte of `times`.
    pub(super) fn once_in(&mut self, times: u8) -> bool {
        self.below(times) + 1 == times
    }

    pub(super) fn pick<T: Clone>(&mut self, choices: &[T]) -> T {
        choices[usize::from(self.byte()) % choices.len()].clone()
    }

    /// Most often one of few small numbers; else the ends of what there is, and any.
    pub(super) fn integer(&mut self) -> i64 {
        match self.byte() {
            small @ 0..240 => i64::from(small % 8),
            240..243 => i64::MAX,
            243..246 => i64::MIN,
            246..249 => i64::MAX - 1,
            249..252 => -1,
            252..254 => 1_406_239_880_000,
            _ => i64::from_le_bytes(std::array::from_fn(|_| self.byte())),
        }
    }

    /// One of a few texts, or any of up to seven bytes.
    pub(super) fn text(&mut self) -> String {
        const TEXTS: &[&str] = &["", "one", "two", "null", "\u{0}", "\u{202e}טקסט", "👩🏽‍🚀\n", "http://push-url"];
        match self.byte() {
            known @ 0..224 => TEXTS[usize::from(known) % TEXTS.len()].to_owned(),
            length => {
                let bytes: Vec<u8> = (0..length % 8).map(|_| self.byte()).collect();
                String::from_utf8_lossy(&bytes).into_owned()
            }
        }
    }
}
