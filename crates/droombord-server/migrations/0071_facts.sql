-- What the board's horizon tells: published facts, renewed once a day.
CREATE TABLE facts (
    fact   TEXT    NOT NULL PRIMARY KEY,
    number INTEGER NOT NULL
);
