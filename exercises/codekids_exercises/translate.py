"""Code exists once, in English; here its names, texts and comments get the words of another language.

The substitution works on tokens, so that nothing inside a longer name or text is touched. Names after a dot are
Python's own and stay. An f-string is one text: its key in the table is what stands between the quotes.
"""

import io
import keyword
import tokenize
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

_FSTRING_START = getattr(tokenize, "FSTRING_START", -1)
_FSTRING_END = getattr(tokenize, "FSTRING_END", -1)


@dataclass(frozen=True)
class Words:
    """A language's words for code. `parameters` are names before `=` in a call; `strings` also hold comments."""

    names: Mapping[str, str] = field(default_factory=dict)
    parameters: Mapping[str, str] = field(default_factory=dict)
    strings: Mapping[str, str] = field(default_factory=dict)

    def with_more(self, names: Mapping[str, str], strings: Mapping[str, str]) -> "Words":
        """These words and more; the new ones win."""
        return Words({**self.names, **names}, self.parameters, {**self.strings, **strings})


@dataclass(frozen=True)
class Piece:
    """A translatable piece of code. `kind`: name, parameter, string or comment; `text`: what the tables are asked for."""

    kind: str
    text: str
    start: int
    end: int
    prefix: str = ""
    quote: str = ""


@lru_cache(1024)
def pieces(code: str) -> tuple[Piece, ...]:
    """The names, texts and comments of a program, in order. Code that is no Python (a wrong answer) is read as far as
    its tokens can be told."""
    found: list[Piece] = []
    depth, before = 0, ""
    tokens = list(_tokens(code))
    for index, (kind, text, start, end) in enumerate(tokens):
        after = tokens[index + 1][1] if index + 1 < len(tokens) else ""
        if kind == tokenize.OP:
            depth += (text in "([{") - (text in ")]}")
        elif kind == tokenize.COMMENT:
            found.append(Piece("comment", text.lstrip("#").strip(), start, end))
        elif kind == tokenize.STRING:
            found.append(_string(text, start, end))
        elif kind == tokenize.NAME and not keyword.iskeyword(text) and before != ".":
            found.append(Piece("parameter" if depth > 0 and after == "=" else "name", text, start, end))
        before = text
    return tuple(found)


def translate(code: str, words: Words) -> str:
    """The code with its names, texts and comments in other words."""
    out, done = [], 0
    for piece in pieces(code):
        out.append(code[done : piece.start])
        out.append(_translated(piece, code, words))
        done = piece.end
    return "".join([*out, code[done:]])


def _translated(piece: Piece, code: str, words: Words) -> str:
    if piece.kind == "name":
        return words.names.get(piece.text, piece.text)
    if piece.kind == "parameter":
        return words.parameters.get(piece.text, words.names.get(piece.text, piece.text))
    if piece.text not in words.strings:
        return code[piece.start : piece.end]
    text = words.strings[piece.text]
    return f"# {text}" if piece.kind == "comment" else f"{piece.prefix}{piece.quote}{text}{piece.quote}"


def _string(token: str, start: int, end: int) -> Piece:
    body = token.lstrip("rRbBuUfF")
    prefix = token[: len(token) - len(body)]
    quote = body[:3] if body[:3] in ('"""', "'''") else body[:1]
    inside = body[len(quote) : -len(quote)] if body.endswith(quote) else body[len(quote) :]
    return Piece("string", inside, start, end, prefix, quote)


def _tokens(code: str) -> Iterator[tuple[int, str, int, int]]:
    """Tokens as (kind, text, start, end) with offsets into the code; an f-string is one STRING on every Python."""
    starts = [0]
    for line in code.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))
    opened: list[int] = []
    try:
        for token in tokenize.generate_tokens(io.StringIO(code).readline):
            start = starts[token.start[0] - 1] + token.start[1]
            end = min(len(code), starts[min(token.end[0], len(starts)) - 1] + token.end[1])
            if token.type == _FSTRING_START:
                opened.append(start)
            elif token.type == _FSTRING_END:
                begun = opened.pop()
                if not opened:
                    yield tokenize.STRING, code[begun:end], begun, end
            elif not opened and token.type not in (tokenize.NL, tokenize.NEWLINE, tokenize.ENDMARKER):
                yield token.type, token.string, start, end
    except (tokenize.TokenError, SyntaxError):
        return
