//! `cargo xtask fuzz`: libFuzzer on the targets of `tests/fuzz`, through cargo-fuzz.

use std::{
    collections::VecDeque,
    fs,
    io::{BufRead as _, BufReader},
    path::{Path, PathBuf},
    process::{Command, Stdio},
    time::{Duration, Instant},
};

use clap::ValueEnum;

use crate::workspace::{Error, root};

/// A fuzz target; its body is the function with its name in `tests/src/fuzz`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Target {
    /// Any text, as any type of both documents.
    Decode,
    /// Any conversation of either side, through the model and to the other side and back.
    Convert,
    /// Any messages, as a forest.
    Thread,
    /// Any answers, to the walks over pages and along transcripts.
    Cursor,
}

/// The version that is installed where there is none.
const CARGO_FUZZ: &str = "0.13.2";

/// An input that takes longer than so many seconds is found as one that hangs.
const SECONDS_AN_INPUT: u64 = 10;

/// An input that takes more memory is found as one that has no end.
const MEGABYTES: u64 = 2048;

/// How long a found input is made smaller.
const SECONDS_TO_MINIMISE: u64 = 60;

impl Target {
    fn name(self) -> String {
        self.to_possible_value().map(|value| value.get_name().to_owned()).unwrap_or_default()
    }
}

/// Fuzzes the targets, all of them when none is named, for so many seconds in total.
pub fn run(seconds: u64, targets: &[Target]) -> Result<(), Error> {
    let targets = if targets.is_empty() { Target::value_variants() } else { targets };
    let each = (seconds / targets.len() as u64).max(1);
    let root = root();
    let folder = root.join("tests/fuzz");
    tools()?;
    seed(&root)?;
    for target in targets {
        succeeds(cargo_fuzz("build", &folder).arg(target.name()), "building the fuzz targets")?;
    }
    let mut runs = Vec::new();
    for (number, target) in targets.iter().enumerate() {
        eprintln!("── {} ({} of {}), {each} s", target.name(), number + 1, targets.len());
        runs.push(fuzz(&folder, *target, each)?);
    }
    println!("{HEAD}");
    runs.iter().for_each(|run| println!("{}", run.row()));
    let found: Vec<_> =
        targets.iter().zip(&runs).filter_map(|(target, run)| Some((*target, run.found.clone()?))).collect();
    if found.is_empty() {
        return Ok(());
    }
    let mut lines = Vec::new();
    for (target, artifact) in found {
        let input = keep(&folder, target, &artifact)?;
        let input = input.strip_prefix(&root).unwrap_or(&input).display().to_string();
        lines.push(format!(
            "{input} breaks a law of {target}; see it with\n    \
             cargo test --package conversation-tests --test laws fuzz_inputs::{target}\n  \
             mend what is wrong, and commit the input: that test keeps it",
            target = target.name(),
        ));
    }
    Err(Error::Other(lines.join("\n")))
}

/// That everything is there that fuzzing needs.
fn tools() -> Result<(), Error> {
    let there = |command: &mut Command| command.output().is_ok_and(|output| output.status.success());
    if !there(Command::new("rustup").args(["run", "nightly", "rustc", "--version"])) {
        let message =
            "fuzzing needs a nightly toolchain: `rustup toolchain install nightly --profile minimal`, and again";
        return Err(Error::Other(message.into()));
    }
    if !there(Command::new("cargo").args(["fuzz", "--version"])) {
        let mut install = Command::new("cargo");
        install.args(["install", "cargo-fuzz", "--locked", "--version", CARGO_FUZZ]);
        succeeds(&mut install, "installing cargo-fuzz")?;
    }
    Ok(())
}

/// Writes the seeds and the dictionary, which come from the fixtures and examples.
fn seed(root: &Path) -> Result<(), Error> {
    let corpus = root.join("tests/fuzz/corpus");
    let mut seeds = Command::new("cargo");
    seeds.args(["run", "--quiet", "--package", "conversation-tests", "--bin", "fuzz-seeds", "--"]).arg(corpus);
    succeeds(seeds.current_dir(root), "writing the seeds")
}

/// `cargo fuzz COMMAND` with the nightly toolchain. All code here is safe, so there is nothing for a sanitizer to see
/// that a law does not, and without one there are several times as many runs.
fn cargo_fuzz(command: &str, folder: &Path) -> Command {
    let mut cargo = Command::new("rustup");
    cargo
        .args(["run", "nightly", "cargo", "fuzz", command, "--sanitizer", "none", "--no-trace-compares", "--fuzz-dir"])
        .arg(folder);
    // What cargo tells its own runs would be told to the other toolchain's.
    cargo.env_remove("CARGO").env_remove("RUSTC");
    // A panic names its line; the frames below it are the fuzzer's.
    cargo.env("RUST_BACKTRACE", "0");
    cargo
}

fn fuzz(folder: &Path, target: Target, seconds: u64) -> Result<Run, Error> {
    let (corpus, inputs) = (folder.join("corpus").join(target.name()), inputs(folder, target)?);
    let mut command = cargo_fuzz("run", folder);
    command.arg(target.name()).args([&corpus, &inputs]).arg("--");
    command.args([
        format!("-max_total_time={seconds}"),
        format!("-timeout={SECONDS_AN_INPUT}"),
        format!("-rss_limit_mb={MEGABYTES}"),
        "-print_final_stats=1".into(),
    ]);
    if matches!(target, Target::Decode | Target::Convert) {
        command.arg(format!("-dict={}", folder.join("corpus/words.dict").display()));
    }
    let failed = |error| Error::Other(format!("cargo fuzz run {}: {error}", target.name()));
    let start = Instant::now();
    let mut child = command.stderr(Stdio::piped()).spawn().map_err(failed)?;
    let mut run = Run { target: target.name(), ..Run::default() };
    let mut last = VecDeque::new();
    let mut shown = Instant::now();
    for line in child.stderr.take().into_iter().flat_map(|pipe| BufReader::new(pipe).split(b'\n')) {
        let line = String::from_utf8_lossy(&line.map_err(failed)?).into_owned();
        run.read(&line);
        // libFuzzer says something a thousand times a minute.
        if line.starts_with('#') && shown.elapsed() > Duration::from_secs(60) {
            eprintln!("{line}");
            shown = Instant::now();
        }
        last.push_back(line);
        if last.len() > 50 {
            last.pop_front();
        }
    }
    let status = child.wait().map_err(failed)?;
    run.seconds = start.elapsed().as_secs();
    if !status.success() {
        last.iter().for_each(|line| eprintln!("{line}"));
        if run.found.is_none() {
            return Err(Error::Other(format!("cargo fuzz run {}: {status}, and no input was found", target.name())));
        }
    }
    Ok(run)
}

/// The folder of inputs that were found, which are run first.
fn inputs(folder: &Path, target: Target) -> Result<PathBuf, Error> {
    let inputs = folder.join("inputs").join(target.name());
    fs::create_dir_all(&inputs).map_err(|error| Error::Other(format!("{}: {error}", inputs.display())))?;
    Ok(inputs)
}

/// Makes a found input smaller, and puts it where the tests find it.
fn keep(folder: &Path, target: Target, artifact: &Path) -> Result<PathBuf, Error> {
    let name = artifact.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let mut smallest = artifact.to_path_buf();
    // One that hangs or fills the memory is kept as it is.
    if name.starts_with("crash-") {
        let mut minimise = cargo_fuzz("tmin", folder);
        minimise.arg(target.name()).arg(artifact).args(["--", &format!("-max_total_time={SECONDS_TO_MINIMISE}")]);
        // It ends with a failure when nothing smaller breaks the law.
        let _ = minimise.stdout(Stdio::null()).stderr(Stdio::null()).status();
        let size = |path: &Path| fs::metadata(path).map_or(u64::MAX, |data| data.len());
        let smaller = fs::read_dir(folder.join("artifacts").join(target.name())).into_iter().flatten().flatten();
        let smaller = smaller.map(|entry| entry.path()).filter(|path| is_newer(path, artifact));
        smallest = smaller.chain([smallest.clone()]).min_by_key(|path| size(path)).unwrap_or(smallest);
    }
    let hash = name.rsplit('-').next().unwrap_or(&name);
    let input = inputs(folder, target)?.join(hash);
    fs::copy(&smallest, &input).map_err(|error| Error::Other(format!("{}: {error}", input.display())))?;
    Ok(input)
}

/// Whether `path` was made of the artifact: cargo-fuzz names it so, and it came later.
fn is_newer(path: &Path, artifact: &Path) -> bool {
    let made = |path: &Path| fs::metadata(path).and_then(|data| data.modified()).ok();
    let minimised = path.file_name().is_some_and(|name| name.to_string_lossy().starts_with("minimized-from-"));
    minimised && made(path) > made(artifact)
}

fn succeeds(command: &mut Command, what: &str) -> Result<(), Error> {
    let status = command.status().map_err(|error| Error::Other(format!("{what}: {error}")))?;
    if status.success() { Ok(()) } else { Err(Error::Other(format!("{what} failed: {status}"))) }
}

const HEAD: &str = "target        runs  seconds  runs/s  coverage  features  corpus";

/// What came of fuzzing one target.
#[derive(Debug, Default)]
struct Run {
    target: String,
    seconds: u64,
    runs: u64,
    /// Edges that were taken.
    coverage: u64,
    /// Edges, told apart by how often they were taken and with what values compared.
    features: u64,
    /// Inputs that each did something that no other did.
    corpus: u64,
    found: Option<PathBuf>,
}

impl Run {
    /// Takes a line of libFuzzer's in.
    fn read(&mut self, line: &str) {
        // `#8192	pulse  cov: 1234 ft: 5678 corp: 90/12Kb lim: 4096 exec/s: 4096 rss: 45Mb`
        let numbers = line.strip_prefix('#').and_then(|rest| rest.split_once(char::is_whitespace));
        if let Some((runs, rest)) = numbers.and_then(|(runs, rest)| Some((runs.parse().ok()?, rest))) {
            self.runs = runs;
            let mut words = rest.split_whitespace();
            while let Some(word) = words.next() {
                let place = match word {
                    "cov:" => &mut self.coverage,
                    "ft:" => &mut self.features,
                    "corp:" => &mut self.corpus,
                    _ => continue,
                };
                let number = words.next().and_then(|number| number.split('/').next()?.parse().ok());
                *place = number.unwrap_or(*place);
            }
        }
        if let Some(runs) = line.strip_prefix("stat::number_of_executed_units:") {
            self.runs = runs.trim().parse().unwrap_or(self.runs);
        }
        if let Some((_, path)) = line.split_once("Test unit written to ") {
            self.found = Some(PathBuf::from(path.trim()));
        }
    }

    fn row(&self) -> String {
        let Self { target, seconds, runs, coverage, features, corpus, found } = self;
        let speed = runs / seconds.max(&1);
        let found = if found.is_some() { "  FOUND AN INPUT" } else { "" };
        format!("{target:<8} {runs:>9}  {seconds:>7}  {speed:>6}  {coverage:>8}  {features:>8}  {corpus:>6}{found}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_run_is_read_from_what_libfuzzer_says() {
        let mut run = Run { target: "decode".into(), seconds: 16, ..Run::default() };
        for line in [
            "INFO: Running with entropic power schedule (0xFF, 100).",
            "#190\tINITED cov: 3100 ft: 8800 corp: 150/90Kb exec/s: 0 rss: 40Mb",
            "#8192\tpulse  cov: 3521 ft: 9822 corp: 431/112Kb lim: 4096 exec/s: 4096 rss: 45Mb",
            "#8200\tNEW    cov: 3522 ft: 9823 corp: 432/112Kb lim: 4096 exec/s: 4096 rss: 45Mb L: 90/900 MS: 1 EraseBytes-",
            "stat::number_of_executed_units: 250329",
        ] {
            run.read(line);
        }
        assert_eq!(run.row(), "decode      250329       16   15645      3522      9823     432");
        assert_eq!(run.row().len(), HEAD.len());
        run.read("artifact_prefix='a/'; Test unit written to a/crash-0123abcd");
        assert_eq!(run.found, Some(PathBuf::from("a/crash-0123abcd")));
        assert!(run.row().ends_with("FOUND AN INPUT"));
    }
}
