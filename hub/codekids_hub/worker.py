"""A marking worker: ``python -m codekids_hub.worker``. Any number of them may run, on any machine with the same data."""

import logging
import os
from collections.abc import Sequence
from datetime import UTC, datetime

from sqlalchemy import select

from codekids_exercises import catalogue
from codekids_exercises.catalogue import SetEntry
from codekids_hub import feedback, homework, marking, progress, removing, reviews
from codekids_hub.care import logs
from codekids_hub.course_files import CourseFiles
from codekids_hub.privacy import retention
from codekids_hub.privacy.erasing import erase_due
from codekids_hub.queue import Queue, Work
from codekids_hub.settings import Settings, process_settings
from codekids_hub.storage import Database
from codekids_hub.storage.homework_tables import HandIn
from codekids_hub.storage.tables import Club

log = logging.getLogger("codekids.worker")


def main() -> None:
    """Work until told to stop."""
    settings = process_settings()
    logs.install(settings.logs)
    workers = max(1, os.cpu_count() or 1)
    make_queue(settings).work_off(workers)


def make_queue(settings: Settings) -> Queue:
    """The queue with everything that this worker does; forgotten hand-ins and due homework are taken up at once."""
    database = Database(settings.database_url)
    files = CourseFiles(settings)

    def mark(number: int) -> None:
        now = datetime.now(UTC)
        if marking.mark(database, files, number, now):
            with database.write() as session:
                reviews.reuse_for(session, session.get_one(HandIn, number), now)

    def sweep() -> None:
        with database.read() as session:
            numbers = marking.waiting(session, datetime.now(UTC))
        for number in numbers:
            queue.mark_soon(number)
        feedback.bring_home(database, files, datetime.now(UTC))

    def release() -> None:
        release_due(database, settings, files, datetime.now(UTC))

    def erase() -> None:
        now = datetime.now(UTC)
        with database.write() as session:
            retention.ask_about_silent(session, now)
            removing.forget_removed(session, now)
            progress.forget_old(session, now)
        erase_due(database, settings, now)

    queue = Queue(settings, Work(mark, sweep, release, erase))
    release()
    sweep()
    return queue


def release_due(database: Database, settings: Settings, files: CourseFiles, now: datetime) -> int:
    """Release every homework that has come due, club by club; one club's trouble does not stop another's.

    :returns: how many were released now
    """
    sets = [entry for entry in catalogue.read(settings.released).sets if files.has_homework(entry.id)]
    with database.read() as session:
        club_ids = list(session.scalars(select(Club.id).order_by(Club.id)))
    released = 0
    for club_id in club_ids:
        try:
            released += _release_to(database, files, club_id, sets, now)
        except Exception:
            log.exception("homework of club %s was not released; it is tried again", club_id)
    return released


def _release_to(
    database: Database, files: CourseFiles, club_id: str, sets: Sequence[SetEntry], now: datetime
) -> int:
    """To one club. The files are made first: nobody may wait at the login while nbgrader works."""
    with database.read() as session:
        club = session.get_one(Club, club_id)
        made = {entry.id: files.make(club, entry) for entry in homework.to_release(session, club, sets, now)}
    with database.write() as session:
        club = session.get_one(Club, club_id, with_for_update=True)
        return len(homework.open_due(session, club, sets, made, now))


if __name__ == "__main__":
    main()
