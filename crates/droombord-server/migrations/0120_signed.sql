-- The first name by which whoever answers signs. Answers given before have none.
ALTER TABLE answers ADD COLUMN by_name TEXT;
