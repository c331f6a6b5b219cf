-- One service's database and its three roles. Run it as the administrator with psql variables:
--   psql -v ON_ERROR_STOP=1 -v service=catalog -v owner_password=... -v app_password=... -v loop_password=... -f service-database.sql
-- It can be run again at any time: what is there stays, passwords become the given ones.
-- The embedded stack and the tests run this same file (io.limber.localstack.DatabaseScript), which understands the psql
-- forms used here and no others: :'variable', \gexec, \connect and statements that end with a semicolon at the end of a line.

-- owner: migrates. app: the requests of the service, behind row-level security. loop: work across tenants.
SELECT format('CREATE ROLE %I LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE NOREPLICATION', 'limber_' || :'service' || role)
  FROM unnest(ARRAY['_owner', '_app', '_loop']) AS role
 WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'limber_' || :'service' || role)
\gexec

SELECT format('ALTER ROLE %I WITH LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE NOREPLICATION PASSWORD %L',
              'limber_' || :'service' || role, password)
  FROM (VALUES ('_owner', :'owner_password'), ('_app', :'app_password'), ('_loop', :'loop_password')) AS roles (role, password)
\gexec

SELECT format('CREATE DATABASE %I OWNER %I', 'limber_' || :'service', 'limber_' || :'service' || '_owner')
 WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = 'limber_' || :'service')
\gexec

SELECT format('REVOKE ALL ON DATABASE %I FROM PUBLIC', 'limber_' || :'service')
\gexec

SELECT format('GRANT CONNECT ON DATABASE %I TO %I, %I',
              'limber_' || :'service', 'limber_' || :'service' || '_app', 'limber_' || :'service' || '_loop')
\gexec

\connect limber_:service

SELECT format('ALTER SCHEMA public OWNER TO %I', 'limber_' || :'service' || '_owner')
\gexec

REVOKE ALL ON SCHEMA public FROM PUBLIC;

SELECT format('GRANT USAGE ON SCHEMA public TO %I, %I', 'limber_' || :'service' || '_app', 'limber_' || :'service' || '_loop')
\gexec
