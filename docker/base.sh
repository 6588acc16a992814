#!/bin/sh
# Makes the image codekids-base from Debian's packages: for where no container registry can be reached. As root:
#
#     docker/base.sh [IMAGE]        the image's name; codekids-base without it
#
# Needs debootstrap and docker (apt install debootstrap docker.io). SUITE=trixie takes another Debian (Python 3.11 or later
# is needed), MIRROR=http://... another place than this machine's own sources of packages.
set -eu

image=${1:-codekids-base}
suite=${SUITE:-bookworm}
mirror=${MIRROR:-$(sed -n 's/^URIs: *//p; s/^deb \(\[.*\] \)\?\(https\?:[^ ]*\) .*/\2/p' \
    /etc/apt/sources.list.d/debian.sources /etc/apt/sources.list 2>/dev/null | grep -v security | head -n 1)}
[ "$(id -u)" = 0 ] || { echo "docker/base.sh: debootstrap needs root; start it with sudo." >&2; exit 1; }
for command in debootstrap docker tar; do
    command -v "$command" >/dev/null || { echo "docker/base.sh: $command is missing; apt install it." >&2; exit 1; }
done

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
root=$folder/root
# Without a mirror debootstrap takes its own default.
debootstrap --variant=minbase --include=ca-certificates,python3 "$suite" "$root" ${mirror:+"$mirror"} >"$folder/log" 2>&1 ||
    { tail -n 20 "$folder/log" >&2; echo "docker/base.sh: debootstrap did not end well; its last words stand above." >&2; exit 1; }

# The certificates that this machine trusts: behind a proxy that opens connections nothing else would get through.
cp /etc/ssl/certs/ca-certificates.crt "$root/etc/ssl/certs/ca-certificates.crt"
rm -rf "$root"/var/cache/apt/* "$root"/var/lib/apt/lists/* "$root"/var/log/* "$root"/usr/share/doc/* \
    "$root"/usr/share/man/* "$root"/usr/share/info/* "$root"/usr/share/locale/*
printf 'path-exclude=/usr/share/%s/*\n' doc man info locale >"$root/etc/dpkg/dpkg.cfg.d/codekids"
tar -C "$root" --numeric-owner -c . | docker import --change 'CMD ["/bin/sh"]' - "$image" >/dev/null
echo "$image: $(docker image inspect --format '{{.Size}}' "$image" | awk '{printf "%.0f MB", $1 / 1e6}')"
