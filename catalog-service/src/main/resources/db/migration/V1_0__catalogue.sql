-- The catalogue: one row a document, the document itself as JSON. Tenant '*' is the global catalogue, which everybody
-- reads. No token can name it, because a tenant's id has no asterisk, so only our own content loader writes it.
CREATE TABLE stretch (
    tenant       text    NOT NULL,
    id           text    NOT NULL,
    revision     integer NOT NULL CHECK (revision > 0),
    published    boolean NOT NULL DEFAULT true, -- false: retired; the row stays, so that its id is never used again
    content_hash text    NOT NULL,              -- of the file's content without its revision
    document     jsonb   NOT NULL,
    PRIMARY KEY (tenant, id)
);
CREATE TABLE vocabulary (LIKE stretch INCLUDING ALL);
CREATE TABLE guidance (LIKE stretch INCLUDING ALL);

-- Every revision that was ever in force: what did the safety data say on the day?
CREATE TABLE document_revision (
    tenant       text        NOT NULL,
    collection   text        NOT NULL CHECK (collection IN ('stretch', 'vocabulary', 'guidance')),
    id           text        NOT NULL,
    revision     integer     NOT NULL CHECK (revision > 0),
    content_hash text        NOT NULL,
    document     jsonb       NOT NULL,
    loaded_at    timestamptz NOT NULL,
    PRIMARY KEY (tenant, collection, id, revision)
);

-- A tenant reads the global catalogue and its own, and writes its own. Without a tenant there is no row.
DO $$
DECLARE
    name text;
BEGIN
    FOREACH name IN ARRAY ARRAY['stretch', 'vocabulary', 'guidance', 'document_revision'] LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
        EXECUTE format($policy$
            CREATE POLICY %I ON %I FOR SELECT TO ${app}
            USING (current_setting('app.tenant', true) <> '' AND tenant IN ('*', current_setting('app.tenant', true)))
            $policy$, name || '_read', name);
        EXECUTE format($policy$
            CREATE POLICY %I ON %I FOR INSERT TO ${app}
            WITH CHECK (current_setting('app.tenant', true) <> '' AND tenant = current_setting('app.tenant', true))
            $policy$, name || '_add', name);
        EXECUTE format($policy$
            CREATE POLICY %I ON %I FOR UPDATE TO ${app}
            USING (current_setting('app.tenant', true) <> '' AND tenant = current_setting('app.tenant', true))
            WITH CHECK (current_setting('app.tenant', true) <> '' AND tenant = current_setting('app.tenant', true))
            $policy$, name || '_change', name);
        EXECUTE format('CREATE POLICY %I ON %I TO ${loop} USING (true) WITH CHECK (true)', name || '_loop', name);
    END LOOP;
END $$;

-- History is only ever added to.
GRANT SELECT, INSERT, UPDATE ON stretch, vocabulary, guidance TO ${app}, ${loop};
GRANT SELECT, INSERT ON document_revision TO ${app}, ${loop};
