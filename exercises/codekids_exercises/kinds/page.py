"""Look at the HTML text of a page, in a variable or returned by a function: its headings, words and pictures, nothing from
other hosts, nobody's personal data."""

from collections.abc import Callable, Mapping
from typing import Any

from codekids_exercises.challenge import Case, Check
from codekids_exercises.kinds.base import COUNT, COUNTS, Kind, Measure, Seen, counted, one_by_one, trouble
from codekids_exercises.kinds.printed import tidy
from codekids_exercises.runs import Observation
from codekids_exercises.webpages import WebPage, read


def _measure(check: Check, seen: Seen) -> Measure:
    return one_by_one(check, seen, lambda case, observation: _look(check, case, observation))


def _look(check: Check, case: Case, observation: Observation) -> Measure:
    name = str(check.settings.get("name", ""))
    words = {"seen": "0", "wanted": "", "call": case.call or "", "name": name}
    words |= {"function": (case.call or "").split("(")[0]}
    stopped = trouble(observation)
    if stopped:
        words |= {"kind": observation.failure.kind if observation.failure else ""}
        missing = observation.ended == "missing"
        stop = "call-just-stopped" if case.call else "once-stopped"
        return Measure(False, False, stopped, words, "no-function" if missing else stop)
    value = observation.value if case.call else observation.names.get(name)
    if value is None:
        return Measure(False, False, "no value", words, "no-name")
    text = _text(value)
    if "<" not in text:
        return Measure(False, False, "no page", words, "page-none")
    measure = _LOOKS[check.settings["what"]](read(text), check.settings)
    return Measure(measure.passed, measure.openly, measure.seen, {**words, **measure.words}, measure.detail)


def _text(value: Any) -> str:
    is_text = isinstance(value, list) and len(value) == 2 and value[0] == "str" and isinstance(value[1], str)
    return str(value[1]) if is_text else ""


def _offline(page: WebPage, settings: Mapping[str, Any]) -> Measure:
    fits = not page.outside
    words = {"seen": ", ".join(page.outside[:3])}
    return Measure(fits, fits, min(len(page.outside), 3), words, None if fits else "page-outside")


def _private(page: WebPage, settings: Mapping[str, Any]) -> Measure:
    fits = not page.personal
    words = {"seen": ", ".join(page.personal[:3])}
    return Measure(fits, fits, min(len(page.personal), 3), words, None if fits else "page-personal")


def _headings(page: WebPage, settings: Mapping[str, Any]) -> Measure:
    return _count(len(page.headings), settings)


def _pictures(page: WebPage, settings: Mapping[str, Any]) -> Measure:
    return _count(len(page.pictures), settings)


def _count(number: int, settings: Mapping[str, Any]) -> Measure:
    fits, cut, wanted = counted(number, settings)
    return Measure(fits, fits, cut, {"seen": str(number), "wanted": wanted})


def _pictures_told(page: WebPage, settings: Mapping[str, Any]) -> Measure:
    silent = sum(not words for words in page.pictures)
    return Measure(silent == 0, silent == 0, min(silent, 3), {"seen": str(silent)})


def _says(page: WebPage, settings: Mapping[str, Any]) -> Measure:
    text = tidy(page.text, loose=True)
    missing = [words for words in settings["wanted"] if tidy(words, loose=True) not in text]
    words = {"seen": ", ".join(missing), "wanted": ", ".join(settings["wanted"])}
    return Measure(not missing, not missing, missing, words)


_LOOKS: dict[str, Callable[[WebPage, Mapping[str, Any]], Measure]] = {
    "offline": _offline,
    "private": _private,
    "headings": _headings,
    "pictures": _pictures,
    "pictures-told": _pictures_told,
    "says": _says,
}

THINGS: Mapping[str, tuple[str, ...]] = {
    **{name: () for name in ("offline", "private", "pictures-told")},
    **{name: (COUNT,) for name in ("headings", "pictures")},
    "says": ("wanted",),
}
"""What a check may look at: offline (nothing of another host, nothing that runs); private (no telephone number, e-mail address or
CNP); headings (how many h1, h2 and h3 with words); pictures (how many); pictures-told (each has words instead of it); says
(each of `wanted`, whatever the capitals and diacritics)."""

KIND = Kind(
    "page",
    settings={"what": str, "name": str, "wanted": list, **COUNTS},
    required=frozenset({"what"}),
    things=THINGS,
    measure=_measure,
    may=frozenset({"call", "given"}),
    reads_name=True,
    words=frozenset({"seen", "wanted", "call"}),
)
