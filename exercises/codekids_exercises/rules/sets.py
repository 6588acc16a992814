"""Rules about a set as a whole."""

import re
from collections import Counter
from collections.abc import Iterator

from codekids_exercises import prose
from codekids_exercises.rules.base import Complaint
from codekids_exercises.rules.romanian import faults
from codekids_exercises.source_form import SourceSet

MOST_WORDS = 350

HEADINGS = {
    "ro": (
        "Marea întrebare",
        "Povestea de spus",
        "Pregătire",
        "Ce poate merge greu",
        "Ce să spui",
        "La sfârșit",
    ),
    "en": (
        "The big question",
        "The story to tell",
        "Before they come",
        "What may go wrong",
        "What to say",
        "At the end",
    ),
}
"""The parts of a librarian's sheet."""


def facilitator_sheet(one: SourceSet, language: str) -> Iterator[Complaint]:
    """Every set has a one-page sheet for the librarian: the question, the story, what goes wrong, what to say; no
    code on it."""
    words, where = one.words[language], f"{one.id}/sheet"
    if not words.sheet:
        yield where, f"The librarian's sheet is missing; add sheet.{language}.md."
        return
    if not words.sheet.startswith(f"# {words.title}\n"):
        yield where, f"The sheet must begin with '# {words.title}'."
    parts = tuple(re.findall(r"^## (.+)$", words.sheet, re.MULTILINE))
    if parts != HEADINGS[language]:
        yield where, f"The sheet's parts must be: {', '.join(HEADINGS[language])}."
    if words.question not in words.sheet:
        yield where, "The sheet does not hold the big question as the set has it."
    if re.search(r"`|\w\(|^ {4}\S|[=<>]=", words.sheet, re.MULTILINE):
        yield where, "There is code on the sheet; say it in words."
    if (count := prose.read(words.sheet).words) > MOST_WORDS:
        yield where, f"The sheet has {count} words; {MOST_WORDS} fit on a page."


def set_has_homework(one: SourceSet, language: str) -> Iterator[Complaint]:
    """Every set has one homework: what is done at home between two sessions."""
    if one.homework is None and language == "en":
        yield f"{one.id}/homework", "The homework is missing; add a folder homework with homework.toml."


def set_parity(one: SourceSet, language: str) -> Iterator[Complaint]:
    """A set's sheet and glossary have as many parts and words in both languages; story, question and sheet the same numbers."""
    if language == "en":
        return
    own, english = one.words[language], one.words["en"]
    if len(own.glossary) != len(english.glossary):
        yield f"{one.id}/glossary", "The glossary has another number of words than the English one."
    marks = r"^(?:##|-)"
    if len(re.findall(marks, own.sheet, re.MULTILINE)) != len(re.findall(marks, english.sheet, re.MULTILINE)):
        yield f"{one.id}/sheet", "The sheet has other headings or lists than the English one."
    for field in ("title", "question", "story", "sheet"):
        here, there = getattr(own, field), getattr(english, field)
        if here and here == there:
            yield f"{one.id}/{field}", f"The {field} is the same in both languages."
        if Counter(prose.numbers(here)) != Counter(prose.numbers(there)):
            yield (
                f"{one.id}/{field}",
                f"The numbers differ: {prose.numbers(here)} and {prose.numbers(there)}.",
            )


def set_romanian(one: SourceSet, language: str) -> Iterator[Complaint]:
    """What a set says in Romanian is Romanian, by the same measure as its challenges: title, question, story, glossary and
    sheet."""
    if language != "ro":
        return
    words = one.words["ro"]
    texts = {"title": words.title, "question": words.question, "story": words.story, "sheet": words.sheet}
    texts |= {f"glossary/{word}": meaning for word, meaning in words.glossary.items()}
    for name, text in texts.items():
        for fault in faults(text):
            yield f"{one.id}/{name}", fault


def set_readable(one: SourceSet, language: str) -> Iterator[Complaint]:
    """A set's question and story are as easy to read as its challenges."""
    longest, highest = {"beginners": (12, 35), "advanced": (15, 40)}[one.level]
    reading = prose.read(one.words[language].story)
    if reading.mean_sentence > longest or reading.lix > highest:
        yield (
            f"{one.id}/story",
            f"The story is hard to read: {reading.mean_sentence:.1f} words a sentence, LIX {reading.lix:.0f}.",
        )
