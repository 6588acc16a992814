"""Python's errors, told apart as children make them. The messages are those of Python 3.11 to 3.14."""

import builtins
import difflib
import keyword
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from codekids_exercises.runs import Failure
from codekids_exercises.sentences import say

_CURLY = "\u201c\u201d\u201e\u201f\u00ab\u00bb\u2018\u2019\u201a\u201b"  # “ ” „ ‟ « » and the single ones
KIND_ERROR = "KindError"
"""The class of satul's own errors: their message is a sentence for the child already."""

_HEADER = re.compile(r"\s*(if|elif|else|for|while|def|class|try|except|finally|with)\b")


@dataclass(frozen=True)
class Trouble:
    """What went wrong. `id` names a sentence of `sentences`, or is KIND_ERROR; `words` fill it. `about`: which of
    satul's sentences it is.
    """

    id: str
    words: Mapping[str, object] = field(default_factory=dict)
    about: str = ""

    @property
    def sort(self) -> str:
        """The sentence: one of ours, or which one of satul's."""
        return f"{self.id} {self.about}".rstrip()

    def told(self, language: str) -> str:
        """One sentence for the child."""
        if self.id == KIND_ERROR:
            return str(self.words["message"])
        return say(self.id, language, self.words)


def recognise(failure: Failure, source: str, known: Iterable[str] = ()) -> Trouble:
    """Which trouble of a child's this is. `known`: the names that satul and the given code offer."""
    if failure.kind in ("SyntaxError", "IndentationError", "TabError"):
        kind, line = _syntax(failure, source)
        return Trouble(kind, {"line": line or "?"})
    if failure.kind in ("NameError", "UnboundLocalError"):
        return _name(failure, source, known)
    if failure.kind == KIND_ERROR:
        return Trouble(KIND_ERROR, {"message": failure.message}, failure.about)
    return Trouble(_running(failure), {"line": failure.line or "?"})


def _syntax(failure: Failure, source: str) -> tuple[str, int | None]:
    lines = source.splitlines()
    number = failure.line
    line = lines[number - 1] if number and 0 < number <= len(lines) else failure.text
    message = failure.message
    if any(sign in _CURLY for sign in line) and ("invalid character" in message or "unterminated" in message):
        return "curly-quotes", number
    if failure.kind in ("IndentationError", "TabError"):
        return ("no-indent" if "expected an indented block" in message else "odd-indent"), number
    if re.search(r";\s*$", _code(line)) and _HEADER.match(line):
        return "semicolon", number
    if "expected ':'" in message or (_HEADER.match(line) and not _code(line).rstrip().endswith(":")):
        return ("one-equals" if "Maybe you meant '=='" in message else "missing-colon"), number
    return _syntax_by_message(message), number


def _code(line: str) -> str:
    return line.split("#")[0].rstrip()


def _syntax_by_message(message: str) -> str:
    for pattern, kind in (
        ("was never closed", "open-bracket"),
        ("unmatched|does not match opening", "extra-bracket"),
        ("unterminated", "open-text"),
        ("Maybe you meant '=='|cannot assign to", "one-equals"),
        ("Missing parentheses", "old-print"),
        ("invalid character|invalid non-printable", "strange-sign"),
    ):
        if re.search(pattern, message):
            return kind
    return "syntax"


def _name(failure: Failure, source: str, known: Iterable[str]) -> Trouble:
    found = re.search(r"'([^']+)'", failure.message)
    name = found.group(1) if found else ""
    own = re.findall(r"\b([A-Za-z_]\w*)\s*=(?!=)|\bdef\s+([A-Za-z_]\w*)", source)
    there = {*known, *(one for pair in own for one in pair if one), *keyword.kwlist, *dir(builtins)}
    there.discard(name)
    words = {"name": name, "line": failure.line or "?"}
    for other in sorted(there):
        if other.lower() == name.lower():
            return Trouble("capital", words | {"near": other})
    near = difflib.get_close_matches(name, sorted(there), n=1, cutoff=0.75)
    if near:
        return Trouble("near-name", words | {"near": near[0]})
    inside = rf"[(,]\s*{re.escape(name)}\s*[),]"
    if name and re.search(inside, source):
        return Trouble("unquoted", words)
    return Trouble("unknown-name", words)


_BY_KIND = {
    "ZeroDivisionError": "by-zero",
    "IndexError": "past-the-end",
    "KeyError": "no-such-key",
    "ValueError": "not-a-number",
    "RecursionError": "calls-itself",
    "SystemExit": "exit",
}


def _running(failure: Failure) -> str:
    if failure.kind in _BY_KIND:
        return _BY_KIND[failure.kind]
    if failure.kind == "TypeError":
        for pattern, kind in (
            ("NoneType", "with-none"),
            (r"argument|positional", "arguments"),
            ("not callable", "not-callable"),
            ("not supported between", "compared-with-text"),
            (r"unsupported operand|can only concatenate|must be str", "text-and-number"),
        ):
            if re.search(pattern, failure.message):
                return kind
    return "other"
