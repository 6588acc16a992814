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
from codekids_exercises.source import LEVELS, SourceSet, read_names, read_set, set_folders

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
    for level, folder in folders:
        try:
            one = read_set(folder, level, names)
        except ContentError as error:
            found.append(Finding("schema", f"{level}/{folder.name}", "", str(error)))
            continue
        found.extend(lint_set(one, Bench(prelude, run), only))
    return found


def lint_set(one: SourceSet, bench: Bench, only: Collection[str] = ()) -> Iterator[Finding]:
    """The findings of one set."""
    rules = tuple(rule for rule in CHALLENGE_RULES if not only or rule_name(rule) in only)
    for language in LANGUAGES:
        for set_rule in (rule for rule in SET_RULES if not only or rule_name(rule) in only):
            for where, message in set_rule(one, language):
                yield Finding(rule_name(set_rule), where, language, message)
    subjects = [
        Subject(one, challenge, language, bench) for challenge in one.challenges for language in LANGUAGES
    ]
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        for found in pool.map(partial(_lint_challenge, rules), subjects):
            yield from found


def _lint_challenge(rules: Sequence[ChallengeRule], subject: Subject) -> list[Finding]:
    return [
        Finding(rule_name(rule), where, subject.language, message)
        for rule in rules
        for where, message in rule(subject)
    ]
