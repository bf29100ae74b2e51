-- How many reactions a post has, for its writer alone: counted once a day, like the steps that everybody sees.
ALTER TABLE posts ADD COLUMN hear_told INTEGER NOT NULL DEFAULT 0;
ALTER TABLE posts ADD COLUMN recognise_told INTEGER NOT NULL DEFAULT 0;
ALTER TABLE posts ADD COLUMN join_told INTEGER NOT NULL DEFAULT 0;
