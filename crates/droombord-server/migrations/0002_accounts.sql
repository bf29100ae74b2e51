-- Accounts, their sessions, and what they decide. Visitors are in none of these tables.

CREATE TABLE accounts (
    id             TEXT    NOT NULL PRIMARY KEY,
    name           TEXT    NOT NULL,
    -- The name as it is compared: unique whatever the case.
    folded_name    TEXT    NOT NULL UNIQUE,
    role           TEXT    NOT NULL,
    -- argon2id, as a PHC string.
    password_hash  TEXT    NOT NULL,
    -- 1 while the password is the one that an administrator handed over.
    password_given INTEGER NOT NULL,
    -- 1 once the secret of the second factor is on the owner's phone: it is not shown any more.
    enrolled       INTEGER NOT NULL,
    -- The secret of the second factor, sealed under a key that is not in the database.
    sealed_secret  TEXT    NOT NULL,
    -- The last step of thirty seconds whose code was used: a code counts once.
    used_step      INTEGER,
    disabled       INTEGER NOT NULL DEFAULT 0
);

CREATE TABLE sessions (
    id         TEXT    NOT NULL PRIMARY KEY,
    -- A keyed hash of the token in the cookie.
    token_hash TEXT    NOT NULL UNIQUE,
    account    TEXT    NOT NULL REFERENCES accounts (id),
    began_at   INTEGER NOT NULL,
    -- The beginning of the hour in which it was used last.
    used_hour  INTEGER NOT NULL
);

CREATE INDEX sessions_of_account ON sessions (account);

-- What was done with accounts. Nothing is ever changed or taken out.
CREATE TABLE account_events (
    id      INTEGER NOT NULL PRIMARY KEY,
    account TEXT    NOT NULL REFERENCES accounts (id),
    -- made, reset or disabled.
    kind    TEXT    NOT NULL,
    at      INTEGER NOT NULL,
    -- The administrator who did it; none for the command line.
    doer    TEXT    REFERENCES accounts (id)
);

CREATE TRIGGER account_events_are_never_changed BEFORE UPDATE ON account_events
BEGIN
    SELECT RAISE(ABORT, 'what was done with accounts is append-only');
END;

CREATE TRIGGER account_events_are_never_shortened BEFORE DELETE ON account_events
BEGIN
    SELECT RAISE(ABORT, 'what was done with accounts is append-only');
END;

-- What facilitators decided; no words of the post. Nothing is ever changed or taken out.
CREATE TABLE decisions (
    post     TEXT    NOT NULL REFERENCES posts (id),
    -- From 1, in the order of the decisions on one post.
    number   INTEGER NOT NULL,
    account  TEXT    NOT NULL REFERENCES accounts (id),
    revision INTEGER NOT NULL,
    decision TEXT    NOT NULL,
    reason   TEXT,
    at       INTEGER NOT NULL,
    PRIMARY KEY (post, number)
);

CREATE TRIGGER decisions_are_never_changed BEFORE UPDATE ON decisions
BEGIN
    SELECT RAISE(ABORT, 'decisions are append-only');
END;

CREATE TRIGGER decisions_are_never_shortened BEFORE DELETE ON decisions
BEGIN
    SELECT RAISE(ABORT, 'decisions are append-only');
END;
