-- What a mentee prepares: appointments, checklists, practice, stories, confidence.

-- When an interview is. `sequence` counts its changes, for calendars that were told of it before.
CREATE TABLE appointment (
    id            TEXT    NOT NULL PRIMARY KEY,
    mentee        TEXT    NOT NULL REFERENCES person (id),
    kind          TEXT    NOT NULL, -- `mock`, `real`
    at_ms         BIGINT  NOT NULL,
    minutes       INTEGER NOT NULL,
    kit           TEXT,
    mode          TEXT    NOT NULL,
    place         TEXT    NOT NULL,
    panel         TEXT    NOT NULL,
    made_by       TEXT,
    sequence      INTEGER NOT NULL DEFAULT 0,
    changed_at_ms BIGINT  NOT NULL,
    cancelled     INTEGER NOT NULL DEFAULT 0,
    reason        TEXT    NOT NULL DEFAULT '',
    session       TEXT REFERENCES session (id)
);
CREATE INDEX appointment_by_mentee ON appointment (mentee, at_ms);
CREATE INDEX appointment_by_time ON appointment (at_ms);
CREATE UNIQUE INDEX appointment_of_session ON appointment (session) WHERE session IS NOT NULL;

-- What a person put on their list besides the kit's. Of no appointment: for whichever is next.
CREATE TABLE checklist_item (
    id          TEXT    NOT NULL PRIMARY KEY,
    person      TEXT    NOT NULL REFERENCES person (id),
    appointment TEXT REFERENCES appointment (id),
    text        TEXT    NOT NULL,
    due_on      TEXT    NOT NULL, -- ISO date; empty where there is none
    removed     INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX checklist_item_by_person ON checklist_item (person);
-- An item is an own one's id, or a kit's by its words.
CREATE TABLE checklist_tick (
    person       TEXT   NOT NULL REFERENCES person (id),
    appointment  TEXT   NOT NULL, -- empty where there is none
    item         TEXT   NOT NULL,
    ticked_at_ms BIGINT NOT NULL,
    PRIMARY KEY (person, appointment, item)
);

CREATE TABLE practice (
    id       TEXT    NOT NULL PRIMARY KEY,
    person   TEXT    NOT NULL REFERENCES person (id),
    kit      TEXT    NOT NULL,
    question TEXT    NOT NULL,
    outcome  TEXT    NOT NULL, -- `answered`, `again`, `skipped`
    seconds  INTEGER NOT NULL,
    session  TEXT REFERENCES session (id),
    at_ms    BIGINT  NOT NULL,
    removed  INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX practice_by_question ON practice (person, question, at_ms);

CREATE TABLE story (
    id            TEXT    NOT NULL PRIMARY KEY,
    person        TEXT    NOT NULL REFERENCES person (id),
    title         TEXT    NOT NULL,
    situation     TEXT    NOT NULL,
    task          TEXT    NOT NULL,
    action        TEXT    NOT NULL,
    result        TEXT    NOT NULL,
    tags          TEXT    NOT NULL, -- JSON array of strings
    made_at_ms    BIGINT  NOT NULL,
    changed_at_ms BIGINT  NOT NULL,
    shared        INTEGER NOT NULL DEFAULT 0,
    removed       INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX story_by_person ON story (person);
CREATE TABLE story_fit (
    story    TEXT NOT NULL REFERENCES story (id),
    question TEXT NOT NULL,
    PRIMARY KEY (story, question)
);
CREATE TABLE story_telling (
    story    TEXT NOT NULL REFERENCES story (id),
    session  TEXT NOT NULL REFERENCES session (id),
    question TEXT NOT NULL, -- empty where it isn't said
    PRIMARY KEY (story, session, question)
);
CREATE INDEX story_telling_by_session ON story_telling (session);

-- Before an interview that has no session yet it is of none.
CREATE TABLE confidence (
    id      TEXT    NOT NULL PRIMARY KEY,
    person  TEXT    NOT NULL REFERENCES person (id),
    moment  TEXT    NOT NULL, -- `before`, `after`
    level   INTEGER NOT NULL,
    session TEXT REFERENCES session (id),
    at_ms   BIGINT  NOT NULL,
    removed INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX confidence_by_person ON confidence (person, moment, at_ms);
CREATE TABLE confidence_sharing (
    person TEXT    NOT NULL PRIMARY KEY REFERENCES person (id),
    shared INTEGER NOT NULL
);
