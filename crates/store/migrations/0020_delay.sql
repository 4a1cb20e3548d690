-- A client reads an entry later only when a second person agrees. Until then it is hidden as well, but never by silence:
-- from the moment in delay_lapses_at on it hides nothing. None there: somebody agreed, or it was written before this rule.
ALTER TABLE entry ADD COLUMN delay_lapses_at {int};
ALTER TABLE entry ADD COLUMN delay_decided_by {id};
ALTER TABLE entry ADD COLUMN delay_decided_at {int};
