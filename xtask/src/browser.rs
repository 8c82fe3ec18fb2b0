//! A page in a real browser that calls the emulator, which is of another origin.
//!
//! The page is `tests/contract/browser.html`. Chromium without a window loads it, and prints what it became.

use std::{
    fs,
    io::{Read as _, Write as _},
    net::TcpListener,
    path::Path,
    process::Command,
    time::{Duration, Instant},
};

use crate::{
    contract::Server,
    languages::tools::{self, CHROMIUM},
    step::{in_ci, scratch},
    workspace::{Error, root},
};

/// How long the page may take.
const LONGEST: Duration = Duration::from_secs(60);

/// What the page says when everything went well: one interaction more, a reply to its message, and 401 for a wrong key.
const DONE: &str = "done: 1 true 401";

/// Loads the page, unless there is no browser.
pub(crate) fn run(seed: u64) -> Result<String, Error> {
    if in_ci() {
        tools::install([&CHROMIUM].into_iter())?;
    }
    if !CHROMIUM.is_there() {
        return match in_ci() {
            true => Err(Error::Other(format!("missing {CHROMIUM}"))),
            false => Ok(format!("skipped: missing {CHROMIUM}")),
        };
    }
    let failed = |error: std::io::Error| Error::Other(format!("the page cannot be served: {error}"));
    let page = fs::read(root().join("tests/contract/browser.html")).map_err(failed)?;
    let listener = TcpListener::bind("127.0.0.1:0").map_err(failed)?;
    let address = listener.local_addr().map_err(failed)?;
    std::thread::spawn(move || serve(&listener, &page));
    let server = Server::start(seed, false)?;
    let about = server.about();
    let config = serde_json::json!({
        "url": about.proficient_url, "key": about.publishable_key, "agent": about.agent_id,
    });
    let url = format!("http://{address}/#{}", escaped(&config.to_string()));
    let said = load(&scratch("browser")?, &url);
    server.stop()?;
    let said = said?;
    if said.contains(DONE) {
        return Ok("a page of another origin lists, creates and asks".to_owned());
    }
    let shown = said.split("id=\"said\">").nth(1).and_then(|rest| rest.split('<').next()).unwrap_or("nothing");
    Err(Error::Other(format!("the page said: {shown}")))
}

/// The page as it is when it has settled.
fn load(folder: &Path, url: &str) -> Result<String, Error> {
    let failed = |error: &dyn std::fmt::Display| Error::Other(format!("chromium: {error}"));
    let profile = folder.join("profile");
    let _ = fs::remove_dir_all(&profile);
    let output = folder.join("page.html");
    let into = fs::File::create(&output).map_err(|error| failed(&error))?;
    let log = fs::File::create(folder.join("chromium.log")).map_err(|error| failed(&error))?;
    let mut browser = Command::new("chromium")
        .args(["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"])
        .args(["--disable-background-networking", "--disable-component-update", "--disable-sync"])
        .arg(format!("--user-data-dir={}", profile.display()))
        .args(["--virtual-time-budget=20000", "--dump-dom", url])
        .stdout(into)
        .stderr(log)
        .spawn()
        .map_err(|error| failed(&error))?;
    let begin = Instant::now();
    while browser.try_wait().map_err(|error| failed(&error))?.is_none() {
        if begin.elapsed() > LONGEST {
            let _ = browser.kill();
            let _ = browser.wait();
            return Err(failed(&format!("the page did not settle within {LONGEST:?}")));
        }
        std::thread::sleep(Duration::from_millis(50));
    }
    fs::read_to_string(output).map_err(|error| failed(&error))
}

/// Answers every request with the page.
fn serve(listener: &TcpListener, page: &[u8]) {
    for stream in listener.incoming().flatten() {
        let mut stream = stream;
        let mut request = [0; 8192];
        let _ = stream.read(&mut request);
        let head = "HTTP/1.1 200 OK\r\ncontent-type: text/html; charset=utf-8\r\nconnection: close\r\n";
        let _ = write!(stream, "{head}content-length: {}\r\n\r\n", page.len());
        let _ = stream.write_all(page);
    }
}

/// As a fragment of a URL.
fn escaped(text: &str) -> String {
    text.bytes()
        .map(|byte| if byte.is_ascii_alphanumeric() { char::from(byte).to_string() } else { format!("%{byte:02X}") })
        .collect()
}
