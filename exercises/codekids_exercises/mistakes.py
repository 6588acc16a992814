"""Known mistakes, recognised without their code: by a fingerprint of what the checks saw.

At release every wrong answer is run. What its failing checks and the task's signs saw (the public cases only) is hashed;
the released challenge holds the hash and the hint. An answer that has never been seen but goes wrong in the same way
has the same fingerprint.
"""

import hashlib
import json
from collections.abc import Mapping
from typing import Any

from codekids_exercises.errors import Trouble
from codekids_exercises.kinds.base import Measure

_LENGTH = 24


def fingerprint_of_checks(key: str, checks: Mapping[str, Measure], signs: Mapping[str, Measure]) -> str:
    """The fingerprint of an answer that ran; empty when only hidden cases fail. `key` names the task, so that equal
    numbers elsewhere differ."""
    failing = {name: measure.seen for name, measure in checks.items() if not measure.openly}
    if not failing:
        return ""
    return _hash([key, "checks", failing, {name: measure.seen for name, measure in signs.items()}])


def fingerprint_of_trouble(key: str, ended: str, trouble: Trouble | None) -> str:
    """The fingerprint of an answer that Python or we had to stop."""
    return _hash([key, ended, trouble.sort if trouble else ""])


def _hash(what: Any) -> str:
    text = json.dumps(what, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:_LENGTH]
