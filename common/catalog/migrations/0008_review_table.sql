-- What a review can hold besides, what is said after it, and what raters and mentees agree on.
ALTER TABLE note ADD COLUMN question TEXT;
ALTER TABLE note ADD COLUMN audience TEXT NOT NULL DEFAULT 'shared';
ALTER TABLE note ADD COLUMN drawing TEXT; -- JSON; NULL where nothing is drawn
ALTER TABLE note ADD COLUMN understood INTEGER NOT NULL DEFAULT 0;

CREATE TABLE reply (
    id         TEXT    NOT NULL PRIMARY KEY,
    note       TEXT    NOT NULL REFERENCES note (id),
    author     TEXT    NOT NULL REFERENCES person (id),
    text       TEXT    NOT NULL,
    made_at_ms BIGINT  NOT NULL,
    removed    INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX reply_by_note ON reply (note);

ALTER TABLE kit_version ADD COLUMN score_by TEXT NOT NULL DEFAULT 'session';
ALTER TABLE kit_version ADD COLUMN self_review_first INTEGER NOT NULL DEFAULT 0;

CREATE TABLE agreed_score (
    id         TEXT    NOT NULL PRIMARY KEY,
    session    TEXT    NOT NULL REFERENCES session (id),
    criterion  TEXT    NOT NULL,
    question   TEXT,
    level      INTEGER NOT NULL,
    reason     TEXT    NOT NULL,
    author     TEXT    REFERENCES person (id),
    made_at_ms BIGINT  NOT NULL
);
CREATE UNIQUE INDEX agreed_score_of_criterion ON agreed_score (session, criterion, coalesce(question, ''));

CREATE TABLE calibration (
    id      TEXT    NOT NULL PRIMARY KEY,
    session TEXT    NOT NULL REFERENCES session (id),
    cohort  TEXT    REFERENCES cohort (id),
    title   TEXT    NOT NULL,
    ended   INTEGER NOT NULL DEFAULT 0
);
CREATE UNIQUE INDEX calibration_running ON calibration (session) WHERE ended = 0;

CREATE TABLE captions (
    id        TEXT NOT NULL PRIMARY KEY,
    recording TEXT NOT NULL UNIQUE REFERENCES recording (id),
    language  TEXT NOT NULL,
    source    TEXT NOT NULL
);
CREATE TABLE cue (
    captions TEXT    NOT NULL REFERENCES captions (id),
    position INTEGER NOT NULL,
    start_us BIGINT  NOT NULL,
    end_us   BIGINT  NOT NULL,
    text     TEXT    NOT NULL,
    speaker  TEXT    NOT NULL,
    PRIMARY KEY (captions, position)
);

-- Each that a person ever set; the last one before a time held at it. An empty text took it back.
CREATE TABLE goal (
    event     TEXT   NOT NULL PRIMARY KEY,
    person    TEXT   NOT NULL REFERENCES person (id),
    text      TEXT   NOT NULL,
    set_at_ms BIGINT NOT NULL
);
CREATE INDEX goal_by_person ON goal (person, set_at_ms);
