-- `search_entry` gives what can be found its number in the full-text index: changing or removing one entry is then a
-- look-up by key and not a walk through every text.
CREATE TABLE search_entry (
    entry INTEGER PRIMARY KEY,
    kind  TEXT NOT NULL,
    ref   TEXT NOT NULL UNIQUE
);
CREATE VIRTUAL TABLE search_text USING fts5 (
    title, body, tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'
);
