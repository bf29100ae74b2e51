-- When the organisation was reminded last of what it is asked.
ALTER TABLE askings ADD COLUMN reminded_at INTEGER;

-- What the worklist of the desk looks up: askings that wait for their answer, by how long they do; and open promises by their day.
CREATE INDEX askings_open ON askings (at, id) WHERE answered_at IS NULL;
CREATE INDEX promises_open ON promises (due, id) WHERE state = 'open';
