-- What can be found, and the full-text index over it. The index keeps no copy of the texts (content = 'search_entry'):
-- it is told the old ones when an entry goes, and can be emptied in one stroke.
CREATE TABLE search_entry (
    entry INTEGER PRIMARY KEY,
    kind  TEXT NOT NULL,
    ref   TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    body  TEXT NOT NULL
);
CREATE VIRTUAL TABLE search_text USING fts5 (
    title, body, content = 'search_entry', content_rowid = 'entry',
    tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'
);
-- The words in the index with the number of their places; what a check of the index compares.
CREATE VIRTUAL TABLE search_term USING fts5vocab (search_text, row);
