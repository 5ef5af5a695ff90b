-- What the programme knows of people besides, cohorts that end, who accompanied whom, and imports to take back.
ALTER TABLE person ADD COLUMN removed INTEGER NOT NULL DEFAULT 0;
ALTER TABLE cohort ADD COLUMN ended_on TEXT NOT NULL DEFAULT ''; -- empty while it runs
ALTER TABLE cohort ADD COLUMN removed INTEGER NOT NULL DEFAULT 0;
ALTER TABLE pair ADD COLUMN ended_on TEXT NOT NULL DEFAULT ''; -- its own end, not its cohort's
ALTER TABLE pair ADD COLUMN end_reason TEXT NOT NULL DEFAULT '';
ALTER TABLE pair ADD COLUMN removed INTEGER NOT NULL DEFAULT 0;

-- Each mentor and liaison that a pair had; one lasts until the next begins, the last as long as the pair.
CREATE TABLE pair_term (
    pair     TEXT    NOT NULL REFERENCES pair (id),
    position INTEGER NOT NULL,
    mentor   TEXT    NOT NULL REFERENCES person (id),
    liaison  TEXT    REFERENCES person (id),
    from_on  TEXT    NOT NULL,
    reason   TEXT    NOT NULL,
    PRIMARY KEY (pair, position)
);
CREATE INDEX pair_term_by_mentor ON pair_term (mentor);
CREATE INDEX pair_term_by_liaison ON pair_term (liaison);

-- Those that were added, and the built-in ones whose name or readers were changed.
CREATE TABLE person_field (
    field    TEXT    NOT NULL PRIMARY KEY,
    name     TEXT    NOT NULL,
    kind     TEXT    NOT NULL,
    audience TEXT    NOT NULL,
    removed  INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE person_value (
    person TEXT NOT NULL REFERENCES person (id),
    field  TEXT NOT NULL,
    value  TEXT NOT NULL,
    PRIMARY KEY (person, field)
);

CREATE TABLE people_import (
    id     TEXT    NOT NULL PRIMARY KEY,
    file   TEXT    NOT NULL,
    at_ms  BIGINT  NOT NULL,
    author TEXT    REFERENCES person (id),
    steps  TEXT    NOT NULL, -- JSON: what it did, in order
    event  TEXT    NOT NULL, -- the last of its events in the log
    undone INTEGER NOT NULL DEFAULT 0
);
