"""The reference pages name everything that there is: asked of the code itself, so that nothing new stays untold."""

import re
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

import click
import pytest
from fastapi import FastAPI

import satul
from codekids_exercises.kinds.registry import KINDS
from codekids_exercises.rules.registry import explained
from codekids_hub.addresses import SERVICE_PREFIX
from codekids_hub.cli import main
from codekids_hub.club.api import ToldEvent
from codekids_hub.club.app import make_app
from codekids_hub.club.parts import Parts
from codekids_hub.commands.serving import commented_defaults
from codekids_hub.settings import Settings
from codekids_hub.storage.tables import Table
from satul.names import ROMANIAN_PARAMETERS

HELP = {"--help", "-h"}  # every command has them; said once


@pytest.fixture
def reference(root: Path) -> Path:
    """The folder of the reference pages."""
    return root / "docs" / "reference"


def sections(page: Path, mark: str = "##") -> dict[str, str]:
    """The sections of a page by their headings, code marks taken away."""
    parts = re.split(rf"^{mark} +(.+?) *$", page.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return {heading.replace("`", ""): body for heading, body in zip(parts[1::2], parts[2::2], strict=True)}


def commands(command: click.Command, path: str = "codekids") -> Iterator[tuple[str, click.Command]]:
    """A command and all commands below it, by what a person types."""
    yield path, command
    if isinstance(command, click.Group):
        context = click.Context(command)
        for name in command.list_commands(context):
            below = command.get_command(context, name)
            assert below is not None
            yield from commands(below, f"{path} {name}")


def untold_options(command: click.Command, text: str) -> list[str]:
    """The options and arguments of a command that a text does not name."""
    names: list[str] = []
    for each in command.params:
        if isinstance(each, click.Option):
            names += [name for name in (*each.opts, *each.secondary_opts) if name not in HELP]
        else:
            names += re.findall(r"[A-Z]{2,}", each.metavar or str(each.name).upper())
    return [name for name in names if not re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", text)]


def words_in_code(text: str) -> set[str]:
    """Every name that stands in code marks."""
    return {name for span in re.findall(r"`([^`\n]+)`", text) for name in re.findall(r"\w+", span)}


def api() -> FastAPI:
    """The service's application; its parts are not used by its description."""
    return make_app(Parts.__new__(Parts))


def test_every_setting_is_told_with_its_default_and_its_help(reference: Path) -> None:
    text = (reference / "settings.md").read_text(encoding="utf-8")
    default = dict(re.findall(r"^# (\w+) = (.+)$", commented_defaults(), re.MULTILINE))
    rows = [
        f"| `{each.name}` | `{default[each.name]}` | {each.metadata['help']} |" for each in fields(Settings)
    ]
    assert [row for row in rows if row not in text] == []


def test_every_command_is_told_with_its_options(reference: Path) -> None:
    told = sections(reference / "commands.md")
    there = dict(commands(main))
    assert set(told) == set(there)
    untold = {path: untold_options(command, told[path]) for path, command in there.items()}
    assert {path: names for path, names in untold.items() if names} == {}


def test_every_rule_of_the_linter_has_a_section(reference: Path) -> None:
    told = sections(reference / "linter-rules.md")
    assert set(told) == {*explained(), "schema"}
    for rule, text in told.items():
        assert re.findall(r"^- \*\*(\w+):\*\*", text, re.MULTILINE) == ["Holds", "Why", "Fix"], rule


def test_every_kind_of_check_is_told_with_its_settings(reference: Path) -> None:
    told = sections(reference / "challenge-format.md", "###")
    counts = {"exactly", "at_least", "at_most", "wanted"}  # told once, above the kinds and in their tables
    for name, kind in KINDS.items():
        assert (set(kind.settings) - counts) | kind.needs <= words_in_code(told[name]), name


def test_every_word_of_satul_is_told(reference: Path) -> None:
    told = words_in_code((reference / "satul.md").read_text(encoding="utf-8"))
    assert {*satul.__all__, *ROMANIAN_PARAMETERS, *ROMANIAN_PARAMETERS.values()} - told == set()


def test_every_address_of_the_api_is_told_and_no_other(reference: Path) -> None:
    text = (reference / "api.md").read_text(encoding="utf-8")
    told = re.findall(rf"\b((?:GET|POST|PUT|PATCH|DELETE) {SERVICE_PREFIX}api/[^\s`]+)", text)
    paths = api().openapi()["paths"]
    assert set(told) == {f"{method.upper()} {path}" for path, methods in paths.items() for method in methods}


def test_every_field_of_an_event_is_told(reference: Path) -> None:
    told = sections(reference / "api.md")[f"POST {SERVICE_PREFIX}api/events"]
    assert set(ToldEvent.model_fields) <= words_in_code(told)


def test_every_table_of_the_database_is_told(reference: Path) -> None:
    text = (reference / "database.md").read_text(encoding="utf-8")
    told = {*sections(reference / "database.md"), *re.findall(r"^\| `(\w+)` \|", text, re.MULTILINE)}
    assert set(Table.metadata.tables) - told == set()


def test_every_page_of_the_documents_is_in_the_index(root: Path) -> None:
    docs = root / "docs"
    pages = {page for page in docs.rglob("*.md") if page != docs / "README.md"}
    reached: set[Path] = set()
    waiting = [docs / "README.md"]
    while waiting:
        page = waiting.pop()
        for target in re.findall(r"\]\(([^)#\s]+\.md)", page.read_text(encoding="utf-8")):
            found = (page.parent / target).resolve()
            if page.name == "README.md" and found in pages - reached:
                reached.add(found)
                waiting.append(found)
    assert pages - reached == set()
