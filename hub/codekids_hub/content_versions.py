"""Which version of each set is released here: its digest, since when, and what the linter said of just that version.

Kept beside the released content at each release (``released.versions.json``), and by ``codekids sets lint`` in
``.codekids/lint.json`` of the project. A digest tells versions apart; it is not a number to count.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from codekids_exercises.linted import Report
from codekids_hub.settings import Settings

DIGITS = 10
"""So many hexadecimal digits tell versions of one set apart."""
HOMEWORK = "homework"


@dataclass(frozen=True)
class Version:
    """A set as it is released: ``challenges`` and ``homework`` are digests of what children get, ``source`` is one of
    all its files, ``since`` when it came here."""

    challenges: str
    homework: str | None
    source: str
    since: str

    @property
    def since_at(self) -> datetime:
        """Since when, as a time."""
        return datetime.fromisoformat(self.since)


@dataclass(frozen=True)
class Linted:
    """What the linter found in a version of a set, and when."""

    source: str
    findings: int
    at: str

    @property
    def looked_at(self) -> datetime:
        """When, as a time."""
        return datetime.fromisoformat(self.at)


def versions_file(settings: Settings) -> Path:
    """Where versions are kept."""
    return settings.data / "released.versions.json"


def lint_file(root: Path) -> Path:
    """Where the last word of the linter on each set is kept, in the project's folder."""
    return root / ".codekids" / "lint.json"


def keep_versions(settings: Settings, now: datetime) -> None:
    """Look at what has just been released; a set that is as before keeps its day."""
    before = read_versions(settings)
    found = {}
    for folder in sorted(each for each in settings.released.iterdir() if each.is_dir()):
        homework = folder / HOMEWORK
        made = Version(
            challenges=_digest(folder, but=HOMEWORK),
            homework=_digest(homework) if homework.is_dir() else None,
            source=source_digest(settings.content, folder.name) or "",
            since=now.isoformat(),
        )
        old = before.get(folder.name)
        same = old is not None and (old.challenges, old.homework) == (made.challenges, made.homework)
        found[folder.name] = Version(
            made.challenges, made.homework, made.source, old.since if same and old else made.since
        )
    _write(versions_file(settings), {name: asdict(each) for name, each in found.items()})


def read_versions(settings: Settings) -> dict[str, Version]:
    """The versions that were kept, by set; none before the first release."""
    return {name: Version(**each) for name, each in _read(versions_file(settings)).items()}


def keep_lint(root: Path, content: Path, report: Report, now: datetime) -> None:
    """Remember what the linter said of each set that it looked at."""
    looked_at = {each.where.split("/")[0] for each in report.proofs if each.kind == "set"}
    kept = _read(lint_file(root))
    for name in looked_at:
        source = source_digest(content, name)
        if source is not None:
            findings = sum(name in each.where.split("/") for each in report.findings)
            kept[name] = asdict(Linted(source, findings, now.isoformat()))
    _write(lint_file(root), kept)


def read_lint(root: Path) -> dict[str, Linted]:
    """The last word of the linter on each set that it ever looked at here."""
    return {name: Linted(**each) for name, each in _read(lint_file(root)).items()}


def source_digest(content: Path, set_id: str) -> str | None:
    """The digest of the files that a set is written in; ``None`` when there is no such set."""
    folder = next((each for each in sorted(content.glob(f"*/{set_id}")) if each.is_dir()), None)
    return _digest(folder) if folder else None


def _digest(folder: Path, but: str = "") -> str:
    found = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not _is_left_out(path.relative_to(folder).parts, but):
            found.update(f"{path.relative_to(folder).as_posix()}\0".encode())
            found.update(hashlib.sha256(path.read_bytes()).digest())
    return found.hexdigest()[:DIGITS]


def _is_left_out(parts: Iterable[str], but: str) -> bool:
    return not {"__pycache__", ".ruff_cache", but or "__pycache__"}.isdisjoint(parts)


def _read(file: Path) -> dict[str, Any]:
    """What is kept in a file; one that is broken is as good as none, for the next release writes it anew."""
    try:
        found = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def _write(file: Path, values: Mapping[str, Any]) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    draft = file.with_name(f"{file.name}.part")
    draft.write_text(json.dumps(values, indent=1, sort_keys=True), encoding="utf-8")
    draft.replace(file)
