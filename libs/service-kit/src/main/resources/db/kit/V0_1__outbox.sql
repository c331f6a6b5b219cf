-- Transactional outbox. The application role may only add; the loop role reads and removes what is published.
CREATE SEQUENCE outbox_position AS bigint;

CREATE TABLE outbox (
    position    bigint PRIMARY KEY,
    xid         xid8        NOT NULL,
    appended_at timestamptz NOT NULL,
    tenant      text,
    topic       text        NOT NULL,
    key         text        NOT NULL,
    headers     jsonb       NOT NULL,
    payload     bytea                 -- null: a tombstone
);

-- The relay's own copy of how far it has published; the authoritative one is an offset in Kafka (ADR 0001).
CREATE TABLE outbox_cursor (
    singleton boolean PRIMARY KEY DEFAULT true CHECK (singleton),
    position  bigint NOT NULL
);
INSERT INTO outbox_cursor (position) VALUES (0);

ALTER TABLE outbox ENABLE ROW LEVEL SECURITY;
ALTER TABLE outbox FORCE ROW LEVEL SECURITY;
CREATE POLICY outbox_append ON outbox FOR INSERT TO ${app}
    WITH CHECK (tenant IS NULL OR tenant = current_setting('app.tenant', true));
CREATE POLICY outbox_loop ON outbox TO ${loop} USING (true) WITH CHECK (true);

GRANT INSERT ON outbox TO ${app}, ${loop};
GRANT USAGE ON SEQUENCE outbox_position TO ${app}, ${loop};
GRANT SELECT ON SEQUENCE outbox_position TO ${loop};
GRANT SELECT, DELETE ON outbox TO ${loop};
GRANT SELECT, UPDATE ON outbox_cursor TO ${loop};
