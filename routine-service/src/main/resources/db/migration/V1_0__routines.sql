-- Read model of the catalogue: the last state of each stretch as published on limber.catalog. Tenant '*' is the global
-- catalogue, seen by every tenant; a tenant's own stretch with the same id stands before it. Retired stretches stay,
-- because routines made of them stay and their contraindications still count.
CREATE TABLE catalogue_stretch (
    tenant     text    NOT NULL,
    id         text    NOT NULL,
    revision   integer NOT NULL,
    retired    boolean NOT NULL DEFAULT false,
    definition jsonb   NOT NULL,
    PRIMARY KEY (tenant, id)
);

CREATE TABLE person (
    id         uuid        PRIMARY KEY,
    tenant     text        NOT NULL,
    version    bigint      NOT NULL,
    person_id  text        NOT NULL,
    zone       text        NOT NULL,
    locale     text        NOT NULL,
    exclusions text[]      NOT NULL,
    created_at timestamptz NOT NULL,
    UNIQUE (tenant, person_id)
);

CREATE TABLE routine (
    id                  uuid        PRIMARY KEY,
    tenant              text        NOT NULL,
    version             bigint      NOT NULL,
    name                text        NOT NULL,
    items               jsonb       NOT NULL,
    rest_seconds        integer     NOT NULL,
    switch_side_seconds integer     NOT NULL,
    total_seconds       integer     NOT NULL,
    created_at          timestamptz NOT NULL
);
CREATE INDEX routine_of_tenant ON routine (tenant, id);

-- No foreign key to routine: a plan that has ended outlives it. Creating a plan locks its person and routine against
-- change, see PlanRepository.
CREATE TABLE plan (
    id           uuid        PRIMARY KEY,
    tenant       text        NOT NULL,
    version      bigint      NOT NULL,
    person_id    text        NOT NULL,
    routine_id   uuid        NOT NULL,
    state        text        NOT NULL CHECK (state IN ('ACTIVE', 'PAUSED', 'ENDED')),
    pause_reason text        CHECK ((pause_reason IS NOT NULL) = (state = 'PAUSED')),
    schedule     jsonb       NOT NULL,
    zone         text        NOT NULL,
    active_from  date        NOT NULL,
    active_until date,
    advice       jsonb       NOT NULL,
    created_at   timestamptz NOT NULL,
    changed_at   timestamptz NOT NULL,
    FOREIGN KEY (tenant, person_id) REFERENCES person (tenant, person_id)
);
CREATE INDEX plan_of_tenant ON plan (tenant, id);
CREATE INDEX plan_of_person ON plan (tenant, person_id, id);
CREATE INDEX plan_of_routine ON plan (tenant, routine_id, id) WHERE state <> 'ENDED';

ALTER TABLE catalogue_stretch ENABLE ROW LEVEL SECURITY;
ALTER TABLE catalogue_stretch FORCE ROW LEVEL SECURITY;
CREATE POLICY catalogue_stretch_read ON catalogue_stretch FOR SELECT TO ${app}
    USING (current_setting('app.tenant', true) <> '' AND tenant IN ('*', current_setting('app.tenant', true)));
CREATE POLICY catalogue_stretch_loop ON catalogue_stretch TO ${loop} USING (true) WITH CHECK (true);
GRANT SELECT ON catalogue_stretch TO ${app};
GRANT SELECT, INSERT, UPDATE ON catalogue_stretch TO ${loop};

-- People, routines and plans are only touched for a tenant, so the loop role gets nothing here.
ALTER TABLE person ENABLE ROW LEVEL SECURITY;
ALTER TABLE person FORCE ROW LEVEL SECURITY;
CREATE POLICY person_tenant ON person TO ${app}
    USING (tenant = current_setting('app.tenant', true)) WITH CHECK (tenant = current_setting('app.tenant', true));
GRANT SELECT, INSERT, UPDATE, DELETE ON person TO ${app};

ALTER TABLE routine ENABLE ROW LEVEL SECURITY;
ALTER TABLE routine FORCE ROW LEVEL SECURITY;
CREATE POLICY routine_tenant ON routine TO ${app}
    USING (tenant = current_setting('app.tenant', true)) WITH CHECK (tenant = current_setting('app.tenant', true));
GRANT SELECT, INSERT, UPDATE, DELETE ON routine TO ${app};

ALTER TABLE plan ENABLE ROW LEVEL SECURITY;
ALTER TABLE plan FORCE ROW LEVEL SECURITY;
CREATE POLICY plan_tenant ON plan TO ${app}
    USING (tenant = current_setting('app.tenant', true)) WITH CHECK (tenant = current_setting('app.tenant', true));
GRANT SELECT, INSERT, UPDATE, DELETE ON plan TO ${app};
