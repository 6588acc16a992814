"""A small reader of TOML tables, whose refusals name the file, the field and what to do."""

import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, TypeVar

from codekids_exercises.challenge import ContentError

T = TypeVar("T")

_WORDS = {
    str: "a text",
    int: "a whole number",
    float: "a number",
    bool: "true or false",
    list: "a list",
    dict: "a table",
}


class SchemaError(ContentError):
    """A field of a content file is missing, unknown or of the wrong type."""


class Table:
    """A table of a TOML file. Take each field; then `done` refuses what nobody took."""

    def __init__(self, data: Mapping[str, Any], file: Path, path: str = "") -> None:
        self._data = dict(data)
        self._path = path
        self.file = file

    @property
    def name(self) -> str:
        """The table's own name in its file."""
        return self._path.rpartition(".")[2]

    def refuse(self, field: str, sentence: str) -> SchemaError:
        """The error for a field, to be raised."""
        return SchemaError(f"{self.file}: field {self._name(field)}: {sentence}")

    def _name(self, field: str) -> str:
        return f"{self._path}.{field}" if self._path else field

    def has(self, field: str) -> bool:
        """Whether the field is there (and not yet taken)."""
        return field in self._data

    def take(self, field: str, kind: type[T], default: T | None = None) -> T:
        """The field, of that type. Without a default it must be there."""
        if field not in self._data:
            if default is None:
                raise self.refuse(field, f"is missing; write {_WORDS[kind]} here.")
            return default
        value = self._data.pop(field)
        if kind is float and type(value) is int:
            value = float(value)
        if type(value) is not kind:
            raise self.refuse(field, f"must be {_WORDS[kind]}, not {value!r}.")
        return value

    def text(self, field: str, default: str | None = None) -> str:
        """A text that is not empty."""
        value = self.take(field, str, default).strip()
        if not value and default is None:
            raise self.refuse(field, "is empty; write a text here.")
        return value

    def one_of(self, field: str, choices: Iterable[str]) -> str:
        """A text that is one of the choices."""
        value, known = self.text(field), tuple(choices)
        if value not in known:
            raise self.refuse(field, f"is {value!r}; it must be one of {', '.join(known)}.")
        return value

    def texts(self, field: str) -> tuple[str, ...] | None:
        """A list of texts, or None when it is not there."""
        if field not in self._data:
            return None
        values = self.take(field, list)
        if not all(type(value) is str for value in values):
            raise self.refuse(field, "must be a list of texts.")
        return tuple(values)

    def words(self, field: str) -> dict[str, str]:
        """A table of texts; empty when it is not there."""
        values = self.take(field, dict, {})
        for key, value in values.items():
            if type(value) is not str:
                raise self.refuse(f"{field}.{key}", f"must be a text, not {value!r}.")
        return values

    def table(self, field: str, *, needed: bool = True) -> "Table":
        """A table inside; an empty one when it is not there and not needed."""
        value = self.take(field, dict, None if needed else {})
        return Table(value, self.file, self._name(field))

    def tables(self, field: str) -> list["Table"]:
        """A list of tables; empty when it is not there."""
        values = self.take(field, list, [])
        if not all(type(value) is dict for value in values):
            raise self.refuse(field, "must be a list of tables; begin each with [[...]].")
        return [
            Table(value, self.file, f"{self._name(field)}[{index}]") for index, value in enumerate(values)
        ]

    def left(self) -> list[str]:
        """The fields that nobody took."""
        return sorted(self._data)

    def rest_of(self, field: str) -> Any:
        """Take a field whose type somebody else looks at."""
        return self._data.pop(field)

    def done(self) -> None:
        """Refuse fields that nobody took: a misspelt field must not be silently ignored."""
        for field in self.left():
            raise self.refuse(field, "is not known here; look for a spelling mistake.")


def read_toml(path: Path) -> Table:
    """The table of a TOML file. Raises SchemaError when it is missing or no TOML."""
    try:
        return Table(tomllib.loads(read_text(path)), path)
    except tomllib.TOMLDecodeError as error:
        raise SchemaError(f"{path}: this is no valid TOML: {error}.") from error


def read_text(path: Path) -> str:
    """The text of a file, with one line end at its end. Raises SchemaError."""
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError as error:
        raise SchemaError(f"{path}: this file is missing; add it.") from error
    except (OSError, UnicodeDecodeError) as error:
        raise SchemaError(f"{path}: cannot be read as UTF-8 text: {error}.") from error
    return text.strip() + "\n" if text.strip() else ""
