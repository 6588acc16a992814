"""Everything about one child, as a zip that opens on any computer: ``index.html`` first, then what it made, then every row.

The zip is made in a file without a name, which is gone when it is closed: nothing of it stays here.
"""

import io
import json
import tempfile
import threading
import zipfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import datetime
from pathlib import PurePosixPath
from typing import IO, Any

from sqlalchemy.orm import Session

from codekids_exercises.catalogue import Catalogue
from codekids_grading import bundles
from codekids_grading.refusals import Refusal as GradingRefusal
from codekids_grading.store import Store
from codekids_hub.people import OPERATOR, note
from codekids_hub.privacy import exported_files, exported_rows, exported_story, readable
from codekids_hub.privacy.exported_files import MOST_BYTES, Found, Names
from codekids_hub.privacy.places import Place, course_folders
from codekids_hub.refusals import N_, Refusal
from codekids_hub.settings import Settings
from codekids_hub.storage import Database
from codekids_hub.storage.tables import Child, Club

_MAKING = threading.Lock()
_NOTEBOOK = ".ipynb"


class AnotherIsMade(Refusal):
    """A zip can be large: one at a time, so that nobody's page gets slow."""

    message = N_("Another download is being prepared. Wait a minute, then try again.")
    status = 503


@contextmanager
def exported(
    database: Database,
    settings: Settings,
    content: Catalogue,
    child_id: str,
    now: datetime,
    actor: str = OPERATOR,
) -> Iterator[IO[bytes]]:
    """The zip of a child, open for reading from its beginning; it is noted who asked for it.

    :raises AnotherIsMade: one at a time
    """
    with _one_at_a_time(), ExitStack() as opened:
        file = opened.enter_context(tempfile.TemporaryFile(dir=settings.data))
        with database.write() as session:
            note(session, actor, "export-child", child_id, now)
        with database.read() as session:
            child = session.get_one(Child, child_id)
            language = child.language or session.get_one(Club, child.club_id).language
            with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
                _Making(session, settings, content, child, language, archive).all(now)
        kept = opened.pop_all()
    with kept:
        file.seek(0)
        yield file


@contextmanager
def _one_at_a_time() -> Iterator[None]:
    if not _MAKING.acquire(blocking=False):
        raise AnotherIsMade()
    try:
        yield
    finally:
        _MAKING.release()


class _Making:
    """One zip while it is made."""

    def __init__(
        self,
        session: Session,
        settings: Settings,
        content: Catalogue,
        child: Child,
        language: str,
        archive: zipfile.ZipFile,
    ) -> None:
        self._session, self._settings, self._content = session, settings, content
        self._child, self._language, self._archive = child, language, archive
        self._store = Store(settings.store)
        self._names = Names()
        self._names.free("index.html")
        self._left_out: list[str] = []

    def all(self, now: datetime) -> None:
        notebooks = list(self._home())
        self._courses()
        story = exported_story.story(self._session, self._content, self._store, self._child, self._language)
        for hand_in in story["hand_ins"]:
            hand_in["files"] = list(self._hand_in(hand_in))
        for place in exported_rows.told_places():
            self._rows(place)
        index = readable.page(
            "index.html", self._language, notebooks=notebooks, left_out=self._left_out, now=now, **story
        )
        self._archive.writestr("index.html", index)

    def _home(self) -> Iterator[dict[str, str]]:
        """Every file of the home; the notebooks with their readable pages, for the first page."""
        for found in exported_files.of_home(self._settings.homes / self._child.id):
            name = f"files/{found.path}"
            if found.path.parts[0] == exported_files.OURS:
                self._earlier(found)
            elif found.path.suffix == _NOTEBOOK and found.size <= MOST_BYTES:
                yield self._notebook(found.file.read(MOST_BYTES), name)
            else:
                self._copy(found, name)

    def _earlier(self, found: Found) -> None:
        """An earlier version of a notebook is packed; everything else of ours is as it is."""
        path = PurePosixPath("earlier", *found.path.parts[2:])
        if found.path.name.endswith(".json.gz") and found.size <= MOST_BYTES:
            content = exported_files.unpacked(found.file.read(MOST_BYTES))
            if content is not None:
                self._write(str(path).removesuffix(".json.gz") + _NOTEBOOK, content)
                return
        self._copy(found, str(path))

    def _notebook(self, content: bytes, wished: str) -> dict[str, str]:
        """A notebook as it is, as a page and as a program; where they are."""
        name = self._write(wished, content)
        title = str(PurePosixPath(wished).relative_to(PurePosixPath(wished).parts[0]).with_suffix(""))
        shown = readable.notebook(content, title, self._language)
        if shown is None:
            return {"title": title, "page": "", "notebook": name, "program": ""}
        stem = name.removesuffix(_NOTEBOOK)
        return {
            "title": title,
            "page": self._write(f"{stem}.html", shown.page.encode()),
            "notebook": name,
            "program": self._write(f"{stem}.py", shown.program.encode()),
        }

    def _courses(self) -> None:
        """What nbgrader's folders hold of the child."""
        for course in sorted(self._settings.courses.glob("*/")):
            for step, _child, folder in course_folders(course, (self._child.id,)):
                for found in exported_files.walk(folder):
                    self._copy(found, f"course/{course.name}/{step}/{found.path}")

    def _hand_in(self, hand_in: dict[str, Any]) -> Iterator[dict[str, str]]:
        """The files of a hand-in and the feedback on it; what cannot be read any more is named."""
        folder = f"hand-ins/{hand_in['number']}"
        try:
            files = bundles.read(self._store.get(hand_in["digest"])).files
            pages = {name: self._store.get(digest) for name, digest in hand_in["feedback"]}
        except GradingRefusal:
            self._left_out.append(folder)
            return
        for path, content in sorted(files.items()):
            if path.endswith(_NOTEBOOK):
                yield self._notebook(content, f"{folder}/{path}")
            else:
                self._write(f"{folder}/{path}", content)
        for name, made in pages.items():
            guarded = readable.guarded(made.decode("utf-8", "replace"))
            page = self._write(f"{folder}/feedback/{name}.html", guarded.encode())
            yield {"title": f"{name} (feedback)", "page": page, "notebook": "", "program": ""}

    def _rows(self, place: Place) -> None:
        name = self._names.free(f"data/{place.table.__tablename__}.json")
        with self._archive.open(name, "w") as raw, io.TextIOWrapper(raw, encoding="utf-8") as file:
            file.write("[")
            for number, row in enumerate(exported_rows.rows(self._session, self._child.id, place)):
                file.write("\n" if number == 0 else ",\n")
                json.dump(row, file, ensure_ascii=False, indent=1)
            file.write("\n]\n")

    def _write(self, wished: str, content: bytes) -> str:
        name = self._names.free(wished)
        self._archive.writestr(name, content)
        return name

    def _copy(self, found: Found, wished: str) -> None:
        """A file as it is, piece by piece; one that is far too large is only named."""
        if found.size > MOST_BYTES:
            self._left_out.append(str(found.path))
            return
        left = found.size
        with self._archive.open(self._names.free(wished), "w") as target:
            while left > 0 and (piece := found.file.read(min(left, 1 << 20))):
                target.write(piece)
                left -= len(piece)
