-- One row per reminder, and an outbox.
CREATE TABLE sql_reminder (
    plan_id     text COLLATE "C" PRIMARY KEY,
    person_id   text        NOT NULL,
    next_due_at timestamptz NOT NULL,
    shown       text        NOT NULL
);
CREATE INDEX sql_reminder_due ON sql_reminder (next_due_at);
CREATE TABLE sql_outbox (
    id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    plan_id   text        NOT NULL,
    person_id text        NOT NULL,
    due_at    timestamptz NOT NULL,
    shown     text        NOT NULL
);
