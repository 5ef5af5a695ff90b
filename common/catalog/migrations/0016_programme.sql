-- What comes of practice: outcomes, kept commitments, feedback that was looked at.

ALTER TABLE review ADD COLUMN opened_at_ms BIGINT; -- NULL until it is

CREATE TABLE outcome (
    id      TEXT    NOT NULL PRIMARY KEY,
    person  TEXT    NOT NULL REFERENCES person (id),
    kind    TEXT    NOT NULL, -- `applied`, `interviewed`, `promoted`, `conference`, `project`, `training`
    on_day  TEXT    NOT NULL, -- ISO date
    text    TEXT    NOT NULL,
    author  TEXT REFERENCES person (id),
    removed INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX outcome_by_person ON outcome (person, on_day) WHERE removed = 0;

-- A commitment whose review was changed since may be gone: it is referred to by nothing then.
CREATE TABLE commitment_closing (
    commitment   TEXT   NOT NULL PRIMARY KEY,
    session      TEXT   NOT NULL REFERENCES session (id),
    recording    TEXT REFERENCES recording (id), -- NULL where no moment shows it
    at_us        BIGINT,
    author       TEXT REFERENCES person (id),
    closed_at_ms BIGINT NOT NULL
);
CREATE INDEX commitment_closing_by_session ON commitment_closing (session);

-- Who sat where is asked by session, too.
DROP INDEX session_seat_by_person;
CREATE INDEX session_seat_by_person ON session_seat (person, session);

-- When the mentee last had opened reviews before them.
CREATE TABLE feedback_seen (
    session    TEXT   NOT NULL PRIMARY KEY REFERENCES session (id),
    seen_at_ms BIGINT NOT NULL
);

-- What is still to be done about a session. Made from the other tables, so that a quarter's list asks none of
-- them for each session.
CREATE TABLE session_round (
    session          TEXT    NOT NULL PRIMARY KEY REFERENCES session (id),
    mentee           TEXT    NOT NULL REFERENCES person (id),
    started_at_ms    BIGINT  NOT NULL,
    owed             INTEGER NOT NULL, -- reviews
    unopened         INTEGER NOT NULL, -- 1 where there is feedback that the mentee hasn't looked at
    open_commitments INTEGER NOT NULL
);
CREATE INDEX session_round_owed ON session_round (mentee, started_at_ms, session, owed) WHERE owed > 0;
CREATE INDEX session_round_unopened ON session_round (mentee, started_at_ms, session) WHERE unopened = 1;
CREATE INDEX session_round_open ON session_round (mentee, started_at_ms, session, open_commitments)
    WHERE open_commitments > 0;
