"""What satul says when a command cannot do what a child asked."""

from typing import Self

from satul.words import say


class KindError(Exception):
    """A command got something that it cannot use.

    Its text is one sentence in the child's language, and all that a notebook shows: nothing of satul's own
    code. The line of the child's code is added by ``satul.explain``. ``about`` names the sentence in every language: a
    check knows mistakes by it.

    Args:
        about: the sentence's name, "topic.name".
        blanks: what fills it.
    """

    def __init__(self, about: str, /, **blanks: object) -> None:
        super().__init__(say(about, **blanks))
        self.about = about

    @classmethod
    def told(cls, sentence: str) -> Self:
        """What somebody else, like the club, said already."""
        error = cls.__new__(cls, sentence)
        error.about = ""
        return error

    def _render_traceback_(self) -> list[str]:
        return [str(self)]
