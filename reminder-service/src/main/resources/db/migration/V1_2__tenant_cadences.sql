-- A row of cadence is one pattern of one tenant, so that one step of firing is one tenant's and tenants can take turns.
-- Its key is the first 128 bits of the SHA-256 of tenant, line feed and definition, as TenantCadenceKey computes it.

-- The owner role sees no tenant's rows unless the policies are lifted for it; this transaction locks the table meanwhile.
ALTER TABLE reminder NO FORCE ROW LEVEL SECURITY;

ALTER TABLE cadence ADD COLUMN tenant text;

INSERT INTO cadence (key, bucket, tenant, definition, done_until, next_due_at, tzdb)
SELECT left(encode(sha256(convert_to(m.tenant || E'\n' || c.definition, 'UTF8')), 'hex'), 32),
       c.bucket, m.tenant, c.definition, c.done_until, c.next_due_at, c.tzdb
  FROM (SELECT DISTINCT cadence_key, bucket, tenant FROM reminder) m
  JOIN cadence c ON c.key = m.cadence_key AND c.bucket = m.bucket;

UPDATE reminder r SET cadence_key = left(encode(sha256(convert_to(r.tenant || E'\n' || c.definition, 'UTF8')), 'hex'), 32)
  FROM cadence c WHERE c.key = r.cadence_key AND c.bucket = r.bucket AND c.tenant IS NULL;

-- Nobody is on these any more.
DELETE FROM cadence WHERE tenant IS NULL;

-- emitted_to: the plan up to which the due time next_due_at is emitted, written down when the cursor in Kafka has no room
-- for it; where the cursor names the cadence, the cursor knows better.
ALTER TABLE cadence ALTER COLUMN tenant SET NOT NULL, ADD COLUMN emitted_to text COLLATE "C";

ALTER TABLE reminder FORCE ROW LEVEL SECURITY;

ALTER TABLE cadence ENABLE ROW LEVEL SECURITY;
ALTER TABLE cadence FORCE ROW LEVEL SECURITY;
CREATE POLICY cadence_tenant ON cadence TO ${app}
    USING (tenant = current_setting('app.tenant', true)) WITH CHECK (tenant = current_setting('app.tenant', true));
CREATE POLICY cadence_loop ON cadence TO ${loop} USING (true) WITH CHECK (true);
