-- 1 while words that show danger wait for a reader and their writer asked that a facilitator looks at once. Gone with the next step.
ALTER TABLE posts ADD COLUMN alert INTEGER NOT NULL DEFAULT 0;
CREATE INDEX posts_alerted ON posts (waiting_since) WHERE alert = 1;
