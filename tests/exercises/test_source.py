from pathlib import Path

import pytest

from codekids_exercises.challenge import ContentError, Traits
from codekids_exercises.localise import answers_in, localised
from codekids_exercises.source import read_sets
from codekids_exercises.source_form import mistake_of

CHALLENGE = Path("beginners/our-set/add-up")


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def test_a_set_is_read_whole(sets: Path) -> None:
    (one,) = read_sets(sets)
    assert (one.id, one.level, one.week, one.words["ro"].title) == ("our-set", "beginners", 3, "Setul")
    (challenge,) = one.challenges
    assert (challenge.id, challenge.minutes, list(challenge.tasks)) == ("add-up", 15, ["make"])
    assert set(challenge.tasks["make"].wrong) == {"print-not-return", "minus", "no-colon"}


def test_code_exists_once_and_is_put_in_words(sets: Path) -> None:
    challenge = read_sets(sets)[0].challenges[0]
    romanian = localised(challenge, "ro", hidden=True)
    task = romanian.task("make")
    assert task.starter == "def aduna(unu, doi):\n    ...\n"
    assert task.checks[0].cases[0].call == "aduna(1, 2)"
    assert task.hints[1].text == "```python\ndef times(unu, doi):\n    return unu * doi\n```"
    assert answers_in(challenge, challenge.tasks["make"], "ro").wrong["minus"].endswith("return unu - doi\n")


def test_hidden_cases_are_left_out_on_demand(sets: Path) -> None:
    challenge = read_sets(sets)[0].challenges[0]
    assert len(localised(challenge, "en", hidden=True).task("make").checks[0].cases) == 3
    assert len(localised(challenge, "en", hidden=False).task("make").checks[0].cases) == 2


@pytest.mark.parametrize(
    ("file", "old", "new", "told"),
    [
        ("challenge.toml", "minutes = 15", "", "minutes: is missing"),
        ("challenge.toml", "minutes = 15", "minutes = 15\nhours = 2", "hours: is not known"),
        ("challenge.toml", '"call"', '"cal"', "must be one of call, charts"),
        ("challenge.toml", '"sums"', '"Sums!"', "small letters with hyphens"),
        ("challenge.toml", "add(1, 2)", "add(x, 2)", "call: is 'add(x, 2)'; write a call with plain values"),
        ("challenge.toml", 'gives = "3"', 'gives = "3+"', "gives: is '3+'; write a plain Python value"),
        ("challenge.toml", 'gives = "3" ', 'gave = "3" ', "gives: is missing"),
        ("challenge.toml", 'kind = "call"', 'kind = "call"\nclose = "x"', "close: has the wrong type"),
        ("challenge.toml", "[[tasks.make.checks]]", "[[tasks.bake.checks]]", "bake: is not known"),
        ("ro.toml", 'failed = "Suma nu e bună."', "", "make.checks.sums.failed: is missing"),
        ("ro.toml", 'minus = "Ai scăzut."', "", "make.mistakes.minus: is missing"),
        (
            "ro.toml",
            'minus = "Ai scăzut."',
            'minus = "Ai scăzut."\nplus = "?"',
            "make.mistakes.plus: is not known",
        ),
        ("ro.md", "# Adună", "Adună", "begin with '# Title'"),
        ("ro.md", "## make", "## bake", "'## bake' is not one of"),
        ("ro.md", "### question", "### riddle", "'### riddle' of make is not one of"),
        ("ro.md", "## make", "## say\n\nx\n\n## make", "in this order"),
    ],
)
def test_a_broken_file_is_named_with_its_field(sets: Path, file: str, old: str, new: str, told: str) -> None:
    change(sets / CHALLENGE / file, old, new)
    with pytest.raises(ContentError) as refused:
        read_sets(sets)
    assert told in str(refused.value)
    assert file in str(refused.value)


@pytest.mark.parametrize("file", ["en.md", "en.toml", "answers/make.py", "code/make.py"])
def test_a_missing_file_is_named(sets: Path, file: str) -> None:
    (sets / CHALLENGE / file).unlink()
    with pytest.raises(ContentError, match="this file is missing") as refused:
        read_sets(sets)
    assert file in str(refused.value)


@pytest.mark.parametrize(
    ("settings", "told"),
    [
        ('kind = "drawing"', "what: is missing"),
        ('kind = "drawing"\nwhat = "pixels"\nexactly = 1', "what: is 'pixels'"),
        ('kind = "drawing"\nwhat = "closed"', "needs exactly, at_least or at_most"),
        ('kind = "drawing"\nwhat = "sides"', "wanted: is missing"),
        ('kind = "charts"\nwhat = "title"\nchart = "pie"', "must be one of line, bar"),
        ('kind = "code"\nwhat = "calls"\nat_least = 1', "name: is missing"),
        ('kind = "code"\nwhat = "construct"\nname = "goto"\nat_least = 1', "name: must be one of"),
        ('kind = "code"\nwhat = "ideas"\nnames = ["goto"]\nat_least = 1', "names: must be a list of some"),
        ('kind = "value"\nname = "x"\ncases = [{ within = [6, 1] }]', "write the least and the most"),
        ('kind = "value"\nname = "x"\ncases = [{ gives = "1", length = 2 }]', "gives: says it all"),
        ('kind = "value"\nname = "x"\ncases = [{ type = "queue" }]', "must be one of list, dict"),
        ('kind = "value"\nname = "x"\ncases = [{ gives = "1", seed = -1 }]', "seed: is -1"),
        ('kind = "value"\nname = "x"\ncases = [{ words = 2, length = 1 }]', "words: belongs to filled"),
        ('kind = "call"', "cases: needs at least one case"),
        ('kind = "code"\nwhat = "lines"\nat_most = 3\ncases = [{}]', "cases: is not used"),
        ('kind = "controls"\nwhat = "limits"\nwanted = [0]', "write the least and the most"),
        ('kind = "controls"\nwhat = "kinds"\nname = "lamp"\nat_least = 1', "must be one of slider"),
        ('kind = "controls"\nwhat = "number"', "needs exactly, at_least or at_most"),
        ('kind = "mesh"\nwhat = "size"\ncases = [{ call = "f()" }]', "cases: each need size"),
        ('kind = "mesh"\nwhat = "size"\ncases = [{ call = "f()", size = [1] }]', "write three numbers"),
        ('kind = "mesh"\nwhat = "closed"', "needs at least one case"),
        ('kind = "page"\nwhat = "offline"', "name: or cases with a call"),
        ('kind = "page"\nwhat = "says"\nname = "page"', "wanted: is missing"),
    ],
)
def test_a_check_that_makes_no_sense_is_refused(sets: Path, settings: str, told: str) -> None:
    file = sets / CHALLENGE / "challenge.toml"
    file.write_text(file.read_text() + f'\n[[tasks.make.signs]]\nid = "odd"\n{settings}\n')
    with pytest.raises(ContentError) as refused:
        read_sets(sets)
    assert told in str(refused.value)


def test_a_case_may_want_traits_and_a_seed(sets: Path) -> None:
    file = sets / CHALLENGE / "challenge.toml"
    case = '{ type = "dict", filled = ["who"], words = 2, within = [1, 2.5], total = 3, seed = 7 }'
    sign = f'\n[[tasks.make.signs]]\nid = "odd"\nkind = "value"\nname = "x"\ncases = [{case}]\n'
    file.write_text(file.read_text() + sign)
    change(sets / CHALLENGE / "ro.toml", "[make.checks", '[strings]\nwho = "cine"\n\n[make.checks')
    (read,) = localised(read_sets(sets)[0].challenges[0], "ro", hidden=False).task("make").signs[0].cases
    assert read.traits == Traits("dict", (1.0, 2.5), 3.0, filled=("cine",), words=2)
    assert read.seed == 7


def test_what_a_check_names_is_put_in_words(sets: Path) -> None:
    file = sets / CHALLENGE / "challenge.toml"
    signs = (
        'kind = "controls"\nwhat = "names"\nwanted = ["a"]',
        'kind = "controls"\nwhat = "kinds"\nname = "slider"\nat_least = 1',
        'kind = "page"\nwhat = "says"\nname = "a"\nwanted = ["who"]',
    )
    for number, sign in enumerate(signs):
        file.write_text(f'{file.read_text()}\n[[tasks.make.signs]]\nid = "odd-{number}"\n{sign}\n')
    change(sets / CHALLENGE / "ro.toml", "[make.checks", '[strings]\nwho = "cine"\n\n[make.checks')
    found = localised(read_sets(sets)[0].challenges[0], "ro", hidden=False).task("make").signs
    assert [one.settings["wanted"] for one in (found[0], found[2])] == [["unu"], ["cine"]]
    assert [one.settings["name"] for one in found[1:]] == ["slider", "unu"]


def test_examples_may_be_answered(sets: Path) -> None:
    file = sets / CHALLENGE / "challenge.toml"
    file.write_text(file.read_text() + '\n[steps.predict]\ninputs = ["Ana", "4"]\n')
    assert read_sets(sets)[0].challenges[0].inputs["predict"] == ("Ana", "4")
    change(file, "steps.predict", "steps.story")
    with pytest.raises(ContentError, match="story: is not known"):
        read_sets(sets)


def test_no_set_at_all(tmp_path: Path) -> None:
    (tmp_path / "names.toml").write_text("[ro]\n")
    with pytest.raises(ContentError, match="holds no set"):
        read_sets(tmp_path)


def test_a_mistake_may_have_several_files() -> None:
    assert {mistake_of("one-side"), mistake_of("one-side.2")} == {"one-side"}
