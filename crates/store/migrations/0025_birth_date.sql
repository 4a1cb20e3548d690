-- A corrected birth date can change who decides: what was seen of it, and who looked along (C41). Empty where a field was
-- only heard.
ALTER TABLE client_field ADD COLUMN seen {text} NOT NULL DEFAULT '';
ALTER TABLE client_field ADD COLUMN second {id};
