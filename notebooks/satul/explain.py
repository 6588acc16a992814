"""Errors in a child's notebook: one kind sentence, the child's own line, and never satul's inside.

Python's own message stays, below the sentence. Of our own errors and of a program that we stopped only the
sentence and the line are shown.
"""

import ast
import errno
import linecache
from types import TracebackType
from typing import Any, NamedTuple

from codekids_exercises.errors import recognise
from codekids_exercises.runs import Failure
from satul.commands import word
from satul.errors import KindError
from satul.note import Note
from satul.patience import Patience
from satul.words import language, say

_OF_A_CHECK = ("unknown-name",)  # what the engine says of these is true of a check, not of a cell


_NO_ROOM = (errno.EFBIG, errno.ENOSPC, errno.EDQUOT)


class Place(NamedTuple):
    """A line of the child's code: its number, its text, its cell's source."""

    line: int
    text: str
    source: str


def install(shell: Any, patience: Patience) -> None:
    """Answer every error of ``shell``'s cells."""

    def answer(
        shell: Any, kind: type, error: BaseException, trace: TracebackType | None, **_: object
    ) -> list[str]:
        patience.finish()
        place = _place(shell, trace)
        if isinstance(error, KindError):
            return _alone(shell, Note(str(error), _line(place)))
        if isinstance(error, KeyboardInterrupt):
            if patience.stopped:
                return _alone(shell, Note(_stopped(patience.stop_after, place)))
            return _alone(shell, Note(_interrupted(place), _line(place)))
        _show(Note(sentence(error, place, shell.user_ns)))
        if isinstance(error, SyntaxError):
            shell.showsyntaxerror()
        else:
            shell.showtraceback((kind, error, trace), tb_offset=1)
        return []

    shell.set_custom_exc((Exception, KeyboardInterrupt), answer)


def sentence(error: BaseException, place: Place | None, names: dict[str, Any]) -> str:
    """One sentence about an error in the child's code; ``names`` are the notebook's."""
    line = error.lineno if isinstance(error, SyntaxError) else place.line if place else None
    if line is None:
        return say("error.stopped_somewhere")
    shadowed = place and _shadowed(error, place, names)
    if shadowed:
        return say("error.shadowed", name=shadowed)
    unknown = getattr(error, "name", None)
    if isinstance(error, NameError) and unknown in _words():
        return say("error.start", name=unknown, begin=word("begin"))
    if isinstance(error, OSError) and error.errno in _NO_ROOM:
        return say("error.no_room", line=line)
    message = error.msg if isinstance(error, SyntaxError) else str(error)
    text = (error.text or "") if isinstance(error, SyntaxError) else place.text if place else ""
    source = "\n" * (line - 1) + text
    known = [name for name in names if not name.startswith("_")]
    trouble = recognise(Failure(type(error).__name__, message, line, text), source, known)
    if trouble.id in _OF_A_CHECK:
        return say("error.name", line=line, name=unknown)
    return say("error.stopped", line=line) if trouble.id == "other" else trouble.told(language())


def _shadowed(error: BaseException, place: Place, names: dict[str, Any]) -> str | None:
    """The command that the child's line calls and that is a command no more."""
    if not isinstance(error, TypeError) or "not callable" not in str(error):
        return None
    from satul.commands import Command

    lost = (name for name in _words() if name in names and not isinstance(names[name], Command))
    return next((name for name in lost if f"{name}(" in place.text), None)


def _stopped(seconds: float, place: Place | None) -> str:
    """Which line changes the condition? Asked of the innermost loop that was running."""
    shown = f"{seconds:g}"
    if place is None:
        return say("loop.somewhere", seconds=shown)
    loop = _loop(place)
    if isinstance(loop, ast.While) and isinstance(loop.test, ast.Constant):
        return say("loop.forever", seconds=shown, line=loop.lineno)
    if isinstance(loop, ast.While):
        condition = ast.unparse(loop.test)
        return say("loop.while", seconds=shown, line=loop.lineno, condition=condition)
    if isinstance(loop, ast.For):
        return say("loop.for", seconds=shown, line=loop.lineno)
    return say("loop.other", seconds=shown, line=place.line)


def _loop(place: Place) -> ast.While | ast.For | None:
    try:
        tree = ast.parse(place.source)
    except SyntaxError:
        return None
    around = [
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.While | ast.For) and node.lineno <= place.line <= (node.end_lineno or 0)
    ]
    endless = [node for node in around if isinstance(node, ast.While)]
    return max(endless or around, key=lambda node: node.lineno, default=None)


def _interrupted(place: Place | None) -> str:
    return say("error.interrupted", line=place.line) if place else say("error.interrupted_somewhere")


def _place(shell: Any, trace: TracebackType | None) -> Place | None:
    """The last line of the child's own code before the error."""
    found = None
    while trace is not None:
        if trace.tb_frame.f_globals is shell.user_global_ns:
            found = trace
        trace = trace.tb_next
    if found is None:
        return None
    lines = linecache.getlines(found.tb_frame.f_code.co_filename)
    text = lines[found.tb_lineno - 1] if found.tb_lineno <= len(lines) else ""
    return Place(found.tb_lineno, text.strip(), "".join(lines))


def _line(place: Place | None) -> tuple[str, str] | None:
    return (say("error.at", line=place.line), place.text) if place and place.text else None


def _alone(shell: Any, note: Note) -> list[str]:
    """Show the note as all there is about this error."""
    _show(note)
    shell._last_traceback = [note.plain()]
    return []


def _show(note: Note) -> None:
    from satul.telling import show

    show(note)


def _words() -> set[str]:
    from satul.names import ROMANIAN

    return {*ROMANIAN, *ROMANIAN.values()}
