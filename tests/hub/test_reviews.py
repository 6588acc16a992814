"""The mentor's review: what waits, what is folded, who holds it, what one word reaches, and who may see what."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from threading import Barrier

import pytest

from codekids_hub import claims, homework, people, reviews, second_looks, worries
from codekids_hub.hand_ins import ACCEPTED, MARKED
from codekids_hub.levels import Level
from codekids_hub.marking import Told, ToldCheck, ToldTask
from codekids_hub.people import Role
from codekids_hub.refusals import NotFound
from codekids_hub.reviews import BadPoints, CardGone, NoWords, Word
from codekids_hub.storage import Database
from codekids_hub.storage.homework_tables import HandIn, Review
from codekids_hub.storage.tables import Adult, Child, Club
from hub.village import Village

HOMEWORK = "draw-the-village"
WELL_DONE = Word("accept", "Frumos! Ce ai mai adăuga?", 2.0)
HandInOf = Callable[..., int]


@pytest.fixture
def hand_in(village: Village, now: datetime) -> HandInOf:
    """Hands in for a child: one task for a person with this source, and one that a check found right."""

    def make(
        child_id: str, source: str, minutes: int = 0, *, state: str = MARKED, partner: str | None = None
    ) -> int:
        tasks = (
            ToldTask(
                "fence", 1.0, 1.0, (ToldCheck("closed", True, "Gardul e închis."),), source="forward(5)"
            ),
            ToldTask("own", None, 2.0, source=source),
        )
        with village.database.write() as session:
            child = session.get_one(Child, child_id)
            row = HandIn(
                club_id=child.club_id,
                assignment=HOMEWORK,
                child_id=child_id,
                partner_id=partner,
                key=f"{child_id}{minutes}{state}",
                digest="0" * 64,
                size=1,
                received_at=now + timedelta(minutes=minutes),
                late=False,
                state=state,
                tries=1,
                free_at=now,
                marked_at=now,
                points=1.0,
                max_points=3.0,
                marking=Told(True, tasks).as_json() if state == MARKED else None,
                asked_at=None,
            )
            session.add(row)
            session.flush()
            return row.id

    return make


@pytest.fixture
def village_mentor(village: Village, now: datetime) -> str:
    """Mihaela, mentor of both clubs; Andrei is mentor of the first alone."""
    with village.database.write() as session:
        mihaela = people.add_adult(session, "mihaela", "patru cuvinte bune", now)
        for club_id in (village.club_id, village.other_club_id):
            people.give_duty(session, mihaela, session.get_one(Club, club_id), Role.MENTOR, now)
        return mihaela.id


def build(database: Database, mentor: str, now: datetime, minutes: int = 40) -> int:
    with database.write() as session:
        return reviews.build(session, mentor, minutes, now)


def folds(database: Database, mentor: str, now: datetime) -> list[tuple[str, list[int]]]:
    with database.read() as session:
        stack = reviews.stack(session, mentor, now)
    return [(card.fold, [answer.hand_in for answer in card.answers]) for card, _ in stack]


def decide(
    database: Database, mentor: str, fold: str, shown: int, now: datetime, word: Word = WELL_DONE
) -> int:
    with database.write() as session:
        return reviews.decide(session, mentor, fold, shown, word, now)


def test_equal_answers_of_all_clubs_are_one_card_and_one_word_reaches_them(
    village: Village, village_mentor: str, hand_in: HandInOf, now: datetime
) -> None:
    first = hand_in(village.maria.child_id, "a = 4\nforward(a)")
    second = hand_in(village.luca.child_id, "latura=4   # a mea\nforward( latura )", 5)
    third = hand_in(village.ana.child_id, "x = 4\nforward(x)", 10)
    other = hand_in(village.ana.child_id, "x = 4\nforward(x)", 11)
    with village.database.read() as session:
        assert reviews.pool(session, village_mentor, now) == reviews.Pool(2, 3, 1, 0)
        assert reviews.pool(session, village.andrei_id, now) == reviews.Pool(1, 2, 1, 0)
    assert build(village.database, village_mentor, now) == 1
    ((fold, numbers),) = folds(village.database, village_mentor, now)
    assert numbers == [first, second, other] and third not in numbers, "the last hand-in counts"
    assert decide(village.database, village_mentor, fold, second, now) == 3
    with village.database.read() as session:
        said = {row.hand_in_id: row for row in reviews.unrecorded(session)}
        original = said[second]
        assert original.from_review is None and original.task == "own" and original.points == 2
        assert {said[first].from_review, said[other].from_review} == {original.id}
        assert session.get_one(HandIn, first).points == 3
        assert homework.state_of(session, session.get_one(HandIn, first)) == "answered"
        assert reviews.pool(session, village_mentor, now).answers == 0
    assert folds(village.database, village_mentor, now) == []


def test_a_word_answers_equal_answers_later_in_the_week_but_only_in_that_mentors_clubs(
    village: Village, hand_in: HandInOf, now: datetime
) -> None:
    first = hand_in(village.maria.child_id, "forward(9)")
    build(village.database, village.andrei_id, now)
    ((fold, _),) = folds(village.database, village.andrei_id, now)
    decide(village.database, village.andrei_id, fold, first, now)
    later = [
        hand_in(village.luca.child_id, "forward( 9 )", 60),
        hand_in(village.ana.child_id, "forward(9)", 61),
    ]
    with village.database.write() as session:
        rows = [session.get_one(HandIn, number) for number in later]
        assert [reviews.reuse_for(session, row, now + timedelta(days=6)) for row in rows] == [1, 0]
        assert reviews.reuse_for(session, rows[0], now + timedelta(days=6)) == 0, "twice changes nothing"
        (reused,) = homework.reviews_of(session, rows[0])
        (original,) = homework.reviews_of(session, session.get_one(HandIn, first))
        assert (reused.from_review, reused.comment, reused.points) == (original.id, original.comment, 2.0)
        assert rows[0].points == 3


def test_what_the_worker_missed_is_reused_when_the_stack_is_built_and_an_old_word_is_not(
    village: Village, hand_in: HandInOf, now: datetime
) -> None:
    first = hand_in(village.maria.child_id, "forward(9)")
    build(village.database, village.andrei_id, now)
    ((fold, _),) = folds(village.database, village.andrei_id, now)
    decide(village.database, village.andrei_id, fold, first, now)
    hand_in(village.luca.child_id, "forward(9)", 60)
    assert build(village.database, village.andrei_id, now + timedelta(days=8)) == 1
    assert build(village.database, village.andrei_id, now + timedelta(days=6)) == 0


def test_a_child_in_another_language_is_another_card(
    village: Village, hand_in: HandInOf, now: datetime
) -> None:
    hand_in(village.maria.child_id, "forward(9)")
    hand_in(village.luca.child_id, "forward(9)", 1)
    with village.database.write() as session:
        session.get_one(Child, village.luca.child_id).language = "en"
    assert build(village.database, village.andrei_id, now) == 2


def test_minutes_decide_how_many_cards_and_first_timers_are_on_top(
    village: Village, hand_in: HandInOf, now: datetime
) -> None:
    with village.database.write() as session:
        club = session.get_one(Club, village.club_id)
        names = [f"Copil{letter}" for letter in "abcdefghijk"]
        children = [child.id for child in people.add_children(session, club, names, Level.BEGINNERS, now)]
    numbers = [hand_in(child, f"forward({index})", index) for index, child in enumerate(children)]
    assert build(village.database, village.andrei_id, now, 10) == 8
    assert [shown for _, (shown, *_) in folds(village.database, village.andrei_id, now)] == numbers[:8]
    fold = folds(village.database, village.andrei_id, now)[0][0]
    decide(village.database, village.andrei_id, fold, numbers[0], now)
    again = hand_in(children[0], "forward(99)", -30)
    build(village.database, village.andrei_id, now, 40)
    order = [shown for _, (shown, *_) in folds(village.database, village.andrei_id, now)]
    assert order == [*numbers[1:], again], "the child who has an answer already comes after the first-timers"


def test_two_mentors_never_hold_the_same_card_and_time_gives_it_back(
    village: Village, village_mentor: str, hand_in: HandInOf, now: datetime
) -> None:
    numbers = [hand_in(village.maria.child_id, "forward(1)"), hand_in(village.luca.child_id, "forward(2)", 1)]
    shared = hand_in(village.ana.child_id, "forward(1)", 2)
    assert build(village.database, village.andrei_id, now) == 2
    assert build(village.database, village_mentor, now) == 1
    assert [hold for _, hold in folds(village.database, village_mentor, now)] == [[shared]], (
        "only the other club's"
    )
    fold = folds(village.database, village.andrei_id, now)[0][0]
    half = now + timedelta(minutes=31)
    assert folds(village.database, village.andrei_id, half) == []
    assert build(village.database, village_mentor, half) == 2
    with pytest.raises(CardGone):
        decide(village.database, village.andrei_id, fold, numbers[0], half)
    with village.database.write() as session:
        reviews.leave(session, village_mentor)
    assert build(village.database, village.andrei_id, half) == 2


def test_a_mentor_who_works_keeps_the_cards_and_one_who_skips_gives_one_back(
    village: Village, village_mentor: str, hand_in: HandInOf, now: datetime
) -> None:
    hand_in(village.maria.child_id, "forward(1)")
    hand_in(village.luca.child_id, "forward(2)", 1)
    build(village.database, village.andrei_id, now)
    fold = folds(village.database, village.andrei_id, now)[0][0]
    with village.database.write() as session:
        reviews.skip(session, village.andrei_id, fold, now + timedelta(minutes=20))
    later = now + timedelta(minutes=45)
    assert len(folds(village.database, village.andrei_id, later)) == 1
    assert build(village.database, village_mentor, later) == 1
    assert folds(village.database, village_mentor, later)[0][0] == fold


def test_mentors_who_come_at_the_same_moment_share_the_pool(
    village: Village, hand_in: HandInOf, now: datetime
) -> None:
    with village.database.write() as session:
        club = session.get_one(Club, village.club_id)
        names = [f"Copil{letter}" for letter in "abcdefghijklmnop"]
        children = [child.id for child in people.add_children(session, club, names, Level.BEGINNERS, now)]
        mentors = [
            people.add_adult(session, f"mentor{number}", "cinci cuvinte bune", now) for number in range(6)
        ]
        for mentor in mentors:
            people.give_duty(session, mentor, club, Role.MENTOR, now)
    for index, child in enumerate(children):
        hand_in(child, f"forward({index})", index)
    together = Barrier(len(mentors))

    def come(mentor: Adult) -> int:
        together.wait()
        return build(village.database, mentor.id, now, 5)

    with ThreadPoolExecutor(len(mentors)) as pool:
        counts = list(pool.map(come, mentors))
    held = [fold for mentor in mentors for fold, _ in folds(village.database, mentor.id, now)]
    assert len(held) == len(set(held)) == sum(counts) == 16


def test_one_card_is_taken_once_however_many_reach_for_it(
    village: Village, village_mentor: str, now: datetime
) -> None:
    mentors = [village.andrei_id, village_mentor] * 8

    def reach(mentor: str) -> tuple[str, int]:
        with village.database.write() as session:
            return mentor, len(claims.take(session, mentor, [("f" * 64, village.club_id)], now))

    with ThreadPoolExecutor(8) as pool:
        got = {mentor for mentor, count in pool.map(reach, mentors) if count}
    assert len(got) == 1


def test_another_mentors_clubs_cannot_be_reached(
    village: Village, village_mentor: str, hand_in: HandInOf, now: datetime
) -> None:
    ana = hand_in(village.ana.child_id, "forward(1)")
    assert build(village.database, village.andrei_id, now) == 0
    build(village.database, village_mentor, now)
    ((fold, _),) = folds(village.database, village_mentor, now)
    with village.database.write() as session:
        reviews.leave(session, village_mentor)
    for mentor in (village.andrei_id, village.crina_id):
        with pytest.raises(CardGone):
            decide(village.database, mentor, fold, ana, now)
        with pytest.raises(CardGone), village.database.write() as session:
            reviews.worry(session, mentor, fold, ana, "", now)
    with village.database.read() as session:
        assert session.query(Review).count() == 0


def test_words_and_points_are_looked_at(village: Village, hand_in: HandInOf, now: datetime) -> None:
    number = hand_in(village.maria.child_id, "forward(1)")
    build(village.database, village.andrei_id, now)
    ((fold, _),) = folds(village.database, village.andrei_id, now)
    for word in (Word("accept", "  "), Word("accept", "x" * 2001)):
        with pytest.raises(NoWords):
            decide(village.database, village.andrei_id, fold, number, now, word)
    for points in (-1.0, 2.5, float("nan")):
        with pytest.raises(BadPoints):
            decide(village.database, village.andrei_id, fold, number, now, Word("accept", "Bine.", points))
    assert decide(village.database, village.andrei_id, fold, number, now, Word("again", "Mai încearcă.")) == 1
    with village.database.read() as session:
        assert homework.state_of(session, session.get_one(HandIn, number)) == "again"
    with pytest.raises(CardGone):
        decide(village.database, village.andrei_id, fold, number, now)


def test_a_new_hand_in_takes_the_place_of_the_old_one_even_before_it_is_marked(
    village: Village, hand_in: HandInOf, now: datetime
) -> None:
    hand_in(village.maria.child_id, "forward(1)", partner=village.luca.child_id)
    both = hand_in(village.maria.child_id, "forward(2)", 1, partner=village.luca.child_id)
    assert build(village.database, village.andrei_id, now) == 1
    assert [hold for _, hold in folds(village.database, village.andrei_id, now)] == [[both]]
    hand_in(village.maria.child_id, "", 2, state=ACCEPTED)
    assert build(village.database, village.andrei_id, now) == 1, "it is still the partner's"
    hand_in(village.luca.child_id, "", 3, state=ACCEPTED)
    assert build(village.database, village.andrei_id, now) == 0


def test_a_child_asks_for_another_look_once(village: Village, hand_in: HandInOf, now: datetime) -> None:
    with pytest.raises(NotFound), village.database.write() as session:
        second_looks.ask_again(session, village.maria.child_id, HOMEWORK, now)
    number = hand_in(village.maria.child_id, "forward(1)", state=ACCEPTED)
    with pytest.raises(second_looks.NotYet), village.database.write() as session:
        second_looks.ask_again(session, village.maria.child_id, HOMEWORK, now)
    number = hand_in(village.maria.child_id, "forward(1)", 1)
    equal = hand_in(village.luca.child_id, "forward(1)", 2)
    build(village.database, village.andrei_id, now)
    ((fold, _),) = folds(village.database, village.andrei_id, now)
    decide(village.database, village.andrei_id, fold, number, now)
    for minute in (5, 6):
        with village.database.write() as session:
            second_looks.ask_again(session, village.maria.child_id, HOMEWORK, now + timedelta(minutes=minute))
    with village.database.read() as session:
        assert session.get_one(HandIn, number).asked_at == now + timedelta(minutes=5)
    later = now + timedelta(minutes=10)
    assert build(village.database, village.andrei_id, later) == 1
    ((alone, numbers),) = folds(village.database, village.andrei_id, later)
    assert numbers == [number] and alone != fold, "it is answered by itself, not by what was said before"
    decide(village.database, village.andrei_id, alone, number, later, Word("accept", "Ai dreptate!", 1.5))
    with village.database.read() as session:
        (said,) = homework.reviews_of(session, session.get_one(HandIn, number))
        assert (said.comment, said.points, said.recorded_at) == ("Ai dreptate!", 1.5, None)
        assert session.get_one(HandIn, number).points == 2.5
        (other,) = homework.reviews_of(session, session.get_one(HandIn, equal))
        assert other.comment == WELL_DONE.comment
    assert build(village.database, village.andrei_id, later) == 0


def test_a_worry_goes_to_the_coordinator_and_comes_back(
    village: Village, hand_in: HandInOf, now: datetime
) -> None:
    number = hand_in(village.maria.child_id, 'print("a")  # nu vreau acasa')
    equal = hand_in(village.luca.child_id, 'print("a")', 1)
    build(village.database, village.andrei_id, now)
    ((fold, _),) = folds(village.database, village.andrei_id, now)
    with village.database.write() as session:
        reviews.worry(session, village.andrei_id, fold, number, "Citește, te rog.", now)
    assert folds(village.database, village.andrei_id, now) == [(fold, [equal])], "the equal ones stay"
    with village.database.write() as session:
        ((worry, row),) = worries.open_worries(session)
        assert (worry.note, row.id) == ("Citește, te rog.", number)
        assert homework.state_of(session, row) == "marked", "the child is told nothing of it"
        worries.seen(session, village.crina_id, worry.id, now)
        worries.seen(session, village.crina_id, worry.id, now)
        assert worries.open_worries(session) == []
        with pytest.raises(NotFound):
            worries.seen(session, village.crina_id, 999, now)
    assert folds(village.database, village.andrei_id, now) == [(fold, [number, equal])]
