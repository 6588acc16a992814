from collections import OrderedDict
from typing import Any

import pytest

from codekids_exercises.challenge import Case, Check, ContentError, Traits
from codekids_exercises.kinds.base import Measure, Seen
from codekids_exercises.kinds.registry import KINDS, kind_named
from codekids_exercises.runs import Failure, Observation
from codekids_exercises.source_checks import SourceCheck
from codekids_exercises.translate import Words
from codekids_exercises.values import typed


def measure(
    kind: str, settings: dict[str, Any], *observations: Observation, source: str = "", **case: Any
) -> Measure:
    cases = (Case(**case),) if case else ()
    check = Check("it", kind, settings, cases)
    return KINDS[kind].measure(check, Seen(source, observations))


def drawn(*segments: list[Any], fills: int = 0) -> Observation:
    points = [[0, 0], [1, 0], [1, 1]]
    drawing = {"segments": list(segments), "fills": [{"color": "red", "points": points}] * fills}
    return Observation("ok", seen={"drawing": drawing})


def charted(**chart: Any) -> Observation:
    return Observation(
        "ok", seen={"charts": [{"kind": "line", "series": [{"values": [1, None, 3]}], **chart}]}
    )


def called(value: object, *arguments: object, printed: str = "") -> Observation:
    return Observation("ok", True, printed, value=typed(value), arguments=typed(list(arguments)))


def test_an_unknown_kind_is_refused() -> None:
    with pytest.raises(ContentError, match="no kind of check 'pixels'"):
        kind_named("pixels")


def test_call_compares_type_and_value() -> None:
    wanted = {"call": "f(1)", "gives": "4.0"}
    assert measure("call", {}, called(4.0, 1), **wanted).passed
    assert measure("call", {}, called(4, 1), **wanted).detail == "call-other-type"
    assert measure("call", {"any_number": True}, called(4, 1), **wanted).passed
    wrong = measure("call", {}, called(5.0, 1), **wanted)
    assert (wrong.passed, wrong.detail, wrong.words["got"]) == (False, "call-gives", "5.0")


def test_call_sees_a_spoiled_argument() -> None:
    wanted = {"call": "f([1, 2])", "gives": "3"}
    assert measure("call", {}, called(3, [1]), **wanted).passed
    assert (
        measure("call", {"keeps_arguments": True}, called(3, [1]), **wanted).detail == "call-changed-argument"
    )
    assert measure("call", {"keeps_arguments": True}, called(3, [1, 2]), **wanted).passed


def test_call_that_stops_or_finds_no_function() -> None:
    wanted = {"call": "f(0)", "gives": "3"}
    stopped = Observation("error", True, failure=Failure("ZeroDivisionError", "division by zero", 1))
    assert measure("call", {}, stopped, **wanted).detail == "call-stopped"
    assert measure("call", {}, Observation("missing"), **wanted).detail == "no-function"


def test_a_hidden_case_is_not_told() -> None:
    hidden = measure("call", {}, called(5, 1), call="f(1)", gives="4", hidden=True)
    assert (hidden.passed, hidden.openly, hidden.seen, dict(hidden.words)) == (False, True, [], {})


def test_value_looks_at_a_variable() -> None:
    assert measure("value", {"name": "x"}, Observation("ok", names={"x": typed(3)}), gives="3").passed
    assert measure("value", {"name": "x"}, Observation("ok"), gives="3").detail == "no-name"
    assert (
        measure("value", {"name": "x"}, Observation("ok", names={"x": typed(4)}), gives="3").detail
        == "name-holds"
    )


@pytest.mark.parametrize(
    ("settings", "printed", "passed"),
    [
        ({}, "Ana  are\n3 mere \n", True),
        ({}, "ana are\n3 mere\n", False),
        ({"loose": True}, "ana are.\n3 mere!\n", True),
        ({}, "Ana are\n3 mere\nbye\n", False),
        ({"match": "has"}, "So: Ana are\n\nand 3 mere\nbye\n", True),
        ({"match": "has"}, "3 mere\nAna are\n", False),
        ({"asks": 1}, "Ana are\n3 mere\n", False),
    ],
)
def test_printed_text(settings: dict[str, Any], printed: str, passed: bool) -> None:
    seen = Observation("ok", printed=printed)
    assert measure("printed", settings, seen, lines=("Ana are", "3 mere")).passed is passed


@pytest.mark.parametrize(
    ("settings", "passed"),
    [
        ({"what": "strokes", "exactly": 2}, True),
        ({"what": "strokes", "at_least": 3}, False),
        ({"what": "slanted", "at_most": 0}, True),
        ({"what": "colours", "at_least": 2}, True),
        ({"what": "fills", "at_least": 1}, True),
        ({"what": "closed", "at_least": 1}, False),
        ({"what": "sides", "wanted": [20, 10]}, True),
        ({"what": "size", "wanted": [10, 20]}, True),
        ({"what": "named-colours", "wanted": ["red"]}, True),
        ({"what": "named-colours", "wanted": ["blue"]}, False),
        ({"what": "lengths", "at_least": 2}, True),
        ({"what": "groups", "exactly": 1}, True),
    ],
)
def test_drawings(settings: dict[str, Any], passed: bool) -> None:
    seen = drawn([0, 0, 10, 0, "black", 1], [10, 0, 10, 20, "black", 1], fills=1)
    assert measure("drawing", settings, seen).passed is passed


def test_colours_are_said_as_the_child_writes_them() -> None:
    wanted = {"what": "named-colours", "wanted": ["red", "blue"]}
    check = SourceCheck("colours", "drawing", wanted, ())
    words = Words(strings={"red": "rosu", "blue": "albastru"})
    romanian = check.in_words(words, "", "", hidden=True)
    seen = drawn([0, 0, 10, 0, "red", 1])
    measures = [measure("drawing", dict(settings), seen) for settings in (romanian.settings, wanted)]
    assert [(one.words["seen"], one.words["wanted"]) for one in measures] == [
        ("rosu", "rosu, albastru"),
        ("red", "red, blue"),
    ]
    assert measures[0].seen == measures[1].seen == ["red"]


def test_counts_are_cut_so_that_equal_mistakes_look_alike() -> None:
    five, six = [drawn(*[[n, 0, n, 9, "red", 1] for n in range(0, 20 * k, 20)]) for k in (5, 6)]
    settings = {"what": "pieces", "at_most": 2}
    assert measure("drawing", settings, five).seen == measure("drawing", settings, six).seen


@pytest.mark.parametrize(
    ("settings", "passed"),
    [
        ({"what": "number", "exactly": 1}, True),
        ({"what": "number", "at_least": 1, "chart": "bar"}, False),
        ({"what": "title"}, True),
        ({"what": "x-label"}, False),
        ({"what": "labels", "wanted": ["a", "b", "c"]}, True),
        ({"what": "labels"}, True),
        ({"what": "values", "wanted": [1, "gap", 3]}, True),
        ({"what": "values", "wanted": [1, 2, 3]}, False),
        ({"what": "gaps", "at_least": 1}, True),
        ({"what": "axis-from-zero"}, False),
    ],
)
def test_charts(settings: dict[str, Any], passed: bool) -> None:
    assert measure("charts", settings, charted(title="Ours", labels=["a", "b", "c"])).passed is passed


def test_an_honest_axis() -> None:
    assert measure("charts", {"what": "axis-from-zero"}, charted(y_from=0)).passed
    assert measure("charts", {"what": "axis-from-zero"}, charted(kind="bar")).passed
    assert not measure("charts", {"what": "axis-from-zero"}, charted(kind="bar", y_from=2)).passed


def test_where_an_axis_starts() -> None:
    starts = {"what": "axis-starts", "wanted": [2]}
    assert measure("charts", starts, charted(kind="bar", y_from=2)).passed
    assert not measure("charts", starts, charted(kind="bar")).passed
    assert not measure("charts", starts, charted()).passed
    assert measure("charts", {"what": "axis-starts", "wanted": [0]}, charted(kind="bar")).passed


def test_charts_are_counted() -> None:
    cut, whole = (charted(kind="bar", y_from=start).seen["charts"][0] for start in (1, 0))
    both = Observation("ok", seen={"charts": [cut, whole]})
    assert not measure("charts", {"what": "axis-from-zero"}, both).passed
    assert measure("charts", {"what": "axis-from-zero", "exactly": 1}, both).passed
    assert measure("charts", {"what": "values", "wanted": [1, "gap", 3], "exactly": 2}, both).passed
    assert not measure("charts", {"what": "values", "wanted": [1, "gap", 3], "at_least": 3}, both).passed


def test_no_chart_and_junk_charts() -> None:
    assert measure("charts", {"what": "title"}, Observation("ok")).detail == "no-chart"
    junk = Observation("ok", seen={"charts": [3, {"series": 3}, {"series": [{"values": "x"}]}]})
    assert not measure("charts", {"what": "values", "wanted": [1]}, junk).passed


@pytest.mark.parametrize(
    ("settings", "source", "passed"),
    [
        ({"what": "construct", "name": "loop", "at_least": 1}, "for i in range(3):\n    print(i)", True),
        ({"what": "construct", "name": "while", "at_least": 1}, "for i in range(3):\n    print(i)", False),
        ({"what": "calls", "name": "print", "at_most": 1}, "print(1)\nprint(2)", False),
        ({"what": "lines", "at_most": 2}, "# a comment\nprint(1)\n\nprint(2)", True),
        ({"what": "outside-names", "name": "f", "at_most": 0}, "x = 1\ndef f(a):\n    return a + x", False),
        (
            {"what": "outside-names", "name": "f", "at_most": 0},
            "x = 1\ndef f(x):\n    y = x\n    return y",
            True,
        ),
        ({"what": "lines", "at_most": 2}, "print(", False),
    ],
)
def test_rules_about_the_code(settings: dict[str, Any], source: str, passed: bool) -> None:
    assert measure("code", settings, Observation("ok"), source=source).passed is passed


def rays(number: int) -> Observation:
    return drawn(*([10 * one, 0, 10 * one, 9, "red", 2] for one in range(number)))


def grouped(*numbers: int) -> Measure:
    cases = (
        Case(given="n = 6", gives="6"),
        Case(given="n = 4", gives="4"),
        Case(given="n = 7", gives="7", hidden=True),
    )
    check = Check("it", "drawing", {"what": "groups"}, cases)
    return KINDS["drawing"].measure(check, Seen("", tuple(rays(number) for number in numbers)))


def test_a_drawing_may_depend_on_a_value() -> None:
    assert grouped(6, 4, 7).passed
    wrong = grouped(6, 5, 7)
    assert (wrong.passed, wrong.openly, wrong.seen) == (False, False, [6, 5])
    assert wrong.words == {"given": "n = 4", "wanted": "4", "seen": "5"}
    hidden = grouped(6, 4, 8)
    assert (hidden.passed, hidden.openly, hidden.detail) == (False, True, "other-values")


def test_where_the_turtle_looks_is_counted() -> None:
    looking = Observation("ok", seen={"drawing": {"segments": [], "turtle": [0, 0, 45.0]}})
    assert measure("drawing", {"what": "heading", "exactly": 45}, looking).passed
    assert measure("drawing", {"what": "heading", "exactly": 0}, looking).words["seen"] == "45"


def test_call_and_value_may_ask_for_traits() -> None:
    wanted: dict[str, Any] = {"call": "throws(3)", "traits": Traits(type="list", within=(1, 6), length=3)}
    assert measure("call", {}, called([1, 6, 2], 3), **wanted).passed
    wrong = measure("call", {}, called([1, 6, 7], 3), **wanted)
    assert (wrong.passed, wrong.detail, wrong.words["got"]) == (False, "trait-within", "7")
    same = measure("call", {}, called([8, 9, 7], 3), **wanted)
    assert same.seen == wrong.seen
    assert measure("call", {}, called(None, 3, printed="1\n"), **wanted).detail == "trait-list"
    sheet = Observation("ok", names={"x": typed({"who": "..."})})
    assert measure("value", {"name": "x"}, sheet, traits=Traits(filled=("who",))).detail == "trait-thin"


def test_dicts_are_equal_in_any_order_and_of_any_sort_of_pythons_own() -> None:
    wanted = {"call": "f()", "gives": "{'a': [1, (2, 3)], 'b': {'c': None}}"}
    seen = [
        measure("call", {}, called(value), **wanted)
        for value in (
            {"b": {"c": None}, "a": [1, (2, 3)]},
            OrderedDict(a=[1, (2, 3)], b={"c": None}),
            {"b": {"c": None}, "a": [1, (2, 4)]},
            {"a": [1, (2, 4)], "b": {"c": None}},
        )
    ]
    assert [one.passed for one in seen] == [True, True, False, False]
    assert seen[2].seen == seen[3].seen


def test_twice_the_same() -> None:
    assert measure("twice", {}, Observation("ok", first="a\n", printed="a\n")).passed
    assert measure("twice", {}, Observation("ok", first="a\n", printed="b\n")).detail == "twice-other"
    failure = Failure("NameError", "x", 1)
    again = Observation("error", first="a\n", failure=failure)
    assert measure("twice", {}, again).detail == "twice-stopped"
    assert measure("twice", {}, Observation("error", failure=failure)).detail == "once-stopped"


def test_ideas_are_counted_once_each() -> None:
    source = "def f(a):\n    for i in a:\n        print(i)\n    for i in a:\n        print(i)\n"
    names = {"what": "ideas", "names": ["for", "function", "if"]}
    assert measure("code", {**names, "at_least": 2}, Observation("ok"), source=source).passed
    assert not measure("code", {**names, "at_least": 3}, Observation("ok"), source=source).passed


def test_sentences_may_name_what_was_given() -> None:
    value = measure(
        "value", {"name": "x"}, Observation("ok", names={"x": typed(1)}), gives="2", given="n = 4"
    )
    assert value.words["given"] == "n = 4"
    text = Observation("ok", printed="no\n")
    printed = measure("printed", {}, text, lines=("yes",), given="n = 4", inputs=("Ana",))
    assert (printed.words["given"], printed.detail) == ("n = 4", "printed-with")
    assert measure("printed", {}, text, lines=("yes",), inputs=("a", "b")).detail == "printed-with-more"


def controlled(*controls: dict[str, Any]) -> Observation:
    return Observation("ok", seen={"controls": [{"function": "f", "controls": list(controls)}]})


SLIDER = {"name": "width", "kind": "slider", "least": 0, "most": 30, "step": 1, "start": 15}


@pytest.mark.parametrize(
    ("settings", "passed"),
    [
        ({"what": "number", "exactly": 2}, True),
        ({"what": "number", "at_least": 3}, False),
        ({"what": "kinds", "name": "slider", "exactly": 1}, True),
        ({"what": "kinds", "name": "text", "at_least": 1}, False),
        ({"what": "names", "wanted": ["width", "on"]}, True),
        ({"what": "names", "wanted": ["height"]}, False),
        ({"what": "limits", "wanted": [0, 30]}, True),
        ({"what": "limits", "wanted": [0, 20]}, False),
        ({"what": "start-inside"}, True),
    ],
)
def test_controls(settings: dict[str, Any], passed: bool) -> None:
    tick = {"name": "on", "kind": "tick", "start": True}
    assert measure("controls", settings, controlled(SLIDER, tick)).passed is passed


def test_a_slider_that_starts_outside_and_none_at_all() -> None:
    outside = measure("controls", {"what": "start-inside"}, controlled({**SLIDER, "start": 99}))
    assert (outside.passed, outside.words["seen"]) == (False, "99")
    assert not measure("controls", {"what": "start-inside"}, controlled({"name": "a", "kind": "tick"})).passed
    assert measure("controls", {"what": "names", "wanted": ["a"]}, Observation("ok")).detail == "no-control"


@pytest.mark.parametrize(
    "junk",
    [
        3,
        "x",
        {},
        [3],
        [{"controls": 3}],
        [{"controls": [3, {"kind": "lamp"}, {"kind": "slider", "least": "0"}]}],
    ],
)
def test_junk_controls(junk: Any) -> None:
    seen = Observation("ok", seen={"controls": junk})
    assert not measure("controls", {"what": "limits", "wanted": [0, 30]}, seen).passed
    assert not measure("controls", {"what": "start-inside"}, seen).passed


FACET = "facet normal 0 0 1 outer loop vertex {} vertex {} vertex {} endloop endfacet\n"


def tetrahedron(size: float, *, turned: bool = False, hole: bool = False) -> str:
    a, b, c, d = "0 0 0", f"{size} 0 0", f"0 {size} 0", f"0 0 {size}"
    faces = [(a, c, b), (a, b, d), (a, d, c), (b, c, d)]
    faces = [(x, z, y) for x, y, z in faces] if turned else faces
    return f"solid t\n{''.join(FACET.format(*face) for face in faces[hole:])}endsolid t\n"


@pytest.mark.parametrize(
    ("what", "value", "detail"),
    [
        ("closed", tetrahedron(6), None),
        ("size", tetrahedron(6), None),
        ("volume", tetrahedron(6), None),
        ("closed", tetrahedron(6, hole=True), "mesh-open"),
        ("closed", tetrahedron(6, turned=True), "mesh-inside-out"),
        ("volume", tetrahedron(6, turned=True), "mesh-volume"),
        ("size", tetrahedron(12), "mesh-size"),
        ("volume", tetrahedron(12), "mesh-volume"),
        ("closed", "a box", "mesh-none"),
        ("closed", 7, "mesh-none"),
        ("volume", None, "mesh-none"),
    ],
)
def test_objects(what: str, value: Any, detail: str | None) -> None:
    case: dict[str, Any] = {"call": "corner(6)", "size": (6.0, 6.0, 6.0), "volume": 36.0}
    found = measure("mesh", {"what": what}, called(value, 6), **case)
    assert (found.passed, found.detail) == (detail is None, detail)


def test_an_object_that_stops() -> None:
    stopped = Observation("error", True, failure=Failure("TypeError", "x", 1))
    assert measure("mesh", {"what": "closed"}, stopped, call="f(1)").detail == "call-just-stopped"
    assert measure("mesh", {"what": "closed"}, Observation("missing"), call="f(1)").detail == "no-function"


HTML = '<h1>Fântâna</h1><p>Apa e departe.</p><h2>Harta</h2><img src="a.png" alt="map">'


@pytest.mark.parametrize(
    ("settings", "html", "passed"),
    [
        ({"what": "headings", "exactly": 2}, HTML, True),
        ({"what": "headings", "at_least": 3}, HTML, False),
        ({"what": "pictures", "at_least": 1}, HTML, True),
        ({"what": "pictures-told"}, HTML, True),
        ({"what": "pictures-told"}, HTML.replace("map", " "), False),
        ({"what": "says", "wanted": ["FANTANA", "departe"]}, HTML, True),
        ({"what": "says", "wanted": ["aproape"]}, HTML, False),
        ({"what": "offline"}, HTML, True),
        ({"what": "offline"}, HTML + "<script></script>", False),
        ({"what": "private"}, HTML, True),
        ({"what": "private"}, HTML + "0721 123 456", False),
        ({"what": "offline"}, "no page", False),
    ],
)
def test_pages(settings: dict[str, Any], html: str, passed: bool) -> None:
    seen = Observation("ok", names={"page": typed(html)})
    assert measure("page", {"name": "page", **settings}, seen).passed is passed
    assert measure("page", settings, called(html), call="page()").passed is passed


def test_no_page_to_look_at() -> None:
    assert measure("page", {"what": "offline", "name": "page"}, Observation("ok")).detail == "no-name"
    number = Observation("ok", names={"page": typed(3)})
    assert measure("page", {"what": "private", "name": "page"}, number).detail == "page-none"


def test_charts_of_many_values_given() -> None:
    check = Check("it", "charts", {"what": "gaps", "exactly": 1}, (Case(given="a = 1"), Case(given="a = 2")))
    good, bad = charted(), Observation("ok", seen={"charts": [{"kind": "line", "series": [{"values": [1]}]}]})
    assert KINDS["charts"].measure(check, Seen("", (good, good))).passed
    assert not KINDS["charts"].measure(check, Seen("", (good, bad))).passed
