-- The log: everything that anybody did. `PRAGMA application_id` tells a catalog from any other SQLite file ("MKBD").
PRAGMA application_id = 1296777796;

CREATE TABLE event (
    seq     INTEGER PRIMARY KEY,
    id      TEXT    NOT NULL UNIQUE,
    stream  TEXT    NOT NULL,
    author  TEXT,
    kind    TEXT    NOT NULL,
    version INTEGER NOT NULL,
    at_ms   BIGINT  NOT NULL,
    clock   BIGINT  NOT NULL,
    payload TEXT    NOT NULL
);
CREATE INDEX event_by_stream ON event (stream, seq);
CREATE INDEX event_by_clock ON event (clock);

CREATE TRIGGER event_is_never_updated BEFORE UPDATE ON event
BEGIN
    SELECT RAISE(ABORT, 'an event is never changed');
END;
CREATE TRIGGER event_is_never_deleted BEFORE DELETE ON event
BEGIN
    SELECT RAISE(ABORT, 'an event is never deleted');
END;
