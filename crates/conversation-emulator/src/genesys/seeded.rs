//! What the seed decides in a chat.

use genesys_chat_types::{Alias, ChatId, SecureKey, UserId};

use super::{chat::Chat, credentials::Session};
use crate::{ids::letters, random::draw};

impl Chat<'_> {
    /// A random number, which the seed, the chat and the count of those drawn in it before decide.
    pub(super) fn draw(&mut self) -> u64 {
        self.draws = self.draws.saturating_add(1);
        draw(&[self.world.seed, self.number.cast_unsigned(), self.draws.cast_unsigned()])
    }

    /// 16 letters and digits. The last eight are the number of the chat, so that no two chats share one.
    pub(super) fn new_id(&mut self) -> ChatId {
        let key = self.draw();
        let mut digits = [b'0'; 8];
        let mut number = self.number.cast_unsigned();
        for digit in digits.iter_mut().rev() {
            *digit = base36(number % 36);
            number /= 36;
        }
        let mut id = letters(&[key], 8);
        id.extend(digits.map(char::from));
        ChatId::new(id)
    }

    /// Credentials of the lengths that were seen.
    pub(super) fn new_session(&mut self) -> Session {
        let key = self.draw();
        Session {
            user_id: UserId::new(format!("{:016X}", draw(&[key, 0]))),
            secure_key: SecureKey::new(format!("{:016x}", draw(&[key, 1]))),
            alias: Alias::new((100 + draw(&[key, 2]) % 900).to_string()),
        }
    }

    /// The text of a message for which the script has none.
    pub(super) fn new_text(&mut self) -> &'static str {
        let place = self.draw() % TEXTS.len() as u64;
        usize::try_from(place).ok().and_then(|place| TEXTS.get(place)).copied().unwrap_or_default()
    }
}

fn base36(digit: u64) -> u8 {
    let digit = u8::try_from(digit).unwrap_or_default();
    if digit < 10 { b'0' + digit } else { b'A' + digit - 10 }
}

const TEXTS: &[&str] = &[
    "agent will be with you shortly ...",
    "Thank you for waiting.",
    "Could you tell me a little more about that?",
    "I am looking into it.",
    "Which account is this about?",
    "I have made a note of it.",
    "One moment, please.",
    "Is there anything else?",
];
