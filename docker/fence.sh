#!/bin/sh
# The firewall of the workspaces' bridge. Docker lets nothing pass between two containers of it (enable_icc=false): a missing
# fence means that no workspace can be reached, never that one is open. The fence opens two ways and no other:
# from the hub and the router to every workspace, and from a workspace to the hub's API and the club.
set -eu
: "${BRIDGE:?}" "${HUB:?}" "${ROUTER:?}"
chain=CODEKIDS-$BRIDGE

tool=
for candidate in iptables-nft iptables-legacy; do # the one that Docker itself uses
    ! "$candidate" -w -n -L DOCKER-USER >/dev/null 2>&1 || { tool=$candidate; break; }
done
[ -n "$tool" ] || { echo "fence: Docker's chain DOCKER-USER is not there; Docker must manage iptables" >&2; exit 1; }

rules() { # each of them once, in this order
    echo "-m conntrack --ctstate ESTABLISHED,RELATED -j ACCEPT"
    echo "-s $HUB -j ACCEPT"
    echo "-s $ROUTER -j ACCEPT"
    echo "-d $HUB -p tcp -m multiport --dports 8081,8003 -j ACCEPT"
    echo "-j DROP"
}

stands() {
    "$tool" -w -C DOCKER-USER -i "$BRIDGE" -o "$BRIDGE" -j "$chain" 2>/dev/null &&
        "$tool" -w -C INPUT -i "$BRIDGE" -j DROP 2>/dev/null &&
        [ "$("$tool" -w -S "$chain" 2>/dev/null | grep -c '^-A')" = "$(rules | wc -l)" ]
}

build() {
    "$tool" -w -N "$chain" 2>/dev/null || "$tool" -w -F "$chain"
    rules | while read -r rule; do
        # shellcheck disable=SC2086
        "$tool" -w -A "$chain" $rule
    done
    "$tool" -w -C DOCKER-USER -i "$BRIDGE" -o "$BRIDGE" -j "$chain" 2>/dev/null ||
        "$tool" -w -I DOCKER-USER -i "$BRIDGE" -o "$BRIDGE" -j "$chain"
    "$tool" -w -C INPUT -i "$BRIDGE" -j DROP 2>/dev/null || "$tool" -w -I INPUT -i "$BRIDGE" -j DROP
}

take_away() {
    "$tool" -w -D DOCKER-USER -i "$BRIDGE" -o "$BRIDGE" -j "$chain" 2>/dev/null || true
    "$tool" -w -F "$chain" 2>/dev/null || true
    "$tool" -w -X "$chain" 2>/dev/null || true
    "$tool" -w -D INPUT -i "$BRIDGE" -j DROP 2>/dev/null || true
    exit 0
}

[ "${1:-}" != stands ] || { stands; exit; }
trap take_away TERM INT
while :; do # Docker or the machine's own firewall may have swept the rules away
    stands || build
    sleep 10 &
    wait $!
done
