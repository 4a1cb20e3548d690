-- What a client was found by before a correction finds them no more, and a declared conflict of interest keeps its wall by it.
ALTER TABLE client_index ADD COLUMN replaced_at {int};
