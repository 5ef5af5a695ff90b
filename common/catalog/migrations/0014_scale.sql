-- What keeps large catalogs quick: lists are read in the order of an index, a page at a time.
DROP INDEX session_by_mentee;
DROP INDEX session_by_start;
CREATE INDEX session_listed ON session (started_at_ms, id) WHERE removed = 0;
CREATE INDEX session_listed_of_mentee ON session (mentee, started_at_ms, id) WHERE removed = 0;
CREATE INDEX session_listed_of_kit ON session (kit, started_at_ms, id) WHERE removed = 0;
-- An attempt's number is how many of the mentee's at the kit are not later. Removed ones are among them for those who
-- ask for all that is a mentee's.
CREATE INDEX session_by_mentee ON session (mentee, kit, started_at_ms, id, removed);

-- The full-text index also knows of each entry what narrows a search (see "Searching" in the room's README), and
-- has an index for beginnings of one letter. The rebuild after the step fills it.
DROP TABLE search_term;
DROP TABLE search_text;
DROP TABLE search_entry;
CREATE TABLE search_entry (
    entry   INTEGER PRIMARY KEY,
    kind    TEXT NOT NULL,
    ref     TEXT NOT NULL UNIQUE,
    session TEXT,
    title   TEXT NOT NULL,
    body    TEXT NOT NULL,
    marks   TEXT NOT NULL
);
CREATE VIRTUAL TABLE search_text USING fts5 (
    title, body, marks, content = 'search_entry', content_rowid = 'entry',
    tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3'
);
CREATE VIRTUAL TABLE search_term USING fts5vocab (search_text, row);
