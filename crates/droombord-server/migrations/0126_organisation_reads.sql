-- Which posts somebody of an organisation has read that it was not asked about: neither who nor when.
CREATE TABLE organisation_reads (
    post         TEXT NOT NULL REFERENCES posts (id),
    organisation TEXT NOT NULL REFERENCES organisations (id),
    PRIMARY KEY (post, organisation)
) WITHOUT ROWID;

-- By how many organisations: those that were read by the fewest come first, and of these whatever hangs longest.
ALTER TABLE posts ADD COLUMN read_by INTEGER NOT NULL DEFAULT 0;
CREATE INDEX posts_least_read ON posts (state, reply_to, read_by, published_at, id);
