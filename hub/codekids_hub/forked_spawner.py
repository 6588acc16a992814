"""A spawner that has workspaces forked from a warm parent; what cannot be forked is started as a process of its own."""

# mypy: disallow-untyped-calls=False

from pathlib import Path
from typing import Any

from jupyterhub.spawner import SimpleLocalProcessSpawner
from jupyterhub.utils import random_port
from traitlets import Callable

from codekids_hub import formgrader
from codekids_hub.warm_parent import ForkedWorkspace, NotWarm, WarmParent


class ForkedSpawner(SimpleLocalProcessSpawner):
    """Asks the warm parent for a workspace. The account of a course has walls of its own, and is not forked."""

    warm_parent = Callable(
        lambda: None, allow_none=False, help="Gives the warm parent of this Hub; None: there is none."
    ).tag(config=True)
    _forked: ForkedWorkspace | None = None

    async def start(self) -> Any:
        """Start it; where it listens."""
        parent: WarmParent | None = self.warm_parent()
        if parent is None or formgrader.is_account(self.user.name):
            return await super().start()
        if self.port == 0:
            self.port = random_port()
        try:
            self._forked = await parent.fork(Path(self.home_dir), self.get_env(), self.get_args())
        except NotWarm as reason:
            self.log.warning("%s starts by itself: %s", self.user.name, reason)
            return await super().start()
        self.pid = self._forked.pid
        return (self.ip or "127.0.0.1", self.port)

    async def poll(self) -> int | None:
        """``None`` while it runs."""
        if self._forked is None:
            found: int | None = await super().poll()
            return found
        if not self._forked.has_ended():
            return None
        self.clear_state()
        return 0

    def clear_state(self) -> None:
        """Forget a workspace that has ended."""
        if self._forked is not None:
            self._forked.close()
            self._forked = None
        super().clear_state()

    async def _signal(self, sig: int) -> bool:
        if self._forked is None:
            return bool(await super()._signal(sig))
        return self._forked.signal(sig)
