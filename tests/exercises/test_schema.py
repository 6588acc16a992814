from pathlib import Path

import pytest

from codekids_exercises.schema import SchemaError, Table, read_text, read_toml

FILE = Path("set.toml")


def test_a_refusal_names_file_and_field() -> None:
    table = Table({"inner": {"week": "one"}}, FILE)
    with pytest.raises(SchemaError, match=r"set\.toml: field inner\.week: must be a whole number, not 'one'"):
        table.table("inner").take("week", int)


def test_missing_empty_and_unknown_fields() -> None:
    with pytest.raises(SchemaError, match="field title: is missing; write a text here"):
        Table({}, FILE).text("title")
    with pytest.raises(SchemaError, match="field title: is empty"):
        Table({"title": "  "}, FILE).text("title")
    with pytest.raises(SchemaError, match="field titel: is not known here"):
        Table({"titel": "x"}, FILE).done()


def test_lists_tables_and_choices() -> None:
    table = Table({"a": ["x", 1], "b": [1], "c": "no", "d": {"k": 1}, "e": True, "f": 2}, FILE)
    with pytest.raises(SchemaError, match="list of texts"):
        table.texts("a")
    with pytest.raises(SchemaError, match=r"begin each with \[\[...\]\]"):
        table.tables("b")
    with pytest.raises(SchemaError, match="must be one of yes, maybe"):
        table.one_of("c", ["yes", "maybe"])
    with pytest.raises(SchemaError, match=r"d\.k: must be a text"):
        table.words("d")
    with pytest.raises(SchemaError, match="whole number"):
        table.take("e", int)
    assert table.take("f", float) == 2.0
    assert table.texts("g") is None


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(SchemaError, match="this file is missing"):
        read_text(tmp_path / "no.md")
    (tmp_path / "bad.toml").write_text("a = \n")
    with pytest.raises(SchemaError, match="no valid TOML"):
        read_toml(tmp_path / "bad.toml")
    (tmp_path / "latin.md").write_bytes(b"\xff\xfe")
    with pytest.raises(SchemaError, match="UTF-8"):
        read_text(tmp_path / "latin.md")
