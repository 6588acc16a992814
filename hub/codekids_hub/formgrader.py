"""nbgrader's formgrader, for who wants it: one account a course, whose server is started when a mentor of the club opens it.

It is off unless the operator turns it on. The account is nobody: no card and no password belongs to it; mentors of the
club enter its server with their own login, in a tab of its own, and it is put to sleep like any other.
"""

# mypy: disallow-untyped-calls=False

import sys
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from jupyterhub.handlers.base import BaseHandler
from sqlalchemy.orm import Session
from tornado.web import HTTPError, authenticated

from codekids_grading import bubblewrap
from codekids_hub import identifiers, people
from codekids_hub.homework import course_id
from codekids_hub.people import Role
from codekids_hub.roles import course_account
from codekids_hub.settings import Settings
from codekids_hub.storage import Database
from codekids_hub.storage.tables import Club

FIRST_PAGE = "formgrader/manage_assignments"
COURSES = "courses"
"""The Hub group of course accounts."""


def is_account(name: str) -> bool:
    """Whether a Hub user is the account of a course."""
    return name.startswith(identifiers.COURSE)


def club_of(session: Session, account: str) -> Club | None:
    """The club whose course this Hub account is, if it is one."""
    if not is_account(account):
        return None
    return session.get(Club, identifiers.CLUB + account.removeprefix(identifiers.COURSE))


def account_groups(session: Session, account: str) -> list[str] | None:
    """The Hub groups of a course account; ``None`` when there is no such course."""
    return [COURSES] if club_of(session, account) else None


class FormgraderHandler(BaseHandler):
    """``/hub/formgrader/<club>``: makes the course's account known to the Hub, then goes where its server starts."""

    @authenticated
    async def get(self, code: str) -> None:
        """Go on, for a mentor of this club; for everybody else there is nothing here."""
        database: Database = self.authenticator.database
        with database.read() as session:
            clubs = people.clubs_of(session, self.current_user.name, Role.MENTOR)
            found = [club.id for club in clubs if club.code == code.upper()]
        if not found:
            raise HTTPError(404)
        account = self.user_from_username(course_account(found[0]))
        await self.auth_to_user(await self.authenticator.refresh_user(account), account)
        inside = f"{self.base_url}user/{account.name}/{FIRST_PAGE}"
        self.redirect(f"{self.hub.base_url}spawn/{account.name}?{urlencode({'next': inside})}")


def prepare(spawner: Any, settings: Settings, database: Database, shown: tuple[Path, ...]) -> None:
    """Make a spawner start formgrader for its account's course, behind walls in which that course alone is."""
    # nbgrader and a Jupyter server: a second that the Hub's start need not take
    from codekids_grading.courses import make_course
    from codekids_grading.formgrader import CONFIGURATION

    with database.read() as session:
        club = club_of(session, spawner.user.name)
        assert club is not None, "only course accounts come here"
        course = settings.courses / course_id(club)
        make_course(course, course_id(club))
    home = settings.homes / spawner.user.name
    home.mkdir(parents=True, exist_ok=True, mode=0o700)
    walls = bubblewrap.Walls(bubblewrap.find(), shows=shown, gives=(home, course), network=True)
    spawner.cmd = walls.around(str(Path(sys.executable).with_name("jupyterhub-singleuser")))
    spawner.args = [
        *spawner.args,
        f"--ServerApp.root_dir={course}",
        f"--CourseDirectory.root={course}",
        f"--ServerApp.default_url=/{FIRST_PAGE}",
    ]
    spawner.default_url = f"/{FIRST_PAGE}"
    spawner.environment = {
        "JUPYTERHUB_SINGLEUSER_APP": "jupyter_server.serverapp.ServerApp",
        "JUPYTER_CONFIG_PATH": f"{CONFIGURATION}:{course}",
    }
