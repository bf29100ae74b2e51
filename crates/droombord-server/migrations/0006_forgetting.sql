-- Everything under a follow key can be erased wholly: then what an event was, and its salt, go too. The chain keeps only its
-- commitment, which tells nothing without them.
DROP TRIGGER trail_is_never_shortened;
CREATE TRIGGER trail_is_never_shortened BEFORE DELETE ON trail
WHEN NOT EXISTS (SELECT 1 FROM posts p WHERE p.id = OLD.post AND p.state = 'erased' AND p.key IS NULL)
BEGIN
    SELECT RAISE(ABORT, 'the trail is append-only');
END;

-- That an event was forgotten because its writer wanted it, sealed under the key of the chain: an event that is gone
-- without this was deleted.
CREATE TABLE forgotten (
    event INTEGER NOT NULL PRIMARY KEY REFERENCES chain (event),
    seal  TEXT    NOT NULL
);
