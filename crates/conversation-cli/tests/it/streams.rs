//! JSON Lines, however they come: bad lines are said and passed over, and memory does not grow with them.

use std::{
    io::{Read as _, Write as _},
    process::Stdio,
};

use serde_json::{Value, json};

use crate::{
    convert::{Bench, convert},
    make::{answer, asked_again, event, message, page, with},
    run::{command, one_line, run},
};

fn chat(number: i64) -> String {
    answer(&[event(1, number, "Hi"), event(2, number + 5, "Hello?")]).to_string()
}

fn lines(text: &str) -> Vec<Value> {
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn a_bad_line_is_said_and_the_others_are_converted() {
    let nested = format!("{}{}", "[".repeat(10_000), "]".repeat(10_000));
    let deep = format!(r#"{{"statusCode":0,"messages":[],"new":{nested}}}"#);
    let bad: [(&[u8], &str); 12] = [
        (b"Hello", "not JSON (line 7, column 1)"),
        (b"{\"statusCode\":0,\"messages\":[\"\xff\"]}", "not UTF-8 (line 7, column 30)"),
        (b"\xff", "not UTF-8 (line 7, column 1)"),
        (b"{\"statusCode\":0,\"mess", "EOF while parsing"),
        (b"\0\0\0", "3 zero bytes (line 7, column 1)"),
        (b"{\"statusCode\":0,\0}", "(line 7, column 17)"),
        (b"{}{}", "an empty object (line 7, column 1)"),
        (b"7", "begins with a number, expected a JSON object or array (line 7, column 1)"),
        (b"{\"statusCode\":2}", "in line 7: statusCode 2: the call failed for good"),
        (b"{\"data\":[{\"id\":1}],\"has_more\":false}", "Message in line 7: data[0].id: expected MessageId"),
        (deep.as_bytes(), "(line 7, column "),
        (nested.as_bytes(), "(line 7, column 1)"),
    ];
    for (bad, said) in bad {
        for line_break in ["\n", "\r\n"] {
            let mut input = b"\xef\xbb\xbf".to_vec();
            for number in 1..=9 {
                match number {
                    7 => input.extend(bad),
                    3 => input.extend(b"  "),
                    _ => input.extend(chat(number).bytes()),
                }
                if number < 9 {
                    input.extend(line_break.bytes());
                }
            }
            let run = run(&["convert", "--to", "proficient", "-"], &input);
            assert_eq!(run.code, Some(3), "{said}: {}", run.stderr);
            assert_eq!(lines(&run.stdout).len(), 7, "{said}");
            let errors: Vec<_> = run.stderr.lines().filter(|line| line.starts_with("error: ")).collect();
            assert!(errors.len() == 1 && errors[0].contains(said), "{said}: {}", run.stderr);
        }
    }
}

#[test]
fn twenty_bad_lines_are_said_and_then_how_many_more() {
    let input = format!("{}\n{}{}\n", chat(1), "bad\n".repeat(50), chat(2));
    let run = convert("proficient", &input, &[]);
    assert_eq!(run.code, Some(3));
    assert_eq!(run.stderr.matches("not JSON").count(), 20);
    assert!(run.stderr.contains("error: standard input: and 30 more like these\n"), "{}", run.stderr);
    assert_eq!(lines(&run.stdout).len(), 2);
}

#[test]
fn a_bad_document_is_one_line_and_nothing_else() {
    for to in ["proficient", "genesys", "model"] {
        one_line(convert(to, "{\"data\":[{\"id\":1}],\"has_more\":false}", &[]));
        one_line(convert(to, "{\"statusCode\":1}", &[]));
        one_line(convert(to, "", &[]));
    }
    one_line(convert("genesys", &page(&asked_again()).to_string(), &["--branch", "nowhere"]));
}

#[test]
fn what_is_empty_becomes_empty() {
    let chats = format!("{}\n{}\n", answer(&[]), answer(&[]));
    let done = convert("proficient", &chats, &[]);
    assert_eq!((done.code, &*done.stdout), (Some(0), "{\"messages\":[]}\n{\"messages\":[]}\n"));
    let done = convert("genesys", &page(&[]).to_string(), &[]);
    assert_eq!(done.code, Some(0), "{}", done.stderr);
    assert_eq!(lines(&done.stdout.replace('\n', ""))[0]["messages"], json!([]));
}

#[test]
fn options_in_vain_and_names_that_nobody_documents_are_said() {
    let (chat, tree) = (chat(1), page(&asked_again()).to_string());
    let said = |to: &str, input: &str, options: &[&str]| {
        let done = convert(to, input, options);
        assert_eq!(done.code, Some(0), "{}", done.stderr);
        done.stderr
    };
    let unknown = |said: &str, name: &str| said.contains(&format!("{name} is not a documented value ("));
    assert!(unknown(&said("proficient", &chat, &["--role", "Supervizor=user"]), "--role: Supervizor"));
    assert!(unknown(&said("proficient", &chat, &["--role", "Supervisor=usr"]), "--role: usr"));
    assert!(unknown(&said("genesys", &tree, &["--type", "usr=Agent"]), "--type: usr"));
    assert!(unknown(&said("genesys", &tree, &["--type", "user=Agnt"]), "--type: Agnt"));
    assert!(unknown(&said("genesys", &tree, &["--nickname", "usr=Ada"]), "--nickname: usr"));
    assert!(said("genesys", &chat, &["--branch", "first"]).contains("--branch: no effect"));
    assert!(said("proficient", &tree, &["--keep-notices"]).contains("--keep-notices: no effect"));
    assert!(!said("genesys", &tree, &["--type", "user=Agent", "--branch", "first"]).contains("--type"));
    for option in ["--user", "--agent", "--chat", "--interaction"] {
        assert_eq!(convert("proficient", &chat, &[option, ""]).code, Some(2));
    }
}

#[test]
fn chats_without_ids_and_with_one_first_event_have_different_ids() {
    let input = format!("{0}\n{0}\n{0}\n", chat(1));
    let done = convert("proficient", &input, &[]);
    let ids: std::collections::BTreeSet<_> =
        lines(&done.stdout).iter().map(|value| value["interaction"]["id"].to_string()).collect();
    assert_eq!(ids.len(), 3, "{ids:?}");
}

/// A message of an interaction.
fn message_of(interaction: &str, id: &str, parent: Option<&str>, depth: i64) -> Value {
    with(message(id, parent, depth, 0), json!({"interaction_id": interaction}))
}

#[test]
fn the_messages_of_an_interaction_are_one_conversation_wherever_they_stand() {
    let all = [
        message_of("a", "a1", None, 0),
        message_of("b", "b1", None, 0),
        message_of("a", "a2", Some("a1"), 1),
        // Of another conversation the field is deeper.
        page(&[message_of("b", "p1", None, 0)]),
        message_of("c", "c1", None, 0),
        message_of("b", "b2", Some("b1"), 1),
        message_of("a", "a3", Some("a2"), 2),
        message_of("b", "b3", Some("b2"), 2),
    ];
    let of = |interaction: &str| all.iter().filter(|value| value["interaction_id"] == interaction).count();
    let expected = [("a", of("a")), ("b", of("b")), ("b", 1), ("c", of("c"))];
    let joined = |separator: &str| all.each_ref().map(Value::to_string).join(separator);
    let laid_out = all.each_ref().map(|value| format!("{value:#}")).join("\n");
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("input");
    for input in
        [joined("\n"), joined("\r\n"), joined("\n\n  \n") + "\n", format!("\u{feff}{}", joined("\n")), laid_out]
    {
        std::fs::write(&file, &input).unwrap();
        for done in [convert("model", &input, &[]), run(&["convert", "--to", "model", file.to_str().unwrap()], "")] {
            assert_eq!(done.code, Some(0), "{}", done.stderr);
            let found: Vec<_> = lines(&done.stdout)
                .iter()
                .map(|model| {
                    let entries = model["entries"].as_array().unwrap();
                    (entries[0]["details"]["interaction_id"].as_str().unwrap_or_default().to_owned(), entries.len())
                })
                .collect();
            let counts: Vec<_> = found.iter().map(|(_, count)| *count).collect();
            assert_eq!(counts, expected.map(|(_, count)| count), "{input}");
        }
        let checked = run(&["check", "--format", "json", "-"], &input);
        assert!(!checked.stdout.contains("\"parent\""), "no parent is missing: {}", checked.stdout);
        one_line(run(&["thread", "-"], &input));
    }
}

#[test]
fn what_is_damaged_among_messages_that_are_put_together_keeps_its_line() {
    let good = |interaction: &str, id: &str| message_of(interaction, id, None, 0).to_string();
    let cut = &good("a", "a9")[..40];
    let input =
        [&good("a", "a1"), &good("b", "b1"), "\0\0", &good("a", "a2"), cut, &good("b", "b2"), "Hello", ""].join("\n");
    let done = convert("model", &input, &[]);
    assert_eq!(done.code, Some(3));
    let mut said: Vec<_> =
        done.stderr.lines().map(|line| line.rsplit("(line ").next().unwrap().split(',').next().unwrap()).collect();
    said.sort_unstable();
    assert_eq!(said, ["3", "5", "7"], "{}", done.stderr);
    let counts: Vec<_> = lines(&done.stdout).iter().map(|model| model["entries"].as_array().unwrap().len()).collect();
    assert_eq!(counts, [2, 2]);
}

#[test]
fn events_behind_another_conversation_are_said() {
    let input = format!("{}\n{}\n{}\n{}\n", event(1, 0, "a"), event(2, 0, "b"), chat(5), event(3, 0, "c"));
    let run = convert("model", &input, &[]);
    assert_eq!(run.code, Some(3));
    assert!(run.stderr.contains("(line 4, column 1)"), "{}", run.stderr);
    assert_eq!(lines(&run.stdout).len(), 2);
}

#[test]
fn a_first_line_that_is_cut_off_is_one_bad_line() {
    for cut in [r#"{"statusCode":0,"messages":[{"text":"x"#, r#"{"statusCode":0,"#] {
        let input = format!("{cut}\n{}\n{}\n", chat(1), chat(2));
        let run = convert("proficient", &input, &[]);
        assert_eq!((run.code, lines(&run.stdout).len()), (Some(3), 2), "{cut}: {}", run.stderr);
        assert!(run.stderr.contains("in line 1"), "{}", run.stderr);
    }
}

#[test]
fn a_document_with_an_item_on_each_line_is_a_document() {
    let [one, two] = [message("u1", None, 0, 0), message("a1", Some("u1"), 1, 5)];
    for input in [
        format!("{{\"data\": [\n{one},\n{two}\n], \"has_more\": false}}\n"),
        format!("[\n{one},\n{two}\n]"),
        format!("{{\"has_more\": false, \"data\":\n[\n\n{one},\n{two}]}}\n\n\n"),
    ] {
        let run = convert("model", &input, &[]);
        assert_eq!((run.code, run.stdout.lines().next()), (Some(0), Some("{")), "{}", run.stderr);
        assert_eq!(serde_json::from_str::<Value>(&run.stdout).unwrap()["entries"].as_array().unwrap().len(), 2);
    }
}

#[test]
fn a_reader_who_stops_reading_ends_a_stream_quietly() {
    let input: String = (0..20_000).map(|number| chat(number) + "\n").collect();
    let bench = Bench::new(input);
    let input = bench.path("input");
    for arguments in [
        &["convert", "--to", "proficient", &input][..],
        &["convert", "--to", "model", &input],
        &["check", "--format", "json", &input],
    ] {
        let mut child = command(arguments).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        let mut stdout = child.stdout.take().unwrap();
        stdout.read_exact(&mut [0; 10]).unwrap();
        drop(stdout);
        let output = child.wait_with_output().unwrap();
        assert_eq!((output.status.code(), String::from_utf8(output.stderr).unwrap()), (Some(0), String::new()));
    }
}

#[test]
fn nothing_of_a_strangers_text_can_command_the_terminal() {
    let text = "a\u{1b}[2J\u{9b}2J\u{202e}\u{7f}\r\u{e0041}b";
    let chat = with(answer(&[event(1, 0, text)]), json!({"k\u{9b}ey": text}));
    let other = with(message(text, None, 0, 0), json!({"sent_by": text, text: 1, "interaction_id": text}));
    for input in [chat.to_string(), format!("{chat}\n{chat}\n"), other.to_string(), format!("{other}\n{{\"{text}\n")] {
        for arguments in [
            &["convert", "--to", "proficient", "-"][..],
            &["convert", "--to", "genesys", "-"],
            &["convert", "--to", "model", "-"],
            &["check", "-"],
            &["check", "--format", "json", "-"],
        ] {
            let run = run(arguments, &input);
            for output in [&run.stdout, &run.stderr] {
                let harmful = |character: char| character != '\n' && character.is_control();
                assert!(!output.chars().any(harmful) && !output.contains(['\u{202e}', '\u{e0041}']), "{output:?}");
            }
        }
    }
}

#[test]
fn no_progress_is_shown_where_there_is_no_terminal() {
    let input: String = (0..120_000).map(|number| chat(number) + "\n").collect();
    assert!(input.len() > 20_000_000);
    let run = run(&["check", "-"], input);
    assert_eq!((run.code, &*run.stderr), (Some(0), ""));
    assert!(run.stdout.starts_with("120000 conversations: nothing is wrong\n"), "{}", run.stdout);
}

#[cfg(target_os = "linux")]
#[test]
fn memory_does_not_grow_with_the_input() {
    let peak = |lines: i64| {
        let mut command = command(&["convert", "--to", "proficient", "-"]);
        let command = command.stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null());
        let mut child = command.spawn().unwrap();
        let mut stdin = child.stdin.take().unwrap();
        for number in 0..lines {
            writeln!(stdin, "{}", chat(number)).unwrap();
        }
        // It waits for more, and has done nearly all of the work.
        std::thread::sleep(std::time::Duration::from_millis(300));
        let status = std::fs::read_to_string(format!("/proc/{}/status", child.id())).unwrap();
        drop(stdin);
        assert!(child.wait().unwrap().success());
        let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap().trim().to_owned();
        line.strip_suffix(" kB").unwrap().parse::<i64>().unwrap()
    };
    let (short, long) = (peak(5_000), peak(100_000));
    assert!(long < short + 4_000 && long < 64_000, "{short} kB of memory for 2 MB, {long} kB for 37 MB");
}

#[cfg(unix)]
#[test]
fn an_output_that_is_closed_or_full_is_an_error_and_one_that_nobody_reads_any_more_is_none() {
    use std::process::Command;
    let folder = tempfile::tempdir().unwrap();
    let input = folder.path().join("input");
    std::fs::write(&input, page(&asked_again()).to_string()).unwrap();
    let binary = env!("CARGO_BIN_EXE_conversation");
    let commands =
        ["thread", "check", "convert --to model", "schema", "completions bash", "man", "--help", "thread --help"];
    for arguments in commands {
        let file =
            if ["thread", "check", "convert --to model"].contains(&arguments) { input.to_str().unwrap() } else { "" };
        let shell = |redirection: &str| {
            let line = format!("'{binary}' {arguments} {file} {redirection}");
            let done = Command::new("bash").args(["-c", &line]).output().unwrap();
            (done.status.code().unwrap(), String::from_utf8(done.stderr).unwrap())
        };
        let (code, said) = shell(">&-");
        assert_eq!((code, &*said), (1, "error: standard output: is closed\n"), "{arguments}");
        assert_eq!(shell(">/dev/null").0, 0, "{arguments}");
        assert_eq!(shell("1<>/dev/null").0, 0, "{arguments}: as some programs open it");
        assert_eq!(shell("| true; exit ${PIPESTATUS[0]}").0, 0, "{arguments}");
        if !arguments.contains("--help") {
            let (code, said) = shell(">/dev/full");
            assert_eq!((code, &*said), (1, "error: standard output: no space left on device\n"), "{arguments}");
        }
    }
}

#[cfg(unix)]
#[test]
fn a_pipe_is_shown_as_it_comes() {
    use std::io::{BufRead as _, BufReader};
    for arguments in [&["check", "--format", "json", "-"][..], &["convert", "--to", "proficient", "-"]] {
        let mut child =
            command(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
        let (mut input, mut output) = (child.stdin.take().unwrap(), BufReader::new(child.stdout.take().unwrap()));
        // What follows the first value tells whether it is one of several.
        writeln!(input, "{}", chat(1)).unwrap();
        for number in 2..5 {
            writeln!(input, "{}", chat(number)).unwrap();
            let mut line = String::new();
            output.read_line(&mut line).unwrap();
            assert!(line.starts_with('{'), "{line}");
        }
        drop(input);
        let mut rest = String::new();
        output.read_to_string(&mut rest).unwrap();
        assert!(!rest.is_empty());
        assert_eq!(child.wait().unwrap().code(), Some(0));
    }
}

#[test]
fn compressed_input_is_named_with_the_program_that_reads_it() {
    for (magic, program) in [
        (&b"\x1f\x8b\x08\0\0"[..], "zcat"),
        (b"\x28\xb5\x2f\xfd\0\0", "zstdcat"),
        (b"BZh91", "bzcat"),
        (b"\xfd7zXZ\0", "xzcat"),
    ] {
        let line = one_line(run(&["check", "-"], magic));
        assert!(line.contains(program), "{line}");
    }
}
