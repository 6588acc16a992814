"""Runs a notebook's cells in order, in one process behind the walls, as nbgrader's Execute runs them in a kernel.

A cell that does not end is interrupted, and its state stays, as with a kernel. What a kernel does not survive, this does: a process
that cannot be interrupted or that ends is started again and the cells before are run again, without the one that
broke it. So such a cell loses only what depends on it. A process that was killed may have been killed by somebody else: once,
the cell has another chance.
"""

import contextlib
import json
import math
import re
import secrets
import time
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Literal

from nbformat.notebooknode import NotebookNode

from codekids_grading import nodes
from codekids_grading.sandbox import LIMITS, Job, Limits, Sandbox, SandboxBroken, python
from codekids_grading.sealed import Sealed

_MOST_STARTS = 4
_GRACE = 3.0
_START = 60.0
_MOST_TEXT = 200_000
_MOST_ANSWER = 8_000_000
_FORM = re.compile(r"[\w.+-]{1,60}/[\w.+-]{1,80}", re.ASCII)

CellEnd = Literal["ok", "error", "time", "died", "not_run"]


@dataclass(frozen=True)
class Cell:
    """Code to run. ``trusted``: it is the teacher's; ``most``: seconds that it gets where that is less than others get."""

    source: str
    trusted: bool
    most: float = math.inf


@dataclass(frozen=True)
class Ran:
    """What a cell showed. ``forgiven``: which outputs on stderr are no failure; ``tampered``: what had to be put back before it."""

    ended: CellEnd
    outputs: tuple[NotebookNode, ...] = ()
    forgiven: frozenset[int] = frozenset()
    count: int | None = None
    tampered: tuple[str, ...] = ()


@dataclass(frozen=True)
class Patience:
    """Seconds: ``cell`` for one cell, None for as long as the whole has."""

    cell: float | None = 30.0


PATIENCE = Patience()
"""As nbgrader has it by default."""


def run_cells(
    cells: Sequence[Cell],
    sandbox: Sandbox,
    *,
    given: Path | None = None,
    shows: tuple[Path, ...] = (),
    environment: dict[str, str] | None = None,
    limits: Limits = LIMITS,
    patience: Patience = PATIENCE,
) -> tuple[Ran, ...]:
    """Run the cells.

    :param given: a folder whose files lie beside the notebook
    :raises SandboxBroken: the sandbox did not work; nothing is known
    """
    command = python("-m", "codekids_grading.inside.cells")
    job = Job(command, given, shows, environment or {}, limits, warm="cells")
    conversation = _Conversation(list(cells), [], time.monotonic() + limits.seconds, patience)
    for start in range(_MOST_STARTS + 1):
        left = conversation.deadline - time.monotonic()
        if conversation.complete or left <= 0:
            break
        with sandbox.start(replace(job, limits=replace(limits, seconds=left + 1))) as sealed:
            conversation.hold(sealed, first=start == 0)
    missing = len(cells) - len(conversation.ran)
    return (*conversation.ran, *(read_ran(None) for _ in range(missing)))


@dataclass
class _Conversation:
    cells: list[Cell]
    ran: list[Ran]
    deadline: float
    patience: Patience
    forged: int = field(default=0)
    spared: bool = False

    @property
    def complete(self) -> bool:
        return len(self.ran) == len(self.cells)

    def hold(self, sealed: Sealed, *, first: bool) -> None:
        """Go on where the last process ended."""
        sealed.send(json.dumps({"most_text": _MOST_TEXT}).encode() + b"\n")
        if sealed.receive_line(_START) is None:
            ended = sealed.end()
            if first or ended == "ok":
                raise SandboxBroken(reason=sealed.complaint() or f"it ended before it began ({ended})")
            return
        for cell, was in zip(self.cells, list(self.ran), strict=False):
            if was.ended in ("ok", "error") and self._ask(sealed, cell).ended in ("died", "time"):
                return
        while not self.complete:
            ran = self._ask(sealed, self.cells[len(self.ran)])
            if ran.ended == "died" and self._spares(sealed):
                return
            self.ran.append(ran)
            if ran.ended == "died" or sealed.over:
                return

    def _spares(self, sealed: Sealed) -> bool:
        """Whether a process that died is not counted against its cell."""
        if not sealed.over:
            return False
        ended = sealed.end()
        if ended == "broken":
            raise SandboxBroken(reason="somebody ended it")
        spares, self.spared = ended == "killed" and not self.spared, self.spared or ended == "killed"
        return spares

    def _ask(self, sealed: Sealed, cell: Cell) -> Ran:
        word = secrets.token_hex(8)
        question = {"word": word, "source": cell.source, "trusted": cell.trusted}
        sealed.send(json.dumps(question).encode() + b"\n")
        left = max(0.0, self.deadline - time.monotonic())
        most = min(left, cell.most, math.inf if self.patience.cell is None else self.patience.cell)
        answer = self._answer(sealed, word, most)
        if answer is not None:
            return read_ran(answer)
        if sealed.over:
            return Ran("died", (_failure("DeadKernelError", "Kernel died"),))
        sealed.interrupt()
        answer = self._answer(sealed, word, _GRACE)
        late = _failure("CellTimeoutError", "")
        if answer is None:
            return Ran("died", (late,))
        ran = read_ran(answer)
        return replace(ran, ended="time", outputs=(*ran.outputs, late))

    def _answer(self, sealed: Sealed, word: str, seconds: float) -> dict[str, Any] | None:
        """The answer with that word; others were prepared by somebody else."""
        until = time.monotonic() + seconds
        while (line := sealed.receive_line(max(0.0, until - time.monotonic()))) is not None:
            with contextlib.suppress(ValueError, RecursionError):
                answer = json.loads(line) if len(line) <= _MOST_ANSWER else None
                if isinstance(answer, dict) and answer.get("word") == word:
                    return answer
            self.forged += 1
        return None


def read_ran(answer: dict[str, Any] | None) -> Ran:
    """What a cell showed, by the answer from inside: only what has the shape of one is believed. None: it did not run."""
    if answer is None:
        return Ran("not_run", (_failure("NotRun", ""),))
    raw = answer.get("outputs")
    outputs: list[NotebookNode] = []
    forgiven: set[int] = set()
    excused = answer.get("forgiven")
    for index, one in enumerate(raw if isinstance(raw, list) else []):
        output = _output(one)
        if output is not None:
            if isinstance(excused, list) and index in excused and output.output_type == "stream":
                forgiven.add(len(outputs))
            outputs.append(output)
    count, tampered = answer.get("count"), answer.get("tampered")
    succeeded = answer.get("succeeded") is True
    if not succeeded and not any(one.output_type == "error" for one in outputs):
        outputs.append(_failure("NoError", "The cell failed, and its error was hidden"))
    return Ran(
        "ok" if succeeded else "error",
        tuple(outputs),
        frozenset(forgiven),
        count if type(count) is int else None,
        tuple(str(one)[:80] for one in tampered) if isinstance(tampered, list) else (),
    )


def _output(data: Any) -> NotebookNode | None:
    try:
        data = nodes.plain(data)
        kind = data["output_type"]
        if kind == "stream":
            return nodes.stream(_name(data["name"]), str(data["text"]))
        if kind == "error":
            lines = [str(line) for line in data["traceback"]]
            return nodes.error(str(data["ename"]), str(data["evalue"]), lines)
        forms, metadata = _forms(data["data"]), dict(data["metadata"])
        if kind == "execute_result":
            count = data["execution_count"]
            return nodes.result(forms, metadata, count if type(count) is int else None)
        return nodes.display(forms, metadata) if kind == "display_data" else None
    except (KeyError, TypeError, ValueError, AttributeError):
        return None


def _name(name: Any) -> str:
    return "stderr" if name == "stderr" else "stdout"


def _forms(data: dict[str, Any]) -> dict[str, Any]:
    return {
        kind: value if kind.endswith("json") else str(value)
        for kind, value in data.items()
        if _FORM.fullmatch(kind)
    }


def _failure(name: str, message: str) -> NotebookNode:
    line = f"\x1b[0;31m{name}\x1b[0m: {message or 'No reply from kernel before timeout'}"
    return nodes.error(name, message, [line])
