-- What the program that a rubric came from counts for its levels.
ALTER TABLE criterion_level ADD COLUMN points DOUBLE PRECISION; -- NULL where it is an even step of the weight
ALTER TABLE criterion ADD COLUMN points_are_ranges INTEGER NOT NULL DEFAULT 0;
