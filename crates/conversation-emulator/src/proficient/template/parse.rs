//! From the text of a template to its parts, in one pass.

use super::{Flaw, MAX_DEPTH, MAX_TEMPLATE, path::Path};

/// A template that was read.
#[derive(Debug)]
pub(super) struct Parsed<'a> {
    pub(super) nodes: Vec<Node<'a>>,
    /// How many steps it took: tags, and bytes that were looked at more than once.
    #[cfg_attr(not(test), expect(dead_code, reason = "the tests count them"))]
    pub(super) steps: usize,
}

/// A part of a template.
#[derive(Debug)]
pub(super) enum Node<'a> {
    Text(&'a str),
    Field(Path<'a>),
    Block { kind: Kind, path: Path<'a>, then: Vec<Self>, otherwise: Vec<Self> },
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Kind {
    If,
    Unless,
    With,
}

impl Kind {
    fn of_name(name: &str) -> Option<Self> {
        match name {
            "if" => Some(Self::If),
            "unless" => Some(Self::Unless),
            "with" => Some(Self::With),
            _ => None,
        }
    }
}

const TAGS: &str = "only fields, #if, #unless, #with, else and comments can be between {{ and }}";

const SPACE: [char; 4] = [' ', '\t', '\n', '\r'];

const BLANK: [char; 2] = [' ', '\t'];

/// A block that is open.
struct Open<'a> {
    at: usize,
    kind: Kind,
    path: Path<'a>,
    then: Vec<Node<'a>>,
    /// From its `else` on.
    otherwise: Option<Vec<Node<'a>>>,
    /// Whether it is behind the `else` of another one, which ends where that one ends.
    is_chained: bool,
}

pub(super) fn parse(template: &str) -> Result<Parsed<'_>, Flaw> {
    let mut parser = Parser { template, open: Vec::new(), nodes: Vec::new(), steps: 0 };
    match parser.parse() {
        Ok(()) => Ok(Parsed { nodes: parser.nodes, steps: parser.steps }),
        Err((at, message)) => Err(Flaw::at(template, at, message)),
    }
}

struct Parser<'a> {
    template: &'a str,
    open: Vec<Open<'a>>,
    nodes: Vec<Node<'a>>,
    steps: usize,
}

/// A tag with the space next to it that goes with it.
struct Tag<'a> {
    /// Where its braces begin.
    at: usize,
    inside: &'a str,
    form: Form,
    /// Behind its braces.
    end: usize,
    /// Whether all space before it goes, and all behind it.
    trims: (bool, bool),
}

#[derive(PartialEq)]
enum Form {
    Comment,
    /// With three braces.
    Field,
    Other,
}

impl<'a> Parser<'a> {
    fn parse(&mut self) -> Result<(), (usize, &'static str)> {
        if self.template.len() > MAX_TEMPLATE {
            return Err((0, "a template has at most 65536 bytes"));
        }
        // Where the next text begins.
        let mut from = 0;
        // Whether the space at its beginning goes.
        let mut trims_next = false;
        while let Some(tag) = self.next_tag(from)? {
            let is_alone = tag.is_block_or_comment() && self.is_alone(&tag);
            let text = self.template.get(from.min(tag.at)..tag.at).unwrap_or_default();
            let text = if trims_next { text.trim_start_matches(SPACE) } else { text };
            let text = match tag.trims.0 {
                true => text.trim_end_matches(SPACE),
                false if is_alone => text.trim_end_matches(BLANK),
                false => text,
            };
            self.steps += 1 + text.len();
            self.text(text);
            from = if is_alone && !tag.trims.1 { self.next_line(tag.end) } else { tag.end };
            trims_next = tag.trims.1;
            self.take(&tag).map_err(|message| (tag.at, message))?;
        }
        let text = self.template.get(from..).unwrap_or_default();
        self.text(if trims_next { text.trim_start_matches(SPACE) } else { text });
        self.steps += text.len();
        match self.open.last() {
            Some(block) => Err((block.at, "this block is not closed")),
            None => Ok(()),
        }
    }

    fn next_tag(&mut self, from: usize) -> Result<Option<Tag<'a>>, (usize, &'static str)> {
        let Some(found) = self.template.get(from..).and_then(|rest| rest.find("{{")) else { return Ok(None) };
        let at = from + found;
        if self.template.get(..at).is_some_and(|before| before.ends_with('\\')) {
            return Err((at, "braces cannot be escaped"));
        }
        let inside = self.template.get(at + 2..).unwrap_or_default();
        let end = inside.find("}}").ok_or((at, "this {{ has no }}"))?;
        let (inside, behind) = (inside.get(..end).unwrap_or_default(), inside.get(end + 2..).unwrap_or_default());
        let mut end = at + 2 + end + 2;
        let (inside, form) = if let Some(comment) = inside.strip_prefix('!') {
            // A comment that begins with two dashes goes on to two dashes.
            return match comment.strip_prefix("--") {
                Some(comment) if !comment.ends_with("--") => Err((at, "this comment ends with --}}")),
                _ => Ok(Some(Tag { at, inside: "", form: Form::Comment, end, trims: (false, false) })),
            };
        } else if let Some(field) = inside.strip_prefix('{') {
            if !behind.starts_with('}') {
                return Err((at, "this {{{ has no }}}"));
            }
            end += 1;
            (field, Form::Field)
        } else {
            (inside, Form::Other)
        };
        let (inside, before) = inside.strip_prefix('~').map_or((inside, false), |rest| (rest, true));
        let (inside, behind) = inside.strip_suffix('~').map_or((inside, false), |rest| (rest, true));
        Ok(Some(Tag { at, inside: inside.trim_matches(SPACE), form, end, trims: (before, behind) }))
    }

    /// Whether nothing else is on the line of a tag, so that the line goes with it.
    fn is_alone(&mut self, tag: &Tag<'_>) -> bool {
        let before = self.template.get(..tag.at).unwrap_or_default();
        let behind = self.template.get(tag.end..).unwrap_or_default();
        let (before_blank, behind_blank) = (before.trim_end_matches(BLANK), behind.trim_start_matches(BLANK));
        self.steps += before.len() - before_blank.len() + behind.len() - behind_blank.len();
        let begins = before_blank.is_empty() || before_blank.ends_with('\n');
        begins && (behind_blank.is_empty() || behind_blank.starts_with('\n') || behind_blank.starts_with("\r\n"))
    }

    /// Where the line behind the blanks at `at` begins.
    fn next_line(&self, at: usize) -> usize {
        let rest = self.template.get(at..).unwrap_or_default();
        let line = rest.trim_start_matches(BLANK);
        let behind = line.strip_prefix("\r\n").or_else(|| line.strip_prefix('\n')).unwrap_or(line);
        self.template.len() - behind.len()
    }

    fn text(&mut self, text: &'a str) {
        if !text.is_empty() {
            self.push(Node::Text(text));
        }
    }

    fn push(&mut self, node: Node<'a>) {
        let nodes = match self.open.last_mut() {
            Some(block) => block.otherwise.as_mut().unwrap_or(&mut block.then),
            None => &mut self.nodes,
        };
        nodes.push(node);
    }

    fn take(&mut self, tag: &Tag<'a>) -> Result<(), &'static str> {
        let field = |text: &'a str| Path::parse(text).map(Node::Field).ok_or(TAGS);
        let inside = tag.inside;
        match tag.form {
            Form::Comment => {}
            Form::Field => self.push(field(inside)?),
            Form::Other => {
                if let Some(block) = inside.strip_prefix('#') {
                    self.open_block(tag.at, block, false)?;
                } else if let Some(name) = inside.strip_prefix('/') {
                    self.close(name.trim_matches(SPACE))?;
                } else if inside == "^" {
                    self.otherwise("", tag.at)?;
                } else if let Some(chain) = inside.strip_prefix("else").filter(|rest| is_end_of_word(rest)) {
                    self.otherwise(chain.trim_matches(SPACE), tag.at)?;
                } else {
                    let inside = inside.strip_prefix('&').map_or(inside, |field| field.trim_matches(SPACE));
                    self.push(field(inside)?);
                }
            }
        }
        Ok(())
    }

    fn open_block(&mut self, at: usize, block: &'a str, is_chained: bool) -> Result<(), &'static str> {
        let (name, field) = block.trim_matches(SPACE).split_once(SPACE).ok_or(TAGS)?;
        let kind = Kind::of_name(name).ok_or(TAGS)?;
        let path = Path::parse(field.trim_matches(SPACE)).ok_or(TAGS)?;
        self.open.push(Open { at, kind, path, then: Vec::new(), otherwise: None, is_chained });
        if self.open.len() > MAX_DEPTH { Err("blocks can be 32 deep at most") } else { Ok(()) }
    }

    fn otherwise(&mut self, chain: &'a str, at: usize) -> Result<(), &'static str> {
        let block = self.open.last_mut().filter(|block| block.otherwise.is_none());
        block.ok_or("no block that has no else yet is open here")?.otherwise = Some(Vec::new());
        if chain.is_empty() { Ok(()) } else { self.open_block(at, chain, true) }
    }

    fn close(&mut self, name: &str) -> Result<(), &'static str> {
        let kind = Kind::of_name(name);
        loop {
            let block = self.open.pop().ok_or("no block is open here")?;
            let Open { kind: opened, path, then, otherwise, is_chained, .. } = block;
            if !is_chained && kind != Some(opened) {
                return Err("another block is open here");
            }
            self.push(Node::Block { kind: opened, path, then, otherwise: otherwise.unwrap_or_default() });
            if !is_chained {
                return Ok(());
            }
        }
    }
}

impl Tag<'_> {
    fn is_block_or_comment(&self) -> bool {
        let is_else = self.inside == "^" || self.inside.strip_prefix("else").is_some_and(is_end_of_word);
        self.form == Form::Comment || (self.form == Form::Other && (self.inside.starts_with(['#', '/']) || is_else))
    }
}

fn is_end_of_word(rest: &str) -> bool {
    rest.is_empty() || rest.starts_with(SPACE)
}
