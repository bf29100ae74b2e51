-- The revision for which the writer of a declined post asked another facilitator: once for each revision.
ALTER TABLE posts ADD COLUMN asked_another INTEGER;
