-- A facilitator's own sentence in the letter to the writer: with handing back, declining and taking down. Gone with the decision.
ALTER TABLE posts ADD COLUMN sentence TEXT;
UPDATE posts SET sentence = (SELECT h.sentence FROM hand_backs h WHERE h.post = posts.id);
ALTER TABLE hand_backs DROP COLUMN sentence;
-- The one of the first of two readers.
ALTER TABLE proposals ADD COLUMN sentence TEXT;
