-- The reminder engine: what is due when, for whom. A bucket is a partition of limber.schedules and of limber.reminders.

-- Who works on a bucket. The epoch rises with every owner; ingest and firing hold the row in share mode, so that a claim
-- waits for what the previous owner has begun and refuses what it begins later.
CREATE TABLE bucket_owner (
    bucket     integer PRIMARY KEY,
    epoch      bigint      NOT NULL,
    claimed_at timestamptz NOT NULL
);

-- One row a wall-clock pattern and bucket. Due instants up to done_until are decided; next_due_at follows from it, the
-- definition and the time-zone rules named by tzdb. Without next_due_at the cadence rests.
CREATE TABLE cadence (
    key         text COLLATE "C" NOT NULL,
    bucket      integer          NOT NULL,
    definition  text             NOT NULL,
    done_until  timestamptz      NOT NULL,
    next_due_at timestamptz,
    tzdb        text             NOT NULL,
    PRIMARY KEY (key, bucket)
);
CREATE INDEX cadence_due ON cadence (bucket, next_due_at, key);

-- Who is reminded by a cadence: one row a version of a plan. It concerns a due instant d if and only if
--   active_from <= d AND d < active_until AND effective_after < d AND (effective_until IS NULL OR d <= effective_until).
-- The versions of a plan lie end to end, so each due instant of a plan belongs to one of them.
CREATE TABLE reminder (
    cadence_key     text COLLATE "C" NOT NULL,
    bucket          integer          NOT NULL,
    plan_id         text COLLATE "C" NOT NULL,
    version         bigint           NOT NULL,
    tenant          text             NOT NULL,
    person_id       text             NOT NULL,
    zone            text             NOT NULL,
    routine         bytea            NOT NULL, -- the JSON of contracts' ShownRoutine, copied into the event as it is
    active_from     timestamptz      NOT NULL,
    active_until    timestamptz      NOT NULL,
    effective_after timestamptz      NOT NULL,
    effective_until timestamptz,
    PRIMARY KEY (cadence_key, bucket, plan_id, version)
);
CREATE INDEX reminder_open ON reminder (bucket, plan_id) WHERE effective_until IS NULL;
CREATE INDEX reminder_closed ON reminder (bucket, effective_until) WHERE effective_until IS NOT NULL;
CREATE INDEX reminder_ending ON reminder (bucket, active_until) WHERE active_until < 'infinity';

-- The highest version seen of each plan, which makes ingest idempotent. Kept for a while after the plan's tombstone, for
-- records that are delivered again.
CREATE TABLE plan_state (
    bucket     integer          NOT NULL,
    plan_id    text COLLATE "C" NOT NULL,
    tenant     text             NOT NULL,
    version    bigint           NOT NULL,
    changed_at timestamptz      NOT NULL, -- when it took effect
    removed_at timestamptz,
    PRIMARY KEY (bucket, plan_id)
);
CREATE INDEX plan_state_removed ON plan_state (bucket, removed_at) WHERE removed_at IS NOT NULL;

-- Reminders outside any cadence: snoozed ones. The row goes when it has been emitted.
CREATE TABLE one_off (
    bucket       integer          NOT NULL,
    id           uuid             NOT NULL, -- the reminder's id
    due_at       timestamptz      NOT NULL,
    tenant       text             NOT NULL,
    plan_id      text COLLATE "C" NOT NULL,
    person_id    text             NOT NULL,
    zone         text             NOT NULL,
    kind         text             NOT NULL,
    snoozed_from uuid,
    routine      bytea            NOT NULL,
    PRIMARY KEY (bucket, id)
);
CREATE INDEX one_off_due ON one_off (bucket, due_at, id);
CREATE INDEX one_off_plan ON one_off (bucket, plan_id);

ALTER TABLE reminder ENABLE ROW LEVEL SECURITY;
ALTER TABLE reminder FORCE ROW LEVEL SECURITY;
CREATE POLICY reminder_tenant ON reminder TO ${app}
    USING (tenant = current_setting('app.tenant', true)) WITH CHECK (tenant = current_setting('app.tenant', true));
CREATE POLICY reminder_loop ON reminder TO ${loop} USING (true) WITH CHECK (true);

ALTER TABLE plan_state ENABLE ROW LEVEL SECURITY;
ALTER TABLE plan_state FORCE ROW LEVEL SECURITY;
CREATE POLICY plan_state_tenant ON plan_state TO ${app}
    USING (tenant = current_setting('app.tenant', true)) WITH CHECK (tenant = current_setting('app.tenant', true));
CREATE POLICY plan_state_loop ON plan_state TO ${loop} USING (true) WITH CHECK (true);

ALTER TABLE one_off ENABLE ROW LEVEL SECURITY;
ALTER TABLE one_off FORCE ROW LEVEL SECURITY;
CREATE POLICY one_off_tenant ON one_off TO ${app}
    USING (tenant = current_setting('app.tenant', true)) WITH CHECK (tenant = current_setting('app.tenant', true));
CREATE POLICY one_off_loop ON one_off TO ${loop} USING (true) WITH CHECK (true);

GRANT SELECT, INSERT, UPDATE, DELETE ON bucket_owner, cadence, reminder, plan_state, one_off TO ${loop};
GRANT SELECT ON reminder, plan_state TO ${app};
GRANT SELECT, INSERT ON one_off TO ${app};
