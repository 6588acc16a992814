"""The content gates: every rule of `rules`, for every set and challenge, in every language."""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from codekids_exercises.challenge import ContentError
from codekids_exercises.languages import LANGUAGES
from codekids_exercises.linted import Proof, Report
from codekids_exercises.rules.base import Bench, Finding, Subject
from codekids_exercises.rules.registry import SET_RULES, rule_name, rules_for
from codekids_exercises.runs import PRELUDE, Runner, run_here
from codekids_exercises.source import LEVELS, read_names, read_set, set_folders
from codekids_exercises.source_form import SourceChallenge, SourceSet
from codekids_exercises.workers import share

__all__ = ["Finding", "NoSuchSet", "Report", "inspect", "lint", "lint_sets"]

SCHEMA = "schema"


class NoSuchSet(ContentError):
    """Somebody asked for a set that is not there."""


@dataclass(frozen=True)
class _Piece:
    """What is linted in one go: an exercise in a language, or, without one, a set as a whole."""

    set: SourceSet
    exercise: SourceChallenge | None
    language: str


def lint(
    source: Path, *, only: Collection[str] = (), prelude: str = PRELUDE, run: Runner = run_here
) -> list[Finding]:
    """All that does not hold in the sets of `source`; empty when every gate is green. See `inspect`."""
    return list(inspect(source, only=only, prelude=prelude, run=run).findings)


def inspect(
    source: Path,
    *,
    sets: Collection[str] = (),
    only: Collection[str] = (),
    prelude: str = PRELUDE,
    run: Runner = run_here,
    tell: Callable[[int, int], None] = lambda done, of: None,
) -> Report:
    """Look whether every rule holds in the sets of `source`, on all processors.

    `sets` names the sets to look at, `only` the rules; all when empty. `tell` hears how many pieces are done, of how many. A
    file that cannot be read is a finding of the rule `schema`. Raises NoSuchSet, and RunnerFailed when satul cannot be
    imported.
    """
    try:
        names = read_names(source)
    except ContentError as error:
        return Report((Finding(SCHEMA, "names.toml", "", str(error)),), ())
    folders = [(level, folder) for level in LEVELS for folder in set_folders(source, level)]
    unknown = set(sets) - {folder.name for _, folder in folders}
    if unknown:
        raise NoSuchSet(f"There is no set {', '.join(sorted(unknown))} in {source}.")
    if not folders:
        return Report((Finding(SCHEMA, str(source), "", "There is no set here."),), ())
    found: list[Finding] = []
    read: list[SourceSet] = []
    for level, folder in folders:
        if sets and folder.name not in sets:
            continue
        try:
            read.append(read_set(folder, level, names))
        except ContentError as error:
            found.append(Finding(SCHEMA, f"{level}/{folder.name}", "", str(error)))
    proofs, more = _inspect(read, Bench(prelude, run), only, tell)
    return Report((*found, *more), proofs)


def lint_sets(sets: Sequence[SourceSet], bench: Bench, only: Collection[str] = ()) -> list[Finding]:
    """The findings of sets that were read already."""
    return list(_inspect(sets, bench, only, lambda done, of: None)[1])


def _inspect(
    sets: Sequence[SourceSet], bench: Bench, only: Collection[str], tell: Callable[[int, int], None]
) -> tuple[tuple[Proof, ...], tuple[Finding, ...]]:
    pieces = [*_pieces(sets)]
    found: dict[int, list[Finding]] = {}
    for number, findings in share(partial(_look, bench.prelude, frozenset(only)), pieces, run=bench.run):
        found[number] = findings
        tell(len(found), len(pieces))
    proofs = tuple(_proof(piece, only, found[number]) for number, piece in enumerate(pieces))
    return proofs, tuple(finding for number in sorted(found) for finding in found[number])


def _pieces(sets: Sequence[SourceSet]) -> Iterator[_Piece]:
    for one in sets:
        yield from (_Piece(one, None, language) for language in LANGUAGES)
        yield from (_Piece(one, it, language) for it in one.exercises for language in LANGUAGES)


def _look(prelude: str, only: frozenset[str], piece: _Piece, run: Runner) -> list[Finding]:
    """A piece lives here alone: what was observed of its programs is let go when its rules are through."""
    language = piece.language
    if piece.exercise is None:
        return [
            Finding(rule_name(rule), where, language, message)
            for rule in SET_RULES
            if not only or rule_name(rule) in only
            for where, message in rule(piece.set, language)
        ]
    subject = Subject(piece.set, piece.exercise, language, Bench(prelude, run))
    return [
        Finding(rule_name(rule), where, language, message)
        for rule in rules_for(piece.exercise)
        if not only or rule_name(rule) in only
        for where, message in rule(subject)
    ]


def _proof(piece: _Piece, only: Collection[str], findings: Sequence[Finding]) -> Proof:
    it = piece.exercise
    rules = [rule_name(rule) for rule in (SET_RULES if it is None else rules_for(it))]
    counts = {name: sum(one.rule == name for one in findings) for name in rules if not only or name in only}
    kind = "set" if it is None else "homework" if it.is_homework else "challenge"
    where = piece.set.id if it is None else f"{piece.set.id}/{it.id}"
    return Proof(where, kind, piece.set.level, piece.language, counts)
