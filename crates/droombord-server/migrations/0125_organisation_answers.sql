-- The page of an organisation: its answers, newest first, and what it is asked and has not answered.
CREATE INDEX organisation_answered ON askings (organisation, answered_at, id) WHERE answered_at IS NOT NULL;
CREATE INDEX organisation_unanswered ON askings (organisation) WHERE answered_at IS NULL;
