-- Where a plan's version in effect lies, so that ingest finds it by its primary key. The index it was found by before took
-- as much room as the plans themselves and was written with each of them.

-- The owner role sees no tenant's rows unless the policies are lifted for it; this transaction locks the tables meanwhile.
ALTER TABLE reminder NO FORCE ROW LEVEL SECURITY;
ALTER TABLE plan_state NO FORCE ROW LEVEL SECURITY;

-- Null when the plan is not reminded now.
ALTER TABLE plan_state ADD COLUMN cadence_key text COLLATE "C";

UPDATE plan_state s SET cadence_key = r.cadence_key
  FROM reminder r
 WHERE r.bucket = s.bucket AND r.plan_id = s.plan_id AND r.version = s.version AND r.effective_until IS NULL;

DROP INDEX reminder_open;

ALTER TABLE plan_state FORCE ROW LEVEL SECURITY;
ALTER TABLE reminder FORCE ROW LEVEL SECURITY;
