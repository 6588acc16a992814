"""Saving a copy while children hand in, losing everything, and bringing it back: the same rows, the same bytes."""

import hashlib
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner
from sqlalchemy import select, text

from codekids_grading.store import Store
from codekids_hub import homework
from codekids_hub.care import backup, databases, keys, manifest, programs, repository, restore
from codekids_hub.care.archive import CopyDamaged, NotOverwritten
from codekids_hub.cli import main
from codekids_hub.privacy import remembered
from codekids_hub.privacy.remembered import Remembered
from codekids_hub.settings import Settings
from codekids_hub.storage import Database, migrate
from codekids_hub.storage.homework_tables import Assignment, HandIn
from codekids_hub.storage.tables import Child
from hub.village import Village

SCRIPT = Path(__file__).with_name("handing_in_for_ever.py")


@pytest.fixture
def settings(village: Village, database_url: str, tmp_path: Path, now: datetime) -> Settings:
    """An installation with a home, a gradebook, a key, the Hub's own database, and a homework that is out."""
    made = Settings(data=tmp_path / "data", database=database_url)
    store = Store(made.store)
    with village.database.write() as session:
        session.add(
            Assignment(
                club_id=village.club_id,
                name="draw-the-village",
                digest=store.put(b"x"),
                released_at=now,
                closes_at=now + timedelta(days=9000),
                released_by=homework.BY_CALENDAR,
            )
        )
    home = made.homes / village.maria.child_id
    (home / ".satul" / "versions").mkdir(parents=True)
    (home / "satul.ipynb").write_bytes(os.urandom(300_000))
    (home / ".satul" / "versions" / "1.gz").write_bytes(b"an earlier state")
    (home / "elsewhere").symlink_to("/etc/passwd")
    os.mkfifo(home / "a pipe")
    made.secrets.mkdir(mode=0o700)
    (made.secrets / "pepper").write_text("ab" * 32)
    (made.data / "hub.log").write_text("nobody's business")
    course = made.courses / "pietrari"
    course.mkdir(parents=True)
    with closing(sqlite3.connect(course / "gradebook.db")) as book, book:
        book.execute("CREATE TABLE grade (points)")
        book.execute("INSERT INTO grade VALUES (7)")
    with closing(sqlite3.connect(made.data / "jupyterhub.sqlite")) as hub, hub:
        hub.execute("CREATE TABLE spawners (state)")
        hub.execute("""INSERT INTO spawners VALUES ('{"pid": 4711}')""")
    return made


@pytest.fixture
def lost(settings: Settings, database_url: str) -> Settings:
    """Where everything is brought back to: an empty place, and an empty database of the same kind."""
    if databases.sqlite_file(database_url) is None:
        return settings
    return replace(settings, database=f"sqlite:///{settings.data / 'club.sqlite'}")


def lose(settings: Settings, database: Database) -> None:
    """The machine burns."""
    shutil.rmtree(settings.data)
    if databases.sqlite_file(settings.database_url) is None:
        with database.engine.begin() as connection:
            connection.execute(text("DROP SCHEMA public CASCADE"))
            connection.execute(text("CREATE SCHEMA public"))


def hashes(folder: Path) -> dict[str, str]:
    """Every file below a folder by its content."""
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file() and not path.is_symlink()
    }


@pytest.mark.parametrize("kind", ["file", "folder"])
def test_what_is_saved_while_children_hand_in_comes_back_whole(
    settings: Settings,
    lost: Settings,
    village: Village,
    database_url: str,
    tmp_path: Path,
    now: datetime,
    kind: str,
) -> None:
    place = tmp_path / "copies"
    if kind == "folder":
        programs.find("restic", "restic")
        place.mkdir()
    before = hashes(settings.homes)
    child = village.maria.child_id
    command = [sys.executable, str(SCRIPT), database_url, str(settings.store), child, "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as handing_in:
        assert handing_in.stdout is not None
        receipts = [handing_in.stdout.readline().split() for _ in range(20)]
        made = backup.save(settings, place, now)
        later = handing_in.stdout.readline()
        handing_in.send_signal(signal.SIGKILL)
    assert later, "it went on while the copy was made"
    assert made.new_key and not made.unread and made.files >= 20

    drilled = restore.drill(settings, place, now)
    lose(settings, village.database)
    restored = restore.restore(lost, place, now)

    assert restored == drilled
    assert (restored.rows, restored.missing, restored.erased) == (made.rows, 0, 0)
    assert hashes(lost.homes) == before
    assert os.readlink(lost.homes / child / "elsewhere") == "/etc/passwd"
    assert (lost.secrets / "pepper").read_text() == "ab" * 32
    assert not (lost.data / "hub.log").exists()
    assert lost.secrets.stat().st_mode & 0o077 == 0
    database = Database(lost.database_url)
    with database.read() as session:
        rows = {row.id: row for row in session.scalars(select(HandIn))}
    database.dispose()
    for number, digest, key in receipts:
        assert (rows[int(number)].digest, rows[int(number)].key) == (digest, key)
    for row in rows.values():
        Store(lost.store).get(row.digest)
    with closing(sqlite3.connect(lost.courses / "pietrari" / "gradebook.db")) as book:
        assert book.execute("SELECT points FROM grade").fetchall() == [(7,)]
    with closing(sqlite3.connect(lost.data / "jupyterhub.sqlite")) as hub:
        assert hub.execute("SELECT state FROM spawners").fetchall() == [("{}",)]


def test_a_second_copy_in_a_folder_holds_only_what_is_new(
    settings: Settings, tmp_path: Path, now: datetime
) -> None:
    place = tmp_path / "copies"
    place.mkdir()
    backup.save(settings, place, now)
    first = sum(path.stat().st_size for path in place.rglob("*"))
    assert not backup.save(settings, place, now).new_key
    second = sum(path.stat().st_size for path in place.rglob("*"))
    assert first > 300_000 and second - first < 100_000
    assert repository.is_repository(place)


def test_who_was_erased_does_not_come_back(
    settings: Settings, lost: Settings, village: Village, tmp_path: Path, now: datetime
) -> None:
    backup.save(settings, tmp_path / "copy", now)
    moment = now.isoformat()
    luca = village.luca.child_id
    gone = Remembered(luca, village.club_id, moment, village.crina_id, "asked", moment)
    remembered.remember(settings.erased_file, gone)
    lose(settings, village.database)
    assert restore.restore(lost, tmp_path / "copy", now).erased == 1
    database = Database(lost.database_url)
    with database.read() as session:
        assert session.get(Child, luca) is None
        assert session.get(Child, village.maria.child_id) is not None
    database.dispose()


@pytest.mark.parametrize("mode", ["docker", "swarm"])
@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_with_docker_the_keys_of_a_fresh_database_stay(
    settings: Settings, lost: Settings, village: Village, tmp_path: Path, now: datetime, mode: str
) -> None:
    key = str(settings.backup_key_file)
    (settings.secrets / "database").write_text("of the machine that burnt")
    copy = tmp_path / "copy"
    backup.save(settings, copy, now)
    before = hashes(settings.homes)
    lose(settings, village.database)
    fresh = replace(lost, mode=mode, backup_key=key)
    fresh.homes.mkdir(parents=True)
    fresh.secrets.mkdir()
    for name in ("database", "pgpass"):
        (fresh.secrets / name).write_text("of the new one")
    (fresh.data / "hub.log").touch()
    with pytest.raises(restore.NotEmpty):
        restore.restore(fresh, copy, now)
    (fresh.data / "hub.log").unlink()
    restore.restore(fresh, copy, now)
    kept = {path.name: path.read_text() for path in fresh.secrets.iterdir()}
    assert kept == {"database": "of the new one", "pgpass": "of the new one", "pepper": "ab" * 32}
    assert hashes(fresh.homes) == before
    assert sorted(path.name for path in fresh.data.glob(".*")) == []


def test_a_copy_is_read_by_nobody_without_the_key(settings: Settings, tmp_path: Path, now: datetime) -> None:
    copy = tmp_path / "copy"
    backup.save(settings, copy, now)
    assert b"an earlier state" not in copy.read_bytes() and copy.stat().st_mode & 0o077 == 0
    assert settings.backup_key_file.stat().st_mode & 0o077 == 0
    other = replace(settings, data=tmp_path / "other", backup_key=str(tmp_path / "other-key"))
    with pytest.raises(keys.NoKey, match="--key"):
        restore.drill(other, copy, now)
    keys.make(other.backup_key_file)
    with pytest.raises(CopyDamaged, match="another key"):
        restore.drill(other, copy, now)
    other.backup_key_file.write_text("my password")
    with pytest.raises(keys.BadKey):
        restore.drill(other, copy, now)


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
class TestRefusals:
    """What is not done, each with its reason; once, for it is the same on both engines."""

    def test_a_damaged_copy(self, settings: Settings, tmp_path: Path, now: datetime) -> None:
        copy = tmp_path / "copy"
        backup.save(settings, copy, now)
        whole = copy.read_bytes()
        for damaged in (whole[:-1], whole[: len(whole) // 2], whole[:-9] + bytes(9), whole + b"x"):
            copy.write_bytes(damaged)
            with pytest.raises(CopyDamaged):
                restore.drill(settings, copy, now)

    def test_a_place_that_is_not_empty_stays_as_it_is(
        self, settings: Settings, tmp_path: Path, now: datetime
    ) -> None:
        backup.save(settings, tmp_path / "copy", now)
        before = hashes(settings.data)
        with pytest.raises(restore.NotEmpty, match="nothing was restored"):
            restore.restore(settings, tmp_path / "copy", now)
        assert hashes(settings.data) == before

    def test_something_that_is_no_copy(self, settings: Settings, tmp_path: Path, now: datetime) -> None:
        mine = tmp_path / "letter.txt"
        mine.write_text("Dear Crina")
        with pytest.raises(NotOverwritten):
            backup.save(settings, mine, now)
        assert mine.read_text() == "Dear Crina"
        for place in (mine, tmp_path, tmp_path / "nowhere"):
            with pytest.raises(restore.NoCopy):
                restore.drill(settings, place, now)

    def test_a_copy_inside_of_what_is_copied(self, settings: Settings, now: datetime) -> None:
        with pytest.raises(backup.CopyInData):
            backup.save(settings, settings.data / "copy", now)

    def test_nothing_to_save(self, database_url: str, tmp_path: Path, now: datetime) -> None:
        settings = Settings(data=tmp_path / "nothing", database=database_url)
        with pytest.raises(backup.NothingToSave):
            backup.save(settings, tmp_path / "copy", now)

    def test_a_copy_of_a_newer_version(
        self, settings: Settings, village: Village, tmp_path: Path, now: datetime
    ) -> None:
        with village.database.engine.begin() as connection:
            connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
        backup.save(settings, tmp_path / "copy", now)
        with pytest.raises(restore.TooNew, match="9999"):
            restore.drill(settings, tmp_path / "copy", now)

    def test_a_stored_file_that_rotted_on_the_disk(
        self, settings: Settings, tmp_path: Path, now: datetime
    ) -> None:
        (stored,) = settings.store.glob("??/*")
        stored.chmod(0o600)
        stored.write_bytes(b"y")
        backup.save(settings, tmp_path / "copy", now)
        with pytest.raises(CopyDamaged, match="stored file"):
            restore.drill(settings, tmp_path / "copy", now)

    def test_a_copy_of_another_engine(
        self, settings: Settings, tmp_path: Path, now: datetime, postgres_url: str
    ) -> None:
        backup.save(settings, tmp_path / "copy", now)
        other = replace(
            settings,
            data=tmp_path / "other",
            database=postgres_url,
            backup_key=str(settings.backup_key_file),
        )
        with pytest.raises(restore.OtherEngine, match="sqlite"):
            restore.restore(other, tmp_path / "copy", now)

    def test_a_child_that_locks_a_folder_stops_no_backup(
        self, settings: Settings, tmp_path: Path, now: datetime
    ) -> None:
        if os.geteuid() == 0:
            locked = None  # root reads everything: then it is simply in the copy
        else:
            locked = next(settings.homes.iterdir()) / "satul.ipynb"
            locked.chmod(0)
        made = backup.save(settings, tmp_path / "copy", now)
        assert len(made.unread) == (0 if locked is None else 1)
        assert manifest.digest(tmp_path / "copy")


def test_the_commands_say_what_they_did_and_what_to_keep(tmp_path: Path) -> None:
    data, copy = tmp_path / "data", tmp_path / "copy.age"
    place = ["--data", str(data)]
    runner = CliRunner()
    empty = runner.invoke(main, ["backup", str(copy), *place])
    assert empty.exit_code == 1 and "there is nothing to save" in empty.output
    data.mkdir()
    database = Database(f"sqlite:///{data / 'club.sqlite'}")
    migrate(database)
    database.dispose()

    saved = runner.invoke(main, ["backup", str(copy), *place])
    assert saved.exit_code == 0 and f"A key was made: {tmp_path / 'data.backup-key'}" in saved.output
    assert "A key was made" not in runner.invoke(main, ["backup", str(copy), *place]).output
    tried = runner.invoke(main, ["restore", "--drill", str(copy), *place])
    assert tried.exit_code == 0 and "all as they were saved" in tried.output
    refused = runner.invoke(main, ["restore", str(copy), *place])
    assert refused.exit_code == 1 and "not empty" in refused.output

    other = ["--data", str(tmp_path / "other"), "--key", str(tmp_path / "data.backup-key")]
    brought = runner.invoke(main, ["restore", str(copy), *other])
    assert brought.exit_code == 0 and "Start the hub again" in brought.output
    assert (tmp_path / "other" / "club.sqlite").exists()
    full = runner.invoke(main, ["backup", "/dev/full/copy", *place])
    assert full.exit_code == 1 and "The copy was not made" in full.output
