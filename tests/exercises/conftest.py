"""A small content of our own, with a turtle of four lines instead of satul: this room's tests know no other room."""

from collections.abc import Callable
from pathlib import Path

import pytest

from codekids_exercises.challenge import Case, Check, Hint, Limits, Mistake, ReleasedChallenge, Task
from codekids_exercises.judge import judge
from codekids_exercises.verdict import Verdict

TURTLE = """
from codekids_exercises import observe
_segments, _charts = [], []
def line(x1, y1, x2, y2, color="black"): _segments.append([x1, y1, x2, y2, color, 2])
def chart(values, title=""): _charts.append({"kind": "line", "title": title, "series": [{"values": values}]})
def forget(): _segments.clear(); _charts.clear()
observe.register("drawing", lambda: {"segments": list(_segments), "fills": []}, forget)
observe.register("charts", lambda: list(_charts))
"""

FILES = {
    "names.toml": '[ro.names]\nline = "linie"\ncheck = "verifica"\nbegin = "incepe"\n',
    "beginners/our-set/set.toml": 'week = 3\npicture = "house"\n',
    "beginners/our-set/ro.toml": 'title = "Setul"\nquestion = "De ce?"\nstory = "A fost odată."\n',
    "beginners/our-set/en.toml": 'title = "The set"\nquestion = "Why?"\nstory = "Once there was."\n',
    "beginners/our-set/sheet.ro.md": "# Setul\n",
    "beginners/our-set/sheet.en.md": "# The set\n",
    "beginners/our-set/add-up/challenge.toml": """
place = 1
minutes = 15

[[tasks.make.checks]]
id = "sums"
kind = "call"
cases = [
    { call = "add(1, 2)", gives = "3" },
    { call = "add(2, 2)", gives = "4" },
    { call = "add(77, 5)", gives = "82", hidden = true },
]
""",
    "beginners/our-set/add-up/ro.toml": """
[names]
add = "aduna"
a = "unu"
b = "doi"

[make.checks.sums]
passed = "Suma e bună."
failed = "Suma nu e bună."

[make.mistakes]
print-not-return = "Funcția arată, dar nu dă înapoi."
minus = "Ai scăzut."
no-colon = "Uită-te la capătul primei linii."
""",
    "beginners/our-set/add-up/en.toml": """
[make.checks.sums]
passed = "The sum is right."
failed = "The sum is not right."

[make.mistakes]
print-not-return = "The function shows but does not give back."
minus = "You took away."
no-colon = "Look at the end of the first line."
""",
    "beginners/our-set/add-up/ro.md": "# Adună\n\nAdună două numere.\n\n## make\n\nScrie `aduna`.\n\n"
    "### question\n\nCât fac 1 și 2?\n\n### twin\n\n{{ make-twin }}\n",
    "beginners/our-set/add-up/en.md": "# Add up\n\nAdd two numbers.\n\n## make\n\nWrite `add`.\n\n"
    "### question\n\nHow much are 1 and 2?\n\n### twin\n\n{{ make-twin }}\n",
    "beginners/our-set/add-up/code/make.py": "def add(a, b):\n    ...\n",
    "beginners/our-set/add-up/code/make-twin.py": "def times(a, b):\n    return a * b\n",
    "beginners/our-set/add-up/answers/make.py": "def add(a, b):\n    return a + b  # secret\n",
    "beginners/our-set/add-up/right/make/turned.py": "def add(a, b):\n    return b + a\n",
    "beginners/our-set/add-up/wrong/make/print-not-return.py": "def add(a, b):\n    print(a + b)\n",
    "beginners/our-set/add-up/wrong/make/minus.py": "def add(a, b):\n    return a - b\n",
    "beginners/our-set/add-up/wrong/make/no-colon.py": "def add(a, b)\n    return a + b\n",
}

HOMEWORK = {
    "homework.toml": """
minutes = 20

[tasks.modify]
points = 1

[[tasks.modify.checks]]
id = "sums"
kind = "call"
cases = [
    { call = "add(1, 2)", gives = "3" },
    { call = "add(2, 2)", gives = "4" },
    { call = "add(77, 5)", gives = "82", hidden = true },
]

[tasks.make]
points = 2.5

[[tasks.make.checks]]
id = "six"
kind = "value"
name = "x"
cases = [{ given = "n = 6", gives = "12" }, { given = "n = 2", gives = "4" }, { given = "n = 9", gives = "18", hidden = true }]

[[tasks.make.checks]]
id = "short"
kind = "code"
what = "lines"
at_most = 2

[tasks.own]
points = 2
review = true
""",
    "ro.toml": """
[names]
add = "aduna"
a = "unu"
b = "doi"
x = "ics"

[strings]
"Mine:" = "Al meu:"

[modify.checks.sums]
passed = "Suma e bună."
failed = "Suma nu e bună."

[modify.mistakes]
minus = "Ai scăzut."

[make.checks.six]
passed = "E bine."
failed = "Nu e bine."

[make.checks.short]
passed = "E scurt."
failed = "E lung: {seen}."
said = "două linii"

[make.mistakes]
fixed = "Mereu la fel."
""",
    "en.toml": """
[modify.checks.sums]
passed = "The sum is right."
failed = "The sum is not right."

[modify.mistakes]
minus = "You took away."

[make.checks.six]
passed = "It is right."
failed = "It is not right."

[make.checks.short]
passed = "It is short."
failed = "It is long: {seen}."
said = "two lines"

[make.mistakes]
fixed = "Always the same."
""",
    "ro.md": "# Acasă\n\nTrei lucruri mici.\n\n## story\n\nA fost odată.\n\n## modify\n\nScrie `aduna`.\n\n"
    "### question\n\nCât fac 1 și 2?\n\n## make\n\nDublează `n` în două linii.\n\n### question\n\nCât e de două ori 6?\n\n## own\n\nFă ceva al tău.\n",
    "en.md": "# At home\n\nThree small things.\n\n## story\n\nOnce there was.\n\n## modify\n\nWrite `add`.\n\n"
    "### question\n\nHow much are 1 and 2?\n\n## make\n\nDouble `n` in two lines.\n\n### question\n\nHow much is twice 6?\n\n## own\n\nMake something.\n",
    "code/modify.py": "def add(a, b):\n    ...\n",
    "code/make.py": "# Mine:\n",
    "code/make.given.py": "n = 6\n",
    "code/own.py": "# Mine:\n",
    "answers/modify.py": "def add(a, b):\n    return a + b\n",
    "answers/make.py": "x = n * 2\n",
    "answers/own.py": "# Mine:\nprint(3)\n",
    "right/modify/turned.py": "def add(a, b):\n    return b + a\n",
    "wrong/modify/minus.py": "def add(a, b):\n    return a - b\n",
    "wrong/make/fixed.py": "x = 12\n",
}
"""A homework of the small content, with everything that is judged in another way."""

Judge = Callable[[str], Verdict]


@pytest.fixture
def turtle() -> str:
    """A prelude with `line(x1, y1, x2, y2, color)` and `chart(values, title)`."""
    return TURTLE


@pytest.fixture
def sets(tmp_path: Path) -> Path:
    """The small content in the teacher's form."""
    folder = tmp_path / "sets"
    for name, text in FILES.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def homework_sets(sets: Path) -> Path:
    """The small content with a homework."""
    for name, text in HOMEWORK.items():
        path = sets / "beginners/our-set/homework" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return sets


@pytest.fixture
def challenge() -> ReleasedChallenge:
    """A challenge with one task: a function `twice`, which a hidden case asks for another number."""
    check = Check(
        "doubles",
        "call",
        {},
        (
            Case(call="twice(2)", gives="4"),
            Case(call="twice(5)", gives="10"),
            Case(call="twice(831)", gives="1662", hidden=True),
        ),
        "It doubles.",
        "It does not double yet.",
    )
    task = Task(
        "make",
        "def twice(n):\n    pass\n",
        given="step = 2\n",
        limits=Limits(seconds=1.0),
        checks=(check,),
        hints=(Hint("question", "How much is twice two?"), Hint("look", "At the star.")),
        mistakes={"0" * 24: Mistake("never", "Never.")},
    )
    return ReleasedChallenge(
        "our-set", "doubling", "en", "1", "Doubling", {"make": task}, {"forward": "inainte"}
    )


@pytest.fixture
def judged(challenge: ReleasedChallenge) -> Judge:
    """Judges an answer to that task."""
    return lambda source: judge(challenge, "make", source, prelude="")
