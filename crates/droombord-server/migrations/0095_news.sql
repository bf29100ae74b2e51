-- New answers are counted by their moment, without reading the whole trail.
CREATE INDEX answers_in_time ON trail (at) WHERE kind = 'answered';
