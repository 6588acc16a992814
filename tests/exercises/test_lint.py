from pathlib import Path

import pytest

from codekids_exercises.lint import Finding, NoSuchSet, inspect, lint
from codekids_exercises.rules.registry import explained

CHALLENGE = Path("beginners/our-set/add-up")
HOMEWORK = Path("beginners/our-set/homework")


_AS_IT_IS: dict[str, set[Finding]] = {}


@pytest.fixture(autouse=True)
def as_it_is(request: pytest.FixtureRequest) -> None:
    """What the linter finds before anything is broken; looked for once."""
    name = "homework_sets" if "homework_sets" in request.fixturenames else "sets"
    if name in request.fixturenames and name not in _AS_IT_IS:
        _AS_IT_IS[name] = set(lint(request.getfixturevalue(name), prelude=""))


def broken(sets: Path, rule: str) -> bool:
    """Whether the rule finds something that it does not find as long as nothing is broken."""
    name = "homework_sets" if (sets / HOMEWORK).is_dir() else "sets"
    return bool(set(lint(sets, only=[rule], prelude="")) - _AS_IT_IS[name])


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def test_the_small_content_lacks_what_it_lacks(sets: Path) -> None:
    found = lint(sets, prelude="")
    assert {finding.rule for finding in found} == {
        "five-steps",
        "hint-ladder",
        "different-but-right",
        "mistakes-known",
        "code-in-words",
        "facilitator-sheet",
        "set-has-homework",
    }
    assert (
        Finding(
            "different-but-right",
            "our-set/add-up/right/make",
            "ro",
            "There are 1 other right answers; add 2 more.",
        )
        in found
    )


DAMAGES = [
    ("answers/make.py", "a + b", "a + b + 1", "reference-passes"),
    ("right/make/turned.py", "b + a", "b", "different-but-right"),
    ("wrong/make/minus.py", "a - b", "a + b", "mistakes-known"),
    ("ro.toml", '"Ai scăzut."', '"Funcția arată, dar nu dă înapoi."', "mistakes-known"),
    (
        "challenge.toml",
        '    { call = "add(77, 5)", gives = "82", hidden = true },\n',
        "",
        "hard-coded-fails",
    ),
    ("challenge.toml", "(2, 2)", "(4, 0)", "mutants-caught"),
    ("code/make.py", "...", "boom(", "blank-fails-kindly"),
    (
        "code/make-twin.py",
        "times(a, b):\n    return a * b",
        "add(a, b):\n    return a + b",
        "hints-never-answer",
    ),
    ("ro.md", "1 și 2", "1 și 3", "parity"),
    ("ro.md", "`aduna`", "`add`", "parity"),
    ("ro.md", "Adună două numere.", "Add two numbers.", "parity"),
    ("ro.md", "Cât fac 1 și 2?", "What is the sum of 1 and 2?", "romanian-is-romanian"),
    ("ro.md", "Cât fac", "Şi cât fac", "romanian-is-romanian"),
    ("ro.toml", 'a = "unu"', 'a = "doi"', "code-in-words"),
    ("ro.toml", 'a = "unu"', 'a = "unuș"', "code-in-words"),
    ("ro.toml", "Suma nu e bună.", "Suma nu e bună: {seen}.", "sentences-fit-checks"),
    ("en.md", "Write `add`.", "Write `add`. " + "one two three " * 30, "readable"),
    ("en.md", "Write `add`.", "Write `add` and the *parameter*.", "readable"),
    ("en.md", "Write `add`.", "Write `add` and your phone number.", "private"),
    ("en.md", "Write `add`.", "Write `add`. How old is your mother?", "private"),
    ("en.md", "Write `add`.", "Write `add`. ![](x.png)", "seen-by-all"),
    ("en.md", "Write `add`.", "Write `add`. {{ nowhere }}\n{{ nowhere }}", "schema"),
    ("en.md", "Write `add`.", "Write `add`. See https://example.org now.", "light"),
    ("code/make-twin.py", "def", "import socket\ndef", "light"),
    ("code/make-twin.py", "def", "!pip install numpy\ndef", "light"),
    ("en.md", "Write `add`.", "Write `add`. " + "x" * 60_000, "light"),
    (
        "code/make-twin.py",
        "def times(a, b):\n    return a * b",
        "def add(a, b):\n    return b + a",
        "nothing-given-away",
    ),
    ("en.md", "# Add up", "", "schema"),
    ("en.md", "{{ make-twin }}", "Times.", "code-is-shown"),
    ("ro.md", "Cât fac 1 și 2?", "Cat fac 1 si 2?", "romanian-is-romanian"),
    ("ro.md", "Cât fac 1 și 2?", 'Cât fac "1 și 2"?', "romanian-is-romanian"),
    ("ro.md", "Cât fac 1 și 2?", "Cât fac „1 și 2?", "romanian-is-romanian"),
    ("ro.md", "Cât fac 1 și 2?", "Look again: 1, 2?", "romanian-is-romanian"),
    (
        "ro.toml",
        "[make.checks",
        '[strings]\nhi = "what is your turn"\n\n[make.checks',
        "romanian-is-romanian",
    ),
    ("en.md", "How much are 1 and 2?", "Dacă nu știi cât fac 1 și 2, scrie.", "parity"),
    ("ro.md", "### question", "### look", "parity"),
    ("ro.md", "Cât fac 1 și 2?", "1. Cât fac 1 și 2?", "parity"),
    ("ro.toml", "[make.checks", '[strings]\nhi = "scrie adresa ta"\n\n[make.checks', "private"),
    ("en.md", "## make", "## story\n\nOne. Two. Three. Four.\n\n## make", "five-steps"),
    ("en.md", "### twin", "### look", "hint-ladder"),
    ("ro.toml", 'minus = "Ai scăzut."', 'minus = "Uită-te la capătul primei linii."', "mistakes-known"),
    ("code/make-twin.py", "def times", "import ipywidgets\n\n\ndef times", "widgets-optional"),
]
"""Something broken in the small challenge: file, old text, new text, and the rule that must find it."""


@pytest.mark.parametrize(("file", "old", "new", "rule"), DAMAGES)
def test_each_damage_has_its_rule(sets: Path, file: str, old: str, new: str, rule: str) -> None:
    change(sets / CHALLENGE / file, old, new)
    if rule == "mutants-caught":
        change(sets / CHALLENGE / "challenge.toml", "(1, 2)", "(3, 0)")
        change(
            sets / CHALLENGE / "challenge.toml",
            '    { call = "add(77, 5)", gives = "82", hidden = true },\n',
            "",
        )
    assert broken(sets, rule)


def test_a_rule_about_the_code_must_be_said(sets: Path) -> None:
    check = '\n[[tasks.make.checks]]\nid = "no-print"\nkind = "code"\nwhat = "calls"\nname = "print"\nat_most = 0\n'
    file = sets / CHALLENGE / "challenge.toml"
    file.write_text(file.read_text() + check)
    for language, said in (("ro", "fără print"), ("en", "without print")):
        words = f'[make.checks.no-print]\npassed = "."\nfailed = "!"\nsaid = "{said}"\n\n[make.mistakes]'
        change(sets / CHALLENGE / f"{language}.toml", "[make.mistakes]", words)
    assert broken(sets, "code-rules-said")


def test_a_constant_that_has_the_traits_is_hard_coded(sets: Path) -> None:
    file = sets / CHALLENGE / "challenge.toml"
    cases = 'cases = [{ call = "add(1, 2)", within = [0, 90] }, { call = "add(70, 5)", within = [0, 90] }]\n'
    head, _, _ = file.read_text(encoding="utf-8").partition("cases = [")
    file.write_text(head + cases, encoding="utf-8")
    assert broken(sets, "hard-coded-fails")
    change(file, '"add(70, 5)", within = [0, 90]', '"add(70, 5)", within = [70, 90]')
    assert not broken(sets, "hard-coded-fails")


def test_a_task_with_input_needs_scripts(sets: Path) -> None:
    change(sets / CHALLENGE / "answers/make.py", "def add", "input()\n\n\ndef add")
    assert broken(sets, "input-scripted")


def test_an_example_may_ask_when_its_answers_are_there(sets: Path) -> None:
    (sets / CHALLENGE / "code/predict.py").write_text("n = int(input())\nprint(n)\n")
    for language in ("en", "ro"):
        change(sets / CHALLENGE / f"{language}.md", "## make", "## predict\n\n5\n\n## make")
    assert broken(sets, "examples-run")
    file = sets / CHALLENGE / "challenge.toml"
    file.write_text(file.read_text() + '\n[steps.predict]\ninputs = ["4"]\n')
    assert not broken(sets, "examples-run")


SET_DAMAGES = [
    ("ro.toml", "A fost odată.", "A fost odată. Si gata.", "set-romanian"),
    ("ro.toml", 'title = "Setul"', 'title = "The set"', "set-parity"),
    ("ro.toml", "A fost odată.", "A fost odată, acum 100 de ani.", "set-parity"),
    ("ro.toml", "A fost odată.", 'A fost odată."\n[glossary]\nbuclă = "ceva', "set-parity"),
    ("en.toml", "Once there was.", "Once there was " + "something extraordinary " * 9, "set-readable"),
    ("sheet.en.md", "# The set", "# A set", "facilitator-sheet"),
    ("set.toml", "week = 3", 'week = "3"', "schema"),
]


@pytest.mark.parametrize(("file", "old", "new", "rule"), SET_DAMAGES)
def test_each_damage_of_a_set_has_its_rule(sets: Path, file: str, old: str, new: str, rule: str) -> None:
    change(sets / "beginners/our-set" / file, old, new)
    assert broken(sets, rule)


def test_a_set_without_homework(homework_sets: Path) -> None:
    (homework_sets / HOMEWORK).rename(homework_sets / "beginners/our-set/at-home")
    assert "set-has-homework" in {
        one.rule for one in lint(homework_sets, only=["set-has-homework"], prelude="")
    }


def test_every_rule_has_something_that_breaks_it() -> None:
    alone = {
        "code-rules-said",
        "damage-forgiven",
        "examples-run",
        "input-scripted",
        "set-has-homework",
    }
    tables = [*DAMAGES, *HOMEWORK_DAMAGES, *SET_DAMAGES]
    assert alone | {rule for _, _, _, rule in tables} == {*explained(), "schema"}


def test_a_first_output_that_comes_late(sets: Path) -> None:
    (sets / CHALLENGE / "code/predict.py").write_text("import time\ntime.sleep(2.95)\nprint(1)\n")
    for language in ("en", "ro"):
        change(sets / CHALLENGE / f"{language}.md", "## make", "## predict\n\n5\n\n## make")
    messages = [one.message for one in lint(sets, only=["light"], prelude="import time\ntime.sleep(0.2)\n")]
    assert any("first output takes 3" in message for message in messages)


def test_a_sheet_has_its_parts_and_no_code(sets: Path) -> None:
    (sets / "beginners/our-set/sheet.en.md").write_text(
        "# The set\n\n## The big question\n\nUse `print(1)`.\n"
    )
    found = lint(sets, only=["facilitator-sheet"], prelude="")
    messages = [one.message for one in found if one.language == "en"]
    assert any("code on the sheet" in message for message in messages)
    assert any("parts must be" in message for message in messages)
    assert any("big question" in message for message in messages)


def test_a_homework_is_looked_at_like_a_challenge(homework_sets: Path) -> None:
    rules = ["three-tasks", "nbgrader-source", "reference-passes", "blank-fails-kindly", "damage-forgiven"]
    rules += ["set-has-homework", "nothing-given-away", "hard-coded-fails", "five-steps", "light", "parity"]
    found = lint(homework_sets, only=rules, prelude="")
    assert [one for one in found if "homework" in one.where] == []
    found = lint(homework_sets, only=["hint-ladder", "mistakes-known"], prelude="")
    assert {one.where for one in found if "homework" in one.where} == {
        "our-set/homework/modify",
        "our-set/homework/make",
        "our-set/homework/wrong/modify",
        "our-set/homework/wrong/make",
    }


HOMEWORK_DAMAGES = [
    ("homework.toml", "minutes = 20", "minutes = 45", "three-tasks"),
    ("homework.toml", "review = true", "", "schema"),
    ("homework.toml", "points = 2.5", "points = 0", "schema"),
    ("homework.toml", "points = 2.5", "points = 2.5\nreview = true", "three-tasks"),
    ("en.md", "Once there was.", "Once. Twice. Three times. Four times.", "three-tasks"),
    ("answers/modify.py", "def add(a, b):\n", "def add(a, b, *c):\n", "nbgrader-source"),
    ("code/make.py", "# Mine:", "x = 1\nx = 2\n# Mine:", "nbgrader-source"),
    ("answers/own.py", "print(3)", "print(", "reference-passes"),
    ("homework.toml", ', { given = "n = 9", gives = "18", hidden = true }', "", "schema"),
    ("answers/own.py", "print(3)", "import ipywidgets", "widgets-optional"),
    ("answers/modify.py", "    return a + b", "    return a + b if __file__ else 0", "reference-passes"),
]


@pytest.mark.parametrize(("file", "old", "new", "rule"), HOMEWORK_DAMAGES)
def test_each_damage_of_a_homework_has_its_rule(
    homework_sets: Path, file: str, old: str, new: str, rule: str
) -> None:
    change(homework_sets / HOMEWORK / file, old, new)
    if "n = 9" in old:
        change(homework_sets / HOMEWORK / file, ', { given = "n = 2", gives = "4" }', "")
        assert broken(homework_sets, "hard-coded-fails")
    else:
        assert broken(homework_sets, rule)


def test_a_reference_that_damage_breaks(sets: Path) -> None:
    text = 'def add(a, b):\n    return a + b + len("""\n""") - 1\n'
    (sets / CHALLENGE / "answers/make.py").write_text(text)
    assert broken(sets, "damage-forgiven")


def test_no_widget_can_be_imported_here(sets: Path) -> None:
    change(sets / CHALLENGE / "answers/make.py", "def add", "import ipywidgets\n\n\ndef add")
    assert broken(sets, "reference-passes")
    assert broken(sets, "widgets-optional")


def test_one_broken_set_does_not_hide_another(sets: Path) -> None:
    broken = sets / "advanced" / "broken-set"
    broken.mkdir(parents=True)
    found = lint(sets, only=["hint-ladder"], prelude="")
    assert [one.where for one in found if one.rule == "schema"] == ["advanced/broken-set"]
    assert "hint-ladder" in {one.rule for one in found}


def test_no_content_is_a_finding(tmp_path: Path) -> None:
    assert lint(tmp_path)[0].rule == "schema"


def test_every_rule_is_explained() -> None:
    for name, text in explained().items():
        assert len(text.split()) > 5, name


def test_the_report_says_what_was_looked_at(homework_sets: Path) -> None:
    report = inspect(homework_sets, prelude="").to_json()
    assert report["counts"] == {
        "sets": 1,
        "challenges": 1,
        "homeworks": 1,
        "languages": ["en", "ro"],
        "rules": len(explained()),
        "proved": sum(not number for one in report["proofs"] for number in one["rules"].values()),
        "findings": len(report["findings"]),
    }
    proofs = {(one["kind"], one["language"]): one["rules"] for one in report["proofs"]}
    assert set(proofs) == {
        (kind, language) for kind in ("set", "challenge", "homework") for language in ("en", "ro")
    }
    assert "five-steps" in proofs["challenge", "ro"] and "five-steps" not in proofs["homework", "ro"]
    assert proofs["challenge", "en"]["mistakes-known"] == 1
    assert report["rules"]["mistakes-known"]["looked_at"] == 4
    assert {one["page"] for one in report["findings"]} >= {"docs/reference/linter-rules.md#hint-ladder"}
    assert sum(rule["findings"] for rule in report["rules"].values()) == len(report["findings"])


def test_some_sets_only(sets: Path) -> None:
    (sets / "advanced" / "broken-set").mkdir(parents=True)
    assert {
        one.rule for one in inspect(sets, sets=["our-set"], only=["schema"], prelude="").findings
    } == set()
    with pytest.raises(NoSuchSet, match="no set their-set"):
        inspect(sets, sets=["their-set"])


def test_it_tells_how_far_it_has_come(sets: Path) -> None:
    told: list[tuple[int, int]] = []
    inspect(sets, only=["light"], prelude="", tell=lambda done, of: told.append((done, of)))
    assert told == [(1, 4), (2, 4), (3, 4), (4, 4)]
