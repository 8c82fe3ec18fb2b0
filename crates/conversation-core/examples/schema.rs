//! Prints the bundle of JSON Schemas; `cargo xtask schema` writes it to `schemas/`.

fn main() {
    println!("{:#}", conversation_core::schema_bundle());
}
