"""Marks one notebook: repaired, run behind the walls, scored by nbgrader's own rule. Never an exception for what a child handed in.

Tasks of someone else's course are judged in-process, as nbgrader does it: the teacher's tests run after the child's cells in one
process. Tasks of our own homework are judged apart: what is expected never comes near the child's program.
"""

import math
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Literal

from nbformat.notebooknode import NotebookNode
from nbgrader import utils

from codekids_exercises.verdict import CheckResult, Verdict
from codekids_grading import kernels, nodes
from codekids_grading.apart import Judge, sealed_runner
from codekids_grading.executing import PATIENCE, Cell, Patience, Ran, run_cells
from codekids_grading.reading import NotANotebook, read
from codekids_grading.refusals import N_
from codekids_grading.repair import Piece, repair
from codekids_grading.sandbox import LIMITS, Limits, Sandbox
from codekids_grading.templates import Template, TemplateCell

REASONS = {
    "too-large": N_("The file is too large for a notebook."),
    "empty": N_("The file is empty."),
    "not-json": N_("The file is damaged: it is not a notebook any more."),
    "too-deep": N_("The file is damaged: it is not a notebook any more."),
    "no-cells": N_("There is no cell in this notebook."),
    "strange": N_("The file is not a notebook."),
}
"""Why a file could not be marked, by :attr:`Marking.reason`."""

Judged = Literal["apart", "in-process", "person"]
_CHECK = "-check"
_SHOWING, _GLANCE = 4.0, 1.0
"""Seconds that an answer which is judged apart has to show something; the second, where the judge has stopped it."""
_HIDDEN = re.compile(r"^.*### BEGIN HIDDEN TESTS[\s\S]*?### END HIDDEN TESTS.*\n?", re.MULTILINE)


@dataclass(frozen=True)
class TaskMark:
    """A task's mark. ``points``: None while a person has to look; ``source``: the answer of a task that is judged apart."""

    grade_id: str
    points: float | None
    max_points: float
    judged: Judged
    checks: tuple[CheckResult, ...] = ()
    hint: str | None = None
    mistake: str | None = None
    source: str = ""

    @property
    def task(self) -> str:
        """The task's name: of our own homework, the answer's cell."""
        return self.grade_id.removesuffix(_CHECK)


@dataclass(frozen=True)
class Marking:
    """What came of a notebook. ``notebook``: as autograded, with outputs; ``reason``: a key of REASONS when not checked."""

    status: Literal["marked", "not_checked"]
    tasks: tuple[TaskMark, ...] = ()
    warnings: tuple[str, ...] = ()
    notebook: NotebookNode | None = None
    reason: str = ""


@dataclass(frozen=True)
class Rules:
    """How notebooks are run. ``polish``: what nbgrader's configuration does to a cell with its outputs, before it is scored."""

    limits: Limits = LIMITS
    patience: Patience = PATIENCE
    polish: Sequence[Callable[[NotebookNode], NotebookNode]] = field(default_factory=tuple)
    shows: tuple[Path, ...] = ()
    environment: dict[str, str] = field(default_factory=dict)


RULES = Rules()


def mark(
    template: Template,
    submitted: bytes,
    sandbox: Sandbox,
    *,
    judge: Judge | None = None,
    given: Path | None = None,
    rules: Rules = RULES,
) -> Marking:
    """Mark a notebook.

    :param submitted: the file as it was handed in
    :param judge: of our own homework
    :param given: the folder of the files that lie beside the notebook
    :raises NoSeal: nothing can be run here
    :raises SandboxBroken: the sandbox did not work this once; try again
    """
    try:
        found = read(submitted)
    except NotANotebook as error:
        return Marking("not_checked", reason=error.reason)
    repaired = repair(template, found.notebook)
    apart = template.homework is not None and judge is not None
    asked = [piece for piece in repaired.pieces if _runs(piece, apart)]
    # What counts is judged first, with limits of its own; what is run after that is only to show it.
    judged = _judge_apart(repaired.pieces, judge, sandbox) if apart and judge is not None else {}
    if apart:
        rules = replace(rules, patience=Patience(min(_SHOWING, rules.patience.cell or _SHOWING)))
    endless = frozenset(one.mark.task for one in judged.values() if one.endless)
    ran = _run(template, asked, endless, sandbox, given, rules)
    tampered: set[str] = set()
    for piece, one in zip(asked, ran, strict=True):
        piece.node.execution_count, piece.node.outputs = one.count, list(one.outputs)
        tampered.update(one.tampered)
    shown = {id(piece): one for piece, one in zip(asked, ran, strict=True)}
    tasks = []
    for piece in repaired.pieces:
        it = piece.template
        if it is None or not it.graded:
            _polish(piece.node, rules)
        elif id(piece) in judged:
            tasks.append(judged[id(piece)].mark)
        else:
            tasks.append(_score(piece, it, shown.get(id(piece)), rules))
    warnings = [*found.warnings, *repaired.warnings, *(f"tampered:{name}" for name in sorted(tampered))]
    return Marking("marked", tuple(tasks), tuple(warnings), _notebook(template, repaired.pieces))


def _runs(piece: Piece, apart: bool) -> bool:
    it = piece.template
    if piece.node.cell_type != "code" or not piece.node.source.strip():
        return False
    return not (apart and it is not None and it.fixed and it.graded)


def _run(
    template: Template,
    asked: list[Piece],
    endless: frozenset[str],
    sandbox: Sandbox,
    given: Path | None,
    rules: Rules,
) -> tuple[Ran, ...]:
    """Run cells; ``endless``: the answers of which it is known that they do not end."""
    if not asked:
        return ()
    cells = [
        Cell(
            piece.node.source,
            piece.trusted,
            _GLANCE if piece.template and piece.template.name in endless else math.inf,
        )
        for piece in asked
    ]
    if kernels.is_ours(template.kernelspec):
        return run_cells(
            cells,
            sandbox,
            given=given,
            shows=rules.shows,
            environment=rules.environment,
            limits=rules.limits,
            patience=rules.patience,
        )
    return kernels.run_cells(cells, template.kernelspec, sandbox, given, rules.limits, rules.patience)


def _score(piece: Piece, it: TemplateCell, ran: Ran | None, rules: Rules) -> TaskMark:
    """nbgrader's score, or None where a person looks."""
    scored = nodes.node(piece.node)
    _polish(piece.node, rules)
    if it.nbgrader is not None and it.nbgrader["task"]:
        return TaskMark(it.name, None, it.points, "person")
    if it.answer:
        points, _ = utils.determine_grade(piece.node)
        return TaskMark(it.name, points, it.points, "person", source=piece.node.source)
    if ran is not None:
        scored.outputs = [one for place, one in enumerate(ran.outputs) if place not in ran.forgiven]
    _polish(scored, rules)
    return TaskMark(it.name, _points(scored, it.points), it.points, "in-process")


@dataclass(frozen=True)
class _Apart:
    mark: TaskMark
    endless: bool = False


def _judge_apart(pieces: Sequence[Piece], judge: Judge, sandbox: Sandbox) -> dict[int, _Apart]:
    """What the judge says, by the pieces (their ids) that ask for it."""
    return {
        id(piece): _score_apart(pieces, piece, it, judge, sandbox)
        for piece in pieces
        if (it := piece.template) is not None and it.graded and it.fixed and it.kind == "code"
    }


def _score_apart(
    pieces: Sequence[Piece], piece: Piece, it: TemplateCell, judge: Judge, sandbox: Sandbox
) -> _Apart:
    """The judge's score; a person looks where the judge knows no such task."""
    task = it.name.removesuffix(_CHECK)
    source = answer_of(pieces, task)
    verdict = judge(task, source, sealed_runner(sandbox))
    if verdict is None:
        return _Apart(TaskMark(it.name, None, it.points, "person", source=source))
    points = it.points if verdict.status == "done" else 0.0
    piece.node.outputs = _told(verdict, points)
    hint = nodes.clean(verdict.hint or verdict.error or "") or None
    mark = TaskMark(it.name, points, it.points, "apart", verdict.checks, hint, verdict.mistake, source)
    return _Apart(mark, verdict.status == "loop")


def _points(cell: NotebookNode, most: float) -> float | None:
    """nbgrader's rule; where it has none (more than all points, no text), all points."""
    try:
        points, _ = utils.determine_grade(cell)
    except (KeyError, ValueError):
        return most
    return None if points is None else float(points)


def _polish(node: NotebookNode, rules: Rules) -> None:
    if node.cell_type == "code":
        for step in rules.polish:
            step(node)


def answer_of(pieces: Sequence[Piece], task: str) -> str:
    """A child's answer to a task: its cell, with the parts that it was split into just before it."""
    place = next(
        (n for n, piece in enumerate(pieces) if piece.template and piece.template.name == task), None
    )
    if place is None:
        return ""
    parts = [pieces[place].node.source]
    while place > 0 and pieces[place - 1].template is None and pieces[place - 1].node.cell_type == "code":
        place -= 1
        parts.insert(0, pieces[place].node.source)
    return "\n".join(parts)


def _told(verdict: Verdict, points: float) -> list[NotebookNode]:
    """What the check cell shows: the sentences, and the points as nbgrader reads them."""
    lines = [f"{'+' if check.passed else '-'} {check.message}" for check in verdict.checks]
    lines += [one for one in (verdict.hint, verdict.error) if one]
    outputs = [nodes.stream("stdout", nodes.clean("\n".join(lines) + "\n"))] if lines else []
    return [*outputs, nodes.result({"text/plain": f"{points:g}"}, {}, None)]


def _notebook(template: Template, pieces: Sequence[Piece]) -> NotebookNode:
    metadata: dict[str, Any] = {"kernelspec": dict(template.kernelspec)} if template.kernelspec else {}
    if template.homework is not None:
        metadata["satul"] = dict(template.homework)
    cells = [piece.node for piece in pieces]
    for piece in pieces:
        if template.homework is not None and piece.template is not None and piece.template.graded:
            piece.node.source = _HIDDEN.sub("", piece.node.source)  # a child will read this in the feedback
    for cell in cells:
        cell.source = re.sub("\r\n?", "\n", cell.source) if "\r" in cell.source else cell.source
    return nodes.node({"nbformat": 4, "nbformat_minor": 5, "metadata": metadata, "cells": cells})
