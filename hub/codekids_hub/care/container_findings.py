"""What ``doctor`` finds of an installation on Docker, seen from the machine: pure functions of measured values."""

from collections.abc import Mapping, Sequence

from codekids_hub.care.findings import GIB, Finding, Grade
from codekids_hub.refusals import N_


def daemon(version: str, reason: str = "") -> Finding:
    """Whether Docker answers; ``reason`` says why not."""
    if reason:
        return Finding(
            "docker",
            Grade.TROUBLE,
            N_("Docker does not answer: %(reason)s."),
            N_("Start it (systemctl start docker), and ask as root. While it is down, nothing runs."),
            {"reason": reason},
        )
    return Finding("docker", Grade.OK, N_("Docker %(version)s answers."), values={"version": version})


def images(missing: Sequence[str]) -> Finding:
    """Whether the images of this version are there."""
    if missing:
        return Finding(
            "images",
            Grade.WARNING,
            N_("Images of this version are not there: %(missing)s."),
            N_("Build them with ./codekids images, or let ./codekids up do it: some minutes."),
            {"missing": ", ".join(missing)},
        )
    return Finding("images", Grade.OK, N_("All images of this version are there."))


def containers(states: Mapping[str, str]) -> list[Finding]:
    """How each container is: ``states`` has, by its name, ``healthy``, another word of Docker's, or nothing where there is none."""
    if not any(states.values()):
        return [
            Finding(
                "containers",
                Grade.WARNING,
                N_("The installation does not run."),
                N_("Start it with ./codekids up."),
            )
        ]
    unwell = {name: state for name, state in states.items() if state != "healthy"}
    if not unwell:
        said = N_("All containers are well (%(count)s).")
        return [Finding("containers", Grade.OK, said, values={"count": len(states)})]
    return [_unwell(name, state) for name, state in sorted(unwell.items())]


def _unwell(name: str, state: str) -> Finding:
    values: dict[str, object] = {"name": name, "state": state}
    if state == "starting":
        return Finding(
            "containers",
            Grade.WARNING,
            N_("The container %(name)s is just starting."),
            N_("Ask again in a minute."),
            values,
        )
    if not state:
        said, advice = N_("The container %(name)s is not there."), N_("Start it with ./codekids up.")
        return Finding("containers", Grade.TROUBLE, said, advice, values)
    return Finding(
        "containers",
        Grade.TROUBLE,
        N_("The container %(name)s is not well: %(state)s."),
        N_("See what it says with docker logs %(name)s; ./codekids up starts what has ended."),
        values,
    )


def services(replicas: Mapping[str, tuple[int, int]]) -> list[Finding]:
    """How each service of a swarm is: ``replicas`` has, by its name, how many of it run and how many should."""
    if not any(running for running, _ in replicas.values()):
        return containers({})
    unwell = {name: counted for name, counted in replicas.items() if counted[0] < max(counted[1], 1)}
    if not unwell:
        return [
            Finding(
                "services", Grade.OK, N_("All services run (%(count)s)."), values={"count": len(replicas)}
            )
        ]
    return [
        Finding(
            "services",
            Grade.TROUBLE,
            N_("Of the service %(name)s %(running)s of %(wanted)s run."),
            N_("docker service ps --no-trunc %(name)s says where not, and why."),
            {"name": name, "running": running, "wanted": max(wanted, 1)},
        )
        for name, (running, wanted) in sorted(unwell.items())
    ]


def machines(states: Mapping[str, str]) -> list[Finding]:
    """How each machine of a swarm is: ``states`` has, by its name, ``Ready`` or another word of Swarm's."""
    away = {name: state for name, state in states.items() if state != "Ready"}
    if not away:
        said = N_("All machines of the swarm are there (%(count)s).")
        return [Finding("machines", Grade.OK, said, values={"count": len(states)})]
    return [
        Finding(
            "machines",
            Grade.WARNING,
            N_("The machine %(name)s is not there: %(state)s."),
            N_(
                "Its children go on at the others. Switch it on, or take it out with docker node rm %(name)s."
            ),
            {"name": name, "state": state},
        )
        for name, state in sorted(away.items())
    ]


def room(free: int, total: int, place: str) -> Finding:
    """Room where Docker keeps images and the database, in bytes."""
    values: dict[str, object] = {"free": f"{free / GIB:.1f}", "place": place}
    said = N_("%(free)s GB are free in Docker's folder %(place)s.")
    advice = N_(
        "The database lies there: make room. Images of earlier versions go with docker image prune --all."
    )
    if free < GIB:
        return Finding("docker-disk", Grade.TROUBLE, said, advice, values)
    if free < 5 * GIB or free < total // 20:
        return Finding("docker-disk", Grade.WARNING, said, advice, values)
    return Finding("docker-disk", Grade.OK, said, values=values)
