-- A post that was handed back: what its writer is asked. Gone as soon as the writer answers, it expires, or it is taken away.
CREATE TABLE hand_backs (
    post        TEXT    NOT NULL PRIMARY KEY REFERENCES posts (id),
    account     TEXT    NOT NULL REFERENCES accounts (id),
    at          INTEGER NOT NULL,
    -- A stretch of the newest revision, in code points, and safer words for it; all three or none.
    swap_start  INTEGER,
    swap_end    INTEGER,
    instead     TEXT,
    sentence    TEXT,
    reminded_at INTEGER
);
