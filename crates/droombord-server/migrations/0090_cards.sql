-- A published post as everybody reads it, ready made: a page of the board joins and writes nothing any more. Made anew in every
-- change that touches what stands in it, and gone in the change that takes the post off the board. Made of the words and
-- choices beside it alone.
ALTER TABLE posts ADD COLUMN card TEXT;

-- Which are not made yet: all of them once, after this migration; none from then on.
CREATE INDEX posts_without_card ON posts (state, reply_to, card, id) WHERE state = 'published' AND reply_to IS NULL AND card IS NULL;
