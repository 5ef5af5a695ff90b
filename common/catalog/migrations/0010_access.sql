-- The pairs that run now.
CREATE VIEW running_pair (cohort, mentee, mentor, liaison) AS
    SELECT p.cohort, p.mentee, p.mentor, p.liaison FROM pair p JOIN cohort c ON c.id = p.cohort
    WHERE p.removed = 0 AND p.ended_on = '' AND c.ended_on = '';

-- How people stand to sessions. access.h says what that allows.
CREATE VIEW session_standing (session, person, standing) AS
    SELECT s.id, s.mentee, 'own' FROM session s
    UNION ALL SELECT s.id, p.mentor, 'mentor' FROM running_pair p JOIN session s ON s.mentee = p.mentee
    UNION ALL SELECT s.id, p.liaison, 'liaison' FROM running_pair p JOIN session s ON s.mentee = p.mentee
    UNION ALL SELECT t.session, t.person, 'seated' FROM session_seat t
    UNION ALL SELECT v.session, v.rater, 'seated' FROM review v
    UNION ALL SELECT c.session, r.person, 'calibrator' FROM person_role r CROSS JOIN calibration c
        WHERE r.role = 'mentor' AND c.ended = 0 AND (c.cohort IS NULL OR EXISTS (
            SELECT 1 FROM running_pair p WHERE p.cohort = c.cohort AND p.mentor = r.person));

-- Signing in: one row while people do.
CREATE TABLE sign_in (
    id           INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
    idle_minutes INTEGER NOT NULL
);

-- What follows is made from no events: a hash is in no log that is merged and never forgets, and who tries to guess
-- makes no history. Rebuilding leaves it.
CREATE TABLE credential (
    person        TEXT NOT NULL PRIMARY KEY REFERENCES person (id),
    passphrase    TEXT,   -- Argon2id, as libsodium writes it; NULL until it is set
    code          TEXT,   -- hash of a one-time code; NULL where none is out
    code_until_ms BIGINT
);
CREATE TABLE sign_in_recovery (
    id   INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
    code TEXT NOT NULL
);
-- Wrong ones in a row; 'recovery' for the recovery code.
CREATE TABLE sign_in_failure (
    who        TEXT    NOT NULL PRIMARY KEY,
    failures   INTEGER NOT NULL,
    last_at_ms BIGINT  NOT NULL
);
