-- Who was asked about a post, what came back, and what the writer says of it. All of it goes with the words of the post,
-- but for what facilitators decided.

CREATE TABLE askings (
    id           TEXT    NOT NULL PRIMARY KEY,
    post         TEXT    NOT NULL REFERENCES posts (id),
    organisation TEXT    NOT NULL REFERENCES organisations (id),
    -- The first time that this organisation is asked about this post, the second…
    round        INTEGER NOT NULL,
    -- The facilitator who asked.
    account      TEXT    NOT NULL REFERENCES accounts (id),
    at           INTEGER NOT NULL,
    -- When the answer was public.
    answered_at  INTEGER,
    UNIQUE (post, organisation, round)
);

-- An organisation is asked about a post once at a time.
CREATE UNIQUE INDEX one_open_asking ON askings (post, organisation) WHERE answered_at IS NULL;
CREATE INDEX askings_of_organisation ON askings (organisation, at);

-- The answer to an asking: the words of its newest revision only.
CREATE TABLE answers (
    asking          TEXT    NOT NULL PRIMARY KEY REFERENCES askings (id),
    state           TEXT    NOT NULL,
    revision        INTEGER NOT NULL,
    understood_text TEXT    NOT NULL,
    does_text       TEXT    NOT NULL,
    by_function     TEXT    NOT NULL,
    -- The answerer who sent it, and when.
    account         TEXT    NOT NULL REFERENCES accounts (id),
    at              INTEGER NOT NULL,
    -- Why it is not placed as it is, and a sentence to the answerer.
    reason          TEXT,
    sentence        TEXT
);

CREATE INDEX answers_in_state ON answers (state, at);

-- What facilitators decided on answers and on the words beside a verdict; no words. Nothing is ever changed or taken out.
CREATE TABLE answer_decisions (
    post         TEXT    NOT NULL REFERENCES posts (id),
    asking       TEXT    NOT NULL,
    -- From 1, in the order of the decisions on one answer.
    number       INTEGER NOT NULL,
    -- answer or words.
    what         TEXT    NOT NULL,
    account      TEXT    NOT NULL REFERENCES accounts (id),
    -- The other of two readers, when two decided.
    first_reader TEXT    REFERENCES accounts (id),
    revision     INTEGER NOT NULL,
    decision     TEXT    NOT NULL,
    reason       TEXT,
    at           INTEGER NOT NULL,
    PRIMARY KEY (asking, number)
);

CREATE TRIGGER answer_decisions_are_never_changed BEFORE UPDATE ON answer_decisions
BEGIN
    SELECT RAISE(ABORT, 'decisions are append-only');
END;

CREATE TRIGGER answer_decisions_are_never_shortened BEFORE DELETE ON answer_decisions
BEGIN
    SELECT RAISE(ABORT, 'decisions are append-only');
END;

-- What the writer says of an answer now; what was said before stands in the trail. The words are read before anybody sees them.
CREATE TABLE verdicts (
    asking         TEXT    NOT NULL PRIMARY KEY REFERENCES askings (id),
    understood     TEXT,
    verdict        TEXT,
    words          TEXT,
    words_state    TEXT,
    words_revision INTEGER NOT NULL DEFAULT 0,
    words_at       INTEGER,
    words_reason   TEXT,
    -- Words that show danger are read by two: who read them first.
    first_reader   TEXT    REFERENCES accounts (id)
);
