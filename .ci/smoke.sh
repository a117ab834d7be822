#!/bin/bash
# What a newcomer does: npm start, then paste the printed curl line. START overrides how Strata is started.
set -euo pipefail
cd "$(dirname "$0")/.."
log=$(mktemp)
export PUBLIC_PORT=${PUBLIC_PORT:-18080} INTERNAL_PORT=${INTERNAL_PORT:-18081}
started=$(date +%s%N)
${START:-npm start} > "$log" 2>&1 &
pid=$!
trap 'kill "$pid" 2>/dev/null || true; wait "$pid" 2>/dev/null || true' EXIT
until curl -fsS "http://127.0.0.1:$INTERNAL_PORT/readyz" > /dev/null 2>&1; do
  kill -0 "$pid" 2>/dev/null || { cat "$log"; exit 1; }
  [ $(( ($(date +%s%N) - started) / 1000000 )) -lt 15000 ] || { cat "$log"; echo 'not ready in 15 s'; exit 1; }
  sleep 0.05
done
echo "ready after $(( ($(date +%s%N) - started) / 1000000 )) ms"
for _ in $(seq 1 40); do grep -q '^curl ' "$log" && break; sleep 0.05; done
line=$(grep -m1 '^curl ' "$log")
status=$(bash -c "$line -o /tmp/strata-order.json -w '%{http_code}'")
cat /tmp/strata-order.json; echo
[ "$status" = 201 ] || { echo "the printed curl line answered $status" >&2; exit 1; }
echo 'the printed curl line answered 201'
