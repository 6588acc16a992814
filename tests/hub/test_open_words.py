"""No adult writes to a child in private: every field that takes words is in the documents' list, with who reads it."""

import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import String, Text

from codekids_grading.store import Store
from codekids_hub import harmless
from codekids_hub.club.app import make_app
from codekids_hub.club.parts import Parts
from codekids_hub.privacy import retention
from codekids_hub.storage.homework_tables import Feedback, Review
from codekids_hub.storage.tables import Table
from hub.test_erasing import hand_in
from hub.village import PEPPER, Village
from hub.visiting import Browser, parts_for

PAGE = Path(__file__).parents[2] / "docs" / "explanation" / "childrens-data.md"
RAW = "_upload"
"""What takes in a whole body."""
CHOICES = frozenset(
    [
        "act",
        "advanced",
        "animal",
        "beginners",
        "child",
        "club",
        "code",
        "country",
        "day",
        "decision",
        "finding",
        "fold",
        "group",
        "hidden",
        "key",
        "language",
        "level",
        "meeting_hour",
        "next",
        "paper",
        "password",
        "picture",
        "points",
        "purpose",
        "question",
        "role",
        "seed",
        "seen",
        "shown",
        "signed",
        "then",
        "to",
        "told",
        "up",
        "warm",
        "word1",
        "word2",
        "xsrf",
    ]
)
"""Fields that hold one of some values, an identifier, a day, a number or a secret: no sentence fits in or reaches anybody.
``told`` are events, signs and hands of a workspace, whose texts are names of the catalogue."""
OTHER_TEXTS = frozenset(
    (
        "adults.password_hash",
        "cards.words_hash",
        "clubs.library",
        "clubs.locality",
        "feedback.notebook",
        "guesses.target",
        "hand_ins.notebooks",
        "plans.note",
        "progress.tasks_done",
        "second_factors.recovery",
    )
)
"""Long columns without words for a child: hashes, names of places, of files and of tasks; ``plans.note`` is not used."""


def fields(dependant: Any) -> Iterator[str]:
    """The names of everything that a request's body brings to a route, also through what it depends on."""
    for field in dependant.body_params:
        if field.field_info.annotation not in (int, float, bool) and "date" not in str(
            field.field_info.annotation
        ):
            yield field.alias
    if dependant.call.__name__ == RAW:
        yield "(body)"
    for each in dependant.dependencies:
        yield from fields(each)


def taken() -> set[str]:
    """Every field of the application that takes words: address and name, as the documents write them."""
    found = set()
    for included in make_app(Parts.__new__(Parts)).routes:
        for route in getattr(getattr(included, "original_router", None), "routes", ()):
            for method in route.methods - {"GET", "HEAD"}:
                names = set(fields(route.dependant)) - CHOICES
                found |= {f"`{method} {route.path}` `{name}`" for name in names}
    return found


def told() -> dict[str, list[str]]:
    """The list of the documents, by field."""
    rows = re.findall(
        r"^\| (`[A-Z]+ /[^`]*` `[^`]+`) \|(.+)\|$", PAGE.read_text(encoding="utf-8"), re.MULTILINE
    )
    return {field: [cell.strip() for cell in rest.split(" | ")] for field, rest in rows}


def test_every_field_that_takes_words_is_told() -> None:
    found = taken()
    assert len(found) > 15, "the routes are not found any more"
    assert found - set(told()) == set(), (
        "add it to the list in docs/explanation/childrens-data.md: who reads it?"
    )
    assert set(told()) - found == set()


def test_every_column_that_holds_words_is_told() -> None:
    kept = {name for cells in told().values() for name in re.findall(r"`([a-z_]+\.[a-z_]+)`", cells[1])}
    columns = {
        f"{table.name}.{each.name}": each
        for table in Table.metadata.tables.values()
        for each in table.columns
    }
    assert kept <= set(columns)
    long = {
        name
        for name, column in columns.items()
        if isinstance(column.type, Text)
        or "Names" in type(column.type).__name__
        or (isinstance(column.type, String) and (column.type.length or 999) >= 80)
    }
    assert long - kept - OTHER_TEXTS == set(), "who writes it, and who reads it?"


def test_somebody_else_reads_what_an_adult_writes_to_a_child() -> None:
    from_adults = [cells for cells in told().values() if not cells[0].startswith("a child")]
    reaching = [cells for cells in from_adults if cells[2] != "none"]
    assert len(reaching) >= 10
    for cells in reaching:
        open_to_all = cells[2].startswith("all children")
        assert open_to_all or cells[3].startswith("its librarian"), cells


def test_the_librarian_reads_comments_and_pages_and_is_told_of_the_silent(
    village: Village, tmp_path: Path, now: datetime
) -> None:
    store, maria = Store(tmp_path / "store"), village.maria.child_id
    with village.database.write() as session:
        row = hand_in(maria, store.put(b"work"), village.club_id, now)
        session.add(row)
        session.flush()
        made = store.put(harmless.page("<p>Foarte frumos!</p><script>1</script>").encode())
        session.add(Feedback(hand_in_id=row.id, notebook="my work", digest=made, at=now))
        session.add(
            Review(
                hand_in_id=row.id,
                task="make",
                fold="f",
                mentor_id=village.andrei_id,
                decision="accept",
                comment="Bravo pentru acoperiș!",
                points=None,
                from_review=None,
                at=now,
                recorded_at=None,
            )
        )
        retention.ask_about_silent(session, now + timedelta(days=335))
        page = f"/clubs/{village.club_id}/feedback/{row.id}/my%20work"
    parts = parts_for(village.database, tmp_path, PEPPER)
    crina = Browser(parts, village.crina_id)
    home = crina.get("/").text
    assert "Bravo pentru acoperiș!" in home and page in home
    assert (
        f"/children/{maria}/erase/undo" in home and f"/children/{village.ana.child_id}/erase/undo" not in home
    )
    shown = crina.get(page)
    assert "Foarte frumos!" in shown.text and "<script" not in shown.text
    assert shown.headers["Content-Security-Policy"].startswith("sandbox")
    assert crina.get(page.replace("my%20work", "other")).status_code == 404
    for who in (village.andrei_id, maria):
        assert Browser(parts, who).get(page).status_code == 403
    crina.post(f"/children/{maria}/erase/undo")
    assert f"/children/{maria}/erase/undo" not in crina.get("/").text
