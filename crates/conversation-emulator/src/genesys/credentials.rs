//! Who may act in a chat, and what renews that.

use genesys_chat_types::{Alias, ChatCredentials, SecureKey, TenantName, UserId};
use rusqlite::Row;

use super::{
    chat::{Chat, ChatEnd},
    refusal::Refusal,
};

/// The three credentials that an answer may renew.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Session {
    pub(super) user_id: UserId,
    pub(super) secure_key: SecureKey,
    pub(super) alias: Alias,
}

/// The credentials of a chat.
#[derive(Clone, Debug)]
pub(super) struct Held {
    pub(super) tenant_name: TenantName,
    pub(super) current: Session,
    /// Renewed ones that were not used yet. Until they are, the current ones stay good: the answer that had these may
    /// have been lost.
    pub(super) next: Option<Session>,
}

impl Held {
    /// Of a chat that has none yet.
    pub(super) fn new(tenant_name: TenantName) -> Self {
        let current = Session { user_id: UserId::new(""), secure_key: SecureKey::new(""), alias: Alias::new("") };
        Self { tenant_name, current, next: None }
    }

    pub(super) fn read(row: &Row<'_>) -> rusqlite::Result<Self> {
        let text = |column| row.get::<_, String>(column);
        let next = match row.get::<_, Option<String>>("next_user_id")? {
            Some(user_id) => Some(Session {
                user_id: user_id.into(),
                secure_key: text("next_secure_key")?.into(),
                alias: text("next_alias")?.into(),
            }),
            None => None,
        };
        let current = Session {
            user_id: text("user_id")?.into(),
            secure_key: text("secure_key")?.into(),
            alias: text("alias")?.into(),
        };
        Ok(Self { tenant_name: text("tenant_name")?.into(), current, next })
    }

    /// What an answer tells the client to use from now on: always the newest, so that a renewal whose answer was lost is
    /// made up for by the next answer.
    pub(super) fn newest(&self) -> &Session {
        self.next.as_ref().unwrap_or(&self.current)
    }

    /// Whether these credentials are good. The first use of renewed ones makes the old ones bad.
    fn admit(&mut self, given: &ChatCredentials) -> bool {
        let ChatCredentials { user_id, secure_key, alias, tenant_name, .. } = given;
        let given = Session { user_id: user_id.clone(), secure_key: secure_key.clone(), alias: alias.clone() };
        if *tenant_name != self.tenant_name {
            return false;
        }
        match self.next.take_if(|next| *next == given) {
            Some(next) => {
                self.current = next;
                true
            }
            None => self.current == given,
        }
    }
}

impl Chat<'_> {
    /// Lets the client in and notes that it called, or says why not.
    pub(super) fn admit(&mut self, given: &ChatCredentials) -> Result<(), Refusal> {
        if !self.held.admit(given) {
            return Err(Refusal::Credentials);
        }
        if self.ended == Some(ChatEnd::Idle) {
            return Err(Refusal::Dropped);
        }
        self.seen = self.time;
        Ok(())
    }

    /// Renews the credentials. Unused new ones are returned again, so that no answer under way contains
    /// credentials that were never good.
    pub(super) fn renew(&mut self) {
        if self.held.next.is_none() {
            self.held.next = Some(self.new_session());
        }
    }
}
