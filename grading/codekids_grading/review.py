"""Rules of the mentor's review: which answers are equal, which card comes first, how many fit into an evening.

Pure functions of values and a passed-in ``now``; who holds which card is kept by the hub.
"""

import ast
import hashlib
import warnings
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache

CLAIM = timedelta(minutes=30)
"""How long a mentor holds a card without doing anything."""

SECONDS_A_CARD = 75
LONGEST_PARSED = 20_000
"""Characters; a longer answer is compared as text."""

_Scope = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef


@dataclass(frozen=True)
class Answer:
    """A child's answer to one task, as the stack sees it. ``first_timer``: no mentor has ever written to this child.

    ``asked``: the child asked for another look.
    """

    hand_in: int
    task: str
    fold: str
    received_at: datetime
    first_timer: bool = False
    asked: bool = False


@dataclass(frozen=True)
class Card:
    """Equal answers, the oldest first: that one is shown."""

    fold: str
    answers: tuple[Answer, ...]

    @property
    def shown(self) -> Answer:
        """The answer that the mentor reads."""
        return self.answers[0]

    @property
    def first(self) -> bool:
        """Whether somebody in it goes before all others: a first-timer, or a child who asked for another look."""
        return any(answer.first_timer or answer.asked for answer in self.answers)


def stack(answers: Iterable[Answer]) -> list[Card]:
    """The cards in the order in which they are looked at: first-timers and who asked, then the oldest."""
    folded: dict[str, list[Answer]] = {}
    for answer in sorted(answers, key=lambda each: (each.received_at, each.hand_in, each.task)):
        folded.setdefault(answer.fold, []).append(answer)
    cards = [Card(fold, tuple(equal)) for fold, equal in folded.items()]
    return sorted(cards, key=lambda card: (not card.first, card.shown.received_at, card.shown.hand_in))


def cards_in(minutes: int, seconds_a_card: int = SECONDS_A_CARD) -> int:
    """How many cards fit into that time; at least one.

    >>> cards_in(40), cards_in(1)
    (32, 1)
    """
    return max(1, minutes * 60 // seconds_a_card)


def minutes_for(cards: int, seconds_a_card: int = SECONDS_A_CARD) -> int:
    """About how many minutes so many cards take.

    >>> minutes_for(31), minutes_for(0)
    (39, 0)
    """
    return -(-cards * seconds_a_card // 60)


def fold_key(source: str, *circumstances: object) -> str:
    """The key of an answer, 64 hexadecimal digits: the same for answers that one comment fits.

    :param circumstances: what must be the same too, such as the task, the language and what the checks said
    """
    parts = [normal_form(source), *map(str, circumstances)]
    return hashlib.sha256("\0".join(f"{len(part)}:{part}" for part in parts).encode()).hexdigest()


@lru_cache(maxsize=4096)
def normal_form(source: str) -> str:
    """An answer without what is the child's own taste: names it gave, layout, comments. Not for running.

    Source that is no Python (or too long, or too deep) is compared as its words.

    >>> normal_form("a=1 # my number\\nprint( a )") == normal_form("count = 1\\n\\nprint(count)")
    True
    >>> normal_form("print(a)") == normal_form("print(b)")
    False
    """
    text = "text:" + " ".join(source.split())
    if len(source) > LONGEST_PARSED:
        return text
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            tree = ast.parse(source)
        own = _own_names(tree)
        _Rename(own).visit(tree)
        return "code:" + ast.dump(tree, annotate_fields=False)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return text


def _own_names(tree: ast.Module) -> dict[str, str]:
    """Each name that this source gives, with its place in the order of giving: no name that Python could have."""
    given: dict[str, str] = {}
    for node in _in_order(tree):
        for name in _given_by(node):
            given.setdefault(name, f"·{len(given)}")
    return given


def _in_order(node: ast.AST) -> Iterable[ast.AST]:
    yield node
    for child in ast.iter_child_nodes(node):
        yield from _in_order(child)


def _given_by(node: ast.AST) -> list[str]:
    match node:
        case ast.Name(id=name, ctx=ast.Store()) | ast.arg(arg=name):
            return [name]
        case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name) | ast.ClassDef(name=name):
            return [name]
        case ast.alias(asname=str(name)) | ast.ExceptHandler(name=str(name)):
            return [name]
        case ast.MatchAs(name=str(name)) | ast.MatchStar(name=str(name)) | ast.MatchMapping(rest=str(name)):
            return [name]
    return []


class _Rename(ast.NodeTransformer):
    """Gives the child's own names their places instead, and takes out sentences that only explain."""

    def __init__(self, own: dict[str, str]) -> None:
        self._own = own

    def _named(self, node: ast.AST, field: str) -> ast.AST:
        self.generic_visit(node)
        name = getattr(node, field)
        if isinstance(name, str):
            setattr(node, field, self._own.get(name, name))
        return node

    def visit_Name(self, node: ast.Name) -> ast.AST:
        return self._named(node, "id")

    def visit_arg(self, node: ast.arg) -> ast.AST:
        return self._named(node, "arg")

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.AST:
        return self._named(_without_docstring(node), "name")

    def visit_AsyncFunctionDef(self, node: ast.AsyncFunctionDef) -> ast.AST:
        return self._named(_without_docstring(node), "name")

    def visit_ClassDef(self, node: ast.ClassDef) -> ast.AST:
        return self._named(_without_docstring(node), "name")

    def visit_alias(self, node: ast.alias) -> ast.AST:
        return self._named(node, "asname")

    def visit_ExceptHandler(self, node: ast.ExceptHandler) -> ast.AST:
        return self._named(node, "name")

    def visit_MatchAs(self, node: ast.MatchAs) -> ast.AST:
        return self._named(node, "name")

    def visit_MatchStar(self, node: ast.MatchStar) -> ast.AST:
        return self._named(node, "name")

    def visit_MatchMapping(self, node: ast.MatchMapping) -> ast.AST:
        return self._named(node, "rest")

    def visit_Global(self, node: ast.Global) -> ast.AST:
        node.names = sorted(self._own.get(name, name) for name in node.names)
        return node

    def visit_Nonlocal(self, node: ast.Nonlocal) -> ast.AST:
        node.names = sorted(self._own.get(name, name) for name in node.names)
        return node

    def visit_Call(self, node: ast.Call) -> ast.AST:
        own = isinstance(node.func, ast.Name) and node.func.id in self._own
        self.generic_visit(node)
        for keyword in node.keywords if own else ():
            keyword.arg = self._own.get(keyword.arg, keyword.arg) if keyword.arg else None
        return node


def _without_docstring(node: _Scope) -> _Scope:
    if ast.get_docstring(node, clean=False) is not None:
        node.body = node.body[1:] or [ast.Pass()]
    return node
