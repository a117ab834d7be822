#!/bin/bash
# A real ERP for the tests: Tryton 6.0 from the Debian packages, on SQLite, without prompts and without network.
#
# usage:  bootstrap.sh DIR          build the seeded database in DIR, unless it is there already (about 15 s)
#         bootstrap.sh DIR PORT     the same, then restore the seeded copy and start the server (about 1 s);
#                                   port 0: any free one
# stop:   kill "$(cat DIR/trytond.pid)"
#
# environment, all optional; a database that is only restored keeps what it was built with
#   ERP_DB                name of the database                (default: erp)
#   ERP_USER              login of the service user           (default: gateway)
#   ERP_PASSWORD          password of the service user        (default: generated)
#   ERP_ADMIN_PASSWORD    password of the administrator       (default: generated)
#
# Written to DIR: erp.env (what a client needs), trytond.conf, trytond.log, trytond.pid, seeded.sqlite.
# It holds passwords and is good for one calendar year: the fiscal year in it ends on 31 December.
set -euo pipefail

[ $# -eq 1 ] || [ $# -eq 2 ] || { echo "usage: $0 DIR [PORT]" >&2; exit 2; }
HERE=$(cd "$(dirname "$0")" && pwd)
PYTHON=/usr/bin/python3 # the interpreter of the distribution: it alone sees the Tryton modules
umask 077
mkdir -p "$1/db"
DIR=$(cd "$1" && pwd)
cd "$DIR"

if [ -s seeded.sqlite ]; then
  ERP_DB=$(cat .database)
  ERP_USER=$(cat .service-user)
fi
ERP_DB=${ERP_DB:-erp}
ERP_USER=${ERP_USER:-gateway}

# A restored database needs the passwords it was built with, so they are kept beside it.
keep_secret() { # FILE VALUE-FROM-ENVIRONMENT
  if [ -s seeded.sqlite ]; then
    [ -z "$2" ] || [ "$2" = "$(cat "$1")" ] ||
      { echo "$1 differs from the environment: delete $DIR/seeded.sqlite to build anew" >&2; exit 1; }
  else
    printf '%s' "${2:-$(head -c 18 /dev/urandom | base64)}" > "$1"
  fi
}

write_configuration() { # PORT
  cat > trytond.conf <<CONF
[database]
uri = sqlite://
path = $DIR/db
[web]
listen = 127.0.0.1:$1
[password]
# The default (0.75 different characters) refuses about 5 % of random passwords.
entropy = 0
CONF
}

build() {
  printf '%s' "$ERP_DB" > .database
  printf '%s' "$ERP_USER" > .service-user
  write_configuration 0
  : > "db/$ERP_DB.sqlite" # without an empty file: Database ... doesn't exist!
  TRYTONPASSFILE="$DIR/.admin-password" \
    trytond-admin -c trytond.conf -d "$ERP_DB" --all --email admin@example.invalid < /dev/null
  trytond-admin -c trytond.conf -d "$ERP_DB" \
    -u sale sale_opportunity account_invoice stock --activate-dependencies < /dev/null
  # The set-up tools of the modules can only be imported when DB_NAME is set.
  DB_NAME="$ERP_DB" TRYTOND_CONFIG="$DIR/trytond.conf" ERP_USER="$ERP_USER" \
    ERP_PASSWORD="$(cat .service-password)" "$PYTHON" -W ignore "$HERE/setup.py"
  mv "db/$ERP_DB.sqlite" seeded.sqlite
}

free_port() { # WANTED: prints the port when nobody listens on it, any free one for 0
  "$PYTHON" - "$1" <<'PY'
import socket
import sys

with socket.socket() as probe:
    probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        probe.bind(("127.0.0.1", int(sys.argv[1])))
    except OSError as error:
        sys.exit(f"port {sys.argv[1]}: {error.strerror}")
    print(probe.getsockname()[1])
PY
}

wait_until_ready() { # URL PID
  "$PYTHON" - "$1" "$2" <<'PY'
import os
import sys
import time
import urllib.request

url, pid = sys.argv[1], int(sys.argv[2])
call = urllib.request.Request(
    url + "/",
    data=b'{"id":0,"method":"common.server.version","params":[]}',
    headers={"Content-Type": "application/json"},
)
deadline = time.monotonic() + 30
while time.monotonic() < deadline:
    os.kill(pid, 0)
    try:
        with urllib.request.urlopen(call, timeout=2) as answer:
            if b"result" in answer.read():
                sys.exit(0)
    except OSError:
        time.sleep(0.05)
sys.exit(1)
PY
}

keep_secret .admin-password "${ERP_ADMIN_PASSWORD:-}"
keep_secret .service-password "${ERP_PASSWORD:-}"
[ -s seeded.sqlite ] || build
[ $# -eq 2 ] || { echo "built in $DIR"; exit 0; }

PORT=$(free_port "$2")
URL="http://127.0.0.1:$PORT"
write_configuration "$PORT"
cp seeded.sqlite "db/$ERP_DB.sqlite"
cat > erp.env <<ENV
ERP_URL=$URL
ERP_DB=$ERP_DB
ERP_USER=$ERP_USER
ERP_PASSWORD=$(printf %q "$(cat .service-password)")
ERP_RPC_PATH=/$ERP_DB/
ENV
setsid trytond -c trytond.conf -d "$ERP_DB" > trytond.log 2>&1 < /dev/null &
PID=$!
echo "$PID" > trytond.pid
if ! wait_until_ready "$URL" "$PID"; then
  echo 'trytond did not become ready:' >&2
  tail -20 trytond.log >&2
  exit 1
fi
echo "ready on $URL, pid $PID"
