-- Read model of what tenants make of global stretches: the last state of each as published on limber.catalog. No foreign key to
-- catalogue_stretch: its records come from another partition, and may come first. A row stays when nothing is left of it,
-- so that a late record of before does not bring back what was undone.
CREATE TABLE catalogue_adaptation (
    tenant     text   NOT NULL,
    id         text   NOT NULL,
    version    bigint NOT NULL,
    definition jsonb  NOT NULL,
    PRIMARY KEY (tenant, id)
);

ALTER TABLE catalogue_adaptation ENABLE ROW LEVEL SECURITY;
ALTER TABLE catalogue_adaptation FORCE ROW LEVEL SECURITY;
CREATE POLICY catalogue_adaptation_read ON catalogue_adaptation FOR SELECT TO ${app}
    USING (tenant = current_setting('app.tenant', true));
CREATE POLICY catalogue_adaptation_loop ON catalogue_adaptation TO ${loop} USING (true) WITH CHECK (true);
GRANT SELECT ON catalogue_adaptation TO ${app};
GRANT SELECT, INSERT, UPDATE ON catalogue_adaptation TO ${loop};
