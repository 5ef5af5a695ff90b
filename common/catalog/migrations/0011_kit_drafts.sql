-- Kits that are still being written, what a version says besides, and kits that nobody is offered any more.
ALTER TABLE kit_version ADD COLUMN times_up TEXT NOT NULL DEFAULT 'silent';
ALTER TABLE kit_version ADD COLUMN scale INTEGER NOT NULL DEFAULT 5;
ALTER TABLE kit_version ADD COLUMN author TEXT; -- NULL for what the studio itself published
ALTER TABLE kit_version ADD COLUMN published_at_ms BIGINT NOT NULL DEFAULT 0;

CREATE TABLE retired_kit (
    kit TEXT NOT NULL PRIMARY KEY
);

CREATE TABLE kit_draft (
    id            TEXT    NOT NULL PRIMARY KEY,
    kit           TEXT,             -- NULL where it is to be a new one
    based_on      INTEGER,          -- the version it began with
    copied_from   TEXT,             -- the kit it was duplicated from
    author        TEXT,
    content       TEXT    NOT NULL, -- the kit as JSON, as far as it is written
    state         TEXT    NOT NULL, -- open, discarded, published
    begun_at_ms   BIGINT  NOT NULL,
    changed_at_ms BIGINT  NOT NULL
);
