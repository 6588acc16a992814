"""What a copy says of itself: when it was made, of what, and what has to be there when it is brought back."""

import hashlib
import json
from dataclasses import asdict, dataclass
from pathlib import Path

from codekids_hub.refusals import Refusal

FORMAT = 1
COPIES = ".copies"
"""The folder of a copy with what was copied while it was being written to; it is settled when it is brought back."""
NAME = "manifest.json"
OWN = "club.sqlite"
DUMP = "club.pgdump"
"""The club's own database, as it is called in a copy: of SQLite, and of PostgreSQL."""


class NotOurs(Refusal):
    """What should be brought back is no copy of ours."""

    message = "%(place)s holds no copy that this version can read: %(reason)s."


@dataclass(frozen=True)
class Manifest:
    """``rows``: how many each table of the club's database had. ``digests``: SHA-256 of each copied database."""

    made_at: str
    version: str
    engine: str
    revision: str
    rows: dict[str, int]
    digests: dict[str, str]
    format: int = FORMAT


def write(copies: Path, manifest: Manifest) -> None:
    """Put it with the copied databases."""
    (copies / NAME).write_text(json.dumps(asdict(manifest), indent=1, sort_keys=True), encoding="utf-8")


def read(copies: Path, place: Path) -> Manifest:
    """Read it from a folder of copied databases.

    :raises NotOurs: there is none, or one of another format
    """
    try:
        values = json.loads((copies / NAME).read_text(encoding="utf-8"))
        manifest = Manifest(**values)
    except (OSError, ValueError, TypeError) as error:
        raise NotOurs(place=place, reason="its manifest is missing or damaged") from error
    if manifest.format != FORMAT:
        raise NotOurs(place=place, reason=f"its format is {manifest.format}, not {FORMAT}")
    return manifest


def digest(file: Path) -> str:
    """The SHA-256 of a file."""
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()
