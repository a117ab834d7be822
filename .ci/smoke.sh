#!/bin/bash
# What a newcomer does: npm start, then paste the printed curl line. START overrides how Strata is started.
set -euo pipefail
cd "$(dirname "$0")/.."
log=$(mktemp)
export PUBLIC_PORT=${PUBLIC_PORT:-18080} INTERNAL_PORT=${INTERNAL_PORT:-18081}
for port in "$PUBLIC_PORT" "$INTERNAL_PORT"; do
  if (exec 3<> "/dev/tcp/127.0.0.1/$port") 2> /dev/null; then
    echo "something answers on port $port already: whatever this says would be about that" >&2
    exit 1
  fi
done
started=$(date +%s%N)
# A session of its own: everything that is started can be ended together, whoever started it.
setsid ${START:-npm start} > "$log" 2>&1 &
pid=$!
trap 'end; rm -f "$log"' EXIT

# As an orchestrator does: SIGTERM to the process it started. Nothing may be left then.
end() {
  kill -TERM "$pid" 2> /dev/null || true
  wait "$pid" 2> /dev/null || true
  for _ in $(seq 1 50); do
    kill -0 -- "-$pid" 2> /dev/null || return 0
    sleep 0.1
  done
  echo 'processes are left 5 s after SIGTERM:' >&2
  ps -o pid,ppid,args -s "$pid" >&2 || true
  kill -KILL -- "-$pid" 2> /dev/null || true
  return 1
}

until curl -fsS "http://127.0.0.1:$INTERNAL_PORT/readyz" > /dev/null 2>&1; do
  kill -0 "$pid" 2> /dev/null || { cat "$log"; exit 1; }
  [ $(( ($(date +%s%N) - started) / 1000000 )) -lt 15000 ] || { cat "$log"; echo 'not ready in 15 s'; exit 1; }
  sleep 0.05
done
echo "ready after $(( ($(date +%s%N) - started) / 1000000 )) ms"
for _ in $(seq 1 40); do grep -q '^curl ' "$log" && break; sleep 0.05; done
line=$(grep -m1 '^curl ' "$log")
order=$(mktemp)
status=$(bash -c "$line -o '$order' -w '%{http_code}'")
cat "$order"; echo
rm -f "$order"
[ "$status" = 201 ] || { echo "the printed curl line answered $status" >&2; exit 1; }
echo 'the printed curl line answered 201'
end
echo 'SIGTERM left nothing behind'
