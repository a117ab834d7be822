#!/bin/bash
# Installs what a real Tryton 6.0 server needs on Debian 12 (about 33 MB). Does nothing when it is already there.
#
# usage:  install.sh        as root, or with sudo on the PATH
set -euo pipefail

PACKAGES=(
  tryton-server
  tryton-proteus # the client library that fills the database
  tryton-modules-party
  tryton-modules-product
  tryton-modules-sale
  tryton-modules-sale-opportunity
  tryton-modules-account-invoice
  tryton-modules-stock
)

is_installed() {
  [ "$(dpkg-query -W -f='${Status}' "$1" 2>/dev/null)" = 'install ok installed' ]
}

missing=()
for package in "${PACKAGES[@]}"; do
  is_installed "$package" || missing+=("$package")
done
if [ ${#missing[@]} -eq 0 ]; then
  echo 'Tryton is installed'
  exit 0
fi

as_root=()
[ "$(id -u)" -eq 0 ] || as_root=(sudo)
"${as_root[@]}" apt-get update -q
"${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
  apt-get install -q -y --no-install-recommends "${missing[@]}"
