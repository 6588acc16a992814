"""The Hub's pages before somebody is known: logging in, and where a card's QR code leads."""

import secrets
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from jupyterhub.handlers.base import BaseHandler
from jupyterhub.handlers.login import LoginHandler, LogoutHandler
from sqlalchemy import select
from tornado.web import HTTPError

from codekids_hub import pairs
from codekids_hub.animals import in_order
from codekids_hub.languages import COOKIE, LANGUAGE_NAMES, LANGUAGES
from codekids_hub.logins import CodeNeeded, Device, TookTooLong
from codekids_hub.people_language import keep_first_language
from codekids_hub.refusals import Refusal
from codekids_hub.storage.tables import Child, Club
from codekids_hub.translation import catalogue, choose_language

if TYPE_CHECKING:
    from codekids_hub.authenticator import ClubAuthenticator

DEVICE_COOKIE = "codekids-device"
CLUB_COOKIE = "codekids-club"
FIRST_STEP_COOKIE = "codekids-first-step"
FIRST_STEP_MINUTES = 10
"""So long after the password the code may come."""
ADULTS_FIELDS = frozenset(("username", "code"))
REMEMBERED_DAYS = 400
"""As long as browsers keep a cookie at most."""


class PersonalPage(BaseHandler):
    """What both pages know of the browser in front of them: its device, its language, its club."""

    refusal: Refusal | None = None
    authenticator: "ClubAuthenticator"

    @property
    def device(self) -> Device:
        """This device: named by its own cookie if it has one of ours, else by its address."""
        address = str(self.request.remote_ip)
        cookie = self.get_secure_cookie(DEVICE_COOKIE, max_age_days=REMEMBERED_DAYS)
        return Device(cookie.decode() if cookie else address, address)

    @property
    def page_language(self) -> str:
        """The language asked for by the switch, else the one used last, else the browser's."""
        asked = self.get_query_argument("language", "")
        kept = asked if asked in LANGUAGES else self.get_cookie(COOKIE)
        return choose_language(
            self.request.headers.get("Accept-Language"), kept, self.authenticator.default_language
        )

    def remember(self) -> None:
        """Give the device its cookie, and keep the language that was chosen."""
        if not self.get_secure_cookie(DEVICE_COOKIE, max_age_days=REMEMBERED_DAYS):
            self.set_secure_cookie(
                DEVICE_COOKIE,
                secrets.token_hex(16),
                expires_days=REMEMBERED_DAYS,
                path=self.hub.base_url,
                httponly=True,
            )
        if self.get_query_argument("language", "") in LANGUAGES:
            self.set_cookie(
                COOKIE, self.page_language, expires_days=REMEMBERED_DAYS, path="/", samesite="Lax"
            )

    @property
    def _as_adult(self) -> bool:
        return False

    def page_context(self) -> dict[str, Any]:
        """What every page before the login needs."""
        language = self.page_language
        words = catalogue(language)
        return {"language": language, "_": words.gettext, "language_links": self._language_links(language)}

    def _language_links(self, current: str) -> list[dict[str, Any]]:
        others = {
            name: self.get_query_argument(name)
            for name in ("next", "as", "club")
            if self.get_query_argument(name, "")
        }
        return [
            {
                "code": code,
                "name": LANGUAGE_NAMES[code],
                "url": f"{self.request.path}?{urlencode({**others, 'language': code})}",
                "current": code == current,
            }
            for code in LANGUAGES
        ]


class ClubLoginHandler(PersonalPage, LoginHandler):
    """``/hub/login``: for children by default, for adults with ``?as=adult``. Works without JavaScript."""

    async def get(self) -> None:
        """Show the page, or go on when somebody is logged in here already."""
        self.remember()
        await super().get()

    async def post(self) -> None:
        """Log in with what the form holds; a refusal is said on the page, with what was typed but no secrets."""
        data = {
            name: self.get_body_argument(name, "") for name in self.request.body_arguments if name != "_xsrf"
        }
        user = await self.login_user(data)
        if isinstance(self.refusal, CodeNeeded):
            self._keep_first_step(str(self.refusal.values["half"]))
        if user is None:
            self.set_status(self.refusal.status if self.refusal else 403)
            self.finish(await self.render_template("login.html"))
            return
        self.clear_cookie(FIRST_STEP_COOKIE, path=self.hub.base_url)
        self._remember_club(user.name)
        keep_first_language(self.authenticator.database, user.name, self.page_language)
        self.redirect(self.get_next_url(user))

    @property
    def first_step(self) -> str:
        """Who has shown the password a moment ago; empty when nobody has."""
        kept = self.get_secure_cookie(FIRST_STEP_COOKIE, max_age_days=FIRST_STEP_MINUTES / 24 / 60)
        return kept.decode() if kept else ""

    def _keep_first_step(self, half: str) -> None:
        self.set_secure_cookie(
            FIRST_STEP_COOKIE,
            half,
            expires_days=None,
            path=self.hub.base_url,
            httponly=True,
            samesite="Strict",
            secure=self.request.protocol == "https",
        )

    @property
    def _asks_code(self) -> bool:
        if "code" not in self.request.body_arguments:
            return isinstance(self.refusal, CodeNeeded)
        return not isinstance(self.refusal, TookTooLong)

    def render_template(self, name: str, sync: bool = False, **namespace: Any) -> Any:
        """Render as the Hub does; the login page gets what it needs on top."""
        if name == "login.html":
            namespace.update(self._login_context(namespace.get("login_error")))
        return super().render_template(name, **namespace, **({"sync": True} if sync else {}))

    def _login_context(self, hub_error: str | None) -> dict[str, Any]:
        context = self.page_context()
        translate = context["_"]
        if self.refusal is not None and not isinstance(self.refusal, CodeNeeded):
            problem = translate(self.refusal.message) % self.refusal.values
        else:
            problem = translate("This page was open for too long. Please try again.") if hub_error else None
        typed = self.get_argument("club", "")[:20].strip()
        club = self._club(typed or self.get_cookie(CLUB_COOKIE, "") or "")
        return context | {
            "login_url_post": f"{self.settings['login_url']}?{urlencode({'next': self.get_argument('next', '')})}",
            "next": self.get_argument("next", ""),
            "as_adult": self._as_adult,
            "asks_code": self._asks_code,
            "problem": problem,
            "club": club,
            "club_code": typed,
            "words_language": club["language"] if club else context["language"],
            "animals": [
                {"id": each.id, "name": each.name(context["language"])}
                for each in in_order(context["language"])
            ],
            "animal": self.get_body_argument("animal", "")[:40],
            "username": self.get_body_argument("username", "")[:80],
        }

    @property
    def _as_adult(self) -> bool:
        return self.get_query_argument("as", "") == "adult" or not ADULTS_FIELDS.isdisjoint(
            self.request.body_arguments
        )

    def _club(self, code: str) -> dict[str, str] | None:
        with self.authenticator.database.read() as session:
            club = session.scalar(select(Club).where(Club.code == code.upper().replace("\x00", "")))
        if club is None:
            return None
        return {
            "code": club.code,
            "library": club.library,
            "locality": club.locality,
            "language": club.language,
        }

    def _remember_club(self, identifier: str) -> None:
        with self.authenticator.database.read() as session:
            child = session.get(Child, identifier)
            code = session.get_one(Club, child.club_id).code if child else None
        if code:
            self.set_cookie(
                CLUB_COOKIE, code, expires_days=REMEMBERED_DAYS, path=self.hub.base_url, samesite="Lax"
            )


class ClubLogoutHandler(LogoutHandler):
    """``/hub/logout``: "I am finished". The cookie that was used is worth nothing afterwards, wherever a copy is."""

    authenticator: "ClubAuthenticator"

    async def handle_logout(self) -> None:
        """Give the person a new cookie id: the Hub itself would only ask this browser to forget the old one."""
        user = self.current_user
        if user is not None:
            user.orm_user.cookie_id = secrets.token_hex(16)
            self.db.commit()
            with self.authenticator.database.write() as session:
                pairs.part(session, user.name)


class CardHandler(PersonalPage):
    """``/hub/card#<token>``: a small page that posts the token to the login; the server never sees the address's end."""

    async def get(self) -> None:
        """Show the page, in whichever language the browser has."""
        self.remember()
        self.set_header("Cache-Control", "no-store")
        self.finish(
            await self.render_template(
                "card.html", login_url_post=self.settings["login_url"], next="", **self.page_context()
            )
        )


class SecurityTxtHandler(BaseHandler):
    """``/.well-known/security.txt``, to which the Hub redirects: whom to tell about a hole."""

    async def get(self) -> None:
        """Say it, or that there is nobody."""
        told = self.authenticator.security_txt()
        if not told:
            raise HTTPError(404)
        self.set_header("Content-Type", "text/plain; charset=utf-8")
        self.finish(told)
