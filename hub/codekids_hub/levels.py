"""The two levels at which children learn. A child may change level at any time."""

from enum import StrEnum


class Level(StrEnum):
    """A level of the programme; its value is the name used in content folders and in the database."""

    BEGINNERS = "beginners"
    ADVANCED = "advanced"

    @property
    def other(self) -> "Level":
        """The level that is not this one."""
        return Level.ADVANCED if self is Level.BEGINNERS else Level.BEGINNERS
