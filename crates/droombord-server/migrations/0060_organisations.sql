-- Participating organisations, and for which of them an answerer answers.
CREATE TABLE organisations (
    id           TEXT    NOT NULL PRIMARY KEY,
    name         TEXT    NOT NULL,
    -- The name as it is compared: unique whatever the case.
    folded_name  TEXT    NOT NULL UNIQUE,
    -- The first group, the second…
    group_number INTEGER NOT NULL,
    -- 0 when it does not take part any more.
    active       INTEGER NOT NULL DEFAULT 1,
    sample       INTEGER NOT NULL DEFAULT 0
);

-- Only with the role answerer.
ALTER TABLE accounts ADD COLUMN organisation TEXT REFERENCES organisations (id);

-- What an event is about beside its post; committed to like the rest of it, when it is there.
-- The id of an asking.
ALTER TABLE trail ADD COLUMN subject TEXT;
-- The id of an organisation.
ALTER TABLE trail ADD COLUMN organisation TEXT;
-- A code: what the writer said.
ALTER TABLE trail ADD COLUMN said TEXT;
