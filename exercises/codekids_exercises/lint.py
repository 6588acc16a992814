"""The content gates: every rule of `rules`, for every set and challenge, in every language."""

import os
from collections.abc import Collection, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

from codekids_exercises.challenge import ContentError
from codekids_exercises.languages import LANGUAGES
from codekids_exercises.rules.base import Bench, ChallengeRule, Finding, Subject
from codekids_exercises.rules.registry import CHALLENGE_RULES, SET_RULES, rule_name
from codekids_exercises.runs import PRELUDE, Runner, run_here
from codekids_exercises.source import (
    LEVELS,
    SourceChallenge,
    SourceSet,
    read_names,
    read_set,
    set_folders,
)

__all__ = ["Finding", "lint"]


def lint(
    source: Path, *, only: Collection[str] = (), prelude: str = PRELUDE, run: Runner = run_here
) -> list[Finding]:
    """All that does not hold in the sets of `source`; empty when every gate is green.

    `only` names the rules to look at; all when it is empty. A file that cannot be read is a finding of the rule `schema`. Raises RunnerFailed when satul cannot be imported.
    """
    found: list[Finding] = []
    try:
        names = read_names(source)
    except ContentError as error:
        return [Finding("schema", "names.toml", "", str(error))]
    folders = [(level, folder) for level in LEVELS for folder in set_folders(source, level)]
    if not folders:
        return [Finding("schema", str(source), "", "There is no set here.")]
    sets: list[SourceSet] = []
    for level, folder in folders:
        try:
            sets.append(read_set(folder, level, names))
        except ContentError as error:
            found.append(Finding("schema", f"{level}/{folder.name}", "", str(error)))
    return found + lint_sets(sets, Bench(prelude, run), only)


def lint_sets(sets: Sequence[SourceSet], bench: Bench, only: Collection[str] = ()) -> list[Finding]:
    """The findings of sets. Every core works: the children's programs run in processes of their own."""
    rules = tuple(rule for rule in CHALLENGE_RULES if not only or rule_name(rule) in only)
    found = [finding for one in sets for finding in _lint_set(one, only)]
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        for findings in pool.map(partial(_lint_subject, rules, bench), _subjects(sets)):
            found.extend(findings)
    return found


def _subjects(sets: Sequence[SourceSet]) -> Iterator[tuple[SourceSet, SourceChallenge, str]]:
    for one in sets:
        yield from ((one, exercise, language) for exercise in one.exercises for language in LANGUAGES)


def _lint_set(one: SourceSet, only: Collection[str]) -> Iterator[Finding]:
    for rule in (rule for rule in SET_RULES if not only or rule_name(rule) in only):
        for language in LANGUAGES:
            for where, message in rule(one, language):
                yield Finding(rule_name(rule), where, language, message)


def _lint_subject(
    rules: Sequence[ChallengeRule], bench: Bench, what: tuple[SourceSet, SourceChallenge, str]
) -> list[Finding]:
    """A subject lives here alone: what was observed of its programs is let go when its rules are through."""
    subject = Subject(*what, bench)
    return [
        Finding(rule_name(rule), where, subject.language, message)
        for rule in rules
        for where, message in rule(subject)
    ]
