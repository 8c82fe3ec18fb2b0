//! The job `newer`: a core that is older than its types loses nothing.
//!
//! The documents get a field more of each kind in each schema that the core copies. The types are generated from them, and
//! the unchanged core is built against these and runs `tests/newer/newer.rs`: once with optional fields, and once where one
//! of them is required.

use std::{fs, path::Path};

use crate::{
    step::{Step, cargo, scratch},
    workspace::{Error, codegen, read_document, root},
};

/// The crates that the core is built of.
const CRATES: &[&str] = &["conversation-wire", "proficient-types", "genesys-chat-types", "conversation-core"];

/// The documents, and of each the schemas that the core copies.
const DOCUMENTS: &[(&str, &[&str])] =
    &[("proficient", &["Message", "Interaction"]), ("genesys-chat", &["ChatEvent", "Participant"])];

/// A property of each kind.
const PROPERTIES: &str = "        \
        added_text:
          type: string
          description: A text.
          example: added
        added_number:
          type: integer
          format: int64
          description: A number.
          example: 7
        added_map:
          description: A map.
          allOf: [{ $ref: '#/components/schemas/AddedMap' }]
        added_object:
          description: An object.
          allOf: [{ $ref: '#/components/schemas/AddedObject' }]
        added_list:
          type: array
          description: A list.
          items: { $ref: '#/components/schemas/AddedObject' }
";

/// The schemas that they refer to.
const SCHEMAS: &str = "    \
    AddedMap:
      type: object
      description: A map.
      additionalProperties: {}
    AddedObject:
      type: object
      description: An object.
      properties:
        inner:
          type: string
          description: A text.
          example: inner
      additionalProperties: {}
";

pub(super) fn run() -> Result<(), Error> {
    for is_required in [false, true] {
        let folder = scratch("newer")?;
        prepare(&folder)?;
        let mut documents = Vec::new();
        for (name, schemas) in DOCUMENTS {
            let (document, decisions) = (format!("openapi/{name}.yaml"), format!("openapi/{name}.codegen.toml"));
            let read = |file: &str| fs::read_to_string(root().join(file)).map_err(|error| io(Path::new(file), &error));
            let text = newer(&read(&document)?, schemas, is_required);
            let decided = read(&decisions)?.replacen(" = [\n", " = [\n    \"AddedMap\", \"AddedObject\",\n", 1);
            documents.push(read_document(name, (&document, &text), (&decisions, &decided))?);
        }
        codegen(&documents)?.write(&folder).map_err(|error| io(&folder, &error))?;
        let test = Step::new(&folder, &cargo())
            .args(["test", "--quiet", "--package", "conversation-core", "--test", "newer"])
            .env("CARGO_TARGET_DIR", scratch("")?);
        if is_required { test.env("NEWER_REQUIRED", "1") } else { test }.run()?;
    }
    Ok(())
}

/// A workspace of the crates alone, with the test.
fn prepare(folder: &Path) -> Result<(), Error> {
    let root = root();
    fs::remove_dir_all(folder).map_err(|error| io(folder, &error))?;
    for name in CRATES {
        copy(&root.join("crates").join(name), &folder.join("crates").join(name))?;
    }
    let manifest = fs::read_to_string(root.join("Cargo.toml")).map_err(|error| io(&root, &error))?;
    let lists = ["members = ", "default-members = ", "exclude = "];
    let lines = manifest.lines().filter(|line| !lists.iter().any(|list| line.starts_with(list)));
    let members: Vec<_> = CRATES.iter().map(|name| format!("\"crates/{name}\"")).collect();
    let manifest = lines.map(|line| format!("{line}\n")).collect::<String>();
    let manifest = manifest.replacen("[workspace]\n", &format!("[workspace]\nmembers = [{}]\n", members.join(", ")), 1);
    // Profiles name crates that are not here.
    let manifest = manifest.split("[profile.").next().unwrap_or_default();
    fs::write(folder.join("Cargo.toml"), manifest).map_err(|error| io(folder, &error))?;
    fs::copy(root.join("Cargo.lock"), folder.join("Cargo.lock")).map_err(|error| io(folder, &error))?;
    let tests = folder.join("crates/conversation-core/tests");
    fs::create_dir_all(&tests).map_err(|error| io(&tests, &error))?;
    fs::copy(root.join("tests/newer/newer.rs"), tests.join("newer.rs")).map_err(|error| io(&tests, &error))?;
    Ok(())
}

fn copy(from: &Path, to: &Path) -> Result<(), Error> {
    fs::create_dir_all(to).map_err(|error| io(to, &error))?;
    for entry in fs::read_dir(from).map_err(|error| io(from, &error))? {
        let entry = entry.map_err(|error| io(from, &error))?;
        let (path, to) = (entry.path(), to.join(entry.file_name()));
        if path.is_dir() {
            copy(&path, &to)?;
        } else {
            fs::copy(&path, &to).map_err(|error| io(&path, &error))?;
        }
    }
    Ok(())
}

/// The document with the properties in these schemas; with the required one also in every example.
fn newer(document: &str, schemas: &[&str], is_required: bool) -> String {
    let mut text = String::new();
    let mut is_inside = false;
    for line in document.lines() {
        if let Some(name) = line.strip_prefix("    ").and_then(|line| line.strip_suffix(':'))
            && !name.starts_with(' ')
        {
            is_inside = schemas.contains(&name);
        }
        if is_inside && line == "      additionalProperties: {}" {
            text.push_str(PROPERTIES);
        }
        let in_list = is_required && is_inside && line.starts_with("      required: [");
        let in_flow = is_required && line.contains("participantId: ") && line.ends_with(" }");
        match (in_list, in_flow) {
            (true, _) => text.push_str(&line.replace(']', ", added_text]")),
            (_, true) => text.push_str(&line.replace(" }", ", added_text: new }")),
            _ => text.push_str(line),
        }
        text.push('\n');
        if line == "  schemas:" {
            text.push_str(SCHEMAS);
        }
        if is_required && is_inside && line == "      required:" {
            text.push_str("        - added_text\n");
        }
        if is_required && let Some(indent) = end_of_example(line) {
            text.push_str(&format!("{}added_text: new\n", " ".repeat(indent)));
        }
    }
    text
}

/// The indentation of a line that only an example of one of the schemas has, in the form of a block.
fn end_of_example(line: &str) -> Option<usize> {
    let (name, value) = line.trim_start().split_once(": ")?;
    let is_number = value.bytes().all(|byte| byte.is_ascii_digit());
    let is_one = match name {
        "sent_by" => matches!(value, "user" | "agent"),
        "total_message_count" | "utcTime" | "participantId" => is_number,
        _ => false,
    };
    is_one.then_some(line.len() - line.trim_start().len())
}

fn io(path: &Path, error: &std::io::Error) -> Error {
    Error::Other(format!("{}: {error}", path.display()))
}
