"""The librarian's sheet: as HTML without anything that acts, and only for sets that there are."""

from pathlib import Path

import pytest

from codekids_exercises.catalogue import Catalogue, SetEntry
from codekids_hub import sheets
from codekids_hub.refusals import NotFound

BOTH = {"ro": "x", "en": "x"}
CONTENT = Catalogue((SetEntry("our-weather", "beginners", 6, "weather", BOTH, BOTH, BOTH, ()),))
TEXT = """# Our weather

## The big question

Is it *colder*?

- Ask: “Why?” <script>alert(1)</script> [here](javascript:alert(1))
"""


@pytest.fixture
def released(tmp_path: Path) -> Path:
    (tmp_path / "our-weather").mkdir()
    (tmp_path / "our-weather" / "sheet.en.md").write_text(TEXT, encoding="utf-8")
    (tmp_path / "our-weather" / "sheet.ro.md").write_text("", encoding="utf-8")
    return tmp_path


def test_a_sheet_is_a_page_without_anything_that_acts(released: Path) -> None:
    shown = sheets.sheet(released, CONTENT, "our-weather", "en")
    assert "<h2>The big question</h2>" in shown and "<em>colder</em>" in shown
    assert "<h1>" not in shown, "its title stands above it"
    assert "<script" not in shown and "javascript:" not in shown and "<a" not in shown


@pytest.mark.parametrize(
    ("set_id", "language"),
    [("no-such", "en"), ("../our-weather", "en"), ("our-weather", "ro"), ("our-weather", "xx")],
)
def test_what_is_not_there_is_not_found(released: Path, set_id: str, language: str) -> None:
    assert not sheets.has_sheet(released / "elsewhere", set_id, language)
    with pytest.raises(NotFound):
        sheets.sheet(released, CONTENT, set_id, language)
