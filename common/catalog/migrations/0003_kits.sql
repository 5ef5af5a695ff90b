-- Published versions only; rows here are inserted and never changed.
CREATE TABLE rubric_version (
    rubric  TEXT    NOT NULL,
    version INTEGER NOT NULL,
    name    TEXT    NOT NULL,
    PRIMARY KEY (rubric, version)
);
CREATE TABLE criterion (
    rubric         TEXT    NOT NULL,
    rubric_version INTEGER NOT NULL,
    criterion      TEXT    NOT NULL,
    position       INTEGER NOT NULL,
    name           TEXT    NOT NULL,
    description    TEXT    NOT NULL,
    weight         DOUBLE PRECISION NOT NULL,
    PRIMARY KEY (rubric, rubric_version, criterion),
    FOREIGN KEY (rubric, rubric_version) REFERENCES rubric_version (rubric, version)
);
CREATE TABLE criterion_level (
    rubric         TEXT    NOT NULL,
    rubric_version INTEGER NOT NULL,
    criterion      TEXT    NOT NULL,
    level          INTEGER NOT NULL,
    label          TEXT    NOT NULL,
    anchor         TEXT    NOT NULL,
    PRIMARY KEY (rubric, rubric_version, criterion, level),
    FOREIGN KEY (rubric, rubric_version, criterion) REFERENCES criterion (rubric, rubric_version, criterion)
);
CREATE TABLE kit_version (
    kit              TEXT    NOT NULL,
    version          INTEGER NOT NULL,
    name             TEXT    NOT NULL,
    position         TEXT    NOT NULL,
    classification   TEXT    NOT NULL,
    profile_name     TEXT    NOT NULL,
    reading_seconds  INTEGER NOT NULL,
    answer_seconds   INTEGER NOT NULL,
    total_minutes    INTEGER NOT NULL,
    pass_line        DOUBLE PRECISION,
    agreement_margin INTEGER NOT NULL,
    rubric           TEXT    NOT NULL,
    rubric_version   INTEGER NOT NULL,
    PRIMARY KEY (kit, version),
    FOREIGN KEY (rubric, rubric_version) REFERENCES rubric_version (rubric, version)
);
CREATE TABLE question (
    kit           TEXT    NOT NULL,
    kit_version   INTEGER NOT NULL,
    question      TEXT    NOT NULL,
    position      INTEGER NOT NULL,
    text          TEXT    NOT NULL,
    competency    TEXT    NOT NULL,
    probes        TEXT    NOT NULL, -- a JSON array of strings
    strong_answer TEXT    NOT NULL,
    seconds       INTEGER NOT NULL,
    PRIMARY KEY (kit, kit_version, question),
    FOREIGN KEY (kit, kit_version) REFERENCES kit_version (kit, version)
);
CREATE TABLE material (
    id    TEXT NOT NULL PRIMARY KEY,
    kit   TEXT,
    title TEXT NOT NULL,
    kind  TEXT NOT NULL,
    text  TEXT NOT NULL
);
CREATE INDEX material_by_kit ON material (kit);
