-- Who is involved with a part is asked at each open, and read every involvement there is: 59 ms with 300,000 dossiers.
CREATE INDEX involvement_of_part ON involvement (part);

-- What a worker has now, apart from what the years left behind: of a thousand involvements forty are of today.
CREATE INDEX involvement_now ON involvement (staff, valid_until) WHERE superseded_at IS NULL;

-- Which portal account somebody has is asked at the desk; residents sign in by the hundred thousand.
CREATE INDEX account_of_person ON account (person);
