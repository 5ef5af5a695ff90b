CREATE TABLE review (
    id           TEXT NOT NULL PRIMARY KEY,
    session      TEXT NOT NULL REFERENCES session (id),
    rater        TEXT NOT NULL REFERENCES person (id),
    state        TEXT NOT NULL,
    summary      TEXT NOT NULL,
    sealed_at_ms BIGINT,
    hash         TEXT NOT NULL,
    UNIQUE (session, rater)
);
CREATE INDEX review_by_rater ON review (rater);

CREATE TABLE note (
    id         TEXT    NOT NULL PRIMARY KEY,
    review     TEXT    NOT NULL REFERENCES review (id),
    recording  TEXT    NOT NULL REFERENCES recording (id),
    author     TEXT    REFERENCES person (id),
    at_us      BIGINT  NOT NULL,
    until_us   BIGINT,
    text       TEXT    NOT NULL,
    criterion  TEXT,
    tags       TEXT    NOT NULL, -- a JSON array of strings
    made_at_ms BIGINT  NOT NULL,
    removed    INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX note_by_review ON note (review);
CREATE INDEX note_by_recording ON note (recording);

CREATE TABLE score (
    id        TEXT    NOT NULL PRIMARY KEY,
    review    TEXT    NOT NULL REFERENCES review (id),
    criterion TEXT    NOT NULL,
    question  TEXT,
    level     INTEGER NOT NULL
);
CREATE UNIQUE INDEX score_of_criterion ON score (review, criterion, coalesce(question, ''));

-- A note, or else a time of a recording.
CREATE TABLE evidence (
    score     TEXT NOT NULL REFERENCES score (id),
    note      TEXT REFERENCES note (id),
    recording TEXT REFERENCES recording (id),
    at_us     BIGINT
);
CREATE UNIQUE INDEX evidence_once ON evidence (score, coalesce(note, ''), coalesce(recording, ''), coalesce(at_us, 0));
CREATE INDEX evidence_by_note ON evidence (note);

CREATE TABLE commitment (
    id       TEXT    NOT NULL PRIMARY KEY,
    review   TEXT    NOT NULL REFERENCES review (id),
    position INTEGER NOT NULL,
    text     TEXT    NOT NULL
);
CREATE INDEX commitment_by_review ON commitment (review);
