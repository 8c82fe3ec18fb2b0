//! The tables of the Proficient side.

/// What the store makes when it opens.
///
/// `place` is the order in which objects were created. Pages go by it, so that finding one takes as long at the end of a
/// list as at its beginning. A parent is an id and no reference: tests put trees in that lack some.
pub(crate) const SCHEMA: &str = "
CREATE TABLE IF NOT EXISTS users (
    place       INTEGER PRIMARY KEY AUTOINCREMENT,
    id          TEXT    NOT NULL UNIQUE,
    external_id TEXT    NOT NULL UNIQUE,
    first_name  TEXT,
    last_name   TEXT,
    live_mode   INTEGER NOT NULL,
    created_at  INTEGER NOT NULL,
    updated_at  INTEGER NOT NULL
);
CREATE TABLE IF NOT EXISTS agents (
    place               INTEGER PRIMARY KEY AUTOINCREMENT,
    id                  TEXT    NOT NULL UNIQUE,
    active              INTEGER NOT NULL,
    description         TEXT,
    display_description TEXT,
    display_name        TEXT,
    name                TEXT    NOT NULL,
    created_at          INTEGER NOT NULL,
    updated_at          INTEGER NOT NULL,
    anthropic           TEXT,
    openai              TEXT,
    greeting_message    TEXT,
    initial_turn        TEXT    NOT NULL,
    model               TEXT    NOT NULL,
    system_message      TEXT
);
CREATE TABLE IF NOT EXISTS interactions (
    place               INTEGER PRIMARY KEY AUTOINCREMENT,
    id                  TEXT    NOT NULL UNIQUE,
    user_id             TEXT    NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    agent_id            TEXT    NOT NULL REFERENCES agents (id) ON DELETE CASCADE,
    archived            INTEGER NOT NULL,
    created_at          INTEGER NOT NULL,
    initial_turn        TEXT    NOT NULL,
    name                TEXT,
    total_message_count INTEGER NOT NULL,
    updated_at          INTEGER NOT NULL,
    last_message_at     INTEGER
);
CREATE INDEX IF NOT EXISTS interactions_of_user ON interactions (user_id, place);
CREATE INDEX IF NOT EXISTS interactions_of_agent ON interactions (agent_id, user_id, place);
CREATE TABLE IF NOT EXISTS messages (
    place       INTEGER PRIMARY KEY AUTOINCREMENT,
    id          TEXT    NOT NULL UNIQUE,
    interaction INTEGER NOT NULL REFERENCES interactions (place) ON DELETE CASCADE,
    content     TEXT    NOT NULL,
    created_at  INTEGER NOT NULL,
    depth       INTEGER NOT NULL,
    parent_id   TEXT,
    parent_null INTEGER NOT NULL,
    sent_by     TEXT    NOT NULL,
    extra       TEXT
);
CREATE INDEX IF NOT EXISTS messages_of_interaction ON messages (interaction, place);
";
