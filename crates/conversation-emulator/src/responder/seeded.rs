//! Replies that the seed decides.

use super::{Question, Reply, Responder};
use crate::random::{digest, draw};

/// Writes a text that the seed and the conversation decide: the same words before it, the same reply. Asked again for
/// the same message, it gives another one.
#[derive(Clone, Copy, Debug)]
pub struct SeededResponder {
    seed: u64,
}

impl SeededResponder {
    /// With this seed.
    pub fn new(seed: u64) -> Self {
        Self { seed }
    }

    fn text(self, question: &Question) -> String {
        let thread = question.thread.iter().fold(0, |state, message| draw(&[state, digest(&message.content)]));
        let key = draw(&[self.seed, thread, question.replies]);
        let pick = |place: u64, phrases: &[&'static str]| {
            let number = draw(&[key, place]) % phrases.len().max(1) as u64;
            phrases.get(number as usize).copied().unwrap_or_default()
        };
        format!("{} {} {}", pick(0, OPENINGS), pick(1, MIDDLES), pick(2, CLOSINGS))
    }
}

impl Responder for SeededResponder {
    fn reply<'a>(&'a self, question: &'a Question) -> Reply<'a> {
        Box::pin(std::future::ready(Ok(self.text(question))))
    }
}

const OPENINGS: &[&str] = &[
    "Thank you for your message.",
    "I see.",
    "I am sorry to hear that.",
    "Good question.",
    "Let me look into this.",
    "Thank you for your patience.",
    "That helps, thank you.",
    "I understand.",
];

const MIDDLES: &[&str] = &[
    "Your account shows no open cases at the moment.",
    "The last change to your account was made this week.",
    "I have found two orders under your name.",
    "Your details are up to date on our side.",
    "The payment has arrived, and the receipt is on its way.",
    "There was a delay, which has been resolved by now.",
    "The setting is under your profile, in the second section.",
    "A new link has been sent to your e-mail address.",
];

const CLOSINGS: &[&str] = &[
    "Is there anything else that I can do for you?",
    "Could you tell me a little more?",
    "Would you like me to send you the details?",
    "Does that answer your question?",
    "Shall I open a case for it?",
    "When did you first notice it?",
];
