//! schemathesis, which sends the emulator requests made of the documents, good and bad ones, and judges its answers by
//! them.
//!
//! How it is set up, and what it must know beyond the documents, is in `tests/contract`. There, too, is a reader that takes no
//! liberties, which judges every answer, and a page for a browser.

use std::{
    fs,
    io::{BufRead as _, BufReader},
    path::Path,
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

use clap::Args;
use serde::Deserialize;

use crate::{
    browser,
    languages::tools::{self, PYTHON_3_11},
    python,
    step::{cargo, in_ci, scratch},
    workspace::{Error, root},
};

/// How much is tried.
#[derive(Args, Clone, Copy, Debug)]
pub struct Extent {
    /// How many requests schemathesis makes up for each operation, beside those that it derives from the document.
    #[arg(long, value_name = "N", default_value_t = Self::default().examples)]
    examples: u32,
    /// What decides them; the same seed gives the same run.
    #[arg(long, value_name = "N", default_value_t = Self::default().seed)]
    seed: u64,
}

impl Default for Extent {
    /// What takes about three minutes on two cores.
    fn default() -> Self {
        Self { examples: 25, seed: 1 }
    }
}

/// One run of schemathesis, against an emulator of its own.
struct Run {
    /// What the end says of it.
    title: &'static str,
    document: &'static str,
    /// Who calls the operations that take more than one kind of credentials.
    caller: &'static str,
    require_hmac: bool,
    /// Of few operations there are more requests each.
    factor: u32,
}

const RUNS: &[Run] = &[
    Run { title: "proficient, as a client", document: "proficient", caller: "client", require_hmac: false, factor: 1 },
    Run {
        title: "proficient, as a client with an HMAC",
        document: "proficient",
        caller: "signed-client",
        require_hmac: true,
        factor: 1,
    },
    Run {
        title: "proficient, as an administrator",
        document: "proficient",
        caller: "admin",
        require_hmac: false,
        factor: 1,
    },
    Run {
        title: "genesys-chat, as a customer",
        document: "genesys-chat",
        caller: "customer",
        require_hmac: false,
        factor: 6,
    },
];

/// Runs schemathesis on both documents, with every kind of credentials. Every run is made, also when one before it fails.
pub fn run(extent: Extent) -> Result<(), Error> {
    if in_ci() {
        tools::install([&PYTHON_3_11].into_iter())?;
    }
    if !PYTHON_3_11.is_there() {
        let missing = format!("{PYTHON_3_11} of version 3.11 or later");
        if in_ci() {
            return Err(Error::Other(format!("contract: missing {missing}")));
        }
        eprintln!("contract is skipped: missing {missing}");
        return Ok(());
    }
    let folder = scratch("contract")?;
    let python = python::environment(&folder, Path::new("tests/contract/requirements.txt"))?;
    let mut lines = Vec::new();
    let mut failed = false;
    for run in RUNS {
        let outcome = run.make(&python, &folder, extent);
        failed |= outcome.is_err();
        lines.push(match outcome {
            Ok(cases) => format!("{}: {cases} requests, nothing wrong", run.title),
            Err(error) => format!("{}: {error}", run.title),
        });
    }
    let outcome = browser::run(extent.seed);
    failed |= outcome.is_err();
    lines.push(match outcome {
        Ok(what) => format!("in a browser: {what}"),
        Err(error) => format!("in a browser: {error}"),
    });
    let lines = lines.join("\n");
    if failed {
        return Err(Error::Other(lines));
    }
    println!("{lines}");
    Ok(())
}

impl Run {
    /// How many requests were judged.
    fn make(&self, python: &Path, folder: &Path, extent: Extent) -> Result<u64, Error> {
        let root = root();
        let report = folder.join(format!("{}-{}.json", self.document, self.caller));
        // What the last run found is not taken for what this one found.
        if report.exists() {
            fs::remove_file(&report).map_err(|error| Error::Other(format!("{}: {error}", report.display())))?;
        }
        let server = Server::start(extent.seed, self.require_hmac)?;
        let url = if self.document == "proficient" { &server.about.proficient_url } else { &server.about.genesys_url };
        let status = Command::new(python)
            .current_dir(&root)
            .args(["-m", "schemathesis.cli"])
            .args(["--config-file", &format!("tests/contract/{}.toml", self.document)])
            .args(["run", &format!("openapi/{}.yaml", self.document), "--url", url])
            .args(["--phases", "examples,coverage,fuzzing,stateful", "--checks", "all"])
            .args(["--seed", &extent.seed.to_string()])
            .args(["--max-examples", &extent.examples.saturating_mul(self.factor).to_string()])
            .args(["--report", "json", "--report-json-path"])
            .arg(&report)
            .env("CONTRACT_EMULATOR", &server.line)
            .env("CONTRACT_CALLER", self.caller)
            .env("HYPOTHESIS_STORAGE_DIRECTORY", folder.join("hypothesis"))
            .env("PYTHONDONTWRITEBYTECODE", "1")
            .env("PYTHONIOENCODING", "utf-8")
            .status()
            .map_err(|error| Error::Other(format!("{}: {error}", python.display())))?;
        let ended = server.stop();
        if !status.success() {
            return Err(Error::Other(format!("schemathesis failed: {status}; its findings are above")));
        }
        ended?;
        read(&report)?.judge()
    }
}

/// What schemathesis says of a run.
#[derive(Deserialize)]
struct Report {
    complete: bool,
    operations: Operations,
    test_cases: Cases,
    phases: Phases,
}

#[derive(Deserialize)]
struct Operations {
    total: u64,
    tested: u64,
}

#[derive(Deserialize)]
struct Cases {
    generated: u64,
    with_failures: u64,
    errored: u64,
}

#[derive(Deserialize)]
struct Phases {
    examples: Phase,
    coverage: Phase,
    fuzzing: Phase,
    stateful: Phase,
}

#[derive(Deserialize)]
struct Phase {
    status: String,
}

impl Report {
    /// Its exit status says that nothing failed. This says that everything was tried.
    fn judge(&self) -> Result<u64, Error> {
        let Self { complete, operations, test_cases, phases } = self;
        let wrong = |what: String| Err(Error::Other(what));
        if operations.total == 0 || operations.tested < operations.total {
            return wrong(format!("{} of {} operations were tried", operations.tested, operations.total));
        }
        let phases = [
            ("examples", &phases.examples),
            ("coverage", &phases.coverage),
            ("fuzzing", &phases.fuzzing),
            ("stateful", &phases.stateful),
        ];
        if let Some((name, phase)) = phases.into_iter().find(|(_, phase)| phase.status != "success") {
            return wrong(format!("the phase {name} ended with {}", phase.status));
        }
        if !complete || test_cases.generated == 0 || test_cases.with_failures > 0 || test_cases.errored > 0 {
            return wrong("the run was not brought to its end".to_owned());
        }
        Ok(test_cases.generated)
    }
}

fn read(report: &Path) -> Result<Report, Error> {
    let failed = |error: &dyn std::fmt::Display| Error::Other(format!("{}: {error}", report.display()));
    let bytes = fs::read(report).map_err(|error| failed(&error))?;
    serde_json::from_slice(&bytes).map_err(|error| failed(&error))
}

/// An emulator in a process of its own, which ends with this.
pub(crate) struct Server {
    process: Child,
    /// What it says of itself, as it says it.
    line: String,
    about: About,
}

#[derive(Deserialize)]
pub(crate) struct About {
    pub(crate) proficient_url: String,
    genesys_url: String,
    pub(crate) publishable_key: String,
    pub(crate) agent_id: String,
}

impl Server {
    pub(crate) fn about(&self) -> &About {
        &self.about
    }

    pub(crate) fn start(seed: u64, require_hmac: bool) -> Result<Self, Error> {
        let failed = |what: &dyn std::fmt::Display| Error::Other(format!("the emulator did not start: {what}"));
        let mut process = Command::new(cargo())
            .current_dir(root())
            .args(["run", "--quiet", "--package", "conversation-emulator", "--example", "serve", "--"])
            .args(["--seed", &seed.to_string()])
            .args(require_hmac.then_some("--require-hmac"))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .map_err(|error| failed(&error))?;
        let mut line = String::new();
        let said = process.stdout.take().map(|stdout| BufReader::new(stdout).read_line(&mut line));
        let about = match said {
            Some(Ok(_)) => serde_json::from_str(&line).map_err(|error| failed(&error)),
            Some(Err(error)) => Err(failed(&error)),
            None => Err(failed(&"it has no output")),
        };
        match about {
            Ok(about) => Ok(Self { process, line: line.trim_end().to_owned(), about }),
            Err(error) => {
                let _ = process.kill();
                let _ = process.wait();
                Err(error)
            }
        }
    }

    /// Ends it. That it must be killed, or ended by itself, is an error.
    pub(crate) fn stop(mut self) -> Result<(), Error> {
        drop(self.process.stdin.take());
        let patience = Instant::now();
        loop {
            match self.process.try_wait() {
                Ok(Some(status)) if status.success() => return Ok(()),
                Ok(Some(status)) => return Err(Error::Other(format!("the emulator ended with {status}"))),
                Ok(None) if patience.elapsed() < Duration::from_secs(10) => {
                    std::thread::sleep(Duration::from_millis(20));
                }
                Ok(None) => return Err(Error::Other("the emulator does not end".to_owned())),
                Err(error) => return Err(Error::Other(format!("the emulator cannot be waited for: {error}"))),
            }
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // One that has ended cannot be killed.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::Report;

    fn good() -> Value {
        let passed = json!({"status": "success"});
        json!({
            "complete": true,
            "operations": {"total": 3, "tested": 3},
            "test_cases": {"generated": 9, "with_failures": 0, "errored": 0},
            "phases": {"examples": passed, "coverage": passed, "fuzzing": passed, "stateful": passed},
        })
    }

    fn judge(report: Value) -> Option<u64> {
        serde_json::from_value::<Report>(report).unwrap().judge().ok()
    }

    #[test]
    fn a_run_that_tries_nothing_or_not_all_has_failed() {
        assert_eq!(judge(good()), Some(9));
        for (pointer, value) in [
            ("/complete", json!(false)),
            ("/operations/total", json!(0)),
            ("/operations/tested", json!(2)),
            ("/test_cases/generated", json!(0)),
            ("/test_cases/with_failures", json!(1)),
            ("/test_cases/errored", json!(1)),
            ("/phases/stateful/status", json!("skip")),
        ] {
            let mut report = good();
            *report.pointer_mut(pointer).unwrap() = value;
            assert_eq!(judge(report), None, "{pointer}");
        }
    }
}
