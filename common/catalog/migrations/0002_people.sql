CREATE TABLE person (
    id             TEXT NOT NULL PRIMARY KEY,
    name           TEXT NOT NULL,
    classification TEXT NOT NULL,
    branch         TEXT NOT NULL
);
CREATE TABLE person_role (
    person TEXT NOT NULL REFERENCES person (id),
    role   TEXT NOT NULL,
    PRIMARY KEY (person, role)
);
CREATE TABLE cohort (
    id        TEXT NOT NULL PRIMARY KEY,
    name      TEXT NOT NULL,
    starts_on TEXT NOT NULL,
    ends_on   TEXT NOT NULL
);
CREATE TABLE pair (
    id      TEXT NOT NULL PRIMARY KEY,
    cohort  TEXT NOT NULL REFERENCES cohort (id),
    mentee  TEXT NOT NULL REFERENCES person (id),
    mentor  TEXT NOT NULL REFERENCES person (id),
    liaison TEXT REFERENCES person (id)
);
CREATE INDEX pair_by_cohort ON pair (cohort);
CREATE INDEX pair_by_mentee ON pair (mentee);
CREATE INDEX pair_by_mentor ON pair (mentor);
CREATE INDEX pair_by_liaison ON pair (liaison);
