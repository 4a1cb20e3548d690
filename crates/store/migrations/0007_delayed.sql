-- "Vandaag" asks each time which delayed entries the clients will read this week; there are few of them.
CREATE INDEX entry_delayed ON entry (visible_from) WHERE visible_from IS NOT NULL;
