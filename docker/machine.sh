#!/bin/sh
# Makes a machine of the swarm ready, the first one, too: its images, and its marking workers. As root, on each machine,
# after it has joined the swarm, and again after each upgrade:
#
#     sh DATA.machine/machine.sh
#
# ./codekids up puts this beside the data, with what it reads: variables, settings, seccomp.json and the images' file.
set -eu
cd "$(dirname "$0")"
[ "$(id -u)" = 0 ] || { echo "machine.sh: this is root's work; start it with sudo." >&2; exit 1; }
# shellcheck disable=SC1091
. ./variables
[ "$(docker info --format '{{.Swarm.LocalNodeState}}')" = active ] ||
    { echo "machine.sh: this machine is in no swarm. On the first: docker swarm join-token worker; run here what it says." >&2; exit 1; }
for folder in "$CODEKIDS_DATA/homes" "$CODEKIDS_KEPT"; do
    [ -d "$folder" ] || { echo "machine.sh: $folder is not here: mount the shared folder at the same path as on the first machine." >&2; exit 1; }
done

for name in hub sandbox workspace fence; do # the fence last: where it runs, the others are
    docker image inspect "$CODEKIDS_IMAGES$name$CODEKIDS_TAG" >/dev/null 2>&1 || { docker load --quiet --input images.tar; break; }
done

docker ps --all --quiet --filter "name=^/$CODEKIDS_NAME-worker-" | xargs -r docker rm --force >/dev/null
number=0
while [ "$number" -lt "$CODEKIDS_WORKERS" ]; do
    number=$((number + 1))
    docker run --detach --name "$CODEKIDS_NAME-worker-$number" --restart unless-stopped --stop-timeout 40 \
        --init --read-only --cap-drop ALL --memory 4g --pids-limit 600 --log-opt max-size=10m --log-opt max-file=3 \
        --security-opt no-new-privileges --security-opt apparmor=unconfined --security-opt seccomp=seccomp.json \
        --tmpfs /tmp:size=1g,mode=1777 --tmpfs "$CODEKIDS_DATA/secrets:size=1m,mode=0700" \
        --env-file settings --env PROMETHEUS_MULTIPROC_DIR=/tmp --network "$CODEKIDS_NAME-data" \
        --volume "$CODEKIDS_DATA:$CODEKIDS_DATA" --volume "$CODEKIDS_KEPT:$CODEKIDS_KEPT" \
        --volume "$CODEKIDS_DATA/secrets/pgpass:/run/secrets/pgpass:ro" \
        "${CODEKIDS_IMAGES}sandbox$CODEKIDS_TAG" >/dev/null
done
echo "Ready: $(hostname) has the images, and $CODEKIDS_WORKERS marking worker(s)."
