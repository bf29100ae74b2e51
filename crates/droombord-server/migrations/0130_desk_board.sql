-- How far a post on the board is as the desk sees it, released or not, in bits: 1 nobody was asked, 2 somebody is asked and has not
-- answered, 4 answered, 8 promised, 16 heard. Of what does not hang there by itself nothing.
ALTER TABLE posts ADD COLUMN at_desk INTEGER NOT NULL DEFAULT 0;

UPDATE posts SET at_desk =
    CASE WHEN EXISTS (SELECT 1 FROM askings k WHERE k.post = posts.id) THEN 0 ELSE 1 END
    + CASE WHEN EXISTS (SELECT 1 FROM askings k WHERE k.post = posts.id AND k.answered_at IS NULL) THEN 2 ELSE 0 END
    + CASE WHEN EXISTS (SELECT 1 FROM askings k WHERE k.post = posts.id AND k.answered_at IS NOT NULL) THEN 4 ELSE 0 END
    + CASE WHEN EXISTS (SELECT 1 FROM promise_posts l JOIN promises m ON m.id = l.promise
                        WHERE l.post = posts.id AND m.state IN ('open', 'kept')) THEN 8 ELSE 0 END
    + CASE WHEN EXISTS (SELECT 1 FROM askings k JOIN verdicts v ON v.asking = k.id
                        WHERE k.post = posts.id AND k.answered_at IS NOT NULL AND v.verdict = 'heard') THEN 16 ELSE 0 END
WHERE state = 'published' AND reply_to IS NULL;

-- The desk's list of what hangs on the board: whatever it is narrowed down to, it is walked along in this index alone.
CREATE INDEX posts_at_desk ON posts (state, published_at, id, reply_to, kind, direction, role, region, number, sample, at_desk);

-- Which posts of the board have a keyword, as the search knows them; and whether each is answered, none when it is not counted: it does
-- not hang on the board, or is a sample.
ALTER TABLE keywords ADD COLUMN number INTEGER;
ALTER TABLE keywords ADD COLUMN answered INTEGER;

UPDATE keywords SET
    number = (SELECT p.number FROM posts p WHERE p.id = keywords.post),
    answered = (SELECT CASE WHEN p.number IS NULL OR p.sample = 1 THEN NULL WHEN (p.at_desk & 4) <> 0 THEN 1 ELSE 0 END
                FROM posts p WHERE p.id = keywords.post);

CREATE INDEX keywords_counted ON keywords (keyword, number, answered);

-- The newest readings and the newest answers, for how long people waited.
CREATE INDEX readings_in_time ON trail (at, id) WHERE kind = 'read';
CREATE INDEX askings_answered ON askings (answered_at, id) WHERE answered_at IS NOT NULL;
