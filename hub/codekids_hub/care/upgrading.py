"""Bringing the tables to this version's form: never before a copy of them was made, so that there is a way back."""

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

from codekids_hub.care import databases
from codekids_hub.settings import Settings
from codekids_hub.storage import Database, migrate
from codekids_hub.storage.migrating import is_behind

FOLDER = "before-upgrade"
"""In the data folder: a copy of the club's database for each upgrade."""

KEPT_FOR = timedelta(days=35)
"""As long as backups: who was erased is nowhere after it."""


def upgrade(settings: Settings, database: Database, now: datetime) -> Path | None:
    """Migrate, after a copy when there is something to lose.

    :returns: the copy, if there was something to do
    :raises codekids_hub.care.programs.ProgramMissing: PostgreSQL's ``pg_dump``; the tables are as they were
    """
    folder = settings.data / FOLDER
    _forget_old(folder, now)
    if not is_behind(database):
        migrate(database)
        return None
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    name = f"{databases.revision(database.engine)}-{now.astimezone(UTC):%Y%m%d-%H%M%S}"
    own_file = databases.sqlite_file(settings.database_url)
    copy = folder / f"{name}.{'sqlite' if own_file else 'pgdump'}"
    draft = copy.with_name(f".{copy.name}.part")
    if own_file is not None:
        databases.copy_sqlite(own_file, draft)
    else:
        databases.copy_postgres(database, draft)
    os.chmod(draft, 0o600)
    draft.replace(copy)
    migrate(database)
    return copy


def _forget_old(folder: Path, now: datetime) -> None:
    for copy in folder.iterdir() if folder.is_dir() else ():
        if copy.stat().st_mtime < (now - KEPT_FOR).timestamp():
            copy.unlink()
