//! The demo is the same every time, and what it shows is so.

use crate::run::run;

#[test]
fn one_conversation_goes_through_both_apis() {
    let shown = run(&["demo"], "");
    assert_eq!((shown.code, &*shown.stderr), (Some(0), ""));
    insta::assert_snapshot!(shown.stdout);
}

#[test]
fn its_transcript_is_the_published_one() {
    let published = std::fs::read(crate::run::fixture("genesys/get-messages.response.json")).unwrap();
    let own = std::fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/src/demo/transcript.json")).unwrap();
    assert!(own == published, "copy it");
}
