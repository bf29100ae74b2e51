-- How far the trail of a post is, as far as the board is narrowed down by it: made with its card, out of its public events.
ALTER TABLE posts ADD COLUMN answered INTEGER NOT NULL DEFAULT 0;
ALTER TABLE posts ADD COLUMN promised INTEGER NOT NULL DEFAULT 0;
ALTER TABLE posts ADD COLUMN heard    INTEGER NOT NULL DEFAULT 0;
-- The day of the asking that waits longest, in days since 1970-01-01 in Europe/Amsterdam. The card does not hold how long that is: it
-- would be another one each day.
ALTER TABLE posts ADD COLUMN asked_day INTEGER;

-- Few posts are answered at first: a page of them must not read the whole board.
CREATE INDEX answered_in_turn ON posts (freshness, published_at, id) WHERE state = 'published' AND reply_to IS NULL AND answered = 1;
CREATE INDEX answered_newest  ON posts (published_at, id)            WHERE state = 'published' AND reply_to IS NULL AND answered = 1;
CREATE INDEX promised_in_turn ON posts (freshness, published_at, id) WHERE state = 'published' AND reply_to IS NULL AND promised = 1;
CREATE INDEX promised_newest  ON posts (published_at, id)            WHERE state = 'published' AND reply_to IS NULL AND promised = 1;
CREATE INDEX heard_in_turn    ON posts (freshness, published_at, id) WHERE state = 'published' AND reply_to IS NULL AND heard = 1;
CREATE INDEX heard_newest     ON posts (published_at, id)            WHERE state = 'published' AND reply_to IS NULL AND heard = 1;
CREATE INDEX waiting_in_turn  ON posts (freshness, published_at, id) WHERE state = 'published' AND reply_to IS NULL AND asked_day IS NOT NULL;
CREATE INDEX waiting_newest   ON posts (published_at, id)            WHERE state = 'published' AND reply_to IS NULL AND asked_day IS NOT NULL;

-- How many posts each choice of the board finds: counted once a day.
CREATE TABLE facets (
    -- status or keyword.
    facet  TEXT    NOT NULL,
    value  TEXT    NOT NULL,
    number INTEGER NOT NULL,
    PRIMARY KEY (facet, value)
);

-- Every card is made anew, with the status.
UPDATE posts SET card = NULL WHERE card IS NOT NULL;
