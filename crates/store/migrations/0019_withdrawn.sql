-- An entry that was withdrawn: that it was there stays, with when, by whom and why; its text is kept under the key of the
-- part and no deed of the product reads it (C24).
ALTER TABLE entry ADD COLUMN withdrawn_at {int};
ALTER TABLE entry ADD COLUMN withdrawn_by {id};
ALTER TABLE entry ADD COLUMN withdrawn_ground {text};
ALTER TABLE entry ADD COLUMN withdrawn_why {bytes};

-- A breach can be received from an entry that stood in the wrong dossier (BRE-01). It outlives the entry.
ALTER TABLE breach ADD COLUMN entry {id};
CREATE UNIQUE INDEX breach_of_entry ON breach (entry);
