//! Where in a JSON text a value stands.
//!
//! serde names a place only for what it refuses itself. What it took and the checks refused is looked for here, in a
//! text that is known to be JSON. Nothing recurses.

/// One part of the way to a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// A member of an object.
    Name(&'static str),
    /// An element of an array, from 0.
    Number(usize),
}

/// The line and the column of the value's first byte, both from 1; nothing when there is no such value.
pub(super) fn place(json: &str, path: &[Part]) -> Option<(usize, usize)> {
    let mut text = Text { bytes: json.as_bytes(), at: 0 };
    for part in path {
        match part {
            Part::Name(name) => text.enter_member(name)?,
            Part::Number(number) => text.enter_element(*number)?,
        }
    }
    text.skip_space();
    let before = text.bytes.get(..text.at)?;
    let line_begin = before.iter().rposition(|byte| *byte == b'\n').map_or(0, |newline| newline + 1);
    let line = before.iter().filter(|byte| **byte == b'\n').count() + 1;
    Some((line, text.at - line_begin + 1))
}

/// The way as it is written: `rules[0].steps[1]`.
pub(super) fn written(path: &[Part]) -> String {
    let mut written = String::new();
    for part in path {
        match part {
            Part::Name(name) if written.is_empty() => written.push_str(name),
            Part::Name(name) => written.extend([".", name]),
            Part::Number(number) => written.push_str(&format!("[{number}]")),
        }
    }
    written
}

struct Text<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl Text<'_> {
    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    fn skip_space(&mut self) {
        while self.peek().is_some_and(|byte| byte.is_ascii_whitespace()) {
            self.at += 1;
        }
    }

    /// Goes past `byte`, if it is next.
    fn skip(&mut self, byte: u8) -> Option<()> {
        self.skip_space();
        (self.peek()? == byte).then(|| self.at += 1)
    }

    fn skip_string(&mut self) -> Option<()> {
        self.skip(b'"')?;
        loop {
            match self.peek()? {
                b'"' => {
                    self.at += 1;
                    return Some(());
                }
                b'\\' => self.at += 2,
                _ => self.at += 1,
            }
        }
    }

    fn skip_value(&mut self) -> Option<()> {
        let mut depth = 0usize;
        loop {
            self.skip_space();
            match self.peek()? {
                b'"' => self.skip_string()?,
                b'{' | b'[' => {
                    depth += 1;
                    self.at += 1;
                }
                b'}' | b']' => {
                    depth = depth.checked_sub(1)?;
                    self.at += 1;
                }
                b',' | b':' => self.at += 1,
                _ => {
                    let ends = |byte: u8| byte.is_ascii_whitespace() || b",]}".contains(&byte);
                    while self.peek().is_some_and(|byte| !ends(byte)) {
                        self.at += 1;
                    }
                }
            }
            if depth == 0 {
                return Some(());
            }
        }
    }

    fn enter_member(&mut self, name: &str) -> Option<()> {
        self.skip(b'{')?;
        loop {
            self.skip_space();
            let begin = self.at;
            self.skip_string()?;
            let key: String = serde_json::from_slice(self.bytes.get(begin..self.at)?).ok()?;
            self.skip(b':')?;
            if key == name {
                return Some(());
            }
            self.skip_value()?;
            self.skip(b',')?;
        }
    }

    fn enter_element(&mut self, number: usize) -> Option<()> {
        self.skip(b'[')?;
        for _ in 0..number {
            self.skip_value()?;
            self.skip(b',')?;
        }
        Some(())
    }
}
