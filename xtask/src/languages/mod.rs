//! The types of `bindings/`: made by each language's own generator, compiled by its own compiler, tried with every vector.

mod table;
pub(crate) mod tools;

use std::{
    fs,
    path::{Path, PathBuf},
};

use clap::ValueEnum;

use crate::{
    python,
    step::{Step, cargo, in_ci, scratch},
    workspace::{Error, root},
};
use table::Table;

/// A language that types are made for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Language {
    /// TypeScript, by json-schema-to-typescript.
    Typescript,
    /// Python, by datamodel-code-generator.
    Python,
    /// Go, by openapi-generator.
    Go,
    /// Java, by openapi-generator.
    Java,
}

impl Language {
    fn name(self) -> &'static str {
        match self {
            Self::Typescript => "typescript",
            Self::Python => "python",
            Self::Go => "go",
            Self::Java => "java",
        }
    }

    /// The programs that its types are made, compiled and tried with. The generators themselves run in Python.
    fn tools(self) -> &'static [tools::Tool] {
        match self {
            Self::Typescript => &[tools::PYTHON, tools::NODE, tools::NPM],
            Self::Python => &[tools::PYTHON],
            Self::Go => &[tools::PYTHON, tools::JAVA, tools::GO],
            Self::Java => &[tools::PYTHON, tools::JAVA, tools::JAVAC, tools::JACKSON],
        }
    }

    /// Compiles its types as strictly as its compiler can, and tries every vector.
    fn commands(self, place: &Place) -> Result<Vec<Step>, Error> {
        let Place { root, scratch, python } = place;
        let results = scratch.join(self.name()).with_extension("json");
        let typescript = root.join("bindings/typescript");
        let step = |folder: &Path, program: &Path| Step::new(folder, program);
        Ok(match self {
            Self::Typescript => vec![
                step(&typescript, &typescript.join("node_modules/.bin/tsc")),
                step(&typescript, Path::new("node")).arg("dist/test/vectors.js").arg(root).arg(results),
                step(&typescript, Path::new("node")).arg("test/ajv.mjs").arg(root).arg(scratch.join("ajv.json")),
            ],
            Self::Python => {
                let folder = root.join("bindings/python");
                vec![
                    step(&folder, python).args(["-m", "mypy", "--cache-dir"]).arg(scratch.join("mypy")),
                    step(&folder, python).env("PYTHONPATH", ".").arg("tests/vectors.py").arg(root).arg(results),
                    step(&folder, python).arg("tests/validate.py").arg(root).arg(scratch.join("jsonschema.json")),
                ]
            }
            Self::Go => {
                let (folder, built) = (root.join("bindings/go"), scratch.join("go-vectors"));
                let go = || step(&folder, Path::new("go")).env("GOCACHE", scratch.join("go-cache"));
                vec![
                    go().args(["vet", "./..."]),
                    go().args(["test", "./..."]),
                    go().args(["build", "-o"]).arg(&built).arg("./vectors"),
                    step(root, &built).arg(root).arg(results),
                ]
            }
            Self::Java => {
                let (path, classes) = (tools::jackson(), scratch.join("java"));
                let mut sources = java_files(&root.join("bindings/java/src/conversation/types"))?;
                sources.extend(java_files(&root.join("bindings/java/test"))?);
                let mut with_classes = path.clone();
                with_classes.push(":");
                with_classes.push(&classes);
                vec![
                    step(root, Path::new("javac"))
                        .args(["-Xlint:all", "-Werror", "-cp"])
                        .arg(path)
                        .arg("-d")
                        .arg(classes)
                        .all(sources),
                    step(root, Path::new("java")).arg("-cp").arg(with_classes).arg("Vectors").arg(root).arg(results),
                ]
            }
        })
    }
}

/// Where everything is.
struct Place {
    root: PathBuf,
    /// For what is in between; the types themselves are in `bindings/`.
    scratch: PathBuf,
    /// The Python of the virtual environment.
    python: PathBuf,
}

/// Makes the types of the languages anew, of all when none is named; with `check` compares instead.
pub fn bindings(languages: &[Language], check: bool) -> Result<(), Error> {
    let languages = if languages.is_empty() { Language::value_variants() } else { languages };
    let there = there(languages)?;
    let place = prepare(&there)?;
    generate(&there, &place, check)
}

/// The job of `cargo xtask ci`: the types are what the bundles make, compile, and keep every vector, as Rust's do.
pub fn ci() -> Result<(), Error> {
    let languages = there(Language::value_variants())?;
    let place = prepare(&languages)?;
    forget_results(&place)?;
    generate(&languages, &place, true)?;
    for language in &languages {
        for step in language.commands(&place)? {
            step.run()?;
        }
    }
    let rust = place.scratch.join("rust.json");
    let run = ["run", "--quiet", "--package", "conversation-tests", "--bin", "rust-vectors", "--"];
    Step::new(&place.root, &cargo()).args(run).arg(place.root.join("tests/vectors")).arg(&rust).run()?;

    let mut table = Table::new(&place.root.join("tests/vectors"))?;
    table.column("Rust", &rust)?;
    for language in &languages {
        let results = place.scratch.join(language.name()).with_extension("json");
        let title = match language {
            Language::Typescript => "TypeScript",
            Language::Python => "Python",
            Language::Go => "Go",
            Language::Java => "Java",
        };
        table.column(title, &results)?;
        let validator = match language {
            Language::Typescript => Some("ajv"),
            Language::Python => Some("jsonschema"),
            Language::Go | Language::Java => None,
        };
        if let Some(name) = validator {
            table.validator(name, &place.scratch.join(name).with_extension("json"))?;
        }
    }
    println!("{table}");
    table.verdict()?;
    if languages.len() == Language::value_variants().len() {
        table.compare(&place.root.join("docs/vectors.md"))
    } else {
        Ok(())
    }
}

/// Those of the languages whose tools are here. On a build server all must be, and what is missing is installed.
fn there(languages: &[Language]) -> Result<Vec<Language>, Error> {
    let in_ci = in_ci();
    let needed = languages.iter().flat_map(|language| language.tools());
    if in_ci {
        tools::install(needed)?;
    }
    let mut there = Vec::new();
    for language in languages {
        let missing: Vec<_> =
            language.tools().iter().filter(|tool| !tool.is_there()).map(|tool| tool.to_string()).collect();
        match (missing.is_empty(), in_ci) {
            (true, _) => there.push(*language),
            (false, true) => return Err(Error::Other(format!("{}: missing {}", language.name(), missing.join(", ")))),
            (false, false) => eprintln!("{} is skipped: missing {}", language.name(), missing.join(", ")),
        }
    }
    Ok(there)
}

/// Installs the generators, pinned, below `target/` and in `bindings/typescript/node_modules`.
fn prepare(languages: &[Language]) -> Result<Place, Error> {
    let root = root();
    let scratch = scratch("languages")?;
    if languages.is_empty() {
        // Nothing is run in it then.
        let python = scratch.join("venv/bin/python");
        return Ok(Place { root, scratch, python });
    }
    let python = python::environment(&scratch, Path::new("bindings/requirements.txt"))?;
    let place = Place { root, scratch, python };
    if languages.contains(&Language::Typescript) {
        Step::new(&place.root.join("bindings/typescript"), Path::new("npm")).args(["ci", "--silent"]).run()?;
    }
    Ok(place)
}

fn generate(languages: &[Language], place: &Place, check: bool) -> Result<(), Error> {
    if languages.is_empty() {
        return Ok(());
    }
    let names = languages.iter().map(|language| language.name());
    let step = Step::new(&place.root, &place.python).arg("bindings/generate.py").arg(place.scratch.join("generated"));
    step.args(check.then_some("--check")).args(names).run()
}

/// Deletes what was found the last time: who writes nothing has kept nothing.
fn forget_results(place: &Place) -> Result<(), Error> {
    let failed = |error: std::io::Error| Error::Other(format!("{}: {error}", place.scratch.display()));
    for entry in fs::read_dir(&place.scratch).map_err(failed)? {
        let path = entry.map_err(failed)?.path();
        if path.extension().is_some_and(|extension| extension == "json") {
            fs::remove_file(path).map_err(failed)?;
        }
    }
    Ok(())
}

fn java_files(folder: &Path) -> Result<Vec<PathBuf>, Error> {
    let failed = |error: std::io::Error| Error::Other(format!("{}: {error}", folder.display()));
    let files = fs::read_dir(folder).map_err(failed)?.map(|entry| entry.map(|entry| entry.path()));
    let mut files: Vec<PathBuf> = files.collect::<Result<_, _>>().map_err(failed)?;
    files.retain(|file| file.extension().is_some_and(|extension| extension == "java"));
    files.sort();
    Ok(files)
}
