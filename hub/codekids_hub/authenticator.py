"""JupyterHub's authenticator of the club: cards for children, name and password for adults.

Entry point ``codekids`` of ``jupyterhub.authenticators``. It reads our tables, the one source of who is who, and hands
groups and roles to the Hub at each login and again whenever the Hub asks, so that changes take effect at once.
"""

import asyncio
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from typing import Any

from jupyterhub.auth import Authenticator
from sqlalchemy.orm import Session
from traitlets import Bool, Unicode, default

from codekids_hub import formgrader, logins, people, roles, second_factor, security_contact
from codekids_hub.formgrader import FormgraderHandler
from codekids_hub.languages import DEFAULT_LANGUAGE
from codekids_hub.login_pages import CardHandler, ClubLoginHandler, ClubLogoutHandler, SecurityTxtHandler
from codekids_hub.refusals import Refusal
from codekids_hub.secret_files import secret
from codekids_hub.settings import Settings
from codekids_hub.storage import Database
from codekids_hub.storage.tables import Adult


class ClubAuthenticator(Authenticator):
    """Lets in whoever shows a living card of a club, or an adult's name and password."""

    database_url = Unicode(
        help="SQLAlchemy URL of the club's database. Set before the Hub starts; there is no default on purpose."
    ).tag(config=True)
    secrets_folder = Unicode(
        help="Folder with the key files, among them the pepper of card words. Set before the Hub starts."
    ).tag(config=True)

    default_language = Unicode(
        DEFAULT_LANGUAGE, help="The language of the login page for a browser that asks for none of ours."
    ).tag(config=True)

    security_contact = Unicode(help="Whom to tell about a hole here, for security.txt; empty: nobody.").tag(
        config=True
    )
    address = Unicode(help="What people open, for security.txt.").tag(config=True)

    formgrader = Bool(False, help="Whether mentors of a club may open formgrader for its course.").tag(
        config=True
    )

    second_factor = Unicode(
        second_factor.REQUIRED,
        help="Whether coordinators and mentors log in in two steps: required, offered or off.",
    ).tag(config=True)

    @default("manage_groups")
    def _manage_groups(self) -> bool:
        return True

    @default("manage_roles")
    def _manage_roles(self) -> bool:
        return True

    @default("allow_all")
    def _allow_all(self) -> bool:
        return True  # whoever authenticate() names is somebody of ours; there is no other way in

    @default("auth_refresh_age")
    def _auth_refresh_age(self) -> int:
        return (
            15  # seconds; within them a person who was removed, or whose clubs changed, is known to the Hub
        )

    @default("refresh_pre_spawn")
    def _refresh_pre_spawn(self) -> bool:
        return True

    @cached_property
    def database(self) -> Database:
        """The club's database."""
        return Database(self.database_url)

    @cached_property
    def pepper(self) -> str:
        """What is mixed into the words of a card before hashing."""
        return secret(Path(self.secrets_folder), "pepper")

    def get_handlers(self, app: Any) -> list[tuple[str, Any]]:
        """Our login page, what it leads out through, and the page that a card's QR leads to."""
        pages = [(r"/login", ClubLoginHandler), (r"/logout", ClubLogoutHandler), (r"/card", CardHandler)]
        pages.append((r"/\.well-known/security\.txt", SecurityTxtHandler))
        return [*pages, (r"/formgrader/([^/]+)", FormgraderHandler)] if self.formgrader else pages

    def security_txt(self) -> str:
        """Whom to tell about a hole; empty for nobody."""
        settings = Settings(security_contact=self.security_contact, address=self.address)
        return security_contact.security_txt(settings, datetime.now(UTC))

    async def authenticate(self, handler: Any, data: dict[str, str]) -> dict[str, Any] | None:
        """Who shows this card or password; a refusal is left on the handler as ``refusal`` for the page to say."""
        try:
            identifier = await asyncio.to_thread(
                logins.log_in,
                self.database,
                self.pepper,
                _shown(data, handler.first_step),
                handler.device,
                datetime.now(UTC),
                two_steps=self.second_factor != second_factor.OFF,
            )
        except Refusal as refusal:
            handler.refusal = refusal
            return None
        return await asyncio.to_thread(self._model, identifier)

    async def refresh_user(self, user: Any, handler: Any = None, **_: Any) -> dict[str, Any] | bool:
        """Groups and roles as they are now; ``False``, which asks for a new login, when the person is gone."""
        return await asyncio.to_thread(self._model, user.name) or False

    def _model(self, identifier: str) -> dict[str, Any] | None:
        with self.database.read() as session:
            groups = people.hub_groups(session, identifier)
            if groups is None and self.formgrader:
                groups = formgrader.account_groups(session, identifier)
            held_back = self._held_back(session, identifier)
        if groups is None:
            return None
        held = roles.hub_roles([] if held_back else groups, formgrader=self.formgrader)
        return {"name": identifier, "admin": False, "groups": groups, "roles": held}

    def _held_back(self, session: Session, identifier: str) -> bool:
        """Whether a second factor is required of this person and missing: until then the Hub gives nothing."""
        adult = session.get(Adult, identifier)
        held = tuple(people.roles_of(session, adult)) if adult else ()
        needed = second_factor.is_needed(self.second_factor, held)
        return needed and not second_factor.is_set_up(session, identifier)


def _shown(data: dict[str, str], first_step: str) -> logins.Shown:
    clean = {name: value.replace("\x00", "") for name, value in data.items()}
    if "code" in clean:
        return logins.Code(first_step, clean["code"])
    if clean.get("card"):
        return logins.Qr(clean["card"])
    if "password" in clean:
        return logins.Password(clean.get("username", ""), clean["password"])
    return logins.Words(
        clean.get("club", ""), clean.get("animal", ""), clean.get("word1", ""), clean.get("word2", "")
    )
