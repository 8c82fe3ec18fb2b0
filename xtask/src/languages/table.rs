//! Which language keeps which vectors.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt, fs,
    path::Path,
};

use serde::Deserialize;

use crate::workspace::Error;

/// A vector, by which every language calls it.
type Name = (String, String, String);

/// Vectors by group, and how many of them each language keeps.
pub(super) struct Table {
    /// The group of each vector.
    vectors: BTreeMap<Name, String>,
    columns: Vec<(String, Column)>,
    failures: Vec<String>,
}

/// How many vectors of each group were kept.
type Column = BTreeMap<String, usize>;

#[derive(Deserialize)]
struct File {
    api: String,
    #[serde(rename = "type")]
    type_: String,
    vectors: Vec<Vector>,
}

#[derive(Deserialize)]
struct Vector {
    name: String,
    group: String,
}

#[derive(Deserialize)]
struct Hmacs {
    vectors: Vec<Hmac>,
}

#[derive(Deserialize)]
struct Hmac {
    external_id: String,
    secret: String,
}

#[derive(Deserialize)]
struct Results {
    results: Vec<Outcome>,
}

#[derive(Deserialize)]
struct Outcome {
    api: String,
    #[serde(rename = "type")]
    type_: String,
    name: String,
    ok: bool,
    /// Of what was rejected, whether that was said of the right place.
    #[serde(default)]
    place: Option<bool>,
    #[serde(default)]
    detail: String,
}

const HMAC: &str = "hmac";
/// The number of failures that are shown; the others are counted.
const SHOWN: usize = 20;

impl Table {
    /// Of the vectors in the folder, which are not taken from any language's results: a language that tries fewer fails.
    pub(super) fn new(folder: &Path) -> Result<Self, Error> {
        let mut vectors = BTreeMap::new();
        for entry in list(folder)?.into_iter().filter(|path| path.is_dir()) {
            for file in list(&entry)?.into_iter().filter(|path| path.extension().is_some_and(|is| is == "json")) {
                let File { api, type_, vectors: all } = read(&file)?;
                for Vector { name, group } in all {
                    vectors.insert((api.clone(), type_.clone(), name), group);
                }
            }
        }
        let known: Hmacs = read(&folder.join("hmac.json"))?;
        let mut seen = BTreeMap::new();
        for Hmac { external_id, secret } in known.vectors {
            // Several secrets have an HMAC of the same id: each is a result of its own.
            let count: &mut usize = seen.entry(external_id.clone()).or_default();
            *count += 1;
            let _ = secret;
            vectors.insert(("proficient".into(), "UserHmac".into(), numbered(&external_id, *count)), HMAC.into());
        }
        if vectors.is_empty() {
            return Err(Error::Other(format!("{}: no vectors", folder.display())));
        }
        Ok(Self { vectors, columns: Vec::new(), failures: Vec::new() })
    }

    /// Adds a language by the results that it wrote.
    pub(super) fn column(&mut self, title: &str, file: &Path) -> Result<(), Error> {
        self.add(title, file, true)
    }

    /// Adds a validator, which computes nothing.
    pub(super) fn validator(&mut self, title: &str, file: &Path) -> Result<(), Error> {
        self.add(title, file, false)
    }

    fn add(&mut self, title: &str, file: &Path, computes: bool) -> Result<(), Error> {
        let results: Results = read(file)?;
        let mut column = Column::new();
        let mut tried = BTreeSet::new();
        let mut seen = BTreeMap::new();
        for Outcome { api, type_, name, ok, place, detail } in results.results {
            // Of objects that a tag tells apart the core's bundle lists the forms, and ajv names a place in any of them.
            let right_place = place != Some(false) || title == "TypeScript" && api == "conversation";
            let ok = ok && right_place;
            let name = if type_ == "UserHmac" {
                let count: &mut usize = seen.entry(name.clone()).or_default();
                *count += 1;
                numbered(&name, *count)
            } else {
                name
            };
            let vector = (api, type_, name);
            let Some(group) = self.vectors.get(&vector) else {
                self.failures.push(format!("{title}: {vector:?} is no vector"));
                continue;
            };
            if ok && tried.insert(vector.clone()) {
                *column.entry(group.clone()).or_default() += 1;
            } else if !ok {
                tried.insert(vector.clone());
                self.failures.push(format!("{title}: {} {}, {}: {detail}", vector.0, vector.1, vector.2));
            }
        }
        let due = self.vectors.iter().filter(|(_, group)| computes || *group != HMAC);
        let left: Vec<_> = due.filter(|(vector, _)| !tried.contains(*vector)).map(|(vector, _)| vector).collect();
        if let Some(first) = left.first() {
            self.failures.push(format!("{title}: {} vectors were not tried, {first:?} for one", left.len()));
        }
        self.columns.push((title.to_owned(), column));
        Ok(())
    }

    /// Whether every vector was kept everywhere.
    pub(super) fn verdict(&self) -> Result<(), Error> {
        if self.failures.is_empty() {
            return Ok(());
        }
        let mut text = self.failures.iter().take(SHOWN).cloned().collect::<Vec<_>>().join("\n");
        if self.failures.len() > SHOWN {
            text.push_str(&format!("\nand {} more", self.failures.len() - SHOWN));
        }
        Err(Error::Other(text))
    }

    /// Whether `readme` shows this table.
    pub(super) fn compare(&self, readme: &Path) -> Result<(), Error> {
        let text =
            fs::read_to_string(readme).map_err(|error| Error::Other(format!("{}: {error}", readme.display())))?;
        if text.contains(&self.to_string()) {
            return Ok(());
        }
        Err(Error::Other(format!("{}: its table is not the one above; put that into it", readme.display())))
    }
}

impl fmt::Display for Table {
    /// As Markdown: a row for each group, a column for each language.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut groups: BTreeMap<&str, usize> = BTreeMap::new();
        for group in self.vectors.values() {
            *groups.entry(group).or_default() += 1;
        }
        let titles: Vec<&str> = self.columns.iter().map(|(title, _)| title.as_str()).collect();
        writeln!(f, "| vectors | of them | {} |", titles.join(" | "))?;
        writeln!(f, "|---|---|{}", "---|".repeat(titles.len()))?;
        for (group, count) in &groups {
            write!(f, "| {group} | {count} |")?;
            for (_, column) in &self.columns {
                match column.get(*group) {
                    Some(kept) => write!(f, " {kept} |")?,
                    None => write!(f, " – |")?,
                }
            }
            writeln!(f)?;
        }
        write!(f, "| all | {} |", self.vectors.len())?;
        for (_, column) in &self.columns {
            write!(f, " {} |", column.values().sum::<usize>())?;
        }
        writeln!(f)
    }
}

fn numbered(name: &str, count: usize) -> String {
    format!("{name} {count}")
}

fn list(folder: &Path) -> Result<Vec<std::path::PathBuf>, Error> {
    let failed = |error: std::io::Error| Error::Other(format!("{}: {error}", folder.display()));
    let entries = fs::read_dir(folder).map_err(failed)?;
    entries.map(|entry| entry.map(|entry| entry.path())).collect::<Result<_, _>>().map_err(failed)
}

fn read<T: for<'de> Deserialize<'de>>(file: &Path) -> Result<T, Error> {
    let failed = |error: &dyn fmt::Display| Error::Other(format!("{}: {error}", file.display()));
    let bytes = fs::read(file).map_err(|error| failed(&error))?;
    serde_json::from_slice(&bytes).map_err(|error| failed(&error))
}
