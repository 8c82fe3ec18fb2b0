//! Reads an answer of Get Messages from standard input and says what to ask for next.
//!
//! ```text
//! cargo run -p genesys-chat-types --example next_position < answer.json
//! ```

use std::{io::Read as _, process::ExitCode};

use genesys_chat_types::{ChatStatus, GetMessagesAnswer, TranscriptPosition};

fn main() -> ExitCode {
    let mut json = Vec::new();
    if let Err(error) = std::io::stdin().read_to_end(&mut json) {
        eprintln!("error: {error}");
        return ExitCode::FAILURE;
    }
    match conversation_wire::decode::<GetMessagesAnswer>(&json) {
        Ok(answer) => println!("{}", next(&answer)),
        Err(error) => {
            eprintln!("error: {error}");
            return ExitCode::FAILURE;
        }
    }
    ExitCode::SUCCESS
}

fn next(answer: &GetMessagesAnswer) -> String {
    match answer.status_code {
        ChatStatus::DONE if answer.chat_ended == Some(true) => "the chat has ended".into(),
        ChatStatus::DONE => {
            let highest = answer.messages.iter().flatten().filter_map(|event| event.index).max();
            // There is no next position in the answer: it is the highest index held, plus 1.
            let next = TranscriptPosition::new(highest.unwrap_or(0).saturating_add(1));
            next.map_or_else(|error| error.to_string(), |position| format!("ask from position {position} on"))
        }
        ChatStatus::TRY_AGAIN => "try again".into(),
        ChatStatus::OVER => "the session is over".into(),
        other => format!("status {other} is unknown: trust nothing in the answer"),
    }
}
