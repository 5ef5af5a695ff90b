-- Materials of every kind, what they are attached to, and how far they are read. The log fills the table anew.
DROP TABLE material;
CREATE TABLE material (
    id          TEXT    NOT NULL PRIMARY KEY,
    title       TEXT    NOT NULL CHECK (length(title) <= 10000),
    kind        TEXT    NOT NULL CHECK (kind IN ('markdown', 'html', 'pdf', 'image', 'link', 'recording')),
    text        TEXT    NOT NULL CHECK (length(text) <= 16777216), -- Markdown that came without a file
    url         TEXT    NOT NULL CHECK (length(url) <= 2000),      -- of a link
    version     INTEGER NOT NULL CHECK (version >= 1),
    author      TEXT,
    added_at_ms BIGINT  NOT NULL,
    removed     INTEGER NOT NULL DEFAULT 0
);
-- The file that each version of a material has or had; the catalog's folder keeps it under its hash.
CREATE TABLE material_file (
    material    TEXT    NOT NULL REFERENCES material (id),
    version     INTEGER NOT NULL,
    hash        TEXT    NOT NULL CHECK (length(hash) = 64),
    bytes       BIGINT  NOT NULL CHECK (bytes BETWEEN 0 AND 21474836480),
    name        TEXT    NOT NULL CHECK (length(name) BETWEEN 1 AND 255),
    author      TEXT,
    added_at_ms BIGINT  NOT NULL,
    PRIMARY KEY (material, version)
);
CREATE INDEX material_file_by_hash ON material_file (hash);
-- `target` is empty for everyone.
CREATE TABLE material_attachment (
    material TEXT NOT NULL REFERENCES material (id),
    kind     TEXT NOT NULL CHECK (kind IN ('everyone', 'kit', 'question', 'cohort', 'person')),
    target   TEXT NOT NULL,
    PRIMARY KEY (material, kind, target)
);
CREATE INDEX material_attachment_by_target ON material_attachment (kind, target);
-- The words inside a file, for searching, by its pages; from 1.
CREATE TABLE material_page (
    material TEXT    NOT NULL REFERENCES material (id),
    page     INTEGER NOT NULL CHECK (page BETWEEN 1 AND 10000),
    text     TEXT    NOT NULL CHECK (length(text) <= 16777216),
    PRIMARY KEY (material, page)
);
-- Where somebody is in a material. `place` counts by kind: see ReadingPlace.
CREATE TABLE reading (
    material   TEXT    NOT NULL REFERENCES material (id),
    person     TEXT    NOT NULL REFERENCES person (id),
    version    INTEGER NOT NULL,
    page       INTEGER NOT NULL CHECK (page >= 1),
    place      BIGINT  NOT NULL CHECK (place >= 0),
    percent    INTEGER NOT NULL CHECK (percent BETWEEN 0 AND 100),
    at_ms      BIGINT  NOT NULL,
    read_at_ms BIGINT, -- NULL while it isn't read
    PRIMARY KEY (material, person)
);
CREATE INDEX reading_by_person ON reading (person);
CREATE TABLE material_bookmark (
    id       TEXT    NOT NULL PRIMARY KEY,
    material TEXT    NOT NULL REFERENCES material (id),
    person   TEXT    NOT NULL REFERENCES person (id),
    page     INTEGER NOT NULL CHECK (page >= 1),
    place    BIGINT  NOT NULL CHECK (place >= 0),
    label    TEXT    NOT NULL CHECK (length(label) <= 500),
    removed  INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX material_bookmark_by_person ON material_bookmark (person, material);
-- A material as it is now, with its file where it has one.
CREATE VIEW material_now AS
SELECT m.id AS id, m.title AS title, m.kind AS kind, m.text AS text, m.url AS url, m.version AS version,
       m.author AS author, m.added_at_ms AS added_at_ms, m.removed AS removed,
       f.hash AS hash, f.bytes AS bytes, f.name AS file_name
FROM material m LEFT JOIN material_file f ON f.material = m.id AND f.version = m.version;
-- Who may read which: whoever it is meant for, who accompanies them, who added it, and coordinators.
CREATE VIEW material_reader AS
SELECT m.id AS material, m.author AS person FROM material m WHERE m.author IS NOT NULL
UNION ALL
SELECT m.id, r.person FROM material m JOIN person_role r ON r.role = 'coordinator'
UNION ALL
SELECT a.material, p.id FROM material_attachment a JOIN person p ON a.kind IN ('everyone', 'kit', 'question')
UNION ALL
SELECT a.material, a.target FROM material_attachment a WHERE a.kind = 'person'
UNION ALL
SELECT a.material, p.mentor FROM material_attachment a JOIN running_pair p ON a.kind = 'person' AND p.mentee = a.target
UNION ALL
SELECT a.material, p.liaison FROM material_attachment a JOIN running_pair p ON a.kind = 'person' AND p.mentee = a.target
WHERE p.liaison IS NOT NULL
UNION ALL
SELECT a.material, p.mentee FROM material_attachment a JOIN running_pair p ON a.kind = 'cohort' AND p.cohort = a.target
UNION ALL
SELECT a.material, p.mentor FROM material_attachment a JOIN running_pair p ON a.kind = 'cohort' AND p.cohort = a.target
UNION ALL
SELECT a.material, p.liaison FROM material_attachment a JOIN running_pair p ON a.kind = 'cohort' AND p.cohort = a.target
WHERE p.liaison IS NOT NULL;
