#!/bin/bash
# Installs Debian's promtool, which judges the generated alert rules and dashboards. Does nothing when it is there.
#
# usage:  promtool.sh          as root, or with sudo on the PATH
set -euo pipefail

if command -v promtool >/dev/null; then
  echo 'promtool is installed'
  exit 0
fi
as_root=()
[ "$(id -u)" -eq 0 ] || as_root=(sudo)
"${as_root[@]}" apt-get update -q
"${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
  apt-get install -q -y --no-install-recommends prometheus
