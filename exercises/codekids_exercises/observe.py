"""What a check can see of a program besides its text and values: drawings, charts, and whatever comes later.

A library that makes something visible (satul's turtle, its charts) registers a producer here. The runner asks every
producer for a snapshot after the child's program ended. Nothing here knows who the producers are.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

Snapshot = Callable[[], Any]
Reset = Callable[[], None]


@dataclass(frozen=True)
class Producer:
    """`snapshot` gives plain JSON (no tuples, no objects); `reset` forgets everything that was made."""

    snapshot: Snapshot
    reset: Reset


_producers: dict[str, Producer] = {}


def _nothing() -> None:
    return None


def register(name: str, snapshot: Snapshot, reset: Reset = _nothing) -> None:
    """Make `name` observable. Registering a name again replaces the producer."""
    _producers[name] = Producer(snapshot, reset)


def names() -> tuple[str, ...]:
    """The observable names, sorted."""
    return tuple(sorted(_producers))


def reset() -> None:
    """Let every producer forget what was made before."""
    for producer in list(_producers.values()):
        producer.reset()


def snapshot() -> dict[str, Any]:
    """What every producer shows now, by name."""
    return {name: _producers[name].snapshot() for name in names()}
