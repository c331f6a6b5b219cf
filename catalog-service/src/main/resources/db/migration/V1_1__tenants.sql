-- What tenants make of the catalogue: stretches of their own, other words, stretches they hide; and who did what.

-- How often an owner's part of the catalogue has changed. Whoever changes something raises it first, in the same
-- transaction: the row's lock lets one change of an owner follow the other, so a reader that knows version v finds all it
-- does not know by change > v.
CREATE TABLE catalogue_version (
    tenant  text   PRIMARY KEY,
    version bigint NOT NULL
);

-- change: the owner's version in which the row came to be as it is.
-- replaced_by: of a retired stretch, the one to do instead.
ALTER TABLE stretch ADD COLUMN change bigint NOT NULL DEFAULT 0, ADD COLUMN replaced_by text;
CREATE INDEX stretch_change ON stretch (tenant, change);

-- A tenant's own stretches as they are worked on. What is in force is a row of stretch.
CREATE TABLE own_stretch (
    tenant     text        NOT NULL,
    id         text        NOT NULL,
    version    bigint      NOT NULL, -- raised by every edit, publication and retirement
    draft      jsonb,                -- the next revision; null when nothing waits to be published
    changed_at timestamptz NOT NULL,
    PRIMARY KEY (tenant, id)
);

-- What a tenant makes of a stretch of the global catalogue: hides it, or says it in other words.
CREATE TABLE adaptation (
    tenant     text        NOT NULL,
    id         text        NOT NULL,
    version    bigint      NOT NULL,
    hidden     boolean     NOT NULL,
    wording    jsonb       NOT NULL, -- by language
    change     bigint      NOT NULL,
    changed_at timestamptz NOT NULL,
    PRIMARY KEY (tenant, id)
);
CREATE INDEX adaptation_change ON adaptation (tenant, change);

-- Ids that led to a stretch once and still do.
CREATE TABLE former_id (
    tenant text NOT NULL,
    former text NOT NULL,
    id     text NOT NULL,
    PRIMARY KEY (tenant, former)
);

-- Only ever added to.
CREATE TABLE audit (
    tenant  text        NOT NULL,
    id      uuid        NOT NULL, -- rises with time
    at      timestamptz NOT NULL,
    actor   text        NOT NULL, -- subject of the token
    action  text        NOT NULL,
    subject text        NOT NULL, -- id of the stretch
    detail  jsonb       NOT NULL,
    PRIMARY KEY (tenant, id)
);
CREATE INDEX audit_subject ON audit (tenant, subject, id);

-- Who did it; the global catalogue's revisions come with the service.
ALTER TABLE document_revision ADD COLUMN actor text;

DO $$
DECLARE
    name text;
BEGIN
    FOREACH name IN ARRAY ARRAY['catalogue_version', 'own_stretch', 'adaptation', 'former_id', 'audit'] LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
        EXECUTE format($policy$
            CREATE POLICY %I ON %I TO ${app}
            USING (current_setting('app.tenant', true) <> '' AND tenant = current_setting('app.tenant', true))
            WITH CHECK (current_setting('app.tenant', true) <> '' AND tenant = current_setting('app.tenant', true))
            $policy$, name || '_own', name);
        EXECUTE format('CREATE POLICY %I ON %I TO ${loop} USING (true) WITH CHECK (true)', name || '_loop', name);
    END LOOP;
    -- Where the global catalogue's ids lead, and how often it changed, everybody may see.
    FOREACH name IN ARRAY ARRAY['catalogue_version', 'former_id'] LOOP
        EXECUTE format($policy$
            CREATE POLICY %I ON %I FOR SELECT TO ${app}
            USING (current_setting('app.tenant', true) <> '' AND tenant = '*')
            $policy$, name || '_global', name);
    END LOOP;
END $$;

GRANT SELECT, INSERT, UPDATE ON catalogue_version TO ${app};
GRANT SELECT, INSERT, UPDATE, DELETE ON own_stretch, adaptation TO ${app};
GRANT SELECT, INSERT ON former_id, audit TO ${app};
GRANT SELECT ON catalogue_version, own_stretch, adaptation, former_id, audit TO ${loop};
