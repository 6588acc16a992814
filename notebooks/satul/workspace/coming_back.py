"""A notebook that is gone comes back as it was last; and what a notebook was before the child began."""

import json
from contextlib import suppress
from pathlib import Path
from typing import Any

from satul.exchange.bundle import BadBundle
from satul.workspace import homework, opening
from satul.workspace.versions import Versions
from satul.workspace.work import work_of


class NoStart(LookupError):
    """Nobody knows any more how this notebook was in the beginning."""


def bring_back(versions: Versions, home: Path, path: str, start: bytes | None = None) -> bool:
    """Bring a notebook that is not there back as it was last; whether there was anything to bring back.

    ``start``: the notebook as it would come now; what does not differ from it needs no bringing back. Raises OSError.
    """
    last = None if (home / path).exists() else versions.newest(path)
    if last is None or _same_as_at_first(versions, path, last, start):
        return False
    opening.put_whole(
        json.dumps(last, ensure_ascii=False, indent=1).encode(errors="surrogatepass"), home / path
    )
    return True


def keep_first(versions: Versions, home: Path, path: str) -> None:
    """Keep how a notebook came, unless versions of it are there. A home that takes no file forgets."""
    if not versions.of(path):
        with suppress(OSError, ValueError):
            content = json.loads((home / path).read_bytes())
            if isinstance(content, dict):
                versions.keep(path, content, "first")


def start_of(content: Path | None, versions: Versions, path: str, language: str) -> dict[str, Any]:
    """A challenge or a homework as it is given out. Raises NoStart."""
    set_id, _, name = path.removesuffix(".ipynb").partition("/")
    found: Any = None
    try:
        if path == homework.path_of(set_id):
            found = json.loads(homework.released_notebook(set_id))
        else:
            found = json.loads(opening.released(content, set_id, name, language).read_bytes())
    except (
        opening.NoSuchChallenge,
        homework.NotOpen,
        homework.Refused,
        homework.Away,
        BadBundle,
        OSError,
        ValueError,
    ):
        found = versions.first(path)
    if not isinstance(found, dict):
        raise NoStart(path)
    return found


def _same_as_at_first(versions: Versions, path: str, last: dict[str, Any], start: bytes | None) -> bool:
    known = [versions.first(path)]
    if start is not None:
        with suppress(ValueError):
            known.append(json.loads(start))
    return any(each is not None and work_of(each) == work_of(last) for each in known)
