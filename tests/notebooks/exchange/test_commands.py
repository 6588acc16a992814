"""nbgrader's own commands over the club's exchange: what nbgrader's tests ask of an exchange, asked of ours."""

import json
import os
import shutil
from pathlib import Path

import pytest

from notebooks.exchange.club_exchange import ClubExchange
from notebooks.exchange.people import COURSE, HOMEWORK, Person, write_notebook

IN_COURSE = ("--course", COURSE)


def fetch(person: Person, *more: str, code: int = 0) -> list[str]:
    return person.runs("fetch_assignment", HOMEWORK, *IN_COURSE, *more, code=code)


def submit(person: Person, *more: str, code: int = 0) -> list[str]:
    return person.runs("submit", HOMEWORK, *IN_COURSE, *more, code=code)


def collect(person: Person, *more: str) -> list[str]:
    return person.runs("collect", HOMEWORK, *IN_COURSE, *more)


def notebook(person: Person) -> Path:
    return person.home / HOMEWORK / "homework.ipynb"


def release_feedback(mentor: Person, student: str, html: str) -> None:
    """What generate_feedback leaves, released."""
    folder = mentor.home / "feedback" / student / HOMEWORK
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "homework.html").write_text(html, encoding="utf-8")
    shutil.copy(mentor.home / "submitted" / student / HOMEWORK / "timestamp.txt", folder)
    mentor.runs("release_feedback", HOMEWORK, *IN_COURSE)


@pytest.mark.parametrize(
    "command",
    ["release_assignment", "fetch_assignment", "submit", "collect", "release_feedback", "fetch_feedback"],
)
def test_a_course_must_be_named(ana: Person, mentor: Person, command: str) -> None:
    fetch(ana)
    person = mentor if command in ("release_assignment", "collect", "release_feedback") else ana
    person.runs(command, HOMEWORK, code=1)
    assert "`--course`" in person.log


def test_release(mentor: Person, exchange: ClubExchange) -> None:
    mentor.runs("release_assignment", HOMEWORK, *IN_COURSE)
    first = exchange.released[COURSE, HOMEWORK]
    mentor.runs("release_assignment", HOMEWORK, *IN_COURSE, code=1)
    assert "released already" in mentor.log
    assert exchange.released[COURSE, HOMEWORK] == first
    mentor.runs("release_assignment", "--assignment", HOMEWORK, *IN_COURSE, "--force")
    assert exchange.released[COURSE, HOMEWORK][0] > first[0]


def test_release_of_what_is_not_generated(mentor: Person, exchange: ClubExchange) -> None:
    mentor.runs("release_assignment", "ps9", *IN_COURSE, code=1)
    write_notebook(mentor.home / "source" / "ps9" / "p1.ipynb")
    mentor.runs("release_assignment", "ps9", *IN_COURSE, code=1)
    assert "generate_assignment" in mentor.log
    assert not exchange.released


def test_a_child_releases_nothing(ana: Person, exchange: ClubExchange) -> None:
    write_notebook(ana.home / "release" / HOMEWORK / "homework.ipynb", "mine")
    before = dict(exchange.released)
    ana.runs("release_assignment", HOMEWORK, *IN_COURSE, "--force", code=1)
    assert "Only a mentor" in ana.log
    ana.runs("list", HOMEWORK, *IN_COURSE, "--remove", code=1)
    assert exchange.released == before


def test_fetch(ana: Person) -> None:
    fetch(ana)
    assert notebook(ana).is_file()
    fetch(ana, code=1)
    notebook(ana).unlink()
    fetch(ana, code=1)
    fetch(ana, "--replace")
    assert notebook(ana).is_file()


def test_fetch_never_overwrites_a_childs_work(ana: Person) -> None:
    fetch(ana)
    write_notebook(notebook(ana), "my own answer")
    mine = notebook(ana).read_text(encoding="utf-8")
    fetch(ana, code=1)
    fetch(ana, "--replace")
    assert notebook(ana).read_text(encoding="utf-8") == mine


def test_fetch_with_the_deprecated_name_and_with_a_flag(ana: Person, dan: Person) -> None:
    with pytest.warns(DeprecationWarning):
        ana.runs("fetch", HOMEWORK, *IN_COURSE)
    assert notebook(ana).is_file()
    dan.runs("fetch_assignment", f"--assignment={HOMEWORK}", *IN_COURSE)
    assert notebook(dan).is_file()


def test_fetch_several(ana: Person, mentor: Person) -> None:
    write_notebook(mentor.home / "release" / "ps2" / "p1.ipynb")
    mentor.runs("release_assignment", "ps2", *IN_COURSE)
    flag = "--Exchange.path_includes_course=True"
    ana.runs("fetch_assignment", *IN_COURSE, flag, HOMEWORK, "ps2")
    assert (ana.home / COURSE / HOMEWORK / "homework.ipynb").is_file()
    assert (ana.home / COURSE / "ps2" / "p1.ipynb").is_file()
    submit(ana, flag)


def test_fetch_of_what_is_not_there_leaves_nothing(ana: Person) -> None:
    ana.runs("fetch_assignment", "ps9", *IN_COURSE, code=1)
    assert "no homework ps9" in ana.log
    assert not [path for path in ana.home.iterdir() if "ps9" in path.name]


def test_another_club_is_shut(dora: Person) -> None:
    fetch(dora, code=1)
    assert "not your club" in dora.log
    assert dora.list()[-1] == "Released assignments:"


def test_submit_gives_a_receipt_that_is_kept(ana: Person, exchange: ClubExchange) -> None:
    fetch(ana)
    lines = submit(ana)
    (row,) = exchange.hand_ins
    assert row.student_id == "ana"
    assert f"Submitted as: {COURSE} {HOMEWORK} {row.receipt['at']}" in lines
    assert any(line.startswith("Receipt number 1:") for line in lines)
    kept = (ana.home / ".satul" / "receipts.jsonl").read_text(encoding="utf-8").split()
    said = json.loads(" ".join(kept))
    assert (said["number"], said["sha256"], said["key"]) == (1, row.receipt["sha256"], row.key)


def test_a_second_hand_in_is_a_second_version(ana: Person, exchange: ClubExchange) -> None:
    fetch(ana)
    submit(ana)
    submit(ana)
    write_notebook(notebook(ana), "y = 2")
    submit(ana)
    assert [row.number for row in exchange.hand_ins] == [1, 2, 3]
    assert len({row.key for row in exchange.hand_ins}) == 3


def test_a_receipt_says_late(ana: Person, exchange: ClubExchange) -> None:
    exchange.late = True
    fetch(ana)
    assert any("after the closing day" in line for line in submit(ana))


@pytest.mark.parametrize("faults", [["", "cut"], ["", "lost"], ["", "half"]])
def test_a_connection_that_breaks_costs_nothing(
    ana: Person, exchange: ClubExchange, faults: list[str]
) -> None:
    fetch(ana)
    exchange.faults = faults
    submit(ana)
    (row,) = exchange.hand_ins
    assert f"Receipt number {row.number}:" in ana.log


def test_a_retry_after_a_lost_answer_gives_the_same_receipt(ana: Person, exchange: ClubExchange) -> None:
    fetch(ana)
    exchange.faults = ["", "cut", "cut"]
    submit(ana, code=1)
    assert "does not answer" in ana.log
    submit(ana)
    assert [row.number for row in exchange.hand_ins] == [1]
    assert "Receipt number 1:" in ana.log


def test_who_somebody_is_comes_from_the_key(ana: Person, exchange: ClubExchange) -> None:
    fetch(ana)
    submit(ana, "--student=dan")
    assert "changes nothing" in ana.log
    ana.around = {"JUPYTERHUB_USER": "dan"}
    submit(ana)
    assert [row.student_id for row in exchange.hand_ins] == ["ana", "ana"]


def test_a_students_name_is_no_pattern(ana: Person) -> None:
    fetch(ana)
    submit(ana, "--student=foo+bar", code=1)
    submit(ana, "--student=foo*bar", code=1)


def test_strict_asks_for_all_notebooks(ana: Person, exchange: ClubExchange) -> None:
    fetch(ana)
    write_notebook(ana.home / HOMEWORK / "more.ipynb")
    submit(ana, "--strict")
    notebook(ana).unlink()
    submit(ana, "--strict", code=1)
    assert "homework.ipynb" in ana.log
    submit(ana)
    assert [row.entry["notebooks"] for row in exchange.hand_ins] == [["homework", "more"], ["more"]]


def names_in(content: bytes) -> set[str]:
    from satul.exchange import bundle

    return set(bundle.unpack(content, 1_000_000))


def test_what_nbgrader_leaves_out_stays_here(ana: Person, exchange: ClubExchange) -> None:
    fetch(ana)
    folder = ana.home / HOMEWORK
    (folder / "foo.pyc").write_bytes(b"x")
    (folder / ".ipynb_checkpoints").mkdir()
    (folder / ".ipynb_checkpoints" / "a.ipynb").write_bytes(b"x")
    (folder / "data").mkdir()
    (folder / "data" / "small").write_bytes(b"x" * 2000)
    (folder / "large").write_bytes(b"x" * 2001)
    os.mkfifo(folder / "pipe")
    submit(ana, "--CourseDirectory.max_file_size=2")
    assert "extra" not in ana.log
    submit(ana, "--CourseDirectory.include=*.ipynb")
    assert names_in(exchange.hand_ins[0].content) == {"homework.ipynb", "data/small"}
    assert names_in(exchange.hand_ins[1].content) == {"homework.ipynb"}


def test_a_folder_that_is_too_large_is_refused_here(ana: Person, exchange: ClubExchange) -> None:
    fetch(ana)
    (ana.home / HOMEWORK / "large").write_bytes(b"x" * 4001)
    submit(ana, "--CourseDirectory.max_dir_size=4", code=1)
    assert "too large" in ana.log
    (ana.home / HOMEWORK / "large").write_bytes(os.urandom(20_000))
    submit(ana, "--Exchange.most_packed=10000", code=1)
    assert not exchange.hand_ins


def test_submit_of_what_is_not_here_or_not_released(ana: Person) -> None:
    submit(ana, code=1)
    write_notebook(ana.home / "ps9" / "p1.ipynb")
    ana.runs("submit", "ps9", *IN_COURSE, code=1)
    assert "no homework ps9" in ana.log


def test_list_released(ana: Person, mentor: Person) -> None:
    mentor.runs("release_assignment", HOMEWORK, "--course", "valea-mare")
    assert ana.list() == ["Released assignments:", f"{COURSE} {HOMEWORK}"]
    assert mentor.list(HOMEWORK, "--course", "valea-mare") == [
        "Released assignments:",
        f"valea-mare {HOMEWORK}",
    ]
    assert mentor.list() == [
        "Released assignments:",
        f"{COURSE} {HOMEWORK}",
        f"valea-mare {HOMEWORK}",
    ]
    fetch(ana)
    assert ana.list() == ["Released assignments:", f"{COURSE} {HOMEWORK} (already downloaded)"]


def test_list_removes_what_is_released_and_never_a_hand_in(ana: Person, mentor: Person) -> None:
    fetch(ana)
    submit(ana)
    mentor.runs("list", HOMEWORK, *IN_COURSE, "--inbound", "--remove", code=1)
    ana.runs("list", HOMEWORK, *IN_COURSE, "--cached", "--remove", code=1)
    mentor.list(HOMEWORK, "--remove")
    assert mentor.list() == ["Released assignments:"]
    assert len(mentor.list("--inbound")) == 2
    mentor.runs("list", "--inbound", "--cached", code=1)


def test_list_handed_in(ana: Person, dan: Person, mentor: Person, exchange: ClubExchange) -> None:
    assert mentor.list("--inbound") == ["Submitted assignments:"]
    for person in (dan, ana, ana):
        if not notebook(person).exists():
            fetch(person)
        submit(person)
    hers = [
        f"{COURSE} ana {HOMEWORK} {row.receipt['at']} (no feedback available)"
        for row in exchange.hand_ins
        if row.student_id == "ana"
    ]
    assert ana.list("--cached") == ["Submitted assignments:", *hers]
    assert ana.list("--inbound", "--student=dan") == ["Submitted assignments:"]
    assert len(mentor.list("--inbound", *IN_COURSE)) == 4
    assert mentor.list("--inbound", "--student=ana", HOMEWORK) == ["Submitted assignments:", *hers]
    assert mentor.list("--cached") == ["Submitted assignments:"]


def test_collect(ana: Person, dan: Person, mentor: Person, exchange: ClubExchange) -> None:
    collect(mentor)
    assert not (mentor.home / "submitted").exists()
    fetch(ana)
    submit(ana)
    collect(mentor)
    folder = mentor.home / "submitted" / "ana" / HOMEWORK
    time = folder / "timestamp.txt"
    assert time.read_text(encoding="utf-8") == exchange.hand_ins[0].receipt["at"]
    write_notebook(notebook(ana), "y = 2")
    submit(ana)
    fetch(dan)
    submit(dan)
    collect(mentor)
    assert time.read_text(encoding="utf-8") == exchange.hand_ins[0].receipt["at"]
    assert (mentor.home / "submitted" / "dan" / HOMEWORK / "homework.ipynb").is_file()
    (folder / "left.txt").write_text("of the first", encoding="utf-8")
    collect(mentor, "--update")
    assert time.read_text(encoding="utf-8") == exchange.hand_ins[1].receipt["at"]
    assert "y = 2" in (folder / "homework.ipynb").read_text(encoding="utf-8")
    assert sorted(path.name for path in folder.iterdir()) == ["homework.ipynb", "timestamp.txt"]
    assert [path.name for path in folder.parent.iterdir()] == [HOMEWORK]
    assert any(line.startswith("No newer submission") for line in collect(mentor, "--update"))


def test_collect_of_one_student(ana: Person, dan: Person, mentor: Person) -> None:
    for person in (ana, dan):
        fetch(person)
        submit(person)
    collect(mentor, "--student=dan")
    assert [path.name for path in (mentor.home / "submitted").iterdir()] == ["dan"]


def test_the_clubs_time_stands_above_a_childs(ana: Person, mentor: Person, exchange: ClubExchange) -> None:
    fetch(ana)
    (ana.home / HOMEWORK / "timestamp.txt").write_text("2001-01-01 00:00:00.000000 UTC", encoding="utf-8")
    submit(ana)
    collect(mentor)
    kept = mentor.home / "submitted" / "ana" / HOMEWORK / "timestamp.txt"
    assert kept.read_text(encoding="utf-8") == exchange.hand_ins[0].receipt["at"]


@pytest.mark.parametrize(("flag", "number"), [("--before-duedate", 1), ("", 2)])
def test_collect_before_the_due_date(
    ana: Person, mentor: Person, exchange: ClubExchange, flag: str, number: int
) -> None:
    from nbgrader.api import Gradebook

    fetch(ana)
    submit(ana)
    due = exchange.now().replace(tzinfo=None)
    submit(ana)
    address = f"sqlite:///{mentor.home}/gradebook.db"
    with Gradebook(address) as gradebook:
        gradebook.update_or_create_assignment(HOMEWORK, duedate=due)  # type: ignore[arg-type]
    collect(mentor, "--db", address, *([flag] if flag else []))
    kept = mentor.home / "submitted" / "ana" / HOMEWORK / "timestamp.txt"
    assert kept.read_text(encoding="utf-8") == exchange.hand_ins[number - 1].receipt["at"]


def test_collect_refuses_a_bundle_that_leads_elsewhere(
    ana: Person, mentor: Person, exchange: ClubExchange
) -> None:
    from satul.exchange import bundle

    fetch(ana)
    submit(ana)
    exchange.hand_ins[0].content = bundle.pack({"../../../evil": b"x", "homework.ipynb": b"{}"})
    mentor.runs("collect", HOMEWORK, *IN_COURSE, code=1)
    assert "cannot be read" in mentor.log
    assert not list(mentor.home.parent.rglob("evil"))


def test_feedback_comes_back(ana: Person, dan: Person, mentor: Person, exchange: ClubExchange) -> None:
    for person in (ana, dan):
        fetch(person)
        submit(person)
    collect(mentor)
    release_feedback(mentor, "ana", "<p>Bravo, Ana ș ț</p>")
    assert ana.list("--cached")[-1].endswith("(feedback ready to be fetched)")
    ana.runs("fetch_feedback", HOMEWORK, *IN_COURSE)
    page = ana.home / HOMEWORK / "feedback" / exchange.hand_ins[0].receipt["at"] / "homework.html"
    assert page.read_text(encoding="utf-8") == "<p>Bravo, Ana ș ț</p>"
    assert ana.list("--cached")[-1].endswith("(feedback already fetched)")
    dan.runs("fetch_feedback", HOMEWORK, *IN_COURSE)
    assert not list(dan.home.rglob("*.html"))
    release_feedback(mentor, "ana", "<p>Again</p>")
    assert ana.list("--cached")[-1].endswith("(feedback ready to be fetched)")
    ana.runs("fetch_feedback", HOMEWORK, *IN_COURSE)
    assert page.read_text(encoding="utf-8") == "<p>Again</p>"
    submit(ana)
    assert [line.rpartition(" (")[2] for line in ana.list("--cached")[1:]] == [
        "feedback already fetched)",
        "no feedback available)",
    ]
    assert not [name for name in names_in(exchange.hand_ins[-1].content) if "feedback" in name]


def test_what_two_handed_in_together_comes_back_to_both(
    ana: Person, dan: Person, mentor: Person, exchange: ClubExchange
) -> None:
    fetch(ana)
    submit(ana)
    exchange.hand_ins[0].partner = "dan"
    collect(mentor)
    release_feedback(mentor, "ana", "<p>Bravo")
    dan.runs("fetch_feedback", HOMEWORK, *IN_COURSE)
    assert len(list(dan.home.rglob("homework.html"))) == 1
    assert dan.list("--cached")[-1].endswith("(feedback already fetched)")


def test_feedback_of_some_students(ana: Person, dan: Person, mentor: Person, exchange: ClubExchange) -> None:
    for person in (ana, dan):
        fetch(person)
        submit(person)
    collect(mentor)
    for student in ("ana", "dan"):
        folder = mentor.home / "feedback" / student / HOMEWORK
        folder.mkdir(parents=True)
        (folder / "homework.html").write_text("<p>", encoding="utf-8")
        shutil.copy(mentor.home / "submitted" / student / HOMEWORK / "timestamp.txt", folder)
    command = ("release_feedback", HOMEWORK, *IN_COURSE)
    mentor.runs(*command, "--CourseDirectory.student_id_exclude=dan")
    assert [sorted(row.feedback) for row in exchange.hand_ins] == [["homework"], []]
    exchange.hand_ins[0].feedback.clear()
    mentor.runs(*command, "--student=dan")
    assert [sorted(row.feedback) for row in exchange.hand_ins] == [[], ["homework"]]
    (mentor.home / "feedback" / "ana" / HOMEWORK / "timestamp.txt").write_text("2001-01-01 00:00:00.0 UTC")
    exchange.hand_ins[1].feedback.clear()
    mentor.runs(*command, code=1)
    assert "not released for: ana." in mentor.log
    assert [sorted(row.feedback) for row in exchange.hand_ins] == [[], ["homework"]]


def test_a_child_gives_no_feedback(ana: Person, exchange: ClubExchange) -> None:
    fetch(ana)
    submit(ana)
    folder = ana.home / "feedback" / "ana" / HOMEWORK
    folder.mkdir(parents=True)
    (folder / "homework.html").write_text("<p>100 points", encoding="utf-8")
    (folder / "timestamp.txt").write_text(exchange.hand_ins[0].receipt["at"], encoding="utf-8")
    ana.runs("release_feedback", HOMEWORK, *IN_COURSE, code=1)
    assert not exchange.hand_ins[0].feedback


@pytest.mark.parametrize(
    ("fault", "said"),
    [("slam", "Too large, sorry."), ("html", "does not answer just now")],
)
def test_refusals_are_one_sentence_and_an_exit_code(
    ana: Person, exchange: ClubExchange, fault: str, said: str
) -> None:
    fetch(ana)
    (ana.home / HOMEWORK / "photo").write_bytes(os.urandom(9_000_000))
    exchange.faults = ["", fault]
    submit(ana, code=1)
    assert said in ana.log
    assert "Traceback" not in ana.log
    assert not (ana.home / ".satul" / "receipts.jsonl").exists()


def test_a_hand_in_that_the_club_finds_too_large(ana: Person, exchange: ClubExchange) -> None:
    fetch(ana)
    exchange.most = 10
    submit(ana, code=1)
    assert "take out the pictures" in ana.log


def test_a_club_that_is_away(ana: Person, exchange: ClubExchange) -> None:
    exchange.url = "http://127.0.0.1:9/services/club/api"
    for command in (("list",), ("fetch_assignment", HOMEWORK, *IN_COURSE)):
        ana.runs(*command, code=1)
        assert "does not answer just now" in ana.log


def test_sentences_come_in_the_childs_language(ana: Person, exchange: ClubExchange) -> None:
    ana.around = {"CODEKIDS_LANGUAGE": "ro"}
    ana.list()
    assert exchange.asked[-1][2]["Accept-Language"] == "ro"
    exchange.faults = ["html"]
    ana.runs("list", code=1)
    assert "Clubul nu răspunde" in ana.log


def test_without_a_key_nothing_is_asked(ana: Person, exchange: ClubExchange) -> None:
    exchange.url = ""
    asked = len(exchange.asked)
    ana.runs("list", code=1)
    assert "does not know its club" in ana.log
    assert len(exchange.asked) == asked


def test_a_full_disk_is_said(ana: Person) -> None:
    (ana.home / HOMEWORK).parent.mkdir(exist_ok=True)
    ana.enter()
    (ana.home / "shut").write_text("a file, no folder", encoding="utf-8")
    fetch(ana, "--Exchange.assignment_dir=shut", code=1)
    assert "could not be saved here" in ana.log
