"""The catalogues hold every sentence in every language, and the right language is chosen."""

from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.pofile import read_po
from jinja2 import Environment, FileSystemLoader

import codekids_grading
import codekids_hub
from codekids_hub.languages import LANGUAGES
from codekids_hub.static_files import template_folder
from codekids_hub.translation import (
    DOMAIN,
    LOCALE,
    UnknownLanguageError,
    catalogue,
    choose_language,
)

PACKAGES = [Path(package.__path__[0]) for package in (codekids_hub, codekids_grading)]
METHODS = [("**.py", "python"), ("pages/templates/**.html", "jinja2")]
"""The same as in hub/babel.cfg."""


def sentences() -> set[str]:
    """Every sentence of the sources, a plural by its singular; what grading refuses is said by the hub, too."""
    keywords = {**DEFAULT_KEYWORDS, "translate": None}
    options = {"**.html": {"encoding": "utf-8"}}
    found = [
        each
        for package in PACKAGES
        for each in extract_from_dir(package, METHODS, options, keywords=keywords)
    ]
    return {message if isinstance(message, str) else message[0] for _, _, message, _, _ in found}


def read(language: str) -> Catalog:
    """A catalogue with all that ``pybabel`` keeps beside the translations."""
    with (LOCALE / language / "LC_MESSAGES" / f"{DOMAIN}.po").open("rb") as file:
        return read_po(file, locale=language)


def id_of(message: Message) -> str:
    return message.id if isinstance(message.id, str) else message.id[0]


def forms_of(message: Message) -> list[str]:
    forms = (message.string,) if isinstance(message.string, str) else message.string or ()
    return [str(form or "") for form in forms]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_is_translated_and_none_is_left_over(language: str) -> None:
    book = read(language)
    kept = {id_of(message) for message in book if message.id}
    assert kept == sentences()
    assert not book.obsolete


@pytest.mark.parametrize("language", LANGUAGES)
def test_translations_are_whole(language: str) -> None:
    book = read(language)
    for message in book:
        if not message.id:
            continue
        forms = forms_of(message)
        assert all(forms), message.id
        assert not message.fuzzy, message.id
        assert not [str(error) for error in message.check(book)], message.id
        assert not set("".join(forms)) & set("şţŞŢ"), f"{message.id}: s and t take a comma, not a cedilla"


def test_english_is_what_the_sources_say() -> None:
    assert all(message.string == message.id for message in read("en") if message.id)


def test_romanian_speaks_romanian() -> None:
    same = {id_of(message) for message in read("ro") if message.id and message.string == message.id}
    assert same <= {"Card", "Club", "Mentor", "mediator"}


def test_romanian_counts_in_three_ways() -> None:
    words = catalogue("ro")
    counted = [words.ngettext("%(num)s child", "%(num)s children", count) for count in (1, 4, 21)]
    assert counted == ["un copil", "%(num)s copii", "%(num)s de copii"]


def test_an_unknown_language_is_refused_by_name() -> None:
    with pytest.raises(UnknownLanguageError, match="'hu'"):
        catalogue("hu")


@pytest.mark.parametrize(
    ("header", "kept", "expected"),
    [
        (None, None, "ro"),
        ("en-GB,en;q=0.9", None, "en"),
        ("ro-MD,ru;q=0.8,en;q=0.5", None, "ro"),
        ("en;q=0.3,ro;q=0.9", None, "ro"),
        ("hu,de;q=0.5", None, "ro"),
        ("ru,en;q=0.2", None, "en"),
        ("en", "ro", "ro"),
        ("ro", "en", "en"),
        ("en", "xx", "en"),
        ("en;q=zero,,;;q=1,*", None, "ro"),
        ("en;q=0", None, "ro"),
    ],
)
def test_the_language_of_a_person(header: str | None, kept: str | None, expected: str) -> None:
    assert choose_language(header, kept) == expected


@pytest.mark.parametrize("room", ["hub", "club"])
def test_templates_are_templates_and_carry_no_script_or_style_of_their_own(room: str) -> None:
    environment = Environment(loader=FileSystemLoader(template_folder(room)), autoescape=True)
    for name in environment.list_templates():
        environment.get_template(name)
        text = (template_folder(room) / name).read_text(encoding="utf-8")
        assert "<style" not in text and " style=" not in text and " onclick=" not in text, name
        assert text.count("<script") == text.count('<script type="module" src="{{ static('), name
        assert "http:" not in text and "https:" not in text, name
