//! `conversation emulate`: says where it is and what opens it, serves until it is told to end, and ends cleanly.

use std::{
    io::{BufRead as _, BufReader, Read as _, Write as _},
    net::{TcpListener, TcpStream},
    process::{Child, ChildStdout, Command, Stdio},
    sync::mpsc,
    thread,
};

use conversation_emulator::Fault;
use serde_json::{Value, json};

use crate::run::{command, one_line, run};

/// A command that serves.
struct Serving {
    child: Child,
    stdout: BufReader<ChildStdout>,
    /// What it said of itself.
    greeting: String,
}

impl Serving {
    fn start(arguments: &[&str], variables: &[(&str, &str)]) -> Self {
        let mut command = command(&[&["emulate", "--port", "0"], arguments].concat());
        command.envs(variables.iter().copied());
        Self::spawn(command)
    }

    fn spawn(mut command: Command) -> Self {
        let mut child = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        let mut stdout = BufReader::new(child.stdout.take().unwrap());
        let mut greeting = String::new();
        while !greeting.contains("\"nickname\"") {
            assert_ne!(stdout.read_line(&mut greeting).unwrap(), 0, "{greeting}");
        }
        Self { child, stdout, greeting }
    }

    /// The word behind `name`.
    fn word(&self, name: &str) -> &str {
        let line = self.greeting.lines().find_map(|line| line.trim().strip_prefix(name)).unwrap();
        line.trim()
    }

    fn address(&self) -> &str {
        self.word("Proficient").strip_prefix("http://").unwrap()
    }

    /// Sends what a `curl` of the greeting sends.
    fn copied(&self, curl: usize) -> (u16, Value) {
        let begin = self.greeting.match_indices("curl ").nth(curl).unwrap().0;
        let text = self.greeting[begin..].split("\n\n").next().unwrap().replace("\\\n", " ");
        let url = text.split(' ').nth(1).unwrap();
        let quoted: Vec<_> = text.split('\'').collect();
        // Of each pair what stands before the quote is the option.
        let options: Vec<_> = quoted.chunks_exact(2).map(|pair| (pair[0].trim_end(), pair[1])).collect();
        let headers = options.iter().filter(|(option, _)| option.ends_with("-H")).map(|(_, header)| *header);
        let (_, body) = options.iter().find(|(option, _)| option.ends_with("-d")).unwrap();
        let path = url.strip_prefix(&format!("http://{}", self.address())).unwrap();
        self.post(path, &headers.collect::<Vec<_>>(), body)
    }

    fn post(&self, path: &str, headers: &[&str], body: &str) -> (u16, Value) {
        let mut stream = TcpStream::connect(self.address()).unwrap();
        let headers = headers.join("\r\n");
        let length = body.len();
        let head =
            format!("POST {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n{headers}\r\nContent-Length: {length}");
        stream.write_all(format!("{head}\r\n\r\n{body}").as_bytes()).unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        let (head, body) = answer.split_once("\r\n\r\n").unwrap();
        let status = head.split(' ').nth(1).unwrap().parse().unwrap();
        (status, serde_json::from_str(body).unwrap_or_default())
    }

    fn call(&self, path: &str, body: &Value) -> (u16, Value) {
        let key = format!("X-PROFICIENT-API-KEY: {}", self.word("publishable key"));
        let user = "X-PROFICIENT-USER-EXTERNAL-ID: customer-17";
        self.post(path, &["Content-Type: application/json", &key, user], &body.to_string())
    }

    /// Sends a signal; the exit code, and what it said beside the greeting.
    fn end(mut self, signal: &str) -> (Option<i32>, String) {
        let sent = Command::new("kill").args([signal, &self.child.id().to_string()]).status().unwrap();
        assert!(sent.success());
        let mut said = String::new();
        self.stdout.read_to_string(&mut said).unwrap();
        self.child.stderr.take().unwrap().read_to_string(&mut said).unwrap();
        (self.child.wait().unwrap().code(), said)
    }
}

impl Drop for Serving {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[cfg(unix)]
#[test]
fn what_it_says_to_copy_works_and_a_signal_ends_it() {
    for (signal, arguments) in [("-TERM", &[][..]), ("-INT", &["--require-hmac", "--seed", "9"])] {
        let serving = Serving::start(arguments, &[]);
        let (status, created) = serving.copied(0);
        assert_eq!(status, 200, "{created}");
        assert_eq!(created["interaction"]["agent_id"], serving.word("agent"));
        let (status, chat) = serving.copied(1);
        assert_eq!((status, &chat["statusCode"]), (200, &json!(0)), "{chat}");
        let address = serving.address().to_owned();
        // Also while a client is connected.
        let open = TcpStream::connect(&address).unwrap();
        assert_eq!(serving.end(signal), (Some(0), String::new()));
        drop(open);
        assert!(TcpStream::connect(&address).is_err(), "the port is closed");
    }
}

#[test]
fn the_seed_decides_the_keys() {
    let keys = |seed| {
        let serving = Serving::start(&["--seed", seed], &[]);
        ["publishable key", "secret key", "HMAC secret", "agent"].map(|name| serving.word(name).to_owned())
    };
    assert_eq!(keys("1"), keys("1"));
    assert!(keys("1").iter().zip(&keys("2")).all(|(one, other)| one != other));
}

#[test]
fn a_file_keeps_what_was_answered_after_any_interruption() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("data");
    let arguments = ["--data", path.to_str().unwrap()];
    let mut serving = Serving::start(&arguments, &[]);
    let (_, created) = serving.copied(0);
    let id = created["interaction"]["id"].clone();
    let key = serving.word("publishable key").to_owned();
    let taken = one_line(run(&["emulate", "--port", "0", "--data", arguments[1]], ""));
    assert!(taken.contains(arguments[1]), "{taken}");
    // On Unix this is kill -9.
    serving.child.kill().unwrap();
    serving.child.wait().unwrap();
    let again = Serving::start(&arguments, &[]);
    assert_eq!(again.word("publishable key"), key);
    let (status, _) = again.call("/messages", &json!({"interaction_id": id, "content": "Still there?"}));
    assert_eq!(status, 200);
}

#[test]
fn a_port_that_is_taken_is_said_with_what_to_do() {
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = taken.local_addr().unwrap().port().to_string();
    let line = one_line(run(&["emulate", "--port", &port], ""));
    assert_eq!(line, format!("error: port {port} is in use: choose another with --port, or 0 for any free one"));
}

#[test]
fn it_goes_wrong_as_it_is_told() {
    let serving = Serving::start(&["--fault", "too_many_requests=1", "--fault", "slow=0.5"], &[]);
    assert_eq!(serving.copied(0).0, 429);
    let help = run(&["emulate", "--help"], "").stdout;
    let help: Vec<_> = help.split([' ', ',', '\n']).collect();
    for fault in Fault::ALL {
        assert!(help.contains(&fault.as_str()), "{fault} is not in the help");
    }
    for bad in ["slow", "slow=", "slow=2", "slow=-0.1", "slow=NaN", "sloth=0.1", "=1"] {
        let refused = run(&["emulate", "--fault", bad], "");
        assert_eq!((refused.code, &*refused.stdout), (Some(2), ""), "{bad}");
    }
}

#[test]
fn scripts_are_read_and_what_is_wrong_with_them_is_said_with_its_place() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let (script, replies, bad) = (path("script"), path("replies"), path("bad"));
    let kim = r#"{"participants": [{"name": "kim", "nickname": "Kim", "type": "Agent"}],
                  "rules": [{"when": "request", "steps": [{"do": "say", "who": "kim", "text": "Hello!"}]}]}"#;
    std::fs::write(&script, kim).unwrap();
    std::fs::write(&replies, r#"{"replies": ["As the file says."]}"#).unwrap();
    std::fs::write(&bad, "{\n  \"rules\": 1\n}").unwrap();
    let serving = Serving::start(&["--script", &script, "--replies", &replies], &[]);
    let (_, created) = serving.copied(0);
    let interaction = &created["interaction"]["id"];
    let (_, message) = serving.call("/messages", &json!({"interaction_id": interaction, "content": "Hi"}));
    let path = format!("/messages/{}/ask", message["id"].as_str().unwrap());
    let (_, reply) = serving.call(&path, &json!({"interaction_id": interaction}));
    assert_eq!(reply["content"], "As the file says.");
    let (_, chat) = serving.copied(1);
    let credentials = ["userId", "secureKey", "alias", "tenantName"].map(|name| (name.to_owned(), chat[name].clone()));
    let credentials = Value::Object(credentials.into_iter().collect());
    let path = format!("/webapi/api/v2/chats/{}/messages", chat["chatId"].as_str().unwrap());
    let (_, answer) = serving.post(&path, &["Content-Type: application/json"], &credentials.to_string());
    let texts: Vec<_> =
        answer["messages"].as_array().unwrap().iter().filter_map(|event| event["text"].as_str()).collect();
    assert_eq!(texts, ["Hello!"]);
    for option in ["--script", "--replies"] {
        let line = one_line(run(&["emulate", option, &bad], ""));
        assert!(line.starts_with(&format!("error: {bad}: ")) && line.contains("line 2, column "), "{line}");
        assert_eq!(one_line(run(&["emulate", option, "no/such"], "")), "error: no/such: no such file");
    }
}

#[cfg(unix)]
#[test]
fn an_endpoint_replies_and_gets_its_key_from_the_environment() {
    let endpoint = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}/v1", endpoint.local_addr().unwrap());
    let (sender, asked) = mpsc::channel();
    thread::spawn(move || {
        let (mut stream, _) = endpoint.accept().unwrap();
        let mut lines = BufReader::new(stream.try_clone().unwrap()).lines().map(Result::unwrap);
        let head: Vec<_> = lines.by_ref().take_while(|line| !line.is_empty()).collect();
        sender.send(head.join("\n").to_lowercase()).unwrap();
        let body = r#"{"choices": [{"message": {"content": "Fine."}}]}"#;
        let head = format!("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: {}", body.len());
        stream.write_all(format!("{head}\r\n\r\n{body}").as_bytes()).unwrap();
    });
    let arguments = ["--openai", &url, "--model", "small"];
    let serving = Serving::start(&arguments, &[("OPENAI_API_KEY", "canary4711")]);
    let (_, created) = serving.copied(0);
    let interaction = &created["interaction"]["id"];
    let (_, message) = serving.call("/messages", &json!({"interaction_id": interaction, "content": "How are you?"}));
    let path = format!("/messages/{}/ask", message["id"].as_str().unwrap());
    let (status, reply) = serving.call(&path, &json!({"interaction_id": interaction}));
    assert_eq!((status, reply["content"].as_str()), (200, Some("Fine.")), "{reply}");
    assert!(asked.recv().unwrap().contains("authorization: bearer canary4711"));
    let greeting = serving.greeting.clone();
    let (code, said) = serving.end("-TERM");
    assert_eq!(code, Some(0));
    assert!(!(greeting + &said).contains("canary"), "the key is printed nowhere");
    assert_eq!(run(&["emulate", "--openai-key", "x"], "").code, Some(2), "the key is no argument");
    assert_eq!(run(&["emulate", "--openai", &url, "--replies", "x"], "").code, Some(2));
    let line = one_line(run(&["emulate", "--openai", "http://key@host"], ""));
    assert!(line.starts_with("error: --openai: ") && !line.contains("key@"), "{line}");
}

/// A disk that is full: the process may write no file beyond a size.
#[cfg(unix)]
#[test]
fn a_store_that_fails_is_reported_and_nothing_else_ends() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("store.db");
    let mut limited = Command::new("sh");
    limited.args(["-c", "trap '' XFSZ; ulimit -f 2000; exec \"$0\" emulate --port 0 --data \"$1\""]);
    limited.arg(env!("CARGO_BIN_EXE_conversation")).arg(&file);
    let serving = Serving::spawn(limited);
    let begun = serving.call("/interactions", &json!({"agent_id": serving.word("agent")})).1;
    let id = begun["interaction"]["id"].clone();
    let long = json!({"interaction_id": id, "content": "x".repeat(500_000)});
    let statuses: Vec<_> = (0..8).map(|_| serving.call("/messages", &long).0).collect();
    assert!(statuses.contains(&200) && statuses.contains(&500), "{statuses:?}");
    let (code, said) = serving.end("-TERM");
    assert_eq!(code, Some(0), "{said}");
    assert!(said.contains("error: the store failed: "), "{said}");
}

#[cfg(unix)]
#[test]
fn a_data_file_that_others_can_read_is_made_private_and_reported() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("store.db");
    let data = ["--data", file.to_str().unwrap()];
    let (_, said) = Serving::start(&data, &[]).end("-TERM");
    assert!(!said.contains("could read"), "{said}");
    std::fs::set_permissions(&file, std::fs::Permissions::from_mode(0o644)).unwrap();
    let (_, said) = Serving::start(&data, &[]).end("-TERM");
    assert!(said.contains("note: ") && said.contains("others could read the store, which contains keys"), "{said}");
    assert_eq!(std::fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o600);
}

#[test]
fn what_sqlite_takes_for_no_file_is_refused() {
    for name in [":memory:", "file:x.db?mode=memory"] {
        let line = one_line(run(&["emulate", "--port", "0", "--data", name], ""));
        assert!(line.contains("is not the name of a file"), "{line}");
    }
}
