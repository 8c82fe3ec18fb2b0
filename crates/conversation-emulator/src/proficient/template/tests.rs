//! Templates are rendered as Handlebars renders them, in a number of steps that their length bounds.

use std::time::{Duration, Instant};

use proficient_types::{AgentFields, UserFields};

use conversation_wire::Timestamp;
use fastrand::Rng;
use handlebars::{Handlebars, no_escape};

use super::*;

/// Handlebars itself, with the helpers that a template may use: what both take, both render in the same way.
fn by_handlebars(template: &str, user: &User) -> Option<String> {
    let mut handlebars = Handlebars::new();
    handlebars.register_escape_fn(no_escape);
    handlebars.render_template(template, &json!({ "user": user, "agent": agent() })).ok()
}

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
    let (mut rng, mut taken, mut compared) = (Rng::with_seed(1), 0, 0);
    let mut differ = Vec::new();
    let user = user(Some("Ada"));
    for _ in 0..60_000 {
        let length = rng.usize(1..12);
        let template: String = (0..length).filter_map(|_| rng.choice(parts)).collect();
        if check(&template).is_ok() {
            taken += 1;
            let text = render(&template, &user, &agent());
            assert!(text.is_some(), "{template}");
            if let Some(expected) = by_handlebars(&template, &user) {
                compared += 1;
                // Blanks behind the last tag end its line in JavaScript, and do not in the library.
                let ends_in_blanks = template.trim_end_matches([' ', '\t']).ends_with("}}") && !template.ends_with('}');
                if text.as_deref() != Some(expected.as_str()) && !ends_in_blanks {
                    differ.push((template.clone(), text, expected));
                }
            }
        }
    }
    differ.sort_by_key(|(template, ..)| template.len());
    differ.truncate(12);
    assert!(differ.is_empty(), "{differ:#?}");
    assert!(taken > 1_000 && compared > taken * 9 / 10, "{compared} of {taken}");
}

/// Every form that is long for its kind: none takes more steps than a few for each byte, and each ends at once.
#[test]
fn the_work_is_bounded_by_the_length() {
    let long = |part: &str| part.repeat(MAX_TEMPLATE / part.len());
    let nested = |open: &str, inside: &str, close: &str| {
        let room = (MAX_TEMPLATE - MAX_DEPTH * (open.len() + close.len())) / inside.len();
        format!("{}{}{}", open.repeat(MAX_DEPTH), inside.repeat(room), close.repeat(MAX_DEPTH))
    };
    let path = format!("{{{{{}x}}}}", "../".repeat(20_000));
    let names = format!("{{{{user{}}}}}", ".a".repeat(30_000));
    let mut rng = Rng::with_seed(7);
    let mut forms: Vec<String> = [
        "\\",
        "\\{",
        "{",
        "}",
        "{ {",
        "{{",
        "}}",
        "{{!",
        "{{!--",
        "--}}",
        "{{{",
        "{{~",
        "~",
        " ",
        "\n",
        " \n",
        "{{user}}",
        "{{user.first_name}}",
        "{{#if user}}",
        "{{/if}}",
        "{{else}}",
        "{{else if a}}",
        "{{^}}",
        "\t{{! x }}\n",
        " {{! x }} ",
        "{{#if a}} {{/if}} ",
        "\\\\{{",
        "[",
        "(",
        "\"",
        "as |",
        "é",
        "{{#if a}}{{else}}\n{{/if}}",
    ]
    .map(long)
    .into();
    forms.extend([
        nested("{{#with user}}", "{{../../agent.name}}", "{{/with}}"),
        nested("{{#if user}}", " {{! }} ", "{{/if}}"),
        path,
        names,
    ]);
    for _ in 0..200 {
        let parts = ["{{", "}}", "{", "}", "\\", " ", "\n", "#if a", "/if", "else", "!", "--", "~", "user", ".", "../"];
        let unit: String = (0..rng.usize(1..6)).filter_map(|_| rng.choice(parts)).collect();
        forms.push(long(&unit));
    }
    let (user, mut taken) = (json!({ "user": user(Some(&"x".repeat(10_000))), "agent": agent() }), 0);
    let mut slowest = (Duration::ZERO, String::new());
    for form in forms {
        let shown: String = form.chars().take(30).collect();
        let begin = Instant::now();
        let parsed = parse::parse(&form);
        let text = parsed.as_ref().ok().map(|parsed| render::render(&parsed.nodes, &user));
        slowest = slowest.max((begin.elapsed(), shown.clone()));
        // What is refused is refused in the same pass.
        let (Ok(parsed), Some(rendered)) = (parsed, text) else { continue };
        taken += 1;
        assert!(parsed.steps <= 4 * form.len() + 10, "{} steps for {} bytes: {shown}", parsed.steps, form.len());
        assert!(rendered.steps <= form.len() + 1, "{} steps for {} bytes: {shown}", rendered.steps, form.len());
        assert!(rendered.text.len() <= MAX_TEXT);
    }
    println!("{taken} taken; the slowest took {:?}: {:?}", slowest.0, slowest.1);
    assert!(taken > 20, "{taken}");
}
