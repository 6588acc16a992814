"""A librarian's pages of children and cards, served by the real application; who may not, is refused and noted."""

import html
import re
from collections.abc import Callable
from pathlib import Path

import httpx
import pytest
from sqlalchemy import select

from codekids_hub import consents, logins, people
from codekids_hub.club.parts import Parts
from codekids_hub.consents import PaperMissing, Purpose
from codekids_hub.logins import Device, Qr, Words
from codekids_hub.people import Role
from codekids_hub.storage.privacy_tables import HandOver
from codekids_hub.storage.tables import Adult, Audit, Card, Child, Club
from hub.reading_pdfs import opened, text_of
from hub.village import NOW, PEPPER, Village
from hub.visiting import Browser, ForgettingHub, parts_for

HERE = Device("laptop", "10.0.0.7")
Visit = Callable[..., Browser]


@pytest.fixture
def parts(village: Village, tmp_path: Path) -> Parts:
    """The service's parts; Mihaela is librarian at Cimișlia, Crina at Pietrari."""
    with village.database.write() as session:
        mihaela = people.add_adult(session, "mihaela", "patru cuvinte bune", NOW)
        people.add_adult(session, "ioana", "cinci cuvinte bune", NOW, coordinator=True)
        people.give_duty(session, mihaela, session.get_one(Club, village.other_club_id), Role.LIBRARIAN, NOW)
        for adult in session.scalars(select(Adult)):
            adult.language = "en"
    return parts_for(village.database, tmp_path, PEPPER)


@pytest.fixture
def visit(parts: Parts) -> Visit:
    """A browser of somebody, by identifier or an adult's name; of nobody without."""

    def come(who: str = "") -> Browser:
        with parts.database.read() as session:
            found = session.scalar(select(Adult.id).where(Adult.name == who))
        return Browser(parts, found or who)

    return come


@pytest.fixture
def here(village: Village) -> str:
    """The path of the first club's children."""
    return f"/clubs/{village.club_id}/children"


def plain(answer: httpx.Response) -> str:
    """The words of a page."""
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", answer.text)).split())


def named(village: Village, nickname: str) -> Child:
    """A child by its nickname."""
    with village.database.read() as session:
        return session.scalars(select(Child).where(Child.nickname == nickname)).one()


def words_on(answer: httpx.Response, child: Child) -> Words:
    """What the card on a page says."""
    first, second = re.findall(r"<li>([^<]+)</li>", answer.text[answer.text.index('class="words"') :])[:2]
    return Words("PIETRARI", child.animal, first, second)


def test_a_pasted_list_waits_for_its_papers(village: Village, visit: Visit, here: str) -> None:
    crina = visit("crina")
    answer = crina.post(here, {"nicknames": "Vlad, Sofia\nIonuț", "level": "advanced"})
    assert answer.status_code == 200 and "3 children wait for a paper" in plain(answer)
    assert answer.headers["Cache-Control"] == "no-store"
    vlad = named(village, "Vlad")
    assert vlad.level == "advanced"
    form = {"child": [vlad.id], f"paper-{vlad.id}": "77/2026", "shown": "yes"}
    answer = crina.post(f"/clubs/{village.club_id}/papers", form)
    assert "2 children wait for a paper" in plain(answer)
    with village.database.read() as session:
        for purpose in Purpose:
            kept = consents.valid(session, vlad.id, purpose)
            assert kept is not None and (kept.paper, kept.recorded_by) == ("77/2026", village.crina_id)


def test_a_list_with_its_papers_in_hand(village: Village, visit: Visit, here: str) -> None:
    form = {"nicknames": "Vlad Sofia".replace(" ", "\n"), "level": "beginners", "signed": "yes"}
    assert "wait" not in plain(visit("crina").post(here, form))
    with village.database.read() as session:
        papers = {consents.valid(session, named(village, name).id) for name in ("Vlad", "Sofia")}
        assert {paper.paper.partition("/")[0] for paper in papers if paper} == {"2", "3"}


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("Maria Popescu", "You could write “Maria”"),
        ("0740123456", "no phone number"),
        ("Luca", "is taken"),
        ("", "not right"),
    ],
)
def test_what_will_not_do_is_said_kindly_and_nothing_is_lost(
    village: Village, visit: Visit, here: str, typed: str, said: str
) -> None:
    for path, field in ((here, "nicknames"), (f"{here}/one", "nickname")):
        if path != here and not typed:
            continue
        answer = visit("crina").post(path, {field: typed, "level": "beginners"})
        assert answer.status_code in (409, 422)
        assert said in plain(answer)
        assert typed in html.unescape(answer.text)
    with village.database.read() as session:
        assert len(session.scalars(select(Child).where(Child.club_id == village.club_id)).all()) == 2


def test_somebody_new_stands_in_the_door(village: Village, visit: Visit, here: str) -> None:
    crina = visit("crina")
    suggested = re.search(r'name="suggested" value="([^"]+)"', crina.get(here).text)
    assert suggested
    form = {
        "suggested": suggested[1],
        "level": "beginners",
        "signed": "yes",
        "paper": "5/2026",
        "nickname": "",
    }
    card = crina.post(f"{here}/one", form)
    child = named(village, suggested[1])
    assert suggested[1] in plain(card) and "paper of the parents" not in plain(card)
    assert logins.log_in(village.database, PEPPER, words_on(card, child), HERE, NOW) == child.id


def test_without_a_paper_the_card_waits(village: Village, visit: Visit, here: str) -> None:
    card = visit("crina").post(f"{here}/one", {"nickname": "Vlad", "level": "beginners"})
    assert "as soon as you have noted the paper" in plain(card)
    with pytest.raises(PaperMissing):
        logins.log_in(village.database, PEPPER, words_on(card, named(village, "Vlad")), HERE, NOW)


def test_a_sheet_of_cards(village: Village, visit: Visit, here: str) -> None:
    crina, path = visit("crina"), f"/clubs/{village.club_id}/cards"
    answer = crina.post(path, {"child": [village.maria.child_id, village.ana.child_id]})
    assert answer.headers["Content-Type"] == "application/pdf"
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.headers["Content-Disposition"].startswith("inline")
    with opened(answer.content) as document:
        text = text_of(document, 0)
    assert "Maria" in text and "Ana" not in text, "only children of this club"
    words = re.findall(r"\b[12] (\w+)", text)
    with pytest.raises(logins.WrongQr):
        logins.log_in(village.database, PEPPER, Qr(village.maria.token), HERE, NOW)
    shown = Words("PIETRARI", village.maria.animal, *words)
    assert logins.log_in(village.database, PEPPER, shown, HERE, NOW) == village.maria.child_id
    assert logins.log_in(village.database, PEPPER, Qr(village.luca.token), HERE, NOW)
    assert logins.log_in(village.database, PEPPER, Qr(village.ana.token), HERE, NOW)
    assert crina.post(path, {}).status_code == 422


def test_a_card_for_the_wrong_child_is_undone(
    village: Village, parts: Parts, visit: Visit, here: str
) -> None:
    crina, path = visit("crina"), f"/children/{village.maria.child_id}/card"
    assert "Undo: the old card works again" in plain(crina.post(path))
    assert isinstance(parts.hub, ForgettingHub) and parts.hub.forgotten == [village.maria.child_id]
    assert "The card from before works again: Maria." in plain(crina.post(f"{path}/undo"))
    assert logins.log_in(village.database, PEPPER, Qr(village.maria.token), HERE, NOW)
    assert crina.post(f"{path}/undo").status_code == 409


def test_small_changes(village: Village, visit: Visit, here: str) -> None:
    crina, child = visit("crina"), f"/children/{village.maria.child_id}"
    for path, form, said in (
        ("nickname", {"nickname": "Mara"}, "The nickname is Mara now."),
        ("level", {"level": "advanced"}, "Mara is at the other level now."),
        ("paper/withdraw", {"purpose": "show"}, "The work of Mara is no longer shown"),
        ("paper/restore", {"purpose": "show"}, "The paper for showing work is noted: Mara."),
        ("paper/withdraw", {"purpose": "club"}, "Mara can no longer log in."),
        ("paper", {"purpose": "club", "paper": "8/2026", "day": "2026-11-19"}, "Mara can log in."),
    ):
        answer = crina.post(f"{child}/{path}", form)
        assert answer.status_code == 200 and said in plain(answer), path
    for path, form, status in (
        ("nickname", {"nickname": "Luca"}, 409),
        ("level", {"level": "expert"}, 422),
        ("paper", {"purpose": "advertising", "paper": "1"}, 422),
        ("paper", {"purpose": "club", "paper": "Popescu 7"}, 422),
        ("paper", {"purpose": "club", "paper": "7", "day": "yesterday"}, 422),
        ("take-back", {}, 200),
    ):
        assert crina.post(f"{child}/{path}", form).status_code == status, path
    with village.database.read() as session:
        assert session.get(Child, village.maria.child_id) is None, "she had never been here"


def test_the_whole_room_is_logged_out(village: Village, visit: Visit, here: str) -> None:
    for each in (village.maria, village.luca, village.ana):
        logins.log_in(village.database, PEPPER, Qr(each.token), HERE, NOW)
    answer = visit("crina").post(f"/clubs/{village.club_id}/end-logins")
    assert "All logins of this club are ending" in plain(answer)


def test_to_another_library_by_a_code(village: Village, visit: Visit, here: str) -> None:
    crina, mihaela = visit("crina"), visit("mihaela")
    page = crina.post(f"/children/{village.maria.child_id}/hand-over")
    code = re.search(r"[0-9A-Z]{4}-[0-9A-Z]{4}", plain(page))
    assert code
    there = f"/clubs/{village.other_club_id}"
    wrong = mihaela.post(f"{there}/accept", {"code": "AAAA-2222"})
    assert wrong.status_code == 404 and "No child waits" in plain(wrong)
    card = mihaela.post(f"{there}/accept", {"code": code[0]})
    assert "CIMISLIA" in plain(card) and "as soon as you have noted the paper" in plain(card)
    assert "Maria" not in plain(crina.get(here)) and "Maria" in plain(mihaela.get(f"{there}/children"))


def test_a_code_is_taken_back(village: Village, visit: Visit, here: str) -> None:
    crina, path = visit("crina"), f"/children/{village.maria.child_id}/hand-over"
    crina.post(path)
    assert "Maria stays in this club" in plain(crina.post(f"{path}/undo"))
    with village.database.read() as session:
        assert session.get(HandOver, village.maria.child_id) is None


def test_to_another_club_of_hers(village: Village, visit: Visit, here: str) -> None:
    move, crina = f"/children/{village.maria.child_id}/move", visit("crina")
    assert crina.post(move, {"club": village.other_club_id}).status_code == 404
    with village.database.write() as session:
        librarian = session.get_one(Adult, village.crina_id)
        people.give_duty(
            session, librarian, session.get_one(Club, village.other_club_id), Role.LIBRARIAN, NOW
        )
    assert "in this club already" in plain(crina.post(move, {"club": village.club_id}))
    card = crina.post(move, {"club": village.other_club_id, "nickname": ""})
    assert "CIMISLIA" in plain(card)
    child = named(village, "Maria")
    with village.database.read() as session:
        assert child.club_id == village.other_club_id and consents.valid(session, child.id) is not None


def test_the_log_says_who_did_what(village: Village, visit: Visit, here: str) -> None:
    crina = visit("crina")
    crina.post(f"/children/{village.maria.child_id}/nickname", {"nickname": "Mara"})
    visit("mihaela").post(f"/children/{village.luca.child_id}/card")
    log = plain(crina.get(f"/clubs/{village.club_id}/log"))
    assert "you nickname changed Mara" in log
    assert "mihaela tried to come in here, and was refused Luca" in log
    assert "the operator of the server child added Luca" in log
    assert "Ana" not in log
    first = crina.get(f"/clubs/{village.club_id}/log?before=1")
    assert "There is nothing older." in plain(first)


def addresses(village: Village) -> list[tuple[str, str, dict[str, str]]]:
    """Every address of these pages, about Crina's club and Maria, with a form that would do."""
    club, child = f"/clubs/{village.club_id}", f"/children/{village.maria.child_id}"
    gets: list[tuple[str, str, dict[str, str]]] = [
        ("GET", f"{club}/{page}", {}) for page in ("children", "log")
    ]
    posts = [
        (f"{club}/children", {"nicknames": "Vlad", "level": "beginners"}),
        (f"{club}/children/one", {"nickname": "Vlad", "level": "beginners"}),
        (f"{club}/papers", {"child": village.maria.child_id}),
        (f"{club}/cards", {"child": village.maria.child_id}),
        (f"{club}/end-logins", {}),
        (f"{club}/accept", {"code": "AAAA-2222"}),
        (f"{child}/card", {}),
        (f"{child}/card/undo", {}),
        (f"{child}/nickname", {"nickname": "Mara"}),
        (f"{child}/level", {"level": "advanced"}),
        (f"{child}/paper", {"paper": "1/2026"}),
        (f"{child}/paper/withdraw", {}),
        (f"{child}/paper/restore", {}),
        (f"{child}/take-back", {}),
        (f"{child}/move", {"club": village.other_club_id}),
        (f"{child}/hand-over", {}),
        (f"{child}/hand-over/undo", {}),
    ]
    return [*gets, *(("POST", path, form) for path, form in posts)]


def state(village: Village) -> tuple[object, ...]:
    """Everything that these pages can change."""
    with village.database.read() as session:
        children = session.execute(select(Child.id, Child.club_id, Child.nickname, Child.level)).all()
        alive = session.scalars(select(Card.id).where(Card.ended_at.is_(None))).all()
        papers = [consents.valid(session, child.id) is not None for child in children]
        return (*map(tuple, children), *alive, *papers, session.scalar(select(HandOver.digest)))


@pytest.mark.parametrize(
    ("who", "status"), [("mihaela", 404), ("andrei", 403), ("ioana", 403), ("luca", 403), ("", 401)]
)
def test_whose_club_it_is_not_changes_nothing_and_is_noted(
    village: Village, visit: Visit, who: str, status: int
) -> None:
    browser, before = visit(village.luca.child_id if who == "luca" else who), state(village)
    for method, path, form in addresses(village):
        answer = browser.get(path) if method == "GET" else browser.post(path, form)
        assert answer.status_code == status, path
        assert "Maria" not in answer.text
    assert state(village) == before
    with village.database.read() as session:
        refused = session.scalars(select(Audit.subject).where(Audit.action == "refused")).all()
    assert len(refused) == (len(addresses(village)) if who else 0)
    assert set(refused) <= {village.club_id, village.maria.child_id}


def test_a_form_from_elsewhere_changes_nothing(village: Village, visit: Visit) -> None:
    before = state(village)
    for method, path, form in addresses(village):
        if method == "POST":
            assert visit("crina").send(path, {**form, "xsrf": "0" * 64}).status_code == 403, path
    assert state(village) == before


def test_what_is_not_there_is_not_noted(village: Village, visit: Visit) -> None:
    for path in (
        "/clubs/c22222222222/children",
        "/clubs/%00/log",
        "/clubs/ă/children",
        f"/clubs/{'x' * 300}/log",
    ):
        assert visit("crina").get(path).status_code == 404
    with village.database.read() as session:
        assert session.scalar(select(Audit.id).where(Audit.action == "refused")) is None


@pytest.mark.parametrize("language", ["ro", "en"])
def test_the_page_speaks_both_languages(village: Village, visit: Visit, here: str, language: str) -> None:
    with village.database.write() as session:
        session.get_one(Adult, village.crina_id).language = language
    page = visit("crina").get(here)
    assert f'<html lang="{language}">' in page.text
    assert {"ro": "Copii și carduri", "en": "Children and cards"}[language] in plain(page)
