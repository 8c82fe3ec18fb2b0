//! Reads a page of messages from standard input and says who wrote what.
//!
//! ```text
//! cargo run -p proficient-types --example who_said_what < page.json
//! ```

use std::{io::Read as _, process::ExitCode};

use proficient_types::{MessagesList, SentBy};

fn main() -> ExitCode {
    let mut json = Vec::new();
    if let Err(error) = std::io::stdin().read_to_end(&mut json) {
        eprintln!("error: {error}");
        return ExitCode::FAILURE;
    }
    let page: MessagesList = match conversation_wire::decode(&json) {
        Ok(page) => page,
        Err(error) => {
            eprintln!("error: {error}");
            return ExitCode::FAILURE;
        }
    };
    for message in &page.data {
        // The last arm is the one that keeps this program running when a new sender comes along.
        let who = match &message.sent_by {
            SentBy::User => "the user",
            SentBy::Agent => "the agent",
            other => other.as_str(),
        };
        println!("{who}: {:?}", message.content);
    }
    if page.has_more {
        println!("… and more, after {:?}", page.data.last().map(|message| message.id.as_str()));
    }
    ExitCode::SUCCESS
}
