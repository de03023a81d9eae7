# A PostgreSQL for the suite: the one at 127.0.0.1:5432 that trusts the user postgres, else one
# of our own that goes away with the run. Sourced by run.

port=${POSTGRESQL_PORT:-5432}
name="certmove_$$"
cluster=

start_postgresql() {
    trap clean_up EXIT
    if ! databases_of "$name" >/dev/null; then
        echo "No PostgreSQL at 127.0.0.1:$port lets the user postgres in: starting one."
        start_cluster
        databases_of "$name" >/dev/null
    fi
    export DATABASE_URL="postgres://postgres@127.0.0.1:$port/$name"
}

# The names of the test databases made for $1; each is dropped if $2 says so.
databases_of() {
    .venv/bin/python - "$port" "$1" "${2:-keep}" <<'PYTHON'
import sys

import psycopg
from psycopg.sql import SQL, Identifier

port, name, fate = sys.argv[1:]
url = f"postgres://postgres@127.0.0.1:{port}/postgres?connect_timeout=5"
try:
    with psycopg.connect(url, autocommit=True) as server:
        found = server.execute(
            "SELECT datname FROM pg_database WHERE starts_with(datname, %s)", [f"test_{name}"]
        )
        for (database,) in found.fetchall():
            print(database)
            if fate == "drop":
                server.execute(SQL("DROP DATABASE {} WITH (FORCE)").format(Identifier(database)))
except psycopg.OperationalError as error:
    sys.exit(str(error))
PYTHON
}

start_cluster() {
    if ! ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1; then
        if [ "$(id -u)" -ne 0 ] || ! command -v apt-get >/dev/null; then
            echo "Install PostgreSQL (Debian: postgresql), or start one at 127.0.0.1:$port." >&2
            return 1
        fi
        # Debian would start a cluster of its own, which asks for passwords.
        mkdir -p /etc/postgresql-common
        echo 'create_main_cluster = false' >>/etc/postgresql-common/createcluster.conf
        export DEBIAN_FRONTEND=noninteractive
        apt-get -q update
        apt-get -q -y install --no-install-recommends postgresql
    fi
    cluster=$(mktemp -d)
    port=$(.venv/bin/python -c \
        'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
    # initdb refuses to run as root.
    if [ "$(id -u)" -eq 0 ]; then chown postgres "$cluster"; fi
    as_postgres initdb --pgdata "$cluster/data" --auth trust --username postgres >/dev/null
    as_postgres pg_ctl --pgdata "$cluster/data" --wait --log "$cluster/log" \
        --options "-p $port -k $cluster -c listen_addresses=127.0.0.1 -c fsync=off" start
}

as_postgres() {
    local program
    program=$(ls /usr/lib/postgresql/*/bin/"$1" | sort -V | tail -n 1)
    shift
    if [ "$(id -u)" -eq 0 ]; then
        (cd / && setpriv --reuid postgres --regid postgres --clear-groups "$program" "$@")
    else
        "$program" "$@"
    fi
}

clean_up() {
    if [ -n "$cluster" ]; then
        as_postgres pg_ctl --pgdata "$cluster/data" --mode fast stop || true
        rm -rf "$cluster"
    else
        databases_of "$name" drop >/dev/null 2>&1 || true
    fi
}
