-- A tenant's own days off, under an id of the tenant's.
CREATE TABLE calendar (
    id          uuid        PRIMARY KEY,
    tenant      text        NOT NULL,
    version     bigint      NOT NULL,
    calendar_id text        NOT NULL,
    name        text        NOT NULL,
    days        date[]      NOT NULL,
    created_at  timestamptz NOT NULL,
    UNIQUE (tenant, calendar_id)
);

ALTER TABLE calendar ENABLE ROW LEVEL SECURITY;
ALTER TABLE calendar FORCE ROW LEVEL SECURITY;
CREATE POLICY calendar_tenant ON calendar TO ${app}
    USING (tenant = current_setting('app.tenant', true)) WITH CHECK (tenant = current_setting('app.tenant', true));
GRANT SELECT, INSERT, UPDATE, DELETE ON calendar TO ${app};

-- The calendar that a plan's schedule names. No foreign key: a plan that has ended outlives it. Creating a plan locks its
-- calendar against change, see PlanRepository.
ALTER TABLE plan ADD COLUMN calendar_id text;
CREATE INDEX plan_of_calendar ON plan (tenant, calendar_id, id) WHERE calendar_id IS NOT NULL AND state <> 'ENDED';
