-- Whoever does not want keys on the keyboard to do something puts them off (WCAG 2.1.4): a wish of the person, kept with the
-- account, for whoever needs it needs it on every machine.
ALTER TABLE account ADD COLUMN keys_off {bool} NOT NULL DEFAULT FALSE;
