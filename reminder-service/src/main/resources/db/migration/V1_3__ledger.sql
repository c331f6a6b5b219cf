-- The ledger: what was planned, and what was seen on limber.reminders, counted by two that do not know of each other.
-- A day is the local date of the due instant in the plan's zone. Rows are a bucket's, so that writers do not meet.

-- Written by firing in the transaction that decides a due time. planned counts all, dropped and merged are parts of it.
CREATE TABLE ledger_planned (
    tenant  text    NOT NULL,
    day     date    NOT NULL,
    bucket  integer NOT NULL,
    planned bigint  NOT NULL,
    dropped bigint  NOT NULL, -- too late, and not sent any more
    merged  bigint  NOT NULL, -- too late, and left to the plan's next due time
    PRIMARY KEY (tenant, day, bucket),
    CHECK (dropped >= 0 AND merged >= 0 AND planned >= dropped + merged)
) WITH (fillfactor = 70);
CREATE INDEX ledger_planned_day ON ledger_planned (day);

-- Written by delivery's intake in the transaction that stores a record it has not seen before.
CREATE TABLE ledger_emitted (
    tenant  text    NOT NULL,
    day     date    NOT NULL,
    bucket  integer NOT NULL,
    emitted bigint  NOT NULL CHECK (emitted >= 0),
    PRIMARY KEY (tenant, day, bucket)
) WITH (fillfactor = 70);
CREATE INDEX ledger_emitted_day ON ledger_emitted (day);

DO $$
DECLARE
    guarded text;
BEGIN
    FOREACH guarded IN ARRAY ARRAY['ledger_planned', 'ledger_emitted']
    LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', guarded);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', guarded);
        EXECUTE format('CREATE POLICY %I ON %I TO ${app} USING (tenant = current_setting(''app.tenant'', true))',
            guarded || '_tenant', guarded);
        EXECUTE format('CREATE POLICY %I ON %I TO ${loop} USING (true) WITH CHECK (true)', guarded || '_loop', guarded);
    END LOOP;
END $$;

GRANT SELECT ON ledger_planned, ledger_emitted TO ${app};
GRANT SELECT, INSERT, UPDATE, DELETE ON ledger_planned, ledger_emitted TO ${loop};

-- Which time-zone rules another service computes with, as its latest event says.
CREATE TABLE tzdb_elsewhere (
    source  text PRIMARY KEY,       -- the event's ce_source
    version text        NOT NULL,
    said_at timestamptz NOT NULL    -- the event's ce_time
);
GRANT SELECT, INSERT, UPDATE ON tzdb_elsewhere TO ${loop};
