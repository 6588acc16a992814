"""The village map: where a child is in each set, what this week's set is, and how many others are where."""

from datetime import datetime, timedelta

import pytest

from codekids_exercises.catalogue import Catalogue, ChallengeEntry, NotInCatalogue, SetEntry
from codekids_hub import people, seasons, village_map
from codekids_hub.levels import Level
from codekids_hub.progress import Standing
from codekids_hub.storage.tables import Child, Club, Progress
from hub.village import Village


def words(text: str) -> dict[str, str]:
    return {"ro": f"{text} ro", "en": f"{text} en"}


def entry(name: str, week: int, level: str = "beginners") -> SetEntry:
    challenges = tuple(
        ChallengeEntry(f"{name}-{letter}", words(letter), words("summary"), 15, ("modify", "make"))
        for letter in "ab"
    )
    return SetEntry(
        name, level, week, "no-such-icon", words(name), words("question"), words("story"), challenges
    )


@pytest.fixture
def content() -> Catalogue:
    return Catalogue(
        (entry("carpet", 2), entry("village", 1), entry("story", 3), entry("bus", 1, "advanced"))
    )


def standing(set_id: str, challenge: str, state: str, at: datetime) -> Standing:
    return Standing(set_id, f"{set_id}-{challenge}", state, at)


def test_the_places_of_a_level_in_the_order_of_the_year(content: Catalogue, now: datetime) -> None:
    stood = [
        standing("carpet", "a", "tried", now),
        standing("village", "a", "done", now),
        standing("village", "b", "done", now),
    ]
    first, second, third = village_map.places(content, "beginners", stood, "en", week=3, others={"story": 4})
    assert (first["id"], first["state"], first["done"], first["count"]) == ("village", "done", 2, 2)
    assert (second["id"], second["state"], second["here"]) == ("carpet", "tried", True)
    assert (third["state"], third["now"], third["others"]) == ("new", True, 4)
    assert [each["now"] for each in (first, second)] == [False, False]


def test_a_set_and_its_neighbours(content: Catalogue, now: datetime) -> None:
    shown = village_map.set_page(content, "carpet", [standing("carpet", "b", "done", now)], "ro")
    assert [each["state"] for each in shown["challenges"]] == ["new", "done"]
    assert shown["before"] == {"title": "village ro", "url": "/services/club/sets/village"}
    assert shown["after"]["title"] == "story ro"
    assert village_map.set_page(content, "bus", [], "ro")["after"] is None
    with pytest.raises(NotInCatalogue):
        village_map.set_page(content, "no-such", [], "ro")


def test_what_was_done_lately_is_remembered(content: Catalogue, now: datetime) -> None:
    stood = [
        standing("carpet", "a", "tried", now),
        standing("gone", "a", "done", now),
        standing("village", "a", "done", now),
    ]
    (item,) = village_map.remembered(stood, content, "en", lambda at: "today")
    assert (item["title"], item["set_title"], item["state"], item["at"]) == (
        "a en",
        "village en",
        "done",
        "today",
    )


def test_this_week_follows_the_season(village: Village, now: datetime) -> None:
    with village.database.write() as session:
        club = session.get_one(Club, village.club_id)
        assert village_map.this_week(session, club, now) == 0, "no season was begun"
        seasons.begin_season(session, (now - timedelta(days=9)).date(), now)
        assert village_map.this_week(session, club, now) in (1, 2)
        assert village_map.this_week(session, club, now + timedelta(days=200)) == 0


def test_others_are_counted_where_they_are_several(village: Village, now: datetime) -> None:
    def on(child_id: str, set_id: str, at: datetime) -> Progress:
        return Progress(child_id=child_id, set_id=set_id, challenge_id="x", tasks_done="", touched_at=at)

    with village.database.write() as session:
        club = session.get_one(Club, village.club_id)
        four = [
            each.id
            for each in people.add_children(session, club, ["Ada", "Bob", "Cid", "Eva"], Level.BEGINNERS, now)
        ]
        session.add_all([on(each, "carpet", now) for each in four[:3]])
        session.add_all([on(each, "story", now) for each in four[:2]])
        session.add_all([on(each, "village", now - timedelta(days=2)) for each in four])
        session.add(on(village.ana.child_id, "story", now))
        session.flush()
        assert village_map.others_on(session, session.get_one(Child, village.maria.child_id), now) == {
            "carpet": 3
        }
        assert village_map.others_on(session, session.get_one(Child, four[0]), now) == {}, (
            "a child is no other"
        )
