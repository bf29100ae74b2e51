-- Words that show danger: read before all others, and by two.

-- 0 while words that show danger wait for their reading, 1 for all others. What kind of danger is never stored.
ALTER TABLE posts ADD COLUMN turn INTEGER NOT NULL DEFAULT 1;
CREATE INDEX posts_in_turn ON posts (state, turn, state_since, id);

-- What the first of two readers would do. Gone as soon as the post is decided upon, changed or taken away.
CREATE TABLE proposals (
    post     TEXT    NOT NULL PRIMARY KEY REFERENCES posts (id),
    account  TEXT    NOT NULL REFERENCES accounts (id),
    decision TEXT    NOT NULL,
    -- Joined by a control character, which no keyword has.
    keywords TEXT    NOT NULL,
    reason   TEXT,
    at       INTEGER NOT NULL
);

-- The other of two readers, of a decision that two made.
ALTER TABLE decisions ADD COLUMN first_reader TEXT REFERENCES accounts (id);
