"""The whole stack that a crowd comes to: Hub, proxy, club, worker and workspaces, as the demo runs them, and what each of them uses."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from codekids_exercises import catalogue
from codekids_hub import cards, consents, descendants, people, sessions
from codekids_hub.addresses import Addresses, project_root
from codekids_hub.bench.one_workspace import used_by
from codekids_hub.cards import DealtCard
from codekids_hub.clubs import NewClub, add_club
from codekids_hub.installation import prepare, running
from codekids_hub.levels import Level
from codekids_hub.people import Role
from codekids_hub.secret_files import secret
from codekids_hub.sessions import Opening
from codekids_hub.settings import Settings
from codekids_hub.storage import Database

CHILDREN = 20
"""Of a club."""
PASSWORD = "trei cuvinte bune"
PROGRAMS = {
    "proxy": b"configurable-http-proxy",
    "club": b"codekids_hub.club",
    "worker": b"codekids_hub.worker",
    "culler": b"jupyterhub_idle_culler",
}
"""What the Hub starts besides workspaces, by what stands in its command."""


@dataclass(frozen=True)
class MetClub:
    """A club that meets now."""

    id: str
    librarian: str
    cards: tuple[DealtCard, ...]


@dataclass(frozen=True)
class RushedHub:
    """A stack that runs. ``process``: the Hub's."""

    settings: Settings
    process: int
    clubs: tuple[MetClub, ...]
    challenge: str

    @property
    def url(self) -> str:
        """Where browsers find it, without a slash at the end."""
        return Addresses.of(self.settings).local

    def cpu(self) -> dict[str, float]:
        """Seconds of processors that each part has used until now."""
        return {name: used_by(found).cpu for name, found in self._parts().items()}

    def memory(self) -> dict[str, float]:
        """MiB that each part holds; the warm parent belongs to the workspaces."""
        return {name: used_by(found).pss_mib for name, found in self._parts().items()}

    def _parts(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {"hub": [self.process]}
        rest = descendants.descendants(self.process)
        for name, command in PROGRAMS.items():
            roots = [each for each in rest if command in _command(each)]
            of_it = {each for root in roots for each in (root, *descendants.descendants(root))}
            found[name] = sorted(of_it)
            rest = [each for each in rest if each not in of_it]
        return found | {"workspaces": rest}


def four_free_ports() -> int:
    """A port that nobody uses, like the three after it.

    :raises OSError: there is none
    """
    for port in range(26000 + os.getpid() % 300 * 20, 60000, 20):
        if not Addresses("127.0.0.1", port).taken():
            return port
    raise OSError("there are no four free ports in a row")


def one_set(folder: Path) -> Path:
    """Content with one set alone: releasing all of it takes a minute."""
    sets, one = project_root() / "exercises" / "sets", Path("beginners") / "draw-the-village"
    shutil.copytree(sets / one, folder / one, dirs_exist_ok=True)
    shutil.copy(sets / "names.toml", folder)
    return folder


@contextmanager
def rushed_hub(folder: Path, start: str, count: int, content: Path) -> Iterator[RushedHub]:
    """It runs as long as the context lasts, with clubs of so many children who have never been there.

    :param start: how workspaces start, as the setting says it
    :param content: the challenge sets
    """
    settings = Settings.load(
        None, {}, data=str(folder), content=str(content), port=four_free_ports(),
        workspace_start=start, second_factor="offered",
    )  # fmt: skip
    database = prepare(settings)
    first = catalogue.read(settings.released).sets[0]
    try:
        clubs = tuple(clubs_that_meet(database, secret(settings.secrets, "pepper"), start, count))
    finally:
        database.dispose()
    with running(settings, lambda said: None) as process:
        yield RushedHub(settings, process.pid, clubs, f"{first.id}/{first.challenges[0].id}")


def clubs_that_meet(database: Database, pepper: str, name: str, count: int) -> Iterator[MetClub]:
    """Make clubs of so many children altogether, with their cards and a librarian each; their sessions have begun.

    :param name: letters that no other club's code begins with
    """
    now = datetime.now(UTC)
    for number, first in enumerate(range(0, count, CHILDREN)):
        code = f"{name.upper()}{number:02}"
        nicknames = [f"{name}-{each}" for each in range(first, min(first + CHILDREN, count))]
        with database.write() as session:
            club = add_club(session, NewClub(code=code, library=code, locality="Sat", county="Vâlcea"), now)
            librarian = people.add_adult(session, code.lower(), PASSWORD, now)
            session.flush()
            people.give_duty(session, librarian, club, Role.LIBRARIAN, now)
            dealt = list[DealtCard]()
            for child in people.add_children(session, club, nicknames, Level.BEGINNERS, now):
                consents.record(
                    session, child, consents.Purpose, now.date(), f"{len(dealt) + 1}/{now.year}", now
                )
                dealt.append(cards.deal(session, child, pepper, now))
            opening = Opening(question="De ce este cerul albastru?")
            sessions.start(session, club, opening, librarian.id, now, pepper=pepper)
            yield MetClub(club.id, librarian.name, tuple(dealt))


def _command(process: int) -> bytes:
    try:
        return Path(f"/proc/{process}/cmdline").read_bytes()
    except OSError:
        return b""
