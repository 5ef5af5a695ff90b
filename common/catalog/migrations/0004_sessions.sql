CREATE TABLE session (
    id            TEXT    NOT NULL PRIMARY KEY,
    mentee        TEXT    NOT NULL REFERENCES person (id),
    kit           TEXT    NOT NULL,
    kit_version   INTEGER NOT NULL,
    mode          TEXT    NOT NULL,
    started_at_ms BIGINT  NOT NULL,
    removed       INTEGER NOT NULL DEFAULT 0,
    FOREIGN KEY (kit, kit_version) REFERENCES kit_version (kit, version)
);
CREATE INDEX session_by_mentee ON session (mentee, kit, started_at_ms);
CREATE INDEX session_by_kit ON session (kit, kit_version);
CREATE INDEX session_by_start ON session (started_at_ms);

CREATE TABLE session_panel (
    session  TEXT    NOT NULL REFERENCES session (id),
    position INTEGER NOT NULL,
    person   TEXT    NOT NULL REFERENCES person (id),
    PRIMARY KEY (session, position)
);
CREATE INDEX session_panel_by_person ON session_panel (person);

CREATE TABLE recording (
    id            TEXT    NOT NULL PRIMARY KEY,
    session       TEXT    NOT NULL REFERENCES session (id),
    part          INTEGER NOT NULL,
    file          TEXT    NOT NULL,
    state         TEXT    NOT NULL,
    started_at_ms BIGINT  NOT NULL,
    duration_us   BIGINT  NOT NULL,
    bytes         BIGINT  NOT NULL,
    UNIQUE (session, part)
);
CREATE INDEX recording_unfinished ON recording (started_at_ms) WHERE state = 'recording';

CREATE TABLE track (
    recording   TEXT    NOT NULL REFERENCES recording (id),
    stream      INTEGER NOT NULL,
    kind        TEXT    NOT NULL,
    role        TEXT    NOT NULL,
    source      TEXT    NOT NULL,
    name        TEXT    NOT NULL,
    codec       TEXT    NOT NULL,
    width       INTEGER NOT NULL,
    height      INTEGER NOT NULL,
    sample_rate INTEGER NOT NULL,
    PRIMARY KEY (recording, stream)
);

CREATE TABLE segment (
    id        TEXT   NOT NULL PRIMARY KEY,
    session   TEXT   NOT NULL REFERENCES session (id),
    recording TEXT   NOT NULL REFERENCES recording (id),
    question  TEXT   NOT NULL,
    start_us  BIGINT NOT NULL,
    end_us    BIGINT
);
CREATE INDEX segment_by_session ON segment (session);
CREATE INDEX segment_by_recording ON segment (recording);

CREATE TABLE bookmark (
    id        TEXT   NOT NULL PRIMARY KEY,
    session   TEXT   NOT NULL REFERENCES session (id),
    recording TEXT   NOT NULL REFERENCES recording (id),
    at_us     BIGINT NOT NULL,
    label     TEXT   NOT NULL
);
CREATE INDEX bookmark_by_session ON bookmark (session);
CREATE INDEX bookmark_by_recording ON bookmark (recording);
