#!/bin/sh
# PostgreSQL on its volume; made at the first start, with the one account that the club has. The password comes from a file.
set -eu
PATH=$(echo /usr/lib/postgresql/*/bin):$PATH
[ "${1:-}" != answers ] || exec pg_isready -q -h 127.0.0.1 -U codekids
umask 077
if [ ! -s "$PGDATA/PG_VERSION" ]; then
    initdb -D "$PGDATA" -U codekids --pwfile="$POSTGRES_PASSWORD_FILE" -A scram-sha-256 -E UTF8 --locale=C.UTF-8 --data-checksums
    echo "host all codekids all scram-sha-256" >>"$PGDATA/pg_hba.conf"
    echo "CREATE DATABASE codekids" | postgres --single -j -D "$PGDATA" postgres >/dev/null
fi
exec postgres -D "$PGDATA" -c listen_addresses='*' -c unix_socket_directories=/tmp -c max_connections=200 -c jit=off
