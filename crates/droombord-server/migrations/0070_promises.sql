-- Promises of organisations. None is ever deleted or reworded; it is only followed up (promise 7).

CREATE TABLE promises (
    id           TEXT    NOT NULL PRIMARY KEY,
    organisation TEXT    NOT NULL REFERENCES organisations (id),
    -- waiting, declined, open, kept or withdrawn. That an open one is overdue, its day tells.
    state        TEXT    NOT NULL,
    direction    TEXT    NOT NULL,
    -- What is promised and the function of who sees to it. Gone once the last post behind it was erased.
    what         TEXT,
    owner        TEXT,
    -- The last day, in days since 1970-01-01 in Europe/Amsterdam.
    due          INTEGER NOT NULL,
    -- When it became public.
    made_at      INTEGER,
    -- The number of the newest saying that is public, beside the promise itself.
    said         INTEGER,
    -- When the trails of its posts got to know that it is overdue: they do once.
    overdue_at   INTEGER
);

CREATE INDEX promises_by_day ON promises (due, id);
CREATE INDEX promises_of_organisation ON promises (organisation, due, id);

CREATE TRIGGER promises_are_never_deleted BEFORE DELETE ON promises
BEGIN
    SELECT RAISE(ABORT, 'a promise cannot be deleted');
END;

CREATE TRIGGER promises_are_never_reworded BEFORE UPDATE ON promises
WHEN NEW.organisation <> OLD.organisation OR NEW.direction <> OLD.direction OR NEW.due <> OLD.due
    OR (NEW.what IS NOT NULL AND NEW.what IS NOT OLD.what)
    OR (NEW.owner IS NOT NULL AND NEW.owner IS NOT OLD.owner)
BEGIN
    SELECT RAISE(ABORT, 'a promise cannot be reworded');
END;

-- The posts that led to a promise, and what their writers say of it: yes, partly or no.
CREATE TABLE promise_posts (
    promise TEXT    NOT NULL REFERENCES promises (id),
    post    TEXT    NOT NULL REFERENCES posts (id),
    place   INTEGER NOT NULL,
    says    TEXT,
    PRIMARY KEY (promise, post)
);

CREATE INDEX promises_of_post ON promise_posts (post);

-- What the organisation says of its promise, each read by a facilitator. The first is the promise itself, without words of its own.
CREATE TABLE promise_sayings (
    id      TEXT    NOT NULL PRIMARY KEY,
    promise TEXT    NOT NULL REFERENCES promises (id),
    number  INTEGER NOT NULL,
    says    TEXT    NOT NULL,
    words   TEXT,
    at      INTEGER NOT NULL,
    account TEXT    NOT NULL REFERENCES accounts (id),
    -- waiting, public or declined.
    reading TEXT    NOT NULL,
    reason  TEXT,
    reader  TEXT    REFERENCES accounts (id),
    read_at INTEGER,
    UNIQUE (promise, number)
);

CREATE INDEX sayings_in_turn ON promise_sayings (reading, at, id);

CREATE TRIGGER promise_sayings_are_never_deleted BEFORE DELETE ON promise_sayings
BEGIN
    SELECT RAISE(ABORT, 'what was said of a promise cannot be deleted');
END;

CREATE TRIGGER promise_sayings_are_never_reworded BEFORE UPDATE ON promise_sayings
WHEN NEW.promise <> OLD.promise OR NEW.number <> OLD.number OR NEW.says <> OLD.says
    OR (NEW.words IS NOT NULL AND NEW.words IS NOT OLD.words)
BEGIN
    SELECT RAISE(ABORT, 'what was said of a promise cannot be reworded');
END;
