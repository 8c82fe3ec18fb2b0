//! Serves both APIs to a program in another language: says in a line of JSON where, and with which keys, and ends when
//! its input does.
//!
//! ```text
//! cargo run --package conversation-emulator --example serve -- [--seed N] [--require-hmac]
//! ```

use std::{error::Error, io, io::Write as _};

use conversation_emulator::Emulator;
use serde_json::json;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let mut builder = Emulator::builder();
    let mut arguments = std::env::args().skip(1);
    while let Some(argument) = arguments.next() {
        builder = match argument.as_str() {
            "--seed" => builder.seed(arguments.next().ok_or("--seed needs a number")?.parse()?),
            "--require-hmac" => builder.require_hmac(true),
            _ => return Err(format!("{argument}: not known; known are --seed N and --require-hmac").into()),
        };
    }
    let emulator = builder.start().await?;
    let keys = emulator.keys();
    let about = json!({
        "proficient_url": emulator.proficient_url(),
        "genesys_url": emulator.genesys_url(),
        "publishable_key": keys.publishable_key().expose(),
        "secret_key": keys.secret_key().expose(),
        "hmac_secret": keys.hmac_secret().expose(),
        "agent_id": emulator.agent_id().as_str(),
    });
    println!("{about}");
    io::stdout().flush()?;
    // It is another thread's, so nothing here waits for it.
    io::copy(&mut io::stdin(), &mut io::sink())?;
    emulator.stop().await;
    Ok(())
}
