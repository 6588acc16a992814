"""What ``doctor`` finds: each thing that was measured becomes a sentence, and what to do where it is not well.

Pure functions of measured values: how they are measured stands in ``measuring``.
"""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

from codekids_hub.refusals import N_

GIB = 1024**3


class Grade(StrEnum):
    """How well something is. Only trouble makes the doctor's exit code 1."""

    OK = "ok"
    WARNING = "warning"
    TROUBLE = "trouble"


@dataclass(frozen=True)
class Finding:
    """One line: ``said`` and ``advice`` are gettext messages, ``values`` stand in their named places."""

    about: str
    grade: Grade
    said: str
    advice: str = ""
    values: dict[str, object] = field(default_factory=dict)


def disk(free: int, total: int, place: str) -> Finding:
    """Room for what children hand in, in bytes."""
    values: dict[str, object] = {"free": f"{free / GIB:.1f}", "place": place}
    said = N_("%(free)s GB are free in %(place)s.")
    advice = N_("Make room, or move the data to a bigger disk. When it is full, nothing can be handed in.")
    if free < GIB:
        return Finding("disk", Grade.TROUBLE, said, advice, values)
    if free < 5 * GIB or free < total // 20:
        return Finding("disk", Grade.WARNING, said, advice, values)
    return Finding("disk", Grade.OK, said, values=values)


def memory(available: int, total: int) -> Finding:
    """Memory for workspaces, in bytes; a child's workspace takes about 150 MB."""
    values: dict[str, object] = {"available": f"{available / GIB:.1f}", "total": f"{total / GIB:.1f}"}
    said = N_("%(available)s of %(total)s GB of memory are available.")
    advice = N_("Put workspaces to sleep earlier (idle_minutes), or give the machine more memory.")
    if available < total // 20:
        return Finding("memory", Grade.TROUBLE, said, advice, values)
    if available < GIB:
        return Finding("memory", Grade.WARNING, said, advice, values)
    return Finding("memory", Grade.OK, said, values=values)


def queue(waiting: int, oldest: timedelta | None) -> Finding:
    """Hand-ins that nobody has marked yet, and for how long the oldest one has been waiting."""
    if oldest is None:
        return Finding("queue", Grade.OK, N_("No hand-in waits to be marked."))
    values: dict[str, object] = {"waiting": waiting, "minutes": int(oldest.total_seconds() // 60)}
    said = N_("Hand-ins that wait to be marked: %(waiting)s, the oldest one for %(minutes)s minutes.")
    advice = N_(
        "Look into hub.log for what the marking worker says; nothing is lost, everything is tried again."
    )
    if oldest > timedelta(hours=1):
        return Finding("queue", Grade.TROUBLE, said, advice, values)
    if oldest > timedelta(minutes=10):
        return Finding("queue", Grade.WARNING, said, advice, values)
    return Finding("queue", Grade.OK, said, values=values)


def walls(reason: str | None) -> Finding:
    """Whether programs of children can be sealed off here; ``reason`` says why not."""
    if reason is None:
        return Finding("sandbox", Grade.OK, N_("Bubblewrap builds walls around children's programs."))
    return Finding(
        "sandbox",
        Grade.TROUBLE,
        N_("There are no walls around children's programs: %(reason)s."),
        N_(
            "Allow unprivileged user namespaces, or install your system's package bubblewrap. Until then hand-ins are kept and wait."
        ),
        {"reason": reason},
    )


def backup(last: datetime | None, now: datetime) -> Finding:
    """When the last copy was saved."""
    advice = N_("Save one with ./codekids backup, and have it done every night.")
    if last is None:
        return Finding("backup", Grade.WARNING, N_("No copy was ever saved here."), advice)
    age = now - last
    values: dict[str, object] = {"hours": int(age.total_seconds() // 3600)}
    said = N_("The last copy was saved %(hours)s hours ago.")
    if age > timedelta(days=7):
        return Finding("backup", Grade.TROUBLE, said, advice, values)
    if age > timedelta(hours=36):
        return Finding("backup", Grade.WARNING, said, advice, values)
    return Finding("backup", Grade.OK, said, values=values)


def certificate(host: str, ends: datetime | str | None, now: datetime) -> Finding:
    """When the certificate of ``host`` ends; a sentence where it is not good or nobody answers, ``None`` without HTTPS."""
    if ends is None:
        return Finding(
            "certificate",
            Grade.WARNING,
            N_("The settings name no address with https."),
            N_(
                "On an open network put a web server with a certificate in front, and name the address in codekids.toml."
            ),
        )
    if isinstance(ends, str):
        return Finding(
            "certificate",
            Grade.TROUBLE,
            N_("The certificate of %(host)s could not be seen or is not good: %(reason)s."),
            N_("Look after the web server in front: its log says why it was not renewed."),
            {"host": host, "reason": ends},
        )
    values: dict[str, object] = {"host": host, "days": (ends - now).days}
    said = N_("The certificate of %(host)s is good for %(days)s more days.")
    advice = N_("Renew it, and see why it is not renewed by itself.")
    if ends - now < timedelta(days=3):
        return Finding("certificate", Grade.TROUBLE, said, advice, values)
    if ends - now < timedelta(days=14):
        return Finding("certificate", Grade.WARNING, said, advice, values)
    return Finding("certificate", Grade.OK, said, values=values)


def versions(ours: str, python: str, different: list[str]) -> Finding:
    """Which version this is, and which packages are not as the lock says."""
    values: dict[str, object] = {"ours": ours, "python": python, "packages": ", ".join(different[:5])}
    if different:
        said = N_(
            "Version %(ours)s on Python %(python)s, but these packages are not as the lock says: %(packages)s."
        )
        advice = N_("Delete the folder .codekids/venv and start again.")
        return Finding("versions", Grade.WARNING, said, advice, values)
    said = N_("Version %(ours)s on Python %(python)s, every package as the lock says.")
    return Finding("versions", Grade.OK, said, values=values)


def clock(synchronised: bool | None, newest: datetime | None, now: datetime) -> Finding:
    """Whether the clock is kept, and not behind what was written last."""
    advice = N_(
        "Turn on time synchronisation (timedatectl set-ntp true). Deadlines are judged by this clock."
    )
    if newest is not None and newest > now + timedelta(minutes=2):
        said = N_("The clock is wrong: the database holds something from %(later)s minutes later than now.")
        values: dict[str, object] = {"later": int((newest - now).total_seconds() // 60)}
        return Finding("clock", Grade.TROUBLE, said, advice, values)
    if synchronised is False:
        return Finding("clock", Grade.WARNING, N_("The clock is not synchronised."), advice)
    if synchronised is None:
        return Finding("clock", Grade.OK, N_("The clock is not behind what was written last."))
    return Finding("clock", Grade.OK, N_("The clock is synchronised."))


def database(revision: str | None, known: list[str], reason: str = "") -> Finding:
    """Whether the tables are those of this version; ``known`` has the newest revision first."""
    values: dict[str, object] = {"revision": revision, "newest": known[0], "reason": reason}
    if reason:
        said, advice = (
            N_("The database does not answer: %(reason)s."),
            N_("Start it, or set database in codekids.toml."),
        )
        return Finding("database", Grade.TROUBLE, said, advice, values)
    if revision is None:
        said, advice = N_("There is no database yet."), N_("It is made at the first start.")
        return Finding("database", Grade.WARNING, said, advice, values)
    if revision not in known:
        said = N_("The database is of a newer version of this software (%(revision)s).")
        advice = N_("Install that version again, or bring back a copy that was saved before the upgrade.")
        return Finding("database", Grade.TROUBLE, said, advice, values)
    if revision != known[0]:
        said = N_("The database is at revision %(revision)s; this version wants %(newest)s.")
        advice = N_("It is brought up to date at the next start, after a copy was made.")
        return Finding("database", Grade.WARNING, said, advice, values)
    return Finding("database", Grade.OK, N_("The database is up to date (%(revision)s)."), values=values)


def ports(answers: bool, taken: list[int]) -> Finding:
    """Whether our ports are ours."""
    values: dict[str, object] = {"ports": ", ".join(map(str, taken))}
    if answers:
        return Finding("ports", Grade.OK, N_("The hub runs and answers."))
    if taken:
        said = N_("The hub does not answer, and these ports are in use: %(ports)s.")
        advice = N_(
            "Stop the program that uses them, or choose another port in codekids.toml; look into hub.log."
        )
        return Finding("ports", Grade.TROUBLE, said, advice, values)
    return Finding("ports", Grade.OK, N_("The hub is not running; its ports are free."))
