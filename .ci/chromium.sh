#!/bin/bash
# Installs Chromium on Debian 12, to look at the console. Does nothing when it is already there.
#
# usage:  chromium.sh       as root, or with sudo on the PATH
set -euo pipefail

if command -v chromium >/dev/null; then
  echo 'Chromium is installed'
  exit 0
fi
as_root=()
[ "$(id -u)" -eq 0 ] || as_root=(sudo)
"${as_root[@]}" apt-get update -q
"${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
  apt-get install -q -y --no-install-recommends chromium
