"""The words of a challenge in one language: a Markdown file with a section for each step and hint.

    # Title
    One sentence that says what it is about.

    ## story
    ...
    ## make
    ...
    ### question
    ...

A line `{{ name }}` stands for the code of `code/name.py`.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from codekids_exercises.schema import SchemaError, read_text

STEPS = ("story", "predict", "investigate", "modify", "parsons", "make", "say")
"""The steps of a challenge, in this order. `parsons` only where new syntax appears."""

TASKS = ("modify", "make")
"""The steps that a check proves."""

EXAMPLES = ("predict", "investigate", "parsons")
"""The steps whose code is ours: to read, to poke at, to put in order."""

LADDER = ("question", "look", "trace", "half", "twin")
"""The steps of help: a question; where to look; a picture or trace; a half-built answer; a solved twin problem."""


@dataclass(frozen=True)
class Arc:
    """What a notebook leads through. `steps`: its sections, in this order; `tasks`: those that may be judged."""

    steps: tuple[str, ...]
    tasks: tuple[str, ...]


CHALLENGE = Arc(STEPS, TASKS)

HOMEWORK = Arc(("story", "modify", "make", "own"), ("modify", "make", "own"))
"""Three small tasks; what a child makes of its own is looked at by a person."""

HEADINGS: Mapping[str, Mapping[str, str]] = {
    "story": {"ro": "Povestea", "en": "The story"},
    "predict": {"ro": "Ghicește întâi", "en": "Guess first"},
    "investigate": {"ro": "Cercetează", "en": "Investigate"},
    "modify": {"ro": "Schimbă", "en": "Change it"},
    "parsons": {"ro": "Pune în ordine", "en": "Put in order"},
    "make": {"ro": "Fă tu", "en": "Make your own"},
    "own": {"ro": "Ceva al tău", "en": "Something of your own"},
    "say": {"ro": "Spune", "en": "Say it"},
    "words": {"ro": "Cuvinte noi", "en": "New words"},
}

_CODE_LINE = re.compile(r"^\{\{ *([a-z0-9-]+) *\}\}$", re.MULTILINE)


@dataclass(frozen=True)
class Texts:
    """A challenge's prose in one language. `hints`: for each task, the ladder as (kind, Markdown)."""

    title: str
    summary: str
    steps: Mapping[str, str]
    hints: Mapping[str, tuple[tuple[str, str], ...]]


def read_texts(path: Path, arc: Arc = CHALLENGE) -> Texts:
    """Read the Markdown file of a challenge or homework. Raises SchemaError."""
    text = read_text(path)
    parts = re.split(r"^## +(\S+) *$", text, flags=re.MULTILINE)
    head = re.match(r"# +(?P<title>[^\n]+)\n+(?P<summary>[^\n]+)\s*\Z", parts[0])
    if head is None:
        raise SchemaError(f"{path}: begin with '# Title' and one line that says what it is about.")
    steps: dict[str, str] = {}
    hints: dict[str, tuple[tuple[str, str], ...]] = {}
    for name, body in zip(parts[1::2], parts[2::2], strict=True):
        if name not in arc.steps or name in steps:
            raise SchemaError(f"{path}: section '## {name}' is not one of {', '.join(arc.steps)}, each once.")
        inside = re.split(r"^### +(\S+) *$", body, flags=re.MULTILINE)
        steps[name] = inside[0].strip()
        if len(inside) > 1:
            hints[name] = _ladder(path, name, inside, arc)
    if list(steps) != [step for step in arc.steps if step in steps]:
        raise SchemaError(f"{path}: put the sections in this order: {', '.join(arc.steps)}.")
    return Texts(head["title"].strip(), head["summary"].strip(), steps, hints)


def _ladder(path: Path, step: str, parts: list[str], arc: Arc) -> tuple[tuple[str, str], ...]:
    if step not in arc.tasks:
        raise SchemaError(f"{path}: section '## {step}' is not checked, so it has no hints ('###').")
    for kind in parts[1::2]:
        if kind not in LADDER:
            raise SchemaError(f"{path}: hint '### {kind}' of {step} is not one of {', '.join(LADDER)}.")
    return tuple((kind, body.strip()) for kind, body in zip(parts[1::2], parts[2::2], strict=True))


def code_names(markdown: str) -> list[str]:
    """The names of the code files that this Markdown shows."""
    return _CODE_LINE.findall(markdown)


def shown_code(texts: Texts) -> list[str]:
    """The names of all code files that a challenge's prose shows."""
    hints = [text for ladder in texts.hints.values() for _, text in ladder]
    return [name for text in (*texts.steps.values(), *hints) for name in code_names(text)]


def with_code(markdown: str, code: Mapping[str, str]) -> str:
    """The Markdown with its code files in place, as fenced blocks."""
    return _CODE_LINE.sub(lambda found: f"```python\n{code[found[1]].rstrip()}\n```", markdown)
