import pytest

from codekids_exercises.errors import recognise
from codekids_exercises.mistakes import fingerprint_of_trouble
from codekids_exercises.runs import Failure, Plan, Program, Run, run_here
from codekids_exercises.sentences import fill, places, say, sentences


def trouble(source: str) -> tuple[str, str]:
    failure = run_here(Plan((Program(source),), (Run(0),), prelude=""))[0].failure
    assert failure is not None
    found = recognise(failure, source, ["forward", "inainte"])
    return found.id, found.told("ro")


@pytest.mark.parametrize(
    ("source", "kind"),
    [
        ("def f(a)\n    return a", "missing-colon"),
        ("x = 1\nif x == 1\n    print(x)", "missing-colon"),
        ("else\n    print(1)", "missing-colon"),
        ("print(“Salut”)", "curly-quotes"),
        ("print(„Salut”)", "curly-quotes"),
        ("x = \u2019a\u2019", "curly-quotes"),
        ("x = (5 \u2013 3", "strange-sign"),
        ("\u00a0x = = 1", "strange-sign"),
        ("for i in range(3);\n    print(i)", "semicolon"),
        ("print((1)", "open-bracket"),
        ("print(1))", "extra-bracket"),
        ("print('Salut)", "open-text"),
        ("for i in range(3):\nprint(i)", "no-indent"),
        ("x = 1\n  y = 2", "odd-indent"),
        ("if True:\n        x = 1\n    y = 2", "odd-indent"),
        ("x = 1\nif x = 1:\n    print(x)", "one-equals"),
        ("print 'a'", "old-print"),
        ("Forward(3)", "capital"),
        ("forwad(3)", "near-name"),
        ("print(zebra)", "unquoted"),
        ("zebra + 1", "unknown-name"),
        ("total = 1\nprint(totl)", "near-name"),
        ("'a' + 1", "text-and-number"),
        ("1 + 'a'", "text-and-number"),
        ("1 + None", "with-none"),
        ("def f(a): pass\nf()", "arguments"),
        ("list = [1]\nlist(3)", "not-callable"),
        ("int('a')", "not-a-number"),
        ("[1][3]", "past-the-end"),
        ("1 / 0", "by-zero"),
        ("{}['a']", "no-such-key"),
        ("def f(): f()\nf()", "calls-itself"),
        ("exit()", "exit"),
        ("raise OSError('x')", "other"),
    ],
)
def test_childrens_errors_are_told_apart(source: str, kind: str) -> None:
    found, told = trouble(source)
    assert found == kind
    assert told
    assert "{" not in told


def test_satuls_own_sentence_is_kept() -> None:
    found = recognise(Failure("KindError", "Culoarea asta nu o știu.", 1), "culoare('x')")
    assert found.told("ro") == "Culoarea asta nu o știu."


def test_satuls_own_errors_are_told_apart_by_what_they_are_about() -> None:
    prelude = (
        "class KindError(Exception):\n    def __init__(self, about, told):\n        super().__init__(told)\n"
    )
    prelude += "        self.about = about\n"
    sources = (
        "'full', 'Prea mult: 3.'",
        "'full', 'Too much: 4.'",
        "'colour', 'Too much: 4.'",
        "['full'], '?'",
    )
    programs = tuple(Program(f"raise KindError({one})") for one in sources)
    seen = run_here(Plan(programs, tuple(map(Run, range(4))), prelude=prelude))
    failures = [one.failure for one in seen if one.failure is not None]
    assert [one.about for one in failures] == ["full", "full", "colour", ""]
    marks = [fingerprint_of_trouble("a/b/c", "error", recognise(one, "")) for one in failures]
    assert marks[0] == marks[1] and len(set(marks)) == 3


def test_every_sentence_is_there_in_every_language_with_the_same_places() -> None:
    romanian, english = sentences("ro"), sentences("en")
    assert list(romanian) == list(english)
    for name in english:
        assert places(romanian[name]) == places(english[name]), name
        assert not set("şţŞŢ") & set(romanian[name]), name


def test_braces_that_are_no_place_stay() -> None:
    assert fill("It is {seen}: {name}.", {"seen": 3}) == "It is 3: {name}."
    assert fill("A set: { and {1, 2}", {}) == "A set: { and {1, 2}"
    assert (
        say("call-gives", "en", {"call": "f(1)", "wanted": 2, "got": 3})
        == "`f(1)` should give 2. Yours gives 3."
    )
