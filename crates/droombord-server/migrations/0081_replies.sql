-- A reply (*Praat mee!*) is a post that belongs to another one: its life, its trail and its erasing are those of any post.
ALTER TABLE posts ADD COLUMN reply_to TEXT REFERENCES posts (id);

-- The board walks along what belongs to no other post; the replies to one post stand together, in their order.
DROP INDEX posts_on_board;
CREATE INDEX posts_on_board ON posts (state, reply_to, published_at, id);
DROP INDEX posts_in_fair_turn;
CREATE INDEX posts_in_fair_turn ON posts (state, reply_to, freshness, published_at, id);
