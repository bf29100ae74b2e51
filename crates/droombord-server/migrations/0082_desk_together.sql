-- Who is reading a post now: one at a time, until it ends by itself. It forbids nobody anything.
CREATE TABLE claims (
    post    TEXT    NOT NULL PRIMARY KEY REFERENCES posts (id),
    account TEXT    NOT NULL REFERENCES accounts (id),
    until   INTEGER NOT NULL
);

-- What facilitators tell each other about a post. Its writer finds it among what is kept.
CREATE TABLE notes (
    id      INTEGER NOT NULL PRIMARY KEY,
    post    TEXT    NOT NULL REFERENCES posts (id),
    account TEXT    NOT NULL REFERENCES accounts (id),
    at      INTEGER NOT NULL,
    words   TEXT    NOT NULL
);

CREATE INDEX notes_of_post ON notes (post, id);

-- *Hier klopt iets niet*: from anybody, without a key; for the desk alone. The keyed hashes make that it comes once.
CREATE TABLE reports (
    id         TEXT    NOT NULL PRIMARY KEY,
    post       TEXT    NOT NULL REFERENCES posts (id),
    reason     TEXT    NOT NULL,
    words      TEXT,
    at         INTEGER NOT NULL,
    key_mac    TEXT    NOT NULL UNIQUE,
    body_mac   TEXT    NOT NULL,
    handled_at INTEGER,
    account    TEXT    REFERENCES accounts (id)
);

CREATE INDEX reports_of_post ON reports (post, at, id);
CREATE INDEX reports_to_see_to ON reports (at, id) WHERE handled_at IS NULL;
