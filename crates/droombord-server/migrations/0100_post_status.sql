-- How far the trail of a post is, as far as the board is narrowed down by it: made with its card, out of its public events.
ALTER TABLE posts ADD COLUMN answered INTEGER NOT NULL DEFAULT 0;
ALTER TABLE posts ADD COLUMN promised INTEGER NOT NULL DEFAULT 0;
ALTER TABLE posts ADD COLUMN heard    INTEGER NOT NULL DEFAULT 0;
ALTER TABLE posts ADD COLUMN waiting  INTEGER NOT NULL DEFAULT 0;
-- The day of the asking that waits longest, in days since 1970-01-01 in Europe/Amsterdam. The card does not hold how long that is: it
-- would be another one each day.
ALTER TABLE posts ADD COLUMN asked_day INTEGER;

-- Few posts are answered at first: a page of them must not read the whole board.
CREATE INDEX answered_in_turn ON posts (state, reply_to, answered, freshness, published_at, id) WHERE answered = 1;
CREATE INDEX answered_newest ON posts (state, reply_to, answered, published_at, id) WHERE answered = 1;
CREATE INDEX promised_in_turn ON posts (state, reply_to, promised, freshness, published_at, id) WHERE promised = 1;
CREATE INDEX promised_newest ON posts (state, reply_to, promised, published_at, id) WHERE promised = 1;
CREATE INDEX heard_in_turn ON posts (state, reply_to, heard, freshness, published_at, id) WHERE heard = 1;
CREATE INDEX heard_newest ON posts (state, reply_to, heard, published_at, id) WHERE heard = 1;
CREATE INDEX waiting_in_turn ON posts (state, reply_to, waiting, freshness, published_at, id) WHERE waiting = 1;
CREATE INDEX waiting_newest ON posts (state, reply_to, waiting, published_at, id) WHERE waiting = 1;

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
