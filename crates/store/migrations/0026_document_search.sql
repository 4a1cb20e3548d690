-- Documents are found by their titles too; those that were there before are made findable by the same clock.
INSERT INTO search_fill (kind, filled) VALUES ('document', 0);
