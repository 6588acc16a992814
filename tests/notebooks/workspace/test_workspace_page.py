"""What the page is told, the language that it speaks, and the page for an address that leads nowhere."""

import json
import re
from pathlib import Path

import pytest

from satul.workspace import language, refusal, surroundings
from satul.workspace.page_data import lighter, page_data


def test_the_spawner_describes_the_surroundings(tmp_path: Path) -> None:
    around = surroundings.read(
        {
            "CODEKIDS_CONTENT": str(tmp_path),
            "CODEKIDS_LANGUAGE": "en",
            "CODEKIDS_HOME_URL": "/services/club/",
            "CODEKIDS_LOGOUT_URL": "/hub/logout",
            "CODEKIDS_HOME_MB": "300",
        }
    )
    assert around == surroundings.Surroundings(tmp_path, "en", "/services/club/", "/hub/logout", 300_000_000)


def test_a_plain_jupyter_lab_has_no_surroundings() -> None:
    for env in ({}, {"CODEKIDS_HOME_MB": "many"}, {"CODEKIDS_HOME_MB": "0"}):
        assert surroundings.read(env) == surroundings.Surroundings(None, "ro", "", "", 0)


@pytest.mark.parametrize(
    ("code", "language"), [("ro", "ro"), ("ro-RO", "ro"), ("EN_us", "en"), ("hu", ""), ("", "")]
)
def test_known_languages(code: str, language: str) -> None:
    assert surroundings.known_language(code) == language


def test_the_page_knows_titles_by_path(village: Path) -> None:
    around = surroundings.Surroundings(village, "ro", "/home", "/out")
    told = page_data(around, "en")
    assert (told["homeUrl"], told["logoutUrl"]) == ("/home", "/out")
    assert told["titles"]["draw-the-village/a-house.ipynb"] == "A house"


def test_the_page_works_without_content(tmp_path: Path) -> None:
    assert page_data(surroundings.Surroundings(None, "ro", "", ""), "ro")["titles"] == {}
    assert page_data(surroundings.Surroundings(tmp_path, "ro", "", ""), "ro")["titles"] == {}


def test_the_language_is_a_setting_of_jupyterlab(tmp_path: Path) -> None:
    for code, locale in (("ro", "ro_RO"), ("en", "en"), ("en", "en")):
        language.choose(tmp_path, code)
        assert json.loads((tmp_path / language.SETTING).read_text()) == {"locale": locale}
    assert [path.name for path in (tmp_path / language.SETTING).parent.iterdir()] == [language.SETTING.name]


@pytest.mark.parametrize("code", ["ro", "en"])
@pytest.mark.parametrize("reason", ["missing", "full"])
def test_the_refusal_is_kind_and_leads_home(code: str, reason: str) -> None:
    page = refusal.page(reason, code, "/services/club/?a=1&b=2")
    assert f'<html lang="{code}">' in page
    assert 'href="/services/club/?a=1&amp;b=2"' in page
    assert "$" not in page
    assert not re.search(r"src=|https?:", page)


def test_a_refusal_without_a_home_has_no_link() -> None:
    assert "<a " not in refusal.page("missing", "ro", "")


def test_the_refusal_has_the_same_words_in_every_language() -> None:
    assert refusal.WORDS["ro"].keys() == refusal.WORDS["en"].keys()
    assert not re.search("[şţŞŢ]", " ".join(refusal.WORDS["ro"].values()))


def test_the_page_loads_what_all_workspaces_share_and_nothing_that_is_off() -> None:
    there = [{"name": "@jupyter/nbgrader", "load": "a.js"}, {"name": "anywidget", "load": "b.js"}]
    page = {
        "federated_extensions": there,
        "disabledExtensions": ["@jupyter/nbgrader"],
        "fullStaticUrl": "/own",
    }
    shared = lighter(page, "/services/club/lab/0123")
    assert [each["name"] for each in shared["federated_extensions"]] == ["anywidget"]
    assert shared["fullStaticUrl"] == "/services/club/lab/0123/static"
    assert shared["fullLabextensionsUrl"] == "/services/club/lab/0123/extensions"
    alone = lighter(page, "")
    assert alone["fullStaticUrl"] == "/own" and "fullLabextensionsUrl" not in alone
    assert page["federated_extensions"] == there
