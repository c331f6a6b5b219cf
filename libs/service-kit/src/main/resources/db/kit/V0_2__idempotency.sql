-- Answers to requests with an Idempotency-Key, stored in the transaction of their effect.
CREATE TABLE idempotency_key (
    tenant      text        NOT NULL,
    key         text        NOT NULL,
    fingerprint text        NOT NULL,
    status      integer     NOT NULL,
    location    text,
    etag        text,
    body        text        NOT NULL,
    expires_at  timestamptz NOT NULL,
    PRIMARY KEY (tenant, key)
);
CREATE INDEX idempotency_key_expiry ON idempotency_key (expires_at);

ALTER TABLE idempotency_key ENABLE ROW LEVEL SECURITY;
ALTER TABLE idempotency_key FORCE ROW LEVEL SECURITY;
CREATE POLICY idempotency_key_tenant ON idempotency_key TO ${app}
    USING (tenant = current_setting('app.tenant', true)) WITH CHECK (tenant = current_setting('app.tenant', true));
CREATE POLICY idempotency_key_loop ON idempotency_key TO ${loop} USING (true);

GRANT SELECT, INSERT, DELETE ON idempotency_key TO ${app};
GRANT SELECT, DELETE ON idempotency_key TO ${loop};
