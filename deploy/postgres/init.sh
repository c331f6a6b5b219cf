#!/bin/sh
# Makes the three databases and their nine roles. PostgreSQL's image runs it when its volume is empty; run it again at any
# time to give the roles the passwords of the present environment:
#   docker compose exec postgres sh /docker-entrypoint-initdb.d/10-limber.sh
set -eu

for service in catalog routine reminder; do
  # The passwords go through the environment and not through psql's arguments, which every user could see.
  prefix=LIMBER_$(printf %s "$service" | tr '[:lower:]' '[:upper:]')
  psql -X -q -v ON_ERROR_STOP=1 -v service="$service" -U "${POSTGRES_USER:-postgres}" -d postgres <<SQL
\getenv owner_password ${prefix}_OWNER_PASSWORD
\getenv app_password ${prefix}_APP_PASSWORD
\getenv loop_password ${prefix}_LOOP_PASSWORD
\i /opt/limber/service-database.sql
SQL
  echo "limber: database limber_$service and its roles are ready"
done
