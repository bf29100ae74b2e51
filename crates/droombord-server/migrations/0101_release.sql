-- What happened to a post after it was placed is public with a batch of the live line, not at the second of a decision. Here
-- stands what waits for its batch; everything that does not is public.
CREATE TABLE unreleased (
    id         INTEGER NOT NULL PRIMARY KEY,
    -- When it happened.
    at         INTEGER NOT NULL,
    -- A kind of trail event; or words (beside a verdict), promise (its state and newest saying), say (of a writer).
    what       TEXT    NOT NULL,
    -- Whose trail it is in; none when it is about a promise alone.
    post       TEXT    REFERENCES posts (id),
    -- The id of an asking or of a promise.
    subject    TEXT    NOT NULL,
    -- The event of the trail.
    event      INTEGER,
    -- What is public until then in the place of a code or a number.
    was        TEXT,
    was_number INTEGER
);

CREATE INDEX unreleased_by_subject ON unreleased (subject, what, id);
CREATE INDEX unreleased_by_event ON unreleased (event);
CREATE INDEX unreleased_by_post ON unreleased (post);

-- What everybody may see of each table. Of several changes that wait, the first one knows what is public.
CREATE VIEW released_trail AS
SELECT t.* FROM trail t WHERE NOT EXISTS (SELECT 1 FROM unreleased u WHERE u.event = t.id);

CREATE VIEW released_askings AS
SELECT k.id, k.post, k.organisation, k.round, k.at,
    CASE WHEN EXISTS (SELECT 1 FROM unreleased u WHERE u.subject = k.id AND u.what = 'answered') THEN NULL
        ELSE k.answered_at END AS answered_at
FROM askings k
WHERE NOT EXISTS (SELECT 1 FROM unreleased u WHERE u.subject = k.id AND u.what = 'asked');

CREATE VIEW released_verdicts AS
SELECT v.asking, v.words, v.words_reason,
    CASE WHEN EXISTS (SELECT 1 FROM unreleased u WHERE u.subject = v.asking AND u.what = 'understood')
        THEN (SELECT u.was FROM unreleased u WHERE u.subject = v.asking AND u.what = 'understood' ORDER BY u.id LIMIT 1)
        ELSE v.understood END AS understood,
    CASE WHEN EXISTS (SELECT 1 FROM unreleased u WHERE u.subject = v.asking AND u.what = 'verdict')
        THEN (SELECT u.was FROM unreleased u WHERE u.subject = v.asking AND u.what = 'verdict' ORDER BY u.id LIMIT 1)
        ELSE v.verdict END AS verdict,
    CASE WHEN EXISTS (SELECT 1 FROM unreleased u WHERE u.subject = v.asking AND u.what = 'words') THEN 'received'
        ELSE v.words_state END AS words_state
FROM verdicts v;

CREATE VIEW released_promises AS
SELECT m.id, m.organisation, m.direction, m.what, m.owner, m.due, m.made_at,
    CASE WHEN EXISTS (SELECT 1 FROM unreleased u WHERE u.subject = m.id AND u.what = 'promise')
        THEN (SELECT u.was FROM unreleased u WHERE u.subject = m.id AND u.what = 'promise' ORDER BY u.id LIMIT 1)
        ELSE m.state END AS state,
    CASE WHEN EXISTS (SELECT 1 FROM unreleased u WHERE u.subject = m.id AND u.what = 'promise')
        THEN (SELECT u.was_number FROM unreleased u WHERE u.subject = m.id AND u.what = 'promise' ORDER BY u.id LIMIT 1)
        ELSE m.said END AS said
FROM promises m;

CREATE VIEW released_promise_posts AS
SELECT l.promise, l.post, l.place,
    CASE WHEN EXISTS (SELECT 1 FROM unreleased u WHERE u.subject = l.promise AND u.post = l.post AND u.what = 'say')
        THEN (SELECT u.was FROM unreleased u
              WHERE u.subject = l.promise AND u.post = l.post AND u.what = 'say' ORDER BY u.id LIMIT 1)
        ELSE l.says END AS says
FROM promise_posts l;

-- Changed posts are counted by their moment, without reading the whole trail.
CREATE INDEX changes_in_time ON trail (at)
WHERE kind IN ('asked', 'answered', 'verdict', 'promised', 'kept', 'overdue', 'promise_withdrawn');
