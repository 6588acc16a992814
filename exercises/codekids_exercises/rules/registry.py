"""All rules, in the order in which they are told."""

from codekids_exercises.rules import answers, homework, sets, shape, words
from codekids_exercises.rules.base import ChallengeRule, SetRule
from codekids_exercises.source_form import SourceChallenge

_OF_CHALLENGES: tuple[ChallengeRule, ...] = (shape.five_steps,)
_OF_HOMEWORK: tuple[ChallengeRule, ...] = (homework.three_tasks, homework.nbgrader_source)

_OF_BOTH: tuple[ChallengeRule, ...] = (
    shape.hint_ladder,
    shape.code_is_shown,
    shape.examples_run,
    answers.reference_passes,
    answers.different_but_right,
    answers.mistakes_known,
    answers.hard_coded_fails,
    answers.mutants_caught,
    answers.blank_fails_kindly,
    answers.damage_forgiven,
    answers.input_scripted,
    answers.widgets_optional,
    answers.hints_never_answer,
    words.parity,
    words.code_in_words,
    words.sentences_fit_checks,
    words.romanian_is_romanian,
    words.readable,
    words.private,
    words.seen_by_all,
    words.code_rules_said,
    shape.light,
    shape.nothing_given_away,
)

CHALLENGE_RULES: tuple[ChallengeRule, ...] = (*_OF_CHALLENGES, *_OF_HOMEWORK, *_OF_BOTH)

SET_RULES: tuple[SetRule, ...] = (
    sets.facilitator_sheet,
    sets.set_has_homework,
    sets.set_parity,
    sets.set_readable,
    sets.set_romanian,
)


def rules_for(exercise: SourceChallenge) -> tuple[ChallengeRule, ...]:
    """The rules of a challenge, or of a homework."""
    return (*(_OF_HOMEWORK if exercise.is_homework else _OF_CHALLENGES), *_OF_BOTH)


def rule_name(rule: ChallengeRule | SetRule) -> str:
    """The name of a rule, as findings have it."""
    return rule.__name__.replace("_", "-")


def explained() -> dict[str, str]:
    """What each rule demands, by its name."""
    rules: tuple[ChallengeRule | SetRule, ...] = (*CHALLENGE_RULES, *SET_RULES)
    return {rule_name(rule): " ".join((rule.__doc__ or "").split()) for rule in rules}
