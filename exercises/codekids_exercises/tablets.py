"""What tablets type instead of Python's signs, put right where only one thing can be meant.

Curly and Romanian quotes around a text, the long minus, spaces that are none, three dots in one sign, and `;` at the end of
a line that opens a block. Only a program that Python cannot read is touched, and only if it can be read afterwards: what
stands inside a text stays as it was written.
"""

import ast
import re
from dataclasses import dataclass

_DOUBLE = "\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033"
_SINGLE = "\u2018\u2019\u201a\u201b\u2039\u203a\u2032"
_CURLY = _DOUBLE + _SINGLE
_CLOSED_BY = {
    "\u201e": "\u201d\u201c",
    "\u201c": "\u201d",
    "\u00ab": "\u00bb",
    "\u201a": "\u2019\u2018",
    "\u2018": "\u2019",
    "\u2039": "\u203a",
}
_MINUS = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212"
_SPACES = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_NOTHING = "\u200b\u200c\u200d\u2060\ufeff\u00ad"
_DOTS = "\u2026"
_HEADER = re.compile(r"\s*(?:if|elif|else|for|while|def|class|try|except|finally|with)\b[^:;]*;\s*$")


@dataclass(frozen=True)
class Mended:
    """A program as Python reads it. `signs`: what was put right, in this order: quotes, minus, space, dots, colon."""

    source: str
    signs: tuple[str, ...] = ()


def mended(source: str) -> Mended:
    """The program with the signs that a tablet got wrong put right; as it is when there are none, or when that is not enough."""
    if source.isascii() and ";" not in source:
        return Mended(source)
    if _is_python(source):
        return Mended(source)
    mender = _Mender()
    put_right = "\n".join(mender.line(line) for line in source.split("\n"))
    if not mender.signs or not _is_python(put_right):
        return Mended(source)
    order = ("quotes", "minus", "space", "dots", "colon")
    return Mended(put_right, tuple(sign for sign in order if sign in mender.signs))


def _is_python(source: str) -> bool:
    try:
        ast.parse(source)  # unlike compile it warns of nothing
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return False
    return True


class _Mender:
    """Goes through a program line by line. A text over several lines (three quotes) is left alone."""

    def __init__(self) -> None:
        self.signs: set[str] = set()
        self._long = ""

    def line(self, line: str) -> str:
        """The line put right."""
        out, code, place = "", "", 0
        while place < len(line):
            if self._long:
                piece = self._rest_of_long(line, place)
            elif line[place] == "#":
                break
            else:
                piece, shown = self._piece(line, place)
                out, code, place = out + shown, code + (shown if len(piece) == 1 else "x"), place + len(piece)
                continue
            out, place = out + piece, place + len(piece)
        if _HEADER.match(code + " ") and ";" in out:
            self.signs.add("colon")
            last = out.rindex(";")
            out = f"{out[:last]}:{out[last + 1 :]}"
        return out + line[place:]

    def _rest_of_long(self, line: str, place: int) -> str:
        end = line.find(self._long, place)
        if end < 0:
            return line[place:]
        piece = line[place : end + 3]
        self._long = ""
        return piece

    def _piece(self, line: str, place: int) -> tuple[str, str]:
        """The sign or text that begins here, and what it should be."""
        sign = line[place]
        if line.startswith(('"""', "'''"), place):
            self._long = line[place : place + 3]
            return self._long, self._long
        if sign in "\"'":
            return self._text(line, place)
        if sign in _CURLY:
            return self._curly(line, place)
        for kind, signs, right in (
            ("minus", _MINUS, "-"),
            ("space", _SPACES, " "),
            ("space", _NOTHING, ""),
            ("dots", _DOTS, "..."),
        ):
            if sign in signs:
                self.signs.add(kind)
                return sign, right
        return sign, sign

    def _text(self, line: str, place: int) -> tuple[str, str]:
        """A text that begins with a straight quote; one that is closed by the only curly quote in the line is closed."""
        quote = line[place]
        closed = re.compile(rf"{quote}(?:\\.|[^\\{quote}])*{quote}").match(line, place)
        if closed:
            return closed.group(), closed.group()
        curly = [n for n in range(place + 1, len(line)) if line[n] in _CURLY]
        if len(curly) != 1:
            return line[place:], line[place:]
        self.signs.add("quotes")
        piece = line[place : curly[0] + 1]
        return piece, piece[:-1] + quote

    def _curly(self, line: str, place: int) -> tuple[str, str]:
        """A text between curly quotes: up to the sign that closes this one, else one of its kind, else a straight one."""
        sign = line[place]
        kin = _SINGLE if sign in _SINGLE else _DOUBLE
        straight = "'" if sign in _SINGLE else '"'
        for closing in (_CLOSED_BY.get(sign, sign), kin, straight):
            end = next((n for n in range(place + 1, len(line)) if line[n] in closing), -1)
            if end >= 0:
                break
        inside = line[place + 1 : end]
        if end < 0 or ('"' in inside and "'" in inside):
            return sign, sign
        quote = "'" if '"' in inside else '"'
        self.signs.add("quotes")
        return line[place : end + 1], f"{quote}{inside}{quote}"
