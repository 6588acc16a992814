"""What a child chose in the parts of a challenge, kept in its home: it is there again after a reload or a restart."""

import json
import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from satul import settings

_MOST = 20_000  # bytes of one challenge


def read(set_id: str, challenge_id: str) -> dict[str, Any]:
    """What was kept of a challenge: a value for each part. Empty when there is nothing that can be read."""
    try:
        found = json.loads(_path(set_id, challenge_id).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def keep(set_id: str, challenge_id: str, part: str, value: Mapping[str, Any]) -> None:
    """Keep a part's value, beside those of the other parts. A home that takes no file forgets; nothing breaks."""
    text = json.dumps({**read(set_id, challenge_id), part: dict(value)}, ensure_ascii=False)
    if len(text) > _MOST:
        return
    path = _path(set_id, challenge_id)
    fresh = path.with_suffix(f".{os.getpid()}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        fresh.write_text(text, encoding="utf-8")
        fresh.replace(path)
    except OSError:
        with suppress(OSError):
            fresh.unlink(missing_ok=True)


def _path(set_id: str, challenge_id: str) -> Path:
    name = "".join(sign if sign.isalnum() or sign == "-" else "_" for sign in f"{set_id}--{challenge_id}")
    return settings.read().outbox / "parts" / f"{name[:120]}.json"
