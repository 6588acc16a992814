"""What happens in a notebook, told to the club: which task, how it went. Never what a child wrote."""

import atexit
import threading
import uuid
from datetime import UTC, datetime

from satul import settings
from satul.courier import Courier
from satul.outbox import Outbox

_MOST = 60  # characters of a task, a status or a mistake
_lock = threading.Lock()
_courier: Courier | None = None


class Diary:
    """The events of one challenge.

    Writing never waits for a disk or a network and never fails; where no club is (``CODEKIDS_CLUB_API`` is not
    set) nothing is written.
    """

    def __init__(self, set_id: str, challenge_id: str) -> None:
        self._set, self._challenge = set_id[:_MOST], challenge_id[:_MOST]

    def write(
        self, kind: str, task: str | None = None, *, status: str | None = None, mistake: str | None = None
    ) -> None:
        """Note an event: "opened", "ran", "checked", "hinted", "loop" or "error"."""
        courier = the_courier()
        if courier is not None:
            courier.take(
                {
                    "id": uuid.uuid4().hex,
                    "at": datetime.now(UTC).isoformat(timespec="milliseconds"),
                    "kind": kind,
                    "set": self._set,
                    "challenge": self._challenge,
                    "task": task and task[:_MOST],
                    "status": status and status[:_MOST],
                    "mistake": mistake and mistake[:_MOST],
                }
            )


def the_courier() -> Courier | None:
    """The one courier of this kernel, started on first use; ``None`` where there is no club to tell."""
    global _courier
    with _lock:
        if _courier is None:
            now = settings.read()
            if not now.club_api:
                return None
            from satul.club import Club

            _courier = Courier(Outbox(now.outbox), Club(now.club_api, now.token).accept)
            atexit.register(_courier.save, 1.0)
        return _courier
