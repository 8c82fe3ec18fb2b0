//! The tables of chats.

/// What the store makes when it opens.
///
/// A chat's position in the order of its table is what the seed picks its identifiers and texts by, so rows are never
/// deleted and numbers never used twice.
pub(crate) const SCHEMA: &str = "
CREATE TABLE IF NOT EXISTS genesys_chat (
    number          INTEGER PRIMARY KEY AUTOINCREMENT,
    chat_id         TEXT    NOT NULL UNIQUE,
    request         TEXT    NOT NULL,
    tenant_name     TEXT    NOT NULL,
    user_id         TEXT    NOT NULL,
    secure_key      TEXT    NOT NULL,
    alias           TEXT    NOT NULL,
    next_user_id    TEXT,
    next_secure_key TEXT,
    next_alias      TEXT,
    user_data       TEXT    NOT NULL,
    time            INTEGER NOT NULL,
    seen            INTEGER NOT NULL,
    ended           TEXT,
    events          INTEGER NOT NULL,
    participants    INTEGER NOT NULL,
    client_messages INTEGER NOT NULL,
    draws           INTEGER NOT NULL
);
CREATE TABLE IF NOT EXISTS genesys_participant (
    chat        INTEGER NOT NULL REFERENCES genesys_chat (number),
    participant INTEGER NOT NULL,
    member      TEXT,
    nickname    TEXT    NOT NULL,
    type        TEXT    NOT NULL,
    present     INTEGER NOT NULL,
    PRIMARY KEY (chat, participant)
);
CREATE TABLE IF NOT EXISTS genesys_event (
    chat      INTEGER NOT NULL REFERENCES genesys_chat (number),
    position  INTEGER NOT NULL,
    left_out  INTEGER NOT NULL DEFAULT 0,
    event     TEXT    NOT NULL,
    PRIMARY KEY (chat, position)
);
CREATE TABLE IF NOT EXISTS genesys_step (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    chat   INTEGER NOT NULL REFERENCES genesys_chat (number),
    due    INTEGER NOT NULL,
    step   TEXT    NOT NULL
);
CREATE INDEX IF NOT EXISTS genesys_step_due ON genesys_step (chat, due, number);
";
