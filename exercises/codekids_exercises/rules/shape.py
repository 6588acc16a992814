"""Rules about the shape of a challenge: its steps, its ladder, its size."""

import json
import re
from collections.abc import Iterator

from codekids_exercises import prose
from codekids_exercises.released import to_json
from codekids_exercises.rules.base import Complaint, Subject
from codekids_exercises.rules.programs import imports
from codekids_exercises.steps import LADDER, STEPS, code_names, shown_code

MOST_BYTES = 60_000
MOST_SECONDS = 3.0
_NETWORK = frozenset({"urllib", "requests", "socket", "http", "ftplib", "smtplib", "asyncio", "subprocess"})
_NEEDED = tuple(step for step in STEPS if step != "parsons")


def five_steps(subject: Subject) -> Iterator[Complaint]:
    """A challenge goes: story (at most three sentences), predict (4-8 lines of code), investigate, modify, make, say.
    Modify and make are checked; make has at least two checks."""
    texts, code = subject.words.texts, subject.code
    for step in _NEEDED:
        if step not in texts.steps:
            yield subject.where(), f"The step '## {step}' is missing."
    if len(prose.sentences(texts.steps.get("story", ""))) > 3:
        yield subject.where(), "The story has more than three sentences."
    lines = [line for line in code.get("predict", "").splitlines() if line.strip()]
    if not 4 <= len(lines) <= 8:
        yield subject.where("code", "predict"), f"The code to predict has {len(lines)} lines; 4 to 8 fit."
    for name in ("modify", "make"):
        if name not in subject.challenge.tasks:
            yield subject.where(), f"The step {name} is not checked; add [tasks.{name}]."
    make = subject.challenge.tasks.get("make")
    if make and len(make.checks) < 2:
        yield subject.where(), "Make has one check; an open task has two or three."


def hint_ladder(subject: Subject) -> Iterator[Complaint]:
    """Each task has the whole ladder, in order: a question, where to look, a picture or trace, a half-built answer, a
    twin problem that is solved (both with code)."""
    for task in subject.tasks:
        ladder = dict(subject.words.texts.hints.get(task.id, ()))
        if tuple(ladder) != LADDER:
            yield (
                subject.where(task.id),
                f"The hints are {', '.join(ladder) or 'none'}; write {', '.join(LADDER)}.",
            )
        for kind in ("half", "twin"):
            if kind in ladder and not code_names(ladder[kind]):
                yield subject.where(task.id), f"The hint {kind} shows no code; add a line {{{{ name }}}}."


def code_is_shown(subject: Subject) -> Iterator[Complaint]:
    """Every code file is shown somewhere: as a step, or by `{{ name }}` in a text."""
    named = set(shown_code(subject.words.texts))
    arc = subject.challenge.arc
    own = {*arc.steps, *(f"{name}.given" for name in subject.challenge.tasks)}
    for name in sorted(set(subject.code) - named - own):
        yield subject.where("code", name), "Nothing shows this code; name it in the text or delete it."


def examples_run(subject: Subject) -> Iterator[Complaint]:
    """The code to predict, to investigate and to put in order runs without an error."""
    for name, seen in subject.examples.items():
        if seen.ended != "ok":
            why = f"{seen.failure.kind}: {seen.failure.message}" if seen.failure else seen.ended
            yield subject.where("code", name), f"This example does not run to its end: {why}"


def light(subject: Subject) -> Iterator[Complaint]:
    """A notebook is under 60 KB, uses no network and shows its first output within 3 seconds: what Python and satul take to
    start, and the first example to run."""
    book = json.dumps(subject.book, ensure_ascii=False).encode()
    if len(book) >= MOST_BYTES:
        yield subject.where(), f"The notebook has {len(book)} bytes; less than {MOST_BYTES} are light."
    if re.search(r"https?://|\bwww\.", book.decode()):
        yield subject.where(), "The notebook holds an address of the internet; children have none."
    for name, code in subject.code.items():
        for module in sorted(imports(code) & _NETWORK):
            yield subject.where("code", name), f"This code imports {module}, which is for networks."
        if re.search(r"^\s*[!%]|\bpip\b", code, re.MULTILINE):
            yield (
                subject.where("code", name),
                "This code installs something or asks the machine; satul has all.",
            )
    first = subject.examples.get("predict")
    if first is not None and (seconds := subject.bench.seconds_to_start + first.seconds) > MOST_SECONDS:
        yield (
            subject.where("code", "predict"),
            f"The first output takes {seconds:.1f} seconds; {MOST_SECONDS:g} are the most.",
        )


def nothing_given_away(subject: Subject) -> Iterator[Complaint]:
    """The released form holds no answer, right or wrong, and no hidden case."""
    sources = [cell["source"] for cell in subject.book["cells"]]
    texts = [*sources, *(hint.text for task in subject.public.tasks.values() for hint in task.hints)]
    for task in subject.challenge.tasks.values():
        answers = subject.answers(task)
        for kind, code in [
            ("answers", answers.reference),
            *(("right", one) for one in answers.right.values()),
        ]:
            if any(code.strip() in text for text in texts):
                yield subject.where(kind, task.id), "This answer stands in what a child gets."
    if '"hidden": true' in json.dumps(to_json(subject.public)):
        yield subject.where(), "A hidden case is in the released form."
