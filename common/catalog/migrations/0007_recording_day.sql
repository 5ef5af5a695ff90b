-- Who was at a session beside the mentee, in the order in which they came. The rebuild after the step fills it.
DROP TABLE session_panel;
CREATE TABLE session_seat (
    session  TEXT    NOT NULL REFERENCES session (id),
    position INTEGER NOT NULL,
    person   TEXT    NOT NULL REFERENCES person (id),
    seat     TEXT    NOT NULL,
    PRIMARY KEY (session, position)
);
CREATE INDEX session_seat_by_person ON session_seat (person);

-- Only those who have one.
CREATE TABLE accommodation (
    person             TEXT    NOT NULL PRIMARY KEY REFERENCES person (id),
    extra_time_percent INTEGER NOT NULL,
    larger_text        INTEGER NOT NULL
);

CREATE TABLE consent_text (
    hash TEXT NOT NULL PRIMARY KEY,
    text TEXT NOT NULL
);
CREATE TABLE consent (
    id           TEXT   NOT NULL PRIMARY KEY,
    session      TEXT   NOT NULL REFERENCES session (id),
    person       TEXT   NOT NULL REFERENCES person (id),
    text_hash    TEXT   NOT NULL REFERENCES consent_text (hash),
    agreed_at_ms BIGINT NOT NULL,
    UNIQUE (session, person, text_hash)
);
CREATE INDEX consent_by_person ON consent (person);
CREATE INDEX consent_by_text ON consent (text_hash);

CREATE TABLE incident (
    id          TEXT   NOT NULL PRIMARY KEY,
    session     TEXT   NOT NULL REFERENCES session (id),
    recording   TEXT   NOT NULL REFERENCES recording (id),
    source      TEXT   NOT NULL,
    source_name TEXT   NOT NULL,
    kind        TEXT   NOT NULL,
    at_us       BIGINT NOT NULL,
    until_us    BIGINT
);
CREATE INDEX incident_by_session ON incident (session);
CREATE INDEX incident_by_recording ON incident (recording);
