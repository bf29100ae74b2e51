-- The board: posts, their words, what happened to them. No table has a field for who somebody is.

-- A follow key, known only as a keyed hash. The key of the hash is a file beside the database.
CREATE TABLE keys (
    id   TEXT NOT NULL PRIMARY KEY,
    hash TEXT NOT NULL UNIQUE
);

-- A post and its choices, as of its newest revision. The row stays after erasing, without words and choices.
CREATE TABLE posts (
    id            TEXT    NOT NULL PRIMARY KEY,
    key           TEXT    REFERENCES keys (id),
    state         TEXT    NOT NULL,
    revision      INTEGER NOT NULL,
    sample        INTEGER NOT NULL DEFAULT 0,
    lang          TEXT,
    kind          TEXT,
    direction     TEXT,
    role          TEXT,
    on_behalf     INTEGER NOT NULL DEFAULT 0,
    age_band      TEXT,
    region        TEXT,
    reason        TEXT,
    -- Since when the newest revision waits for a reader.
    waiting_since INTEGER,
    -- When the state began.
    state_since   INTEGER NOT NULL,
    -- When it came on the board first: the order of the board.
    published_at  INTEGER,
    shortened     INTEGER NOT NULL DEFAULT 0,
    -- How many people reacted, in steps; renewed once a day.
    hear          INTEGER,
    recognise     INTEGER,
    join_in       INTEGER
);

CREATE INDEX posts_of_key ON posts (key);
CREATE INDEX posts_on_board ON posts (published_at DESC, id DESC) WHERE state = 'published';
CREATE INDEX posts_in_state ON posts (state, state_since, id);

-- The words. Only the newest revision of a post has them.
CREATE TABLE revisions (
    post        TEXT    NOT NULL REFERENCES posts (id),
    number      INTEGER NOT NULL,
    received_at INTEGER NOT NULL,
    text        TEXT,
    PRIMARY KEY (post, number)
);

-- Everything that happened. Nothing is ever changed or taken out.
CREATE TABLE trail (
    id       INTEGER NOT NULL PRIMARY KEY,
    post     TEXT    NOT NULL REFERENCES posts (id),
    kind     TEXT    NOT NULL,
    at       INTEGER NOT NULL,
    revision INTEGER NOT NULL,
    reason   TEXT,
    -- The id of the account that did it; none for writers and the clock.
    account  TEXT
);

CREATE INDEX trail_of_post ON trail (post, id);

CREATE TRIGGER trail_is_never_changed BEFORE UPDATE ON trail
BEGIN
    SELECT RAISE(ABORT, 'the trail is append-only');
END;

CREATE TRIGGER trail_is_never_shortened BEFORE DELETE ON trail
BEGIN
    SELECT RAISE(ABORT, 'the trail is append-only');
END;

CREATE TABLE keywords (
    post    TEXT    NOT NULL REFERENCES posts (id),
    place   INTEGER NOT NULL,
    keyword TEXT    NOT NULL,
    PRIMARY KEY (post, place)
);

CREATE INDEX posts_of_keyword ON keywords (keyword, post);

-- The folded words of posts on the board, and of no others: what the search looks in.
CREATE TABLE post_words (
    word TEXT NOT NULL,
    post TEXT NOT NULL REFERENCES posts (id),
    PRIMARY KEY (word, post)
);

CREATE INDEX words_of_post ON post_words (post);

-- Reactions. The device is a keyed hash of a hash that it made for this one post; of the moment only the day is kept.
CREATE TABLE supports (
    post    TEXT    NOT NULL REFERENCES posts (id),
    support TEXT    NOT NULL,
    device  TEXT    NOT NULL,
    day     INTEGER NOT NULL,
    PRIMARY KEY (post, support, device)
);

-- Sent before? Keyed hashes of idempotency keys and of what came with them. The body's hash goes when the post is erased.
CREATE TABLE idempotency (
    key_mac  TEXT NOT NULL PRIMARY KEY,
    body_mac TEXT,
    post     TEXT NOT NULL REFERENCES posts (id)
);

CREATE INDEX idempotency_of_post ON idempotency (post);

-- Jobs that run once a day, and the last day on which they did.
CREATE TABLE jobs (
    name TEXT    NOT NULL PRIMARY KEY,
    day  INTEGER NOT NULL
);
