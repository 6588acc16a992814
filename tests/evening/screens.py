"""What a person does in front of a screen: read, tap and write, by the words that stand there."""

import re
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Locator, Page, expect

from codekids_hub.animals import find_animal
from evening.club_visitors import HOME


@dataclass(frozen=True)
class Tongue:
    """The words of one language, as they stand on pages (``ours``) and in the workspace."""

    language: str
    locale: str
    club_code: str
    first_word: str
    second_word: str
    come_in: str
    hello: str
    starting: str
    ready: str
    home: str
    finished: str
    go_on: str
    run: str
    lab_home: str
    lab_finished: str
    name: str
    password: str
    log_in: str


ROMANIAN = Tongue(
    language="ro",
    locale="ro-RO",
    club_code="Codul clubului",
    first_word="Primul cuvânt",
    second_word="Al doilea cuvânt",
    come_in="Intru",
    hello="Bună, {}!",
    starting="Atelierul tău pornește.",
    ready="Atelierul tău e gata.",
    home="Acasă",
    finished="Am terminat",
    go_on="Continuă",
    run="Rulează",
    lab_home="Acasă",
    lab_finished="Am terminat",
    name="Numele tău de aici",
    password="Parola",
    log_in="Intră",
)
ENGLISH = Tongue(
    language="en",
    locale="en-GB",
    club_code="The code of the club",
    first_word="The first word",
    second_word="The second word",
    come_in="Come in",
    hello="Hello, {}!",
    starting="Your workspace is starting.",
    ready="Your workspace is ready.",
    home="Home",
    finished="I am finished",
    go_on="Go on",
    run="Run",
    lab_home="Home",
    lab_finished="I am done",
    name="Your name here",
    password="Password",
    log_in="Log in",
)
SIZES: dict[str, dict[str, Any]] = {
    "ro": {"width": 1366, "height": 768},
    "en": {"width": 810, "height": 1080, "has_touch": True},
}
"""A library's laptop, and a tablet held upright."""


@dataclass(frozen=True)
class Screen:
    """A page in a browser, in front of somebody who speaks ``tongue``."""

    page: Page
    tongue: Tongue
    url: str

    def open(self, path: str) -> None:
        """Go to an address of the club."""
        self.page.goto(self.url + path)

    def press(self, name: str | re.Pattern[str], role: Any = "button") -> None:
        """Press a button, or follow a link."""
        self.page.get_by_role(role, name=name, exact=isinstance(name, str)).first.click()

    def heading(self, name: str | re.Pattern[str]) -> Locator:
        """A heading."""
        return self.page.get_by_role("heading", name=name, exact=isinstance(name, str)).first

    def come_in(self, child: dict[str, Any]) -> None:
        """A child logs in on a device that speaks its language, and is home."""
        self.shows_card(child)
        self.is_home(child)

    def shows_card(self, child: dict[str, Any]) -> None:
        """A child says who it is: the club's code unless the device remembers it, the animal, two words."""
        animal = find_animal(child["animal"])
        assert animal
        code = self.page.get_by_label(self.tongue.club_code)
        if code.is_visible():
            code.fill(child["club"].lower())
        self.page.get_by_role("radio", name=animal.name(self.tongue.language), exact=True).click()
        self.page.get_by_label(self.tongue.first_word).fill(child["words"][0])
        self.page.get_by_label(self.tongue.second_word).fill(child["words"][1])
        self.press(self.tongue.come_in)

    def is_home(self, child: dict[str, Any]) -> None:
        """The child's home is here and greets by nickname and animal."""
        expect(self.heading(self.tongue.hello.format(child["nickname"]))).to_be_visible()
        animal = find_animal(child["animal"])
        assert animal
        expect(
            self.page.get_by_role("img", name=animal.name(self.tongue.language), exact=True)
        ).to_be_visible()

    def log_in_adult(self, form: dict[str, str]) -> None:
        """An adult logs in, and is spoken to in the language of this screen."""
        self.open("/hub/login?as=adult")
        self.page.get_by_label(self.tongue.name).fill(form["username"])
        self.page.get_by_label(self.tongue.password, exact=True).fill(form["password"])
        self.press(self.tongue.log_in)
        self.page.wait_for_url(f"**{HOME}")
        self.speak(self.tongue)

    def speak(self, tongue: Tongue) -> None:
        """Choose a language with the switch."""
        name = {"ro": "Română", "en": "English"}[tongue.language]
        self.press(name)
        expect(self.page.get_by_role("button", name=name, exact=True)).to_have_attribute(
            "aria-current", "true"
        )

    def field(self, step: str, what: str) -> Locator:
        """A field of the notebook: in which step, and what for."""
        return self.page.get_by_role("textbox", name=f"{step}: {what}", exact=True)

    def write(self, step: str, what: str, text: str) -> None:
        """Write into a field instead of what stands there."""
        self.field(step, what).click()
        self.page.keyboard.press("ControlOrMeta+A")
        self.page.keyboard.insert_text(text)

    def run_cell(self, step: str, what: str) -> None:
        """Run a cell: with the button on a tablet, with the keys on a laptop."""
        self.field(step, what).click()
        if self.tongue.language == "en":
            self.press(self.tongue.run)
        else:
            self.page.keyboard.press("Shift+Enter")

    def answer(self, headline: str) -> Locator:
        """The answer of a check."""
        return self.page.get_by_role("region", name=headline, exact=True)
