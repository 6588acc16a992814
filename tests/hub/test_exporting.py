"""Everything about one child in a zip: complete, readable without Python, with nothing of anybody else in it."""

import gzip
import json
import os
import re
import zipfile
from datetime import datetime
from pathlib import Path
from urllib.parse import unquote

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from codekids_exercises.catalogue import Catalogue
from codekids_grading import bundles
from codekids_grading.store import Store
from codekids_hub.people import note
from codekids_hub.privacy import asking, erased_rows, exported_files, exported_rows, exporting
from codekids_hub.privacy.exporting import exported
from codekids_hub.privacy.places import PLACES, Fate
from codekids_hub.settings import Settings
from codekids_hub.storage.privacy_tables import HandOver
from codekids_hub.storage.tables import Audit, Child, Table
from codekids_hub.translation import catalogue
from hub.test_erasing import WORD, fill, hand_in
from hub.village import PEPPER, Village
from hub.visiting import Browser, parts_for

NOTEBOOK = {
    "cells": [
        {"cell_type": "markdown", "source": "# Casa mea <script>alert(1)</script>"},
        {
            "cell_type": "code",
            "source": ["print('Bună')\n", f"nume = '{WORD}'"],
            "outputs": [
                {"output_type": "stream", "text": "Bună\n"},
                {"output_type": "display_data", "data": {"text/html": '<img src="http://x.test/a.png">'}},
            ],
        },
    ]
}
NAMES_A_CHILD = {"child_id", "partner_id", "mediator_id", "hand_in_id"}


@pytest.fixture
def settings(village: Village, tmp_path: Path) -> Settings:
    """An installation on the village's database."""
    data = tmp_path / "data"
    data.mkdir()
    return Settings(data=data)


def filled(village: Village, settings: Settings, now: datetime) -> Path:
    """Maria's work everywhere; her home."""
    fill(village, settings, now)
    maria = village.maria.child_id
    home = settings.homes / maria
    furnish(home)
    (settings.data / "hub.log").write_text("secret of the server")
    (home / "secret").symlink_to(settings.data / "hub.log")
    course = settings.courses / "pietrari" / "feedback" / maria / "ps1"
    course.mkdir(parents=True)
    (course / "homework.html").write_text("marked")
    bundle = bundles.write({"homework.ipynb": json.dumps(NOTEBOOK).encode()})
    with village.database.write() as session:
        mine = hand_in(maria, Store(settings.store).put(bundle), village.club_id, now)
        mine.key, mine.assignment = "0" * 64, "ps2"
        session.add(mine)
        session.flush()
        note(session, village.andrei_id, "look", str(mine.id), now)
        note(session, village.andrei_id, "worry", str(mine.id), now)
        note(session, "a23456789abc", "add-question", str(mine.id), now)
        session.add(
            HandOver(child_id=maria, digest="d" * 64, made_by=village.crina_id, made_at=now, ends_at=now)
        )
        asking.ask(session, session.get_one(Child, maria), now)
    return home


def furnish(home: Path) -> None:
    """Put into a home what children make, and what somebody clever would put there to get at more."""
    home.mkdir(parents=True, exist_ok=True)
    (home / "work.ipynb").write_text(json.dumps(NOTEBOOK))
    (home / "Work.ipynb").write_text("no notebook")
    (home / "con.txt").write_text("a name that Windows has for itself")
    with (home / "film.mp4").open("wb") as file:
        file.truncate(exported_files.MOST_BYTES + 1)
    (home / "neighbour").symlink_to(home.parent)
    os.mkfifo(home / "pipe")
    (home / ".local").mkdir()
    (home / ".local" / "notebook_secret").write_text("the machine's own")
    versions = home / ".satul" / "versions" / "work.ipynb"
    versions.mkdir(parents=True)
    (versions / "first.json.gz").write_bytes(gzip.compress(json.dumps(NOTEBOOK).encode()))


def test_every_table_that_names_a_child_is_in_the_one_list() -> None:
    naming = {
        (table.name, column.name)
        for table in Table.metadata.tables.values()
        for column in table.columns
        if column.name in NAMES_A_CHILD
        or any(key.column.table.name in ("children", "hand_ins") for key in column.foreign_keys)
    }
    listed = {(place.table.__tablename__, column) for place in PLACES for column in place.columns}
    assert naming - listed == set()
    assert listed - naming == {("children", "id"), ("audit", "subject")}


def test_export_and_erasing_take_every_table(village: Village, settings: Settings, now: datetime) -> None:
    filled(village, settings, now)
    maria = village.maria.child_id

    def there(session: Session) -> set[str]:
        return {
            place.table.__tablename__ for place in PLACES if list(exported_rows.rows(session, maria, place))
        }

    every = {place.table.__tablename__ for place in PLACES}
    with village.database.read() as session:
        assert there(session) == every, "filled() has to fill new tables, too"
    before = sorted(settings.data.rglob("*"))
    with exported(village.database, settings, Catalogue(()), maria, now) as made:
        assert sorted(settings.data.rglob("*")) == before, "nothing of it stays"
        with pytest.raises(exporting.AnotherIsMade), exporting._one_at_a_time(), exporting._one_at_a_time():
            pass
        with zipfile.ZipFile(made) as archive:
            assert archive.testzip() is None
            rows = {
                name[5:-5]: json.loads(archive.read(name))
                for name in archive.namelist()
                if name.startswith("data/")
            }
            look_at_the_zip(village, archive)
    assert made.closed
    assert set(rows) == {place.table.__tablename__ for place in PLACES if place.told} == every - {"worries"}
    assert all(rows.values())
    with village.database.write() as session:
        erased_rows.erase(session, Store(settings.store), maria)
        assert there(session) == {place.table.__tablename__ for place in PLACES if place.fate is Fate.STAYS}


def look_at_the_zip(village: Village, archive: zipfile.ZipFile) -> None:
    """What is in it, and what is not."""
    names = archive.namelist()
    own = {
        f"files/{name}"
        for name in ("Work.ipynb", "work (2).ipynb", "work (2).html", "work (2).py", "_con.txt")
    }
    kept = {"earlier/work.ipynb/first.ipynb", "course/pietrari/feedback/ps1/homework.html"}
    assert {"index.html"} | own | kept <= set(names)
    assert not [name for name in names if re.search("secret|neighbour|pipe|film", name)]
    assert len({name.casefold() for name in names}) == len(names)
    index = archive.read("index.html").decode()
    assert {unquote(link) for link in re.findall(r'href="([^"]+)"', index)} <= set(names)
    for shown in (WORD, f"Bravo, {WORD}", 'lang="ro"', "film.mp4"):
        assert shown in index
    everything = b"".join(archive.read(name) for name in names)
    others = (village.luca.child_id, village.ana.child_id, village.andrei_id, village.crina_id)
    for word in (*others, "secret of the server", '"worry"', "add-question", "token_digest", "words_hash"):
        assert word.encode() not in everything, word
    ours = [name for name in names if name.endswith(".html") and not name.startswith("course/")]
    assert len(ours) >= 3
    for name in ours:
        page = archive.read(name).decode()
        assert "default-src 'none'" in page, name
        assert not re.search(r"<script|<iframe|<link|<object|https?://|\son\w+=", page), name
    assert "Bună" in archive.read("files/work (2).html").decode()


def test_no_link_is_followed(tmp_path: Path) -> None:
    home = tmp_path / "homes" / "k"
    furnish(home)
    (home.parent / "other.ipynb").write_text(WORD)
    assert [str(found.path) for found in exported_files.of_home(home)] == [
        ".satul/versions/work.ipynb/first.json.gz",
        "Work.ipynb",
        "con.txt",
        "film.mp4",
        "work.ipynb",
    ]
    assert list(exported_files.of_home(home / "neighbour")) == []
    assert list(exported_files.of_home(home / "no-such")) == []


def test_a_bomb_is_not_unpacked() -> None:
    packed = gzip.compress(bytes(1_000_000))
    assert exported_files.unpacked(packed, 1_000) is None
    assert exported_files.unpacked(packed) == bytes(1_000_000)
    assert exported_files.unpacked(b"no gzip") is None


def test_a_librarian_and_the_child_itself_download_it(village: Village, tmp_path: Path) -> None:
    parts, maria, ana = (
        parts_for(village.database, tmp_path, PEPPER),
        village.maria.child_id,
        village.ana.child_id,
    )
    crina, herself = Browser(parts, village.crina_id), Browser(parts, maria)
    for who, path in ((crina, f"/children/{maria}/export"), (herself, "/me/export")):
        answer = who.post(path)
        assert answer.status_code == 200 and answer.headers["content-type"] == "application/zip"
        assert answer.content[:2] == b"PK" and len(answer.content) == int(answer.headers["content-length"])
        assert "code-kids-Maria.zip" in answer.headers["content-disposition"]
    log = crina.get(f"/clubs/{village.club_id}/log").text
    assert log.count(catalogue("ro").gettext("everything about the child downloaded")) == 2
    andrei = Browser(parts, village.andrei_id)
    for who in (crina, andrei, herself):
        assert who.post(f"/children/{ana}/export").status_code in (403, 404)
    for who in (crina, andrei):
        assert who.post("/me/export").status_code == who.get("/me").status_code == 403
    with village.database.read() as session:
        noted = select(Audit.actor, Audit.subject).where(Audit.action == "export-child").order_by(Audit.id)
        assert session.execute(noted).all() == [(village.crina_id, maria), (maria, maria)]
        refused = select(Audit.actor).where(Audit.action == "refused", Audit.subject == ana)
        assert len(session.scalars(refused).all()) == 3


def test_what_we_know_about_me(village: Village, tmp_path: Path) -> None:
    maria = village.maria.child_id
    browser = Browser(parts_for(village.database, tmp_path, PEPPER), maria)
    assert '/services/club/me"' in browser.get("/").text
    for language, words in (("ro", "Ce știm despre tine"), ("en", "What we know about you")):
        with village.database.write() as session:
            session.get_one(Child, maria).language = language
        page = browser.get("/me").text
        assert words in page and "Maria" in page and "1/2026" in page
        for secret in (village.luca.child_id, "Luca"):
            assert secret not in page
        assert not all(word in page for word in village.maria.words), "one may stand there by chance"
