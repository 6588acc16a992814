"""Rules about words: both languages say the same, simply, and ask for nothing private."""

import builtins
import re
from collections import Counter
from collections.abc import Iterator

from codekids_exercises import prose
from codekids_exercises.kinds.registry import kind_named
from codekids_exercises.rules.base import Complaint, Subject
from codekids_exercises.rules.romanian import faults, looks_english, looks_romanian
from codekids_exercises.sentences import places
from codekids_exercises.steps import code_names
from codekids_exercises.translate import pieces, translate

MOST_WORDS = 60
LONGEST_SENTENCE = {"beginners": 12, "advanced": 15}
HIGHEST_LIX = {"beginners": 35, "advanced": 40}

_PERSONAL = {
    "ro": r"num[ăa]rul t[ăa]u de telefon|telefonul t[ăa]u|adresa ta|parola ta|e-?mailul|numele (t[ăa]u )?de familie"
    r"|data na[șs]terii|ziua ta de na[șs]tere|\bCNP\b|numele t[ăa]u adev[ăa]rat|o poz[ăa] cu tine|unde locuie[șs]ti",
    "en": r"phone number|your address|your password|your e-?mail|surname|family name|last name|date of birth"
    r"|your birthday|your real name|a photo of you|where you live|where do you live",
}
_FAMILY = {
    "ro": r"\b(mama|tata|p[ăa]rin[țt]ii|bunic\w*|fratele|sora|familia) (ta|t[ăa]u|t[ăa]i|tale)\b",
    "en": r"\byour (mother|father|parents|grand\w+|brother|sister|family)\b",
}
_OPTIONAL = {"ro": r"dac[ăa] vrei", "en": r"if you (like|want)"}


def parity(subject: Subject) -> Iterator[Complaint]:
    """Romanian and English have the same steps, hints, numbers, lists and code; nothing is left untranslated."""
    if subject.language == "en":
        for name, text in _sections(subject, "en").items():
            for sentence in prose.sentences(text):
                if looks_romanian(sentence):
                    yield subject.where(name), f"This looks Romanian: {sentence!r}"
        return
    own, english = _sections(subject, subject.language), _sections(subject, "en")
    for name in sorted(set(own) ^ set(english)):
        yield subject.where(name), "This text is there in one language only."
    words = subject.words.code
    for name in sorted(set(own) & set(english)):
        here, there = own[name], english[name]
        if here == there and prose.read(here).words:
            yield subject.where(name), "The text is the same in both languages."
        if Counter(prose.numbers(here)) != Counter(prose.numbers(there)):
            yield (
                subject.where(name),
                f"The numbers differ: {prose.numbers(here)} and {prose.numbers(there)}.",
            )
        wanted = Counter(translate(span, words) for span in prose.spans(there))
        if Counter(prose.spans(here)) != wanted:
            yield (
                subject.where(name),
                f"The code in the text should be {sorted(wanted)}, it is {prose.spans(here)}.",
            )
        if _items(here) != _items(there) or code_names(here) != code_names(there):
            yield subject.where(name), "Lists, tables or shown code differ."
        if places(prose.without_spans(here)) != places(prose.without_spans(there)):
            yield subject.where(name), "The places in braces differ."


def _sections(subject: Subject, language: str) -> dict[str, str]:
    """Every text of the challenge by a name."""
    words = subject.challenge.words[language]
    found = {"title": words.texts.title, "summary": words.texts.summary, **words.texts.steps}
    for task, ladder in words.texts.hints.items():
        found |= {f"{task}/{kind}": text for kind, text in ladder}
    for name, task_words in words.tasks.items():
        for check, sentences in task_words.checks.items():
            found[f"{name}/{check}/passed"] = sentences.passed
            found[f"{name}/{check}/failed"] = sentences.failed
        found |= {f"{name}/{mistake}": hint for mistake, hint in task_words.mistakes.items()}
    return found


def _items(text: str) -> list[str]:
    return re.findall(r"^\s*(?:-|\d+\.|\|)", text, flags=re.MULTILINE)


def sentences_fit_checks(subject: Subject) -> Iterator[Complaint]:
    """A check's sentence uses only places in braces that its kind can fill."""
    for task in subject.tasks:
        for check in task.checks:
            sentences = subject.words.tasks[task.id].checks[check.id]
            failed, passed = prose.without_spans(sentences.failed), prose.without_spans(sentences.passed)
            for place in places(failed) - kind_named(check.kind).words | places(passed):
                yield (
                    subject.where(task.id, check.id),
                    f"The place {{{place}}} cannot be filled; take it out.",
                )


def code_in_words(subject: Subject) -> Iterator[Complaint]:
    """Every name, text and comment of the code has its word in this language, no two names the same one, no
    diacritics in names."""
    if subject.language == "en":
        return
    words, same = subject.words.code, subject.words.same | set(dir(builtins))
    for where, code in _all_code(subject):
        imported = set(re.findall(r"^\s*(?:from|import)\s+(\w+)(?:\s+import\s+(\w+))?", code, re.MULTILINE))
        outside = {name for pair in imported for name in pair}
        for piece in pieces(code):
            known = words.strings if piece.kind in ("string", "comment") else words.names
            if piece.kind == "parameter" and piece.text in words.parameters:
                continue
            if piece.text in known or piece.text in same or piece.text in outside:
                continue
            if re.search(r"[^\W\d_]", re.sub(r"\\[nrt]|#[0-9a-f]{6}", "", piece.text)):
                yield where, f"The {piece.kind} {piece.text!r} has no word in this language."
    for word, number in Counter(words.names.values()).items():
        if number > 1:
            yield subject.where(), f"Two names become {word!r}; give each its own word."
        if not word.isascii() or not word.isidentifier():
            yield (
                subject.where(),
                f"{word!r} is no name for code: letters without diacritics, digits and _ only.",
            )


def _all_code(subject: Subject) -> Iterator[tuple[str, str]]:
    for name, code in subject.challenge.code.items():
        yield subject.where("code", name), code
    for task in subject.challenge.tasks.values():
        yield subject.where("answers", task.id), task.reference
        for kind, answers in (("right", task.right), ("wrong", task.wrong)):
            for name, code in answers.items():
                yield subject.where(kind, task.id, name), code


def romanian_is_romanian(subject: Subject) -> Iterator[Complaint]:
    """Romanian texts and texts in Romanian code hold no English sentence; all words have their diacritics, ș and ț with a
    comma; quotes are „ and ”."""
    if subject.language != "ro":
        return
    for name, text in _sections(subject, "ro").items():
        for fault in faults(text):
            yield subject.where(name), fault
    for text in subject.words.code.strings.values():
        if looks_english(text):
            yield subject.where("strings"), f"This looks English: {text!r}"


def readable(subject: Subject) -> Iterator[Complaint]:
    """Sentences have at most 12 words on average (advanced: 15), LIX is at most 35 (40), a step or hint has at most 60
    words, and new words, written in *italics*, are in the set's glossary."""
    level, texts = subject.challenge.level, subject.words.texts
    ladders = {f"{task}/{kind}": text for task, ladder in texts.hints.items() for kind, text in ladder}
    for name, text in {**texts.steps, **ladders}.items():
        if (count := prose.read(text).words) > MOST_WORDS:
            yield subject.where(name), f"It has {count} words; at most {MOST_WORDS} fit."
    sentences = [text for name, text in _sections(subject, subject.language).items() if name not in ladders]
    parts = {
        "steps": "\n\n".join(texts.steps.values()),
        "hints": "\n\n".join(ladders.values()),
        "messages": "\n\n".join(text for text in sentences if text not in texts.steps.values()),
    }
    for name, text in parts.items():
        reading = prose.read(text)
        if reading.mean_sentence > LONGEST_SENTENCE[level]:
            yield subject.where(name), f"Sentences have {reading.mean_sentence:.1f} words on average."
        if reading.lix > HIGHEST_LIX[level]:
            yield (
                subject.where(name),
                f"LIX is {reading.lix:.0f}; at most {HIGHEST_LIX[level]} is easy enough.",
            )
    glossary = subject.set.words[subject.language].glossary
    for word in sorted(set(re.findall(r"(?<!\*)\*([^*\n]+)\*(?!\*)", parts["steps"]))):
        if word not in glossary:
            yield subject.where(), f"The new word {word!r} is not in the set's glossary."


def private(subject: Subject) -> Iterator[Complaint]:
    """Nothing asks for personal data, in words or in code; a question about the family says that it is optional."""
    language = subject.language
    strings = subject.words.code.strings
    said = " ".join(strings if language == "en" else strings.values())
    if found := re.search(_PERSONAL[language], said, re.IGNORECASE):
        yield subject.where("strings"), f"The code asks for personal data: {found[0]!r}."
    for name, text in _sections(subject, language).items():
        if found := re.search(_PERSONAL[language], text, re.IGNORECASE):
            yield subject.where(name), f"It asks for personal data: {found[0]!r}."
        found = re.search(_FAMILY[language], text, re.IGNORECASE)
        if found and not re.search(_OPTIONAL[language], text, re.IGNORECASE):
            yield subject.where(name), f"It asks about {found[0]!r}; say that this is optional."


def seen_by_all(subject: Subject) -> Iterator[Complaint]:
    """Every picture has a text instead of it. (That colour is never the only sign is for a person to look at.)"""
    for name, text in _sections(subject, subject.language).items():
        for alt in re.findall(r"!\[([^\]]*)\]\(", text):
            if not alt.strip():
                yield subject.where(name), "A picture has no text instead of it: ![text](picture)."
        if "<img" in text:
            yield subject.where(name), "Write pictures as ![text](picture), not as HTML."


def code_rules_said(subject: Subject) -> Iterator[Complaint]:
    """A rule about the code itself is said in its task, in the very words of `said`."""
    for task in subject.tasks:
        for check in task.checks:
            said = subject.words.tasks[task.id].checks[check.id].said
            if said and said not in subject.words.texts.steps[task.id]:
                yield subject.where(task.id, check.id), f"The task does not say {said!r}."
