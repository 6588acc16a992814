"""A homework is released whole, also when two workers come to it at the same moment."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from codekids_exercises.catalogue import SetEntry
from codekids_grading import bundles
from codekids_hub.course_files import NOTEBOOK, CourseFiles
from codekids_hub.settings import Settings
from codekids_hub.storage.tables import Club

ENTRY = SetEntry("draw-the-village", "beginners", 1, "house", {}, {}, {}, ())


@pytest.mark.timeout(600)
def test_two_workers_release_at_once(root: Path, tmp_path: Path) -> None:
    settings = Settings.load(None, {}, data=tmp_path, content=root / "exercises" / "sets")
    club = Club(id="c" * 12, code="PIETRARI", language="ro")
    with ThreadPoolExecutor(2) as workers:
        digests = list(workers.map(lambda _: CourseFiles(settings).make(club, ENTRY), range(2)))
    for digest in digests:
        released = bundles.read(CourseFiles(settings).store.get(digest))
        assert f"{NOTEBOOK}.ipynb" in released.files
