-- The last moment at which the clock was trusted, and what is known of a clock that stands far from it.
CREATE TABLE known_time (
    one         INTEGER PRIMARY KEY CHECK (one = 1),
    known_at    INTEGER NOT NULL,
    -- How the distance was found: `absence` at a start, `leap` while the server ran. The rest is null without one.
    gap         TEXT CHECK (gap IN ('absence', 'leap')),
    found_at    INTEGER,
    seen_at     INTEGER,
    -- Seconds that the server has run since.
    ran         INTEGER,
    -- The operator said that the clock is right: the next look takes it.
    accepted    INTEGER NOT NULL DEFAULT 0
);

-- A database from before this table: the day of its last job.
INSERT INTO known_time (one, known_at) SELECT 1, MAX(day) * 86400 FROM jobs HAVING MAX(day) IS NOT NULL;

-- Stretches of time in which nobody could reach the board: the terms of writers are longer by them.
CREATE TABLE absences (
    began_at INTEGER PRIMARY KEY,
    ended_at INTEGER NOT NULL CHECK (ended_at > began_at)
);
