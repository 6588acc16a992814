"""Lines to put in order: what is right is what behaves like the reference, whatever its order.

At release every order is tried that can be reached from the reference by swapping neighbours without changing what the
program shows. Only marks (hashes) of what it shows, and of the beginnings of these orders, are released.
"""

import ast
import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from codekids_exercises.challenge import Limits
from codekids_exercises.parts import Blocks
from codekids_exercises.runs import PRELUDE, Observation, Plan, Program, Run, Runner, lines_of, run_here

Order = tuple[int, ...]
"""Places of the reference's lines."""

LIMITS = Limits(steps=20_000, seconds=2.0)
MOST_ORDERS = 60
_LENGTH = 16


@dataclass(frozen=True)
class Sorted:
    """What is true of an order. `good`: how many lines from the top are the beginning of a right order."""

    right: bool
    good: int


@dataclass(frozen=True)
class Wanted:
    """A program whose lines are to be put in order. `key` names it, so that equal programs elsewhere have other marks."""

    key: str
    code: str
    inputs: tuple[str, ...] = ()

    @property
    def lines(self) -> tuple[str, ...]:
        """The lines that are blocks."""
        return tuple(line.rstrip() for line in self.code.splitlines() if line.strip())


def shuffled(code: str) -> str:
    """The lines of a program in another order: always the same other order."""
    lines = [line for line in code.splitlines() if line.strip()]
    mixed = sorted(
        range(len(lines)), key=lambda place: hashlib.sha256(f"{place} {lines[place]}".encode()).digest()
    )
    if [lines[place] for place in mixed] == lines:
        mixed.reverse()
    return "".join(f"{lines[place]}\n" for place in mixed)


def sort_of(
    blocks: Blocks,
    key: str,
    lines: Sequence[str],
    language: str,
    *,
    prelude: str = PRELUDE,
    run: Runner = run_here,
) -> Sorted:
    """Judge an order of the lines from a clean start. Raises RunnerFailed when it could not be run."""
    if _mark(key, lines) in blocks.begins:
        return Sorted(True, len(lines))
    (seen,) = _run([Wanted(key, "\n".join(lines), blocks.inputs)], language, prelude, run)
    good = [n for n in range(1, len(lines)) if _mark(key, lines[:n]) in blocks.begins]
    return Sorted(bool(blocks.shows) and shown(key, seen) == blocks.shows, max(good, default=0))


def right_orders(
    wanted: Sequence[Wanted], language: str, *, prelude: str = PRELUDE, run: Runner = run_here
) -> list[frozenset[Order]]:
    """For each program its right orders, as far as they are reached by swapping neighbours; at most MOST_ORDERS."""
    marks = [shown(one.key, seen) for one, seen in _seen(wanted, language, prelude, run)]
    searches = [_Search(one, mark) for one, mark in zip(wanted, marks, strict=True)]
    while True:
        tries = [(search, order) for search in searches for order in search.next()]
        if not tries:
            return [frozenset(search.right) for search in searches]
        programs = [Wanted(it.wanted.key, it.code(order), it.wanted.inputs) for it, order in tries]
        for (search, order), (one, seen) in zip(tries, _seen(programs, language, prelude, run), strict=True):
            search.learn(order, shown(one.key, seen))


def learnt(
    wanted: Sequence[Wanted],
    orders: Sequence[Iterable[Order]],
    language: str,
    *,
    prelude: str = PRELUDE,
    run: Runner = run_here,
) -> list[Blocks]:
    """The released form of programs whose right orders are known; their code is in that language."""
    found = []
    for (one, seen), right in zip(_seen(wanted, language, prelude, run), orders, strict=True):
        begins = {
            _mark(one.key, [one.lines[place] for place in order[:n]])
            for order in right
            for n in range(1, len(order) + 1)
        }
        mixed = tuple(shuffled(one.code).splitlines())
        found.append(Blocks(mixed, one.inputs, shown(one.key, seen), frozenset(begins)))
    return found


def shown(key: str, seen: Observation) -> str:
    """The mark of what a program showed: printed lines, pictures, charts; empty when it showed nothing or broke."""
    printed = lines_of(seen.printed)
    pictures = {name: _picture(what) for name, what in seen.seen.items()}
    if seen.ended != "ok" or not (printed or any(pictures.values())):
        return ""
    return _hash([key, "shows", printed, pictures])


def _picture(what: Any) -> Any:
    """A drawing is its strokes and shapes, in whatever order and direction they were made."""
    if not (isinstance(what, Mapping) and "segments" in what):
        return what
    strokes = [[*sorted([one[:2], one[2:4]]), one[4:]] for one in what["segments"]]
    return sorted(json.dumps(one) for one in [*strokes, *what.get("fills", [])])


@dataclass
class _Search:
    """The right orders of one program, found so far; `edge`: those whose neighbours were not tried yet."""

    wanted: Wanted
    mark: str
    right: set[Order] = field(default_factory=set)
    edge: list[Order] = field(default_factory=list)
    tried: set[Order] = field(default_factory=set)

    def __post_init__(self) -> None:
        first = tuple(range(len(self.wanted.lines)))
        self.right.add(first)
        self.tried.add(first)
        self.edge.append(first)

    def code(self, order: Order) -> str:
        return "\n".join(self.wanted.lines[place] for place in order)

    def next(self) -> list[Order]:
        """Orders to try now: valid Python, one swap away from a right one."""
        if not self.mark or len(self.right) >= MOST_ORDERS:
            return []
        near = {swapped for order in self.edge for swapped in _swaps(order)} - self.tried
        self.tried |= near
        self.edge.clear()
        return sorted(order for order in near if _is_python(self.code(order)))

    def learn(self, order: Order, mark: str) -> None:
        if mark == self.mark:
            self.right.add(order)
            self.edge.append(order)


def _swaps(order: Order) -> list[Order]:
    return [(*order[:n], order[n + 1], order[n], *order[n + 2 :]) for n in range(len(order) - 1)]


def _is_python(code: str) -> bool:
    try:
        ast.parse(code)
    except SyntaxError:
        return False
    return True


def _seen(
    programs: Sequence[Wanted], language: str, prelude: str, run: Runner
) -> list[tuple[Wanted, Observation]]:
    return list(zip(programs, _run(programs, language, prelude, run), strict=True))


def _run(programs: Sequence[Wanted], language: str, prelude: str, run: Runner) -> tuple[Observation, ...]:
    if not programs:
        return ()
    sources = tuple(Program(one.code) for one in programs)
    runs = tuple(Run(number, one.inputs, seed=0) for number, one in enumerate(programs))
    return run(Plan(sources, runs, LIMITS, prelude, language))


def _mark(key: str, lines: Sequence[str]) -> str:
    return _hash([key, "lines", [line.rstrip() for line in lines]])


def _hash(what: Any) -> str:
    text = json.dumps(what, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:_LENGTH]
