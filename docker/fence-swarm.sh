#!/bin/sh
# The firewall of the workspaces' network on several machines, one of these on each. Swarm has no word for "no neighbours", so
# each machine's end of the network (a bridge in a namespace of its own) gets the same rules as on one machine: from the hub
# and the router to every workspace, from a workspace to the hub's API and the club, and no other way. What is refused is
# refused with a word that nothing else says: by it a workspace knows that the fence stands, and starts (docker/fenced.py).
set -eu
: "${GATEWAY:?}"
chain=CODEKIDS
known=/run/known

tool=iptables-nft
"$tool" -w -n -L >/dev/null 2>&1 || tool=iptables-legacy

ends() { # the namespaces of the network on this machine: those with its first address
    for each in /netns/1-*; do
        [ ! -e "$each" ] || ! nsenter --net="$each" grep -qw "$GATEWAY" /proc/net/fib_trie 2>/dev/null || echo "$each"
    done
}

look_up() { # who is hub and who is router now; while one of them starts, it stays who it was
    for name in hub router; do
        found=$(getent ahostsv4 "$name" | awk '{print $1}' | sort -u)
        [ -z "$found" ] || echo "$found" >"$known.$name"
    done
    touch "$known.hub" "$known.router"
}

rules() {
    printf '*filter\n:%s - [0:0]\n' "$chain"
    echo "-A $chain -m conntrack --ctstate ESTABLISHED,RELATED -j ACCEPT"
    sed "s/.*/-A $chain -s & -j ACCEPT/" "$known.hub" "$known.router"
    sed "s/.*/-A $chain -d & -p tcp -m multiport --dports 8081,8003 -j ACCEPT/" "$known.hub"
    printf -- '-A %s -j REJECT --reject-with icmp-proto-unreachable\nCOMMIT\n' "$chain"
}

stands() {
    all=$(ends)
    [ -n "$all" ] || return 1
    for each in $all; do
        nsenter --net="$each" "$tool" -w -C FORWARD -j "$chain" 2>/dev/null &&
            nsenter --net="$each" "$tool" -w -S "$chain" 2>/dev/null | grep -q 'reject-with icmp-proto-unreachable' || return 1
    done
}

build() {
    rules >/run/rules
    for each in $(ends); do
        nsenter --net="$each" "$tool-restore" -w --noflush </run/rules # all at once: there is no moment without rules
        nsenter --net="$each" "$tool" -w -C FORWARD -j "$chain" 2>/dev/null ||
            nsenter --net="$each" "$tool" -w -I FORWARD -j "$chain"
    done
}

[ "${1:-}" != stands ] || { stands; exit; }
trap 'exit 0' TERM INT # the rules stay: without a fence nothing new starts, and what runs stays closed
last=
while :; do
    look_up
    now=$(cat "$known.hub" "$known.router")
    [ "$now" = "$last" ] && stands || build
    last=$now
    sleep 3 &
    wait $!
done
