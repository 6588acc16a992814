"""What a child chose is kept in its home."""

from pathlib import Path

import pytest

from satul import kept


def test_kept_beside_each_other(tmp_path: Path) -> None:
    assert kept.read("a-set", "one") == {}
    kept.keep("a-set", "one", "guess", {"choice": "B"})
    kept.keep("a-set", "one", "blocks", {"order": [1, 0]})
    kept.keep("a-set", "two", "guess", {"choice": "C"})
    assert kept.read("a-set", "one") == {"guess": {"choice": "B"}, "blocks": {"order": [1, 0]}}
    assert [path.suffix for path in (tmp_path / ".satul/parts").iterdir()] == [".json", ".json"]


@pytest.mark.parametrize("name", ["../../../x", "/etc/passwd", "a/b", "é" * 500])
def test_no_name_leads_out_of_the_home(tmp_path: Path, name: str) -> None:
    kept.keep(name, "one", "guess", {"choice": "B"})
    assert kept.read(name, "one") == {"guess": {"choice": "B"}}
    assert [path.parent for path in tmp_path.rglob("*.json")] == [tmp_path / ".satul/parts"]


def test_what_cannot_be_read_or_written_is_forgotten(tmp_path: Path) -> None:
    kept.keep("a-set", "one", "guess", {"choice": "B"})
    next((tmp_path / ".satul/parts").iterdir()).write_text("[1")
    assert kept.read("a-set", "one") == {}
    kept.keep("a-set", "one", "guess", {"choice": "x" * 30_000})
    assert kept.read("a-set", "one") == {}
    (tmp_path / "full").write_text("")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("HOME", str(tmp_path / "full"))
        kept.keep("a-set", "one", "guess", {"choice": "B"})
