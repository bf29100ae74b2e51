-- The trail as a keyed hash chain. A commitment is a keyed hash of one event and its salt; a link is a keyed hash of the
-- link before it and the commitment. The key is not in the database: whoever has the database alone cannot make links.
-- Nothing here tells which post an event belongs to: that, and the salt, stand beside the chain.
CREATE TABLE chain (
    -- The number of the event: its id in the trail.
    event      INTEGER NOT NULL PRIMARY KEY,
    commitment TEXT    NOT NULL,
    link       TEXT    NOT NULL
);

CREATE TRIGGER chain_is_never_changed BEFORE UPDATE ON chain
BEGIN
    SELECT RAISE(ABORT, 'the chain is append-only');
END;

CREATE TRIGGER chain_is_never_shortened BEFORE DELETE ON chain
BEGIN
    SELECT RAISE(ABORT, 'the chain is append-only');
END;

-- Without its salt nobody can try what an event was.
CREATE TABLE trail_salts (
    event INTEGER NOT NULL PRIMARY KEY REFERENCES trail (id),
    salt  TEXT    NOT NULL
);

CREATE TRIGGER trail_salts_are_never_changed BEFORE UPDATE ON trail_salts
BEGIN
    SELECT RAISE(ABORT, 'the trail is append-only');
END;

-- Where the chain ends, sealed: so that nobody can cut off its last events.
CREATE TABLE chain_end (
    place INTEGER NOT NULL PRIMARY KEY CHECK (place = 1),
    event INTEGER NOT NULL,
    seal  TEXT    NOT NULL
);
