//! The dialect of OpenAPI 3.0.3 that this workspace's documents are written in, as rules.
//!
//! [`read`] checks a document against all of them and reports every violation at once. What it returns has passed, so
//! nothing behind it needs to be prepared for a document that it cannot handle. `openapi/README.md` states the rules in
//! words and says why each of them is there.

mod check;
mod examples;
mod names;
mod operations;
mod recursion;
mod references;
mod schemas;
mod unions;

use crate::{api::Api, place::Violations, yaml::Yaml};
use check::Check;

/// Reads a document, or says everything in it that is outside the dialect.
pub fn read(yaml: &Yaml) -> Result<Api, Violations> {
    if !yaml.value().is_object() {
        let message = "no OpenAPI document: it begins with `openapi: 3.0.3`";
        return Err(Violations::one(yaml.violation("", message)));
    }
    let mut check = Check::new(yaml);
    let (title, version, description) = document(&mut check);
    let schemas = schemas::read(&mut check);
    names::check(&mut check, &schemas);
    unions::check(&mut check, &schemas);
    recursion::check(&mut check, &schemas);
    let operations = operations::read(&mut check);
    references::check(&mut check);
    let examples = examples::read(&mut check, &schemas);
    Violations::none_or(check.found)?;
    Ok(Api { title, version, description, schemas, operations, examples })
}

fn document(check: &mut Check<'_>) -> (String, String, String) {
    const SECTIONS: &[&str] = &["openapi", "info", "servers", "tags", "security", "paths", "components"];
    check.keys("", SECTIONS, &["openapi", "info", "paths", "components"]);
    check.list("/servers");
    check.list("/tags");
    if check.get("/openapi").is_some_and(|version| version != "3.0.3") {
        check.report("/openapi", "the dialect is OpenAPI 3.0.3: write `openapi: 3.0.3`");
    }
    check.keys(
        "/info",
        &["title", "version", "description", "license", "contact"],
        &["title", "version", "description"],
    );
    let info = |check: &mut Check<'_>, key: &str| check.text(&format!("/info/{key}"));
    (info(check, "title"), info(check, "version"), info(check, "description"))
}
