#!/bin/sh
# install.sh PACKAGE...: Debian packages into an image, with nothing left of the installing.
set -eu
export DEBIAN_FRONTEND=noninteractive
apt-get update -qq
apt-get install -qq -y --no-install-recommends "$@" >/dev/null
rm -rf /var/lib/apt/lists/* /var/cache/apt/* /var/log/*
