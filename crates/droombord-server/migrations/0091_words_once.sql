-- The words of the search once in the table and once by post, and nowhere else: a table without row numbers is its own index.
-- By post with the word beside it: whether a post has a word is one look.
CREATE TABLE post_words_once (
    word TEXT NOT NULL,
    post TEXT NOT NULL REFERENCES posts (id),
    PRIMARY KEY (word, post)
) WITHOUT ROWID;

INSERT INTO post_words_once (word, post) SELECT word, post FROM post_words ORDER BY word, post;
DROP TABLE post_words;
ALTER TABLE post_words_once RENAME TO post_words;
CREATE INDEX words_of_post ON post_words (post, word);
