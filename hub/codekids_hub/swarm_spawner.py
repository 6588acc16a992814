"""SwarmSpawner, for children: the walls of :mod:`codekids_hub.swarm`, and patience with a machine that dies."""

from asyncio import Future
from typing import Any

from dockerspawner import SwarmSpawner
from traitlets import Callable

LIVES = {"ready", "running"}
"""What Swarm wants of a task that runs, or is about to: on this machine or on another."""


class ServiceSpawner(SwarmSpawner):
    """A child's workspace as a service."""

    describe = Callable(
        help="The task of a child's service, in the words of Docker's API, from the child's name."
    ).tag(config=True)

    def docker(self, method: str, *args: Any, **kwargs: Any) -> "Future[Any]":
        """Call Docker. A service is made as ``describe`` says; SwarmSpawner has no words for most of that."""
        if method == "create_service":
            asked = kwargs["task_template"]["ContainerSpec"]
            described = self.describe(self.user.name)
            described["ContainerSpec"] |= {"Env": asked["Env"], "Args": asked["Args"]}
            kwargs["task_template"] = described
        called: Future[Any] = super().docker(method, *args, **kwargs)
        return called

    async def get_task(self) -> dict[str, Any] | None:
        """The newest task that Swarm keeps alive; none when the service is gone or has ended by itself.

        While a machine dies there are two: the one that is lost, and the one that takes its place.
        """
        if await self.get_object() is None:
            return None
        return newest(await self.docker("tasks", filters={"service": self.service_name}))

    async def poll(self) -> int | None:
        """``None`` while Swarm keeps the workspace alive. A machine that dies is no reason to forget it: Swarm starts it on
        another, under the same name, so its route stays right."""
        return 0 if await self.get_task() is None else None


def newest(tasks: list[dict[str, Any]]) -> dict[str, Any] | None:
    """The task made last, of those that Swarm wants to run."""
    living = [each for each in tasks if each["DesiredState"] in LIVES]
    return max(living, key=lambda each: str(each["CreatedAt"]), default=None)
