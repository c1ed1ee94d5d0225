#!/bin/sh
# Makes the role that Nabla serves with. It owns nothing; `npm start` gives it its rights after each migration.
set -eu
psql --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" --set ON_ERROR_STOP=1 --set password="$APPLICATION_PASSWORD" <<'SQL'
CREATE ROLE nabla_app LOGIN PASSWORD :'password';
SQL
