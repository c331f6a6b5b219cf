-- Who is reached and where, what became due, what became of each delivery, and what people answered.
-- Two roles read and write here: the app role behind row-level security, the loop role across tenants.

CREATE TABLE contact_point (
    id         uuid PRIMARY KEY,
    tenant     text        NOT NULL,
    person_id  text        NOT NULL,
    channel    text        NOT NULL,
    address    text        NOT NULL,
    locale     text        NOT NULL,
    created_at timestamptz NOT NULL,
    version    bigint      NOT NULL
);
-- The same address of a person twice would mean every reminder twice.
CREATE UNIQUE INDEX contact_point_once ON contact_point (tenant, person_id, channel, lower(address));

CREATE TABLE webhook_endpoint (
    id              uuid PRIMARY KEY,
    tenant          text        NOT NULL,
    url             text        NOT NULL,
    description     text,
    state           text        NOT NULL,
    disabled_reason text,
    created_at      timestamptz NOT NULL,
    version         bigint      NOT NULL
);
CREATE INDEX webhook_endpoint_tenant ON webhook_endpoint (tenant, id);

-- Several secrets of an endpoint are valid while one replaces the other. Sealed with limber.secrets.key.
CREATE TABLE webhook_secret (
    id          uuid PRIMARY KEY,
    tenant      text        NOT NULL,
    endpoint_id uuid        NOT NULL REFERENCES webhook_endpoint (id) ON DELETE CASCADE,
    sealed      text        NOT NULL,
    created_at  timestamptz NOT NULL,
    expires_at  timestamptz           -- null: until replaced
);
CREATE INDEX webhook_secret_endpoint ON webhook_secret (endpoint_id, created_at);

-- One row per record of limber.reminders. progress: what delivery made of it; answer: what the person said.
CREATE TABLE due_reminder (
    tenant              text        NOT NULL,
    id                  uuid        NOT NULL,
    plan_id             text        NOT NULL,
    person_id           text        NOT NULL,
    kind                text        NOT NULL,
    due_at              timestamptz NOT NULL,
    zone                text        NOT NULL,
    snoozed_from        uuid,
    routine             jsonb       NOT NULL,
    received_at         timestamptz NOT NULL,
    progress            text        NOT NULL,
    answer              text,
    answered_at         timestamptz,
    answered_via        text,
    snooze_minutes      integer,
    snoozed_until       timestamptz,
    snoozed_reminder_id uuid,
    skip_reason         text,
    version             bigint      NOT NULL,
    PRIMARY KEY (tenant, id),
    CHECK ((answer IS NULL) = (answered_at IS NULL))
);
CREATE INDEX due_reminder_plan ON due_reminder (tenant, plan_id, due_at DESC, id DESC);
CREATE INDEX due_reminder_person ON due_reminder (tenant, person_id, due_at DESC, id DESC);

-- One row per reminder and destination. lane: what is throttled together, see DeliveryQueue.
CREATE TABLE delivery (
    id              uuid PRIMARY KEY,
    tenant          text        NOT NULL,
    reminder_id     uuid        NOT NULL,
    channel         text        NOT NULL,
    destination_id  uuid        NOT NULL,
    lane            text        NOT NULL,
    state           text        NOT NULL,
    attempts        integer     NOT NULL,
    next_attempt_at timestamptz NOT NULL,
    claimed_until   timestamptz,
    reason          text,
    created_at      timestamptz NOT NULL,
    finished_at     timestamptz,
    UNIQUE (tenant, reminder_id, channel, destination_id),
    FOREIGN KEY (tenant, reminder_id) REFERENCES due_reminder (tenant, id)
);
CREATE INDEX delivery_waiting ON delivery (next_attempt_at) WHERE state = 'PENDING';

CREATE TABLE delivery_attempt (
    delivery_id uuid        NOT NULL REFERENCES delivery (id),
    attempt     integer     NOT NULL,
    tenant      text        NOT NULL,
    state       text        NOT NULL,
    reason      text,
    started_at  timestamptz NOT NULL,
    finished_at timestamptz,
    PRIMARY KEY (delivery_id, attempt)
);

-- Row-level security: the app role sees the tenant of its transaction, the loop role sees all.
DO $$
DECLARE
    guarded text;
BEGIN
    FOREACH guarded IN ARRAY ARRAY['contact_point', 'webhook_endpoint', 'webhook_secret', 'due_reminder', 'delivery', 'delivery_attempt']
    LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', guarded);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', guarded);
        EXECUTE format('CREATE POLICY %I ON %I TO ${app} USING (tenant = current_setting(''app.tenant'', true)) '
            'WITH CHECK (tenant = current_setting(''app.tenant'', true))', guarded || '_tenant', guarded);
        EXECUTE format('CREATE POLICY %I ON %I TO ${loop} USING (true) WITH CHECK (true)', guarded || '_loop', guarded);
    END LOOP;
END $$;

GRANT SELECT, INSERT, UPDATE, DELETE ON contact_point, webhook_endpoint, webhook_secret TO ${app};
GRANT SELECT ON contact_point, webhook_endpoint, webhook_secret TO ${loop};
GRANT SELECT, UPDATE ON due_reminder, delivery, delivery_attempt TO ${app};
GRANT SELECT, INSERT ON due_reminder TO ${loop};
GRANT SELECT, INSERT, UPDATE ON delivery, delivery_attempt TO ${loop};
