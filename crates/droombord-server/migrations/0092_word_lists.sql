-- What hangs on the board has a number; replies and what nobody may read have none.
ALTER TABLE posts ADD COLUMN number INTEGER;

UPDATE posts SET number = n.number
FROM (SELECT id, ROW_NUMBER() OVER (ORDER BY published_at, id) - 1 AS number FROM posts
      WHERE state = 'published' AND reply_to IS NULL) n
WHERE posts.id = n.id;

-- The words of the search by post: which they are when the post leaves the board.
CREATE TABLE words_by_post (
    post TEXT NOT NULL REFERENCES posts (id),
    word TEXT NOT NULL,
    PRIMARY KEY (post, word)
) WITHOUT ROWID;

INSERT INTO words_by_post (post, word) SELECT post, word FROM post_words ORDER BY post, word;
DROP TABLE post_words;
ALTER TABLE words_by_post RENAME TO post_words;

-- And by word: the numbers of all posts that have it, one bit each. Bit 4 of part 2 is the post of number 2 * 63 + 4. A star
-- stands behind the beginnings of one and two letters, which too many words have to look all of them up.
CREATE TABLE word_lists (
    word TEXT    NOT NULL,
    part INTEGER NOT NULL,
    bits INTEGER NOT NULL,
    PRIMARY KEY (word, part)
) WITHOUT ROWID;

INSERT INTO word_lists (word, part, bits)
SELECT w.word, p.number / 63, SUM(1 << (p.number % 63))
FROM posts p JOIN (SELECT post, word FROM post_words
                   UNION SELECT post, substr(word, 1, 1) || '*' FROM post_words
                   UNION SELECT post, substr(word, 1, 2) || '*' FROM post_words) w ON w.post = p.id
WHERE p.number IS NOT NULL GROUP BY w.word, p.number / 63;

-- Which numbers come next in an order, and in which order some numbers come: without looking at the posts.
DROP INDEX posts_on_board;
CREATE INDEX posts_on_board ON posts (state, reply_to, published_at, id, number);
DROP INDEX posts_in_fair_turn;
CREATE INDEX posts_in_fair_turn ON posts (state, reply_to, freshness, published_at, id, number);
CREATE INDEX posts_by_number ON posts (number, freshness, published_at, id) WHERE number IS NOT NULL;
