-- Every post gets the same first exposure: how often a page of the board showed it, and nothing of whom it was shown to.
ALTER TABLE posts ADD COLUMN shown INTEGER NOT NULL DEFAULT 0;

-- The order of the board for a whole day: 0 minus how often it had been shown when the day began. What was shown least
-- is greatest, so that one index serves this order as it serves the newest first.
ALTER TABLE posts ADD COLUMN freshness INTEGER NOT NULL DEFAULT 0;

CREATE INDEX posts_in_fair_turn ON posts (state, freshness, published_at, id);
