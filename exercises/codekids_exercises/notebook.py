"""A challenge as a notebook (nbformat 4.5) in one language. Same input, same bytes."""

from collections.abc import Mapping
from typing import Any

from codekids_exercises.challenge import ReleasedChallenge
from codekids_exercises.localise import code_in
from codekids_exercises.parts import BLOCKS, GUESS, without_options
from codekids_exercises.source_form import SourceChallenge
from codekids_exercises.steps import HEADINGS, STEPS, with_code
from codekids_exercises.translate import translate

Cell = dict[str, Any]

_SAY_HERE = {"ro": "Scrie aici propoziția ta.", "en": "Write your sentence here."}


def build(
    challenge: SourceChallenge, released: ReleasedChallenge, glossary: Mapping[str, str]
) -> dict[str, Any]:
    """The notebook of a challenge. `glossary`: the set's new words in this language."""
    language = released.language
    cells = opening(challenge, language, glossary)
    for step in STEPS[1:]:
        if step in challenge.words[language].texts.steps:
            cells.extend(_step(challenge, released, step))
    about = {"challenge": challenge.id, "set": challenge.set_id}
    return book(cells, {**about, "language": language, "version": released.version})


def book(cells: list[Cell], about: Mapping[str, Any]) -> dict[str, Any]:
    """A notebook of these cells. `about`: what it says of itself, in its metadata."""
    return {
        "cells": cells,
        "metadata": {
            "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
            "language_info": {"name": "python"},
            "satul": dict(about),
        },
        "nbformat": 4,
        "nbformat_minor": 5,
    }


def opening(challenge: SourceChallenge, language: str, glossary: Mapping[str, str]) -> list[Cell]:
    """The story, the new words if there are any, and the cell that begins."""
    new_words = _new_words(challenge, language, glossary)
    return [_story(challenge, language), *([new_words] if new_words else []), _begin(challenge, language)]


def _story(challenge: SourceChallenge, language: str) -> Cell:
    texts = challenge.words[language].texts
    story = with_code(texts.steps.get("story", texts.summary), code_in(challenge, language))
    return markdown_cell("story", "story", f"# {texts.title}\n\n{story}")


def _begin(challenge: SourceChallenge, language: str) -> Cell:
    code = f'from satul import *\nbegin("{challenge.set_id}/{challenge.id}", "{language}")\n'
    return code_cell("begin", "begin", translate(code, challenge.words[language].code), locked=True)


def _new_words(challenge: SourceChallenge, language: str, glossary: Mapping[str, str]) -> Cell | None:
    texts = challenge.words[language].texts
    prose = "\n".join(texts.steps.values())
    used = [f"- *{word}*: {meaning}" for word, meaning in glossary.items() if f"*{word}*" in prose]
    if not used:
        return None
    return markdown_cell("words", "story", f"## {HEADINGS['words'][language]}\n\n" + "\n".join(used))


def _step(challenge: SourceChallenge, released: ReleasedChallenge, step: str) -> list[Cell]:
    language = released.language
    code = code_in(challenge, language)
    text = challenge.words[language].texts.steps[step]
    prose = with_code(without_options(text) if step == "predict" else text, code)
    cells = [markdown_cell(f"{step}-text", step, f"## {HEADINGS[step][language]}\n\n{prose}")]
    if step in released.tasks:
        cells.extend(_task_cells(challenge, released, step))
    elif step == "say":
        cells.append(markdown_cell("say", "say", _SAY_HERE[language], locked=False))
    elif step == "parsons" and step in code:
        cells.append(_part(challenge, language, BLOCKS, "order_blocks()\n"))
        cells.append(
            code_cell(step, step, "", locked=True)
        )  # here the blocks are run, as the child ordered them
    elif step in code:
        cells.append(code_cell(step, step, code[step], locked=step == "predict"))
    if step == "predict":
        cells.append(_part(challenge, language, GUESS, "guess_first()\n"))
    return cells


def _part(challenge: SourceChallenge, language: str, cell_id: str, code: str) -> Cell:
    """A cell that shows something to handle; the workspace runs it by itself."""
    return code_cell(cell_id, "part", translate(code, challenge.words[language].code), locked=True)


def _task_cells(challenge: SourceChallenge, released: ReleasedChallenge, step: str) -> list[Cell]:
    task = released.tasks[step]
    check = translate(f'check("{step}")\n', challenge.words[released.language].code)
    cells = [
        code_cell(step, "answer", task.starter, locked=False, task=step),
        code_cell(f"{step}-check", "check", check, locked=True, task=step),
    ]
    if task.given:
        cells.insert(0, code_cell(f"{step}-given", step, task.given, locked=True))
    return cells


def markdown_cell(cell_id: str, role: str, text: str, *, locked: bool = True) -> Cell:
    """A cell of text."""
    return {
        "cell_type": "markdown",
        "id": cell_id,
        "metadata": _metadata(role, locked),
        "source": text.strip(),
    }


def code_cell(cell_id: str, role: str, code: str, *, locked: bool, task: str | None = None) -> Cell:
    """A cell of code without output."""
    return {
        "cell_type": "code",
        "execution_count": None,
        "id": cell_id,
        "metadata": _metadata(role, locked, task),
        "outputs": [],
        "source": code.strip("\n").rstrip(),  # the first of mixed-up lines may be an indented one
    }


def _metadata(role: str, locked: bool, task: str | None = None) -> dict[str, Any]:
    own: dict[str, Any] = {"role": role}
    if task:
        own["task"] = task
    return {"deletable": False, "editable": not locked, "satul": own}
