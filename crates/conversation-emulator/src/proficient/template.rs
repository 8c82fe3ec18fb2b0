//! The Handlebars templates of agents: greetings and system messages.
//!
//! A template comes from outside and is rendered within a transaction, so only those are taken whose cost is bounded
//! by their length: fields, `#if`, `#unless` and `#with`, each with `else`, and comments. What could loop, recurse,
//! read a file or call for more is refused before Handlebars sees it, with its line and column.

use std::{
    fmt,
    io::{self, Write},
    sync::LazyLock,
};

use handlebars::{Handlebars, Template, no_escape};
use proficient_types::{Agent, User};
use serde_json::json;

/// How long a template may be, in bytes.
const MAX_TEMPLATE: usize = 64 << 10;

/// Where a rendered text is cut, in bytes: a field may be long and named often.
const MAX_TEXT: usize = 64 << 10;

/// How deep blocks may be within blocks.
const MAX_DEPTH: usize = 32;

/// What is wrong with a template, and where.
#[derive(Debug, PartialEq)]
pub(crate) struct Flaw {
    line: usize,
    column: usize,
    message: String,
}

impl fmt::Display for Flaw {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the template is wrong at line {}, column {}: {}", self.line, self.column, self.message)
    }
}

/// Refuses what [`render`] could not render.
pub(crate) fn check(template: &str) -> Result<(), Flaw> {
    let flaw = |(at, message): (usize, &str)| {
        let before = template.get(..at).unwrap_or(template);
        let line_begin = before.rfind('\n').map_or(0, |newline| newline + 1);
        Flaw {
            line: before.matches('\n').count() + 1,
            column: before.get(line_begin..).unwrap_or_default().chars().count() + 1,
            message: message.to_owned(),
        }
    };
    check_tags(template).map_err(flaw)?;
    match Template::compile(template) {
        Ok(_) => Ok(()),
        Err(error) => {
            let (line, column) = error.pos().unwrap_or((1, 1));
            Err(Flaw { line, column, message: error.reason().to_string() })
        }
    }
}

/// The text of a template for this user and agent, cut where it grows too long.
///
/// A checked template always renders. If one does not, there is no text.
pub(crate) fn render(template: &str, user: &User, agent: &Agent) -> Option<String> {
    let mut text = Cut(Vec::new());
    let rendered = HANDLEBARS.render_template_to_write(template, &json!({ "user": user, "agent": agent }), &mut text);
    match rendered {
        Err(_) if text.0.len() < MAX_TEXT => {
            tracing::warn!("a template cannot be rendered");
            None
        }
        _ => Some(text.into_text()),
    }
}

/// Plain text is written, so nothing is escaped for HTML.
static HANDLEBARS: LazyLock<Handlebars<'static>> = LazyLock::new(|| {
    let mut handlebars = Handlebars::new();
    handlebars.register_escape_fn(no_escape);
    for helper in ["each", "lookup", "raw", "log", "eq", "ne", "gt", "gte", "lt", "lte", "and", "or", "not", "len"] {
        handlebars.unregister_helper(helper);
    }
    handlebars
});

/// Takes what fits, and errs at the first byte that does not.
struct Cut(Vec<u8>);

impl Cut {
    fn into_text(self) -> String {
        match String::from_utf8(self.0) {
            Ok(text) => text,
            Err(cut) => {
                let whole = cut.utf8_error().valid_up_to();
                let mut bytes = cut.into_bytes();
                bytes.truncate(whole);
                String::from_utf8(bytes).unwrap_or_default()
            }
        }
    }
}

impl Write for Cut {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let fits = bytes.len().min(MAX_TEXT - self.0.len());
        self.0.extend(bytes.iter().take(fits));
        if fits < bytes.len() { Err(io::ErrorKind::WriteZero.into()) } else { Ok(fits) }
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// A block that is open.
struct Block<'a> {
    at: usize,
    name: &'a str,
    has_else: bool,
    /// How deep the parts behind its `else if` are within one another.
    chained: usize,
}

const TAGS: &str = "only fields, #if, #unless, #with, else and comments can be between {{ and }}";

fn check_tags(template: &str) -> Result<(), (usize, &'static str)> {
    if template.len() > MAX_TEMPLATE {
        return Err((0, "a template has at most 65536 bytes"));
    }
    let mut open: Vec<Block<'_>> = Vec::new();
    let mut from = 0;
    while let Some(found) = template.get(from..).and_then(|rest| rest.find("{{")) {
        let at = from + found;
        if template.get(..at).is_some_and(|before| before.ends_with('\\')) {
            return Err((at, "braces cannot be escaped"));
        }
        let inside = template.get(at + 2..).unwrap_or_default();
        let end = inside.find("}}").ok_or((at, "this {{ has no }}"))?;
        let (inside, behind) = (inside.get(..end).unwrap_or_default(), inside.get(end + 2..).unwrap_or_default());
        from = at + 2 + end + 2;
        if let Some(comment) = inside.strip_prefix('!') {
            check_comment(comment).map_err(|message| (at, message))?;
        } else if let Some(field) = inside.strip_prefix('{') {
            if !behind.starts_with('}') {
                return Err((at, "this {{{ has no }}}"));
            }
            from += 1;
            check_field(trim(field)).map_err(|message| (at, message))?;
        } else {
            check_tag(trim(inside), at, &mut open).map_err(|message| (at, message))?;
        }
    }
    match open.last() {
        Some(block) => Err((block.at, "this block is not closed")),
        None => Ok(()),
    }
}

/// A tag without what says that the space beside it goes.
fn trim(tag: &str) -> &str {
    let tag = tag.strip_prefix('~').unwrap_or(tag);
    tag.strip_suffix('~').unwrap_or(tag).trim_matches(SPACE)
}

const SPACE: [char; 4] = [' ', '\t', '\n', '\r'];

/// A comment that begins with two dashes goes on to two dashes.
fn check_comment(comment: &str) -> Result<(), &'static str> {
    match comment.trim_start_matches(SPACE).strip_prefix("--") {
        Some(comment) if !comment.ends_with("--") => Err("this comment ends with --}}"),
        _ => Ok(()),
    }
}

fn check_field(field: &str) -> Result<(), &'static str> {
    let known = |char: char| char.is_ascii_alphanumeric() || "_.@/-".contains(char);
    if field.is_empty() || !field.chars().all(known) || BLOCKS.contains(&field) || field == "else" {
        return Err(TAGS);
    }
    Ok(())
}

const BLOCKS: [&str; 3] = ["if", "unless", "with"];

fn check_tag<'a>(tag: &'a str, at: usize, open: &mut Vec<Block<'a>>) -> Result<(), &'static str> {
    if let Some(block) = tag.strip_prefix('#') {
        let name = check_block(block)?;
        open.push(Block { at, name, has_else: false, chained: 0 });
    } else if let Some(name) = tag.strip_prefix('/') {
        let block = open.pop().ok_or("no block is open here")?;
        if block.name != name.trim_matches(SPACE) {
            return Err("another block is open here");
        }
    } else if tag == "^" || tag == "else" || tag.strip_prefix("else").is_some_and(|rest| rest.starts_with(SPACE)) {
        let block =
            open.last_mut().filter(|block| !block.has_else).ok_or("no block that has no else yet is open here")?;
        match tag.strip_prefix("else").map(|chain| chain.trim_matches(SPACE)) {
            Some(chain) if !chain.is_empty() => {
                check_block(chain)?;
                block.chained += 1;
            }
            _ => block.has_else = true,
        }
    } else {
        check_field(tag.strip_prefix('&').map_or(tag, |field| field.trim_matches(SPACE)))?;
    }
    let depth: usize = open.iter().map(|block| 1 + block.chained).sum();
    if depth > MAX_DEPTH { Err("blocks can be 32 deep at most") } else { Ok(()) }
}

/// A block's name and its field; the name.
fn check_block(block: &str) -> Result<&str, &'static str> {
    let (name, field) = block.trim_matches(SPACE).split_once(SPACE).ok_or(TAGS)?;
    check_field(field.trim_matches(SPACE))?;
    if BLOCKS.contains(&name) { Ok(name) } else { Err(TAGS) }
}

#[cfg(test)]
mod tests {
    use proficient_types::{AgentFields, UserFields};

    use conversation_wire::Timestamp;
    use fastrand::Rng;

    use super::*;

    fn user(first_name: Option<&str>) -> User {
        let now = Timestamp::from_millis(0);
        User::new(UserFields {
            id: "u_1".into(),
            created_at: now,
            external_id: "customer-1".into(),
            first_name: first_name.map(str::to_owned),
            last_name: None,
            live_mode: true,
            updated_at: now,
        })
    }

    fn agent() -> Agent {
        let now = Timestamp::from_millis(0);
        Agent::new(AgentFields {
            id: "ag_1".into(),
            active: true,
            description: None,
            display_description: None,
            display_name: Some("Help & Co".to_owned()),
            name: "help".to_owned(),
            created_at: now,
            updated_at: now,
        })
    }

    fn rendered(template: &str) -> String {
        check(template).unwrap_or_else(|flaw| panic!("{template}: {flaw}"));
        render(template, &user(Some("Ada <3")), &agent()).unwrap_or_else(|| panic!("{template}"))
    }

    #[test]
    fn a_template_is_rendered_as_plain_text() {
        for (template, text) in [
            ("", ""),
            ("Hello {{user.first_name}}, this is {{agent.display_name}}.", "Hello Ada <3, this is Help & Co."),
            ("{{{user.first_name}}}{{& user.first_name}}", "Ada <3Ada <3"),
            ("[{{user.last_name}}{{user.nothing}}{{nothing}}]", "[]"),
            ("{{#if user.last_name}}a{{else if user.first_name}}b{{else}}c{{/if}}", "b"),
            ("{{#unless user.live_mode}}test{{^}}live{{/unless}}", "live"),
            ("{{#with user}}{{first_name}} {{../agent.name}}{{/with}}", "Ada <3 help"),
            ("a {{~user.external_id~}} b", "acustomer-1b"),
            ("{{! a note }}{{!-- an odd note --}}x", "x"),
            ("} }} { \\ {user}", "} }} { \\ {user}"),
        ] {
            assert_eq!(rendered(template), text, "{template}");
        }
    }

    #[test]
    fn what_is_null_is_empty() {
        assert_eq!(render("[{{user.first_name}}]", &user(None), &agent()).unwrap(), "[]");
    }

    #[test]
    fn what_could_loop_recurse_or_load_is_refused_at_its_line_and_column() {
        for (template, line, column) in [
            ("{{#each user}}{{/each}}", 1, 1),
            ("é{{> partial}}", 1, 2),
            ("a\n  {{#*inline \"a\"}}{{/inline}}", 2, 3),
            ("{{lookup user \"id\"}}", 1, 1),
            ("{{#if (eq 1 1)}}{{/if}}", 1, 1),
            ("{{{{raw}}}}{{{{/raw}}}}", 1, 1),
            ("{{log user}}", 1, 1),
            ("{{user.first_name", 1, 1),
            ("x{{#if user}}", 1, 2),
            ("{{/if}}", 1, 1),
            ("{{#if user}}{{/with}}", 1, 13),
            ("{{else}}", 1, 1),
            ("{{#if user}}{{else}}{{else}}{{/if}}", 1, 21),
            ("\\{{user}}", 1, 2),
            ("{{}}", 1, 1),
            ("{{{user}}", 1, 1),
            ("{{if}}", 1, 1),
            ("{{!-- an {{odd}} note --}}", 1, 1),
        ] {
            let flaw = check(template).expect_err(template);
            assert_eq!((flaw.line, flaw.column), (line, column), "{template}: {flaw}");
        }
        assert!(check(&"a".repeat(MAX_TEMPLATE + 1)).is_err());
    }

    #[test]
    fn depth_is_bounded() {
        for block in ["{{#if a}}", "{{#if a}}{{#unless b}}"] {
            check(&block.repeat(100_000)[..MAX_TEMPLATE / 9 * 9]).unwrap_err();
        }
        let chain = format!("{{{{#if a}}}}{}{{{{/if}}}}", "{{else if a}}".repeat(3_000));
        check(&chain).unwrap_err();
        rendered(&format!("{}{}", "{{#if user}}".repeat(MAX_DEPTH), "{{/if}}".repeat(MAX_DEPTH)));
    }

    #[test]
    fn a_text_is_cut_before_it_grows_too_long_and_stays_text() {
        let long = user(Some(&"ü".repeat(300_001)));
        let text = render(&"x{{user.first_name}}".repeat(3_000), &long, &agent()).unwrap();
        assert!(text.len() <= MAX_TEXT && text.len() > MAX_TEXT - 4, "{}", text.len());
        assert!(text.starts_with("xüü"));
    }

    #[test]
    fn every_accepted_template_renders() {
        let parts = [
            "{{",
            "}}",
            "{{{",
            "}}}",
            "{{#if ",
            "{{#unless user.id}}",
            "{{#with user}}",
            "{{/if}}",
            "{{/unless}}",
            "{{/with}}",
            "{{else}}",
            "{{^}}",
            "{{else if agent.name}}",
            "user",
            "user.first_name",
            "agent.name",
            ".",
            "this",
            "../",
            "@root",
            "/",
            "~",
            "&",
            "!",
            "{{!",
            "{{!--",
            "--}}",
            "--",
            "\\",
            "#",
            "^",
            " ",
            "\n",
            "if",
            "else",
            "5",
            "-",
            "true",
            "null",
            "{{user.id}}",
            "[",
            "]",
            "(",
            "\"",
            "é",
            "{",
            "}",
            "as |x|",
            "a=b",
        ];
        let (mut rng, mut taken) = (Rng::with_seed(1), 0);
        for _ in 0..60_000 {
            let length = rng.usize(1..12);
            let template: String = (0..length).filter_map(|_| rng.choice(parts)).collect();
            if check(&template).is_ok() {
                taken += 1;
                assert!(render(&template, &user(Some("Ada")), &agent()).is_some(), "{template}");
            }
        }
        assert!(taken > 1_000, "{taken}");
    }
}
