#!/bin/bash
# Installs Redis on Debian 12; the tests start their own. Does nothing when it is already there.
#
# usage:  redis.sh          as root, or with sudo on the PATH
set -euo pipefail

if command -v redis-server >/dev/null; then
  echo 'Redis is installed'
  exit 0
fi
as_root=()
[ "$(id -u)" -eq 0 ] || as_root=(sudo)
"${as_root[@]}" apt-get update -q
"${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
  apt-get install -q -y --no-install-recommends redis-server
