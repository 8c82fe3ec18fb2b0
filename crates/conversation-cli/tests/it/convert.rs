//! `convert` and `restore`: what comes out, and that the very input comes back.

use serde_json::{Value, json};

use crate::{
    make::{answer, asked_again, event, message, page, with},
    run::{Run, fixture, fixture_json, one_line, run},
};

/// A folder with an input in it.
pub(crate) struct Bench {
    folder: tempfile::TempDir,
}

impl Bench {
    pub(crate) fn new(input: impl AsRef<[u8]>) -> Self {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("input"), input).unwrap();
        Self { folder }
    }

    pub(crate) fn path(&self, name: &str) -> String {
        self.folder.path().join(name).to_str().unwrap().to_owned()
    }

    pub(crate) fn convert(&self, to: &str, arguments: &[&str]) -> Run {
        let (input, residue) = (self.path("input"), self.path("residue"));
        let done = run(&[&["convert", "--to", to, &input, "--residue", &residue], arguments].concat(), "");
        std::fs::write(self.path("output"), &done.stdout).unwrap();
        done
    }

    pub(crate) fn restore(&self) -> Run {
        run(&["restore", &self.path("output"), &self.path("residue")], "")
    }
}

/// `convert --to … -` without a residue.
pub(crate) fn convert(to: &str, input: &str, arguments: &[&str]) -> Run {
    run(&[&["convert", "--to", to, "-"], arguments].concat(), input)
}

fn values(text: &str) -> Vec<Value> {
    serde_json::Deserializer::from_str(text).into_iter().map(Result::unwrap).collect()
}

/// Everything that can be converted: a name, the text, and how many conversations are in it.
pub(crate) fn inputs() -> Vec<(&'static str, String, usize)> {
    let events = [event(1, 0, "Hi"), event(2, 5, "Hello?"), event(4, 9, "Still there?")];
    let lines = |items: &[Value]| items.iter().map(|item| format!("{item}\n")).collect::<String>();
    let loose = |items: &[Value]| items.iter().map(|item| format!("{item:#}\n")).collect::<String>();
    let other = |item: Value| with(item, json!({"interaction_id": "int_2"}));
    let two: Vec<_> = asked_again().into_iter().chain(asked_again().into_iter().map(other)).collect();
    let interaction = json!({
        "id": "int_1", "object": "interaction", "agent_id": "ag_1", "archived": false, "created_at": 1,
        "initial_turn": "user", "name": null, "total_message_count": 6, "updated_at": 1, "user_id": "u_1", "mood": 1,
    });
    let chat = json!({"chatId": "c-1", "messages": events, "chatEnded": true});
    let tree = json!({"messages": asked_again(), "new": {"a": null}});
    let created = json!({"interaction": interaction, "messages": asked_again(), "next": null});
    let seed = fixture_json("genesys/get-messages.response.json");
    let asked = fixture_json("genesys/request-chat.response.json");
    let operated = json!({"statusCode": 0, "state": "Chatting", "messages": events, "participants": [], "x": 1});
    let (one, two_) = (page(&asked_again()), with(page(&asked_again()), json!({"has_more": true, "cursor": "x"})));
    vec![
        ("an answer of Get Messages", seed.to_string(), 1),
        ("an answer of Request Chat", asked.to_string(), 1),
        ("an answer of an operation", operated.to_string(), 1),
        ("events in an array", Value::from(&events[..]).to_string(), 1),
        ("events in lines", lines(&events), 1),
        ("events one after another", loose(&events), 1),
        ("a single event", events[0].to_string(), 1),
        ("a page", one.to_string(), 1),
        ("a page laid out", format!("{one:#}"), 1),
        ("an interaction created", created.to_string(), 1),
        ("messages in an array", Value::from(asked_again()).to_string(), 1),
        ("messages in lines, of two interactions", lines(&two), 2),
        ("messages one after another", loose(&two), 2),
        ("a single message", asked_again()[0].to_string(), 1),
        ("a chat", chat.to_string(), 1),
        ("a tree", tree.to_string(), 1),
        ("pages in lines", lines(&[one.clone(), two_.clone()]), 2),
        ("pages one after another", loose(&[one.clone(), two_.clone()]), 2),
        ("everything in lines", lines(&[seed, one, chat, tree, created, operated, Value::from(&events[..]), two_]), 8),
    ]
}

#[test]
fn every_kind_of_input_comes_back_from_everything_it_is_converted_to() {
    for (name, input, count) in inputs() {
        for to in ["proficient", "genesys", "model"] {
            let bench = Bench::new(&input);
            let done = bench.convert(to, &[]);
            assert_eq!(done.code, Some(0), "{name} to {to}: {}", done.stderr);
            assert_eq!(values(&done.stdout).len(), count, "{name} to {to}");
            let back = bench.restore();
            assert_eq!((back.code, &*back.stderr), (Some(0), ""), "{name} to {to}");
            assert_eq!(values(&back.stdout), values(&input), "{name} to {to}");
            // And in the layout that it had.
            let begins = |text: &str| text.lines().filter(|line| line.starts_with(['{', '['])).count();
            assert!(count == 1 || begins(&back.stdout) == begins(&input), "{name} to {to}: {}", back.stdout);
        }
    }
}

#[test]
fn what_was_converted_is_an_input_again_and_comes_back_as_well() {
    for (name, input, _) in inputs() {
        for first in ["proficient", "genesys", "model"] {
            let converted = convert(first, &input, &[]).stdout;
            for second in ["proficient", "genesys", "model"] {
                let bench = Bench::new(&converted);
                let done = bench.convert(second, &[]);
                if done.code == Some(2) && done.stderr.contains("the conversation is empty") {
                    // A chat without messages is an interaction without messages, which cannot become a chat.
                    assert_eq!((name, first, second), ("an answer of Request Chat", "proficient", "genesys"));
                    continue;
                }
                assert_eq!(done.code, Some(0), "{name} to {first} to {second}: {}", done.stderr);
                let back = bench.restore();
                assert_eq!((back.code, &*back.stderr), (Some(0), ""), "{name} to {first} to {second}");
                assert_eq!(values(&back.stdout), values(&converted), "{name} to {first} to {second}");
            }
        }
    }
}

#[test]
fn to_its_own_side_a_conversation_goes_unchanged() {
    let chat = json!({"chatId": "c-1", "messages": [event(3, 0, "Hi"), event(1, 5, "Hello?")], "chatEnded": false});
    assert_eq!(values(&convert("genesys", &chat.to_string(), &[]).stdout), [chat]);
    let tree = json!({"messages": asked_again()});
    assert_eq!(values(&convert("proficient", &page(&asked_again()).to_string(), &[]).stdout), [tree]);
}

#[test]
fn the_published_transcript_becomes_an_interaction() {
    let path = fixture("genesys/get-messages.response.json");
    let run = run(&["convert", "--to", "proficient", "--chat", "00048aDPKC9H0018", path.to_str().unwrap()], "");
    assert_eq!(run.code, Some(0));
    insta::assert_snapshot!(run.stdout);
    insta::assert_snapshot!("the_published_transcript_becomes_an_interaction_with_notes", run.stderr);
    let run = convert("model", &std::fs::read_to_string(path).unwrap(), &[]);
    insta::assert_snapshot!("the_published_transcript_as_a_model", format!("{}{}", run.stdout, run.stderr));
}

#[test]
fn a_tree_with_branches_becomes_a_chat() {
    let options = ["--branch", "a4", "--nickname", "user=Ada", "--type", "agent=Agent"];
    let run = convert("genesys", &page(&asked_again()).to_string(), &options);
    assert_eq!(run.code, Some(0));
    insta::assert_snapshot!(run.stdout + &run.stderr);
    let first = convert("genesys", &page(&asked_again()).to_string(), &["--branch", "first"]);
    assert!(first.stdout.contains("This is a2.") && !first.stdout.contains("This is a3."));
}

/// Several roots, branches, a hole, a cycle.
fn messy() -> Value {
    let mut messages = asked_again();
    messages.extend([
        message("u5", None, 0, 5),
        message("a6", Some("gone"), 7, 70),
        message("c1", Some("c2"), 1, 80),
        message("c2", Some("c1"), 2, 81),
        message("a2", Some("u1"), 2, 20),
    ]);
    page(&messages)
}

#[test]
fn a_tree_with_gaps_and_cycles_is_converted_and_kept_and_restored() {
    let bench = Bench::new(messy().to_string());
    let done = bench.convert("genesys", &["--chat", "c-1"]);
    assert_eq!((done.code, &*done.stderr), (Some(0), ""));
    insta::assert_snapshot!(done.stdout);
    let residue = std::fs::read_to_string(bench.path("residue")).unwrap();
    insta::assert_snapshot!("the_residue_of_a_tree_with_gaps_and_cycles", residue);
    let back = bench.restore();
    insta::assert_snapshot!("a_tree_with_gaps_and_cycles_restored", back.stdout);
    let lost = convert("genesys", &messy().to_string(), &["--chat", "c-1"]);
    insta::assert_snapshot!("the_losses_of_a_tree_with_gaps_and_cycles", lost.stderr);
}

#[test]
fn a_residue_is_a_line_for_each_line() {
    let input = format!("{}\n{}\n", page(&asked_again()), answer(&[event(1, 0, "Hi")]));
    let bench = Bench::new(input);
    assert_eq!(bench.convert("genesys", &[]).code, Some(0));
    insta::assert_snapshot!(std::fs::read_to_string(bench.path("residue")).unwrap());
}

#[test]
fn participants_and_notices_are_what_the_options_say() {
    let notice = with(event(2, 3, "http://x"), json!({"type": "Notice"}));
    let bot = json!({"nickname": "bot", "participantId": 2, "type": "External"});
    let input = answer(&[event(1, 0, "Hi"), notice, with(event(3, 9, "Wait."), json!({"from": bot}))]).to_string();
    let options = ["--chat", "c", "--interaction", "int_9", "--agent", "ag_9", "--user", "u_9", "--keep-notices"];
    let run = convert("proficient", &input, &[&options[..], &["--role", "External=system"]].concat());
    let interaction = &values(&run.stdout)[0];
    assert_eq!(interaction["interaction"]["agent_id"], "ag_9");
    assert_eq!(interaction["interaction"]["user_id"], "u_9");
    assert_eq!(interaction["interaction"]["id"], "int_9");
    let said: Vec<_> =
        interaction["messages"].as_array().unwrap().iter().map(|one| (&one["sent_by"], &one["id"])).collect();
    let expected = [("user", "msg_c_1"), ("user", "msg_c_2"), ("system", "msg_c_3")];
    assert_eq!(
        said,
        expected.map(|(sender, id)| (json!(sender), json!(id))).iter().map(|(a, b)| (a, b)).collect::<Vec<_>>()
    );
}

#[test]
fn ids_are_derived_the_same_way_for_a_longer_transcript_and_that_is_said_once() {
    let ids = |events: &[Value]| {
        let run = convert("proficient", &answer(events).to_string(), &[]);
        assert_eq!(run.stderr.matches("--chat").count(), 1, "{}", run.stderr);
        values(&run.stdout)[0]["messages"].as_array().unwrap().iter().map(|one| one["id"].clone()).collect::<Vec<_>>()
    };
    let (short, long) = (ids(&[event(1, 0, "Hi")]), ids(&[event(2, 5, "Hello?"), event(1, 0, "Hi")]));
    assert_eq!(short[0], long[0]);
    let other = ids(&[event(1, 1, "Hi")]);
    assert_ne!(short[0], other[0], "another chat");
    let input = format!("{}\n{}\n", answer(&[event(1, 0, "Hi")]), answer(&[event(1, 9, "Hi")]));
    let run = convert("proficient", &input, &[]);
    assert_eq!(run.stderr.matches("--chat").count(), 1, "{}", run.stderr);
    let agents: Vec<_> = values(&run.stdout).iter().map(|one| one["interaction"]["user_id"].clone()).collect();
    assert_ne!(agents[0], agents[1], "two chats are of two users, for all that is known");
}

#[test]
fn a_chat_that_says_its_id_keeps_it_and_is_no_other() {
    let chat = json!({"chatId": "c-1", "messages": [event(1, 0, "Hi")]}).to_string();
    let run = convert("proficient", &chat, &[]);
    assert_eq!(values(&run.stdout)[0]["messages"][0]["id"], "msg_c-1_1");
    assert!(!run.stderr.contains("--chat"), "{}", run.stderr);
    let line = one_line(convert("proficient", &chat, &["--chat", "c-2"]));
    assert_eq!(line, "error: standard input: the events are of another chat, c-1");
}

#[test]
fn an_interaction_gives_its_chat_its_id() {
    let run = convert("genesys", &page(&asked_again()).to_string(), &[]);
    assert_eq!(values(&run.stdout)[0]["chatId"], "1");
    let plain = with(message("u1", None, 0, 0), json!({"interaction_id": "plain"}));
    assert_eq!(values(&convert("genesys", &plain.to_string(), &[]).stdout)[0]["chatId"], "plain");
}

#[test]
fn one_id_is_for_one_conversation() {
    let input = format!("{}\n{}\n", answer(&[event(1, 0, "Hi")]), answer(&[event(1, 9, "Hi")]));
    for option in ["--chat", "--interaction"] {
        let run = convert("proficient", &input, &[option, "x"]);
        assert_eq!(run.code, Some(3));
        assert_eq!(values(&run.stdout).len(), 1);
        let expected = format!(
            "error: standard input: in line 2: a second conversation: with {option}, its ids would be those of the first\n"
        );
        assert!(run.stderr.contains(&expected), "{}", run.stderr);
    }
}

#[test]
fn an_option_without_a_meaning_is_refused() {
    let cases = [
        ("genesys", "--agent", "x"),
        ("genesys", "--role", "a=b"),
        ("proficient", "--branch", "first"),
        ("proficient", "--nickname", "a=b"),
        ("model", "--chat", "x"),
    ];
    for (to, option, value) in cases {
        let line = one_line(convert(to, &page(&asked_again()).to_string(), &[option, value]));
        assert!(line.starts_with(&format!("error: {option} has a meaning with --to ")), "{line}");
    }
    assert_eq!(convert("proficient", "{}", &["--role", "Client"]).code, Some(2));
}

#[test]
fn losses_are_summed_up_by_kind_with_the_first_place_and_the_fields_around() {
    let typing = with(event(2, 5, "He"), json!({"type": "TypingStarted"}));
    let chat = with(answer(&[event(1, 0, "Hi"), typing.clone()]), json!({"secureKey": "s3cret", "new\u{1b}": 1}));
    let input = format!("{chat}\n{}\n", answer(&[event(1, 9, "Hi"), typing]));
    let run = convert("proficient", &input, &[]);
    assert_eq!(run.code, Some(0));
    insta::assert_snapshot!(run.stderr);
    assert!(!run.stderr.contains("s3cret") && !run.stdout.contains("s3cret"));
}

#[test]
fn with_a_residue_nothing_is_lost_and_nothing_is_said() {
    let bench = Bench::new(page(&asked_again()).to_string());
    let done = bench.convert("genesys", &[]);
    assert_eq!((done.code, &*done.stderr), (Some(0), ""));
}

#[test]
fn what_was_edited_is_refused_with_the_first_entry() {
    let chat = answer(&[event(1, 0, "Hi"), event(2, 5, "Hello?")]);
    for to in ["proficient", "genesys", "model"] {
        let bench = Bench::new(chat.to_string());
        let done = bench.convert(to, &["--chat", "c"][..if to == "model" { 0 } else { 2 }]);
        std::fs::write(bench.path("output"), done.stdout.replace("Hello?", "Goodbye.")).unwrap();
        let line = one_line(bench.restore());
        assert!(line.contains("messages[1] (") && line.ends_with("is not as it was projected"), "{to}: {line}");
    }
}

#[test]
fn a_pair_that_does_not_match_is_refused() {
    let lines =
        |ids: [&str; 2]| ids.map(|id| json!({"chatId": id, "messages": [event(1, 0, id)]}).to_string()).join("\n");
    for to in ["proficient", "genesys", "model"] {
        let bench = Bench::new(lines(["a", "b"]));
        let done = bench.convert(to, &[]);
        let mut swapped: Vec<_> = done.stdout.lines().collect();
        swapped.reverse();
        std::fs::write(bench.path("output"), swapped.join("\n")).unwrap();
        let run = bench.restore();
        assert_eq!((run.code, &*run.stdout), (Some(2), ""), "{to}");
        assert_eq!(run.stderr.matches("in line").count(), 2, "{to}: {}", run.stderr);
        // One more and one less.
        let first = done.stdout.lines().next().unwrap();
        for (output, said) in [
            (first.to_owned(), "the residue of a conversation that is missing"),
            (format!("{}{first}\n", done.stdout), "a conversation more than there are residues"),
        ] {
            std::fs::write(bench.path("output"), output).unwrap();
            let run = bench.restore();
            assert_eq!(run.code, Some(3));
            assert!(run.stderr.contains(said), "{}", run.stderr);
        }
    }
}

#[test]
fn a_residue_that_is_none_is_refused() {
    let bench = Bench::new(page(&asked_again()).to_string());
    bench.convert("genesys", &[]);
    let residue = std::fs::read_to_string(bench.path("residue")).unwrap();
    for (from, to) in [
        ("\"version\": 1", "\"version\": 2"),
        ("proficient_messages_page", "proficient_messages_pages"),
        ("proficient_messages_page", "genesys_event_array"),
        ("\"to\": \"genesys\"", "\"to\": \"proficient\""),
        ("\"has_more\": false", "\"has_less\": false"),
        ("\"layout\": \"single\"", "\"layout\": \"double\""),
    ] {
        let edited = residue.replace(from, to);
        assert_ne!(edited, residue, "{from}");
        std::fs::write(bench.path("residue"), edited).unwrap();
        one_line(bench.restore());
    }
    std::fs::write(bench.path("residue"), "{}").unwrap();
    assert!(one_line(bench.restore()).contains("residue: version: missing required field"));
    assert_eq!(run(&["restore", "-", "-"], "").code, Some(2));
}

/// What is kept stands deeper than it did: what could not be read again is refused, and the rest comes back.
#[test]
fn however_deep_it_is_nested_it_comes_back_or_is_refused() {
    let mut refused = 0;
    for levels in 112..=124 {
        let deep: Value = serde_json::from_str(&format!("{}{}", "[".repeat(levels), "]".repeat(levels))).unwrap();
        let in_event = answer(&[with(event(1, 0, "Hi"), json!({"new": deep}))]);
        let in_answer = with(answer(&[event(1, 0, "Hi")]), json!({"new": deep}));
        let in_message = page(&[with(asked_again()[0].clone(), json!({"new": deep}))]);
        for (input, to) in [(in_event, "proficient"), (in_answer, "proficient"), (in_message, "genesys")] {
            for to in [to, "model"] {
                let bench = Bench::new(input.to_string());
                let done = bench.convert(to, &[]);
                if done.code == Some(0) {
                    let restored = bench.restore();
                    assert_eq!(restored.code, Some(0), "{levels} to {to}: {}", restored.stderr);
                    assert_eq!(serde_json::from_str::<Value>(&restored.stdout).unwrap(), input);
                } else {
                    let line = one_line(done);
                    assert!(line.contains("nested") || line.contains("recursion") || line.contains("deep"), "{line}");
                    refused += 1;
                }
            }
        }
    }
    assert!(refused > 0);
}

/// Numbers that a `serde_json::Value` rounds come back by their text, from every form and target.
#[test]
fn numbers_of_any_size_come_back_as_they_were() {
    let numbers = ["18446744073709551616", "-0", "123456789012345678901234567"];
    for number in numbers {
        let more = format!("\"n\":{number},\"deep\":{{\"a\":[{number}]}}");
        let event = format!(
            r#"{{"from":{{"nickname":"a","participantId":1,"type":"Client",{more}}},"index":1,"type":"Message","utcTime":5,"text":"hi","userData":{{{more}}},{more}}}"#
        );
        let message = format!(
            r#"{{"id":"m1","object":"message","content":"c","created_at":5,"depth":0,"interaction_id":"i","sent_by":"user",{more}}}"#
        );
        let inputs = [
            format!(r#"{{"statusCode":0,"messages":[{event}],{more}}}"#),
            format!("[{event}]"),
            event.clone(),
            format!(r#"{{"data":[{message}],"has_more":false,{more}}}"#),
            format!("[{message}]"),
            message.clone(),
        ];
        for input in inputs {
            for to in ["model", "proficient", "genesys"] {
                let bench = Bench::new(input.clone());
                let done = bench.convert(to, &[]);
                assert_eq!(done.code, Some(0), "{to}: {input}: {}", done.stderr);
                std::fs::write(bench.path("output"), &done.stdout).unwrap();
                let back = run(&["restore", &bench.path("output"), &bench.path("residue")], "");
                assert_eq!(back.code, Some(0), "{to}: {input}: {}", back.stderr);
                let counted = |text: &str| {
                    text.split(|c: char| !(c.is_ascii_digit() || "-e.+".contains(c)))
                        .filter(|part| *part == number)
                        .count()
                };
                assert_eq!(counted(&back.stdout), counted(&input), "{to}: {input}: {}", back.stdout);
                // What was converted is converted on.
                let again = run(&["convert", "--to", "model", &bench.path("output")], "");
                assert_eq!(counted(&again.stdout), counted(&done.stdout), "{to}: {input}: {}", again.stdout);
            }
        }
    }
}
