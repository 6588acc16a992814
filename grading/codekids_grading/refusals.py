"""Refusals of this room: named exceptions, each with a sentence that a person can act on.

The sentence is an English gettext message with named places; whoever shows it translates it:
``translate(refusal.message) % refusal.values``.
"""

from typing import ClassVar


def N_(message: str) -> str:
    """Mark ``message`` for translation where it is defined; it is translated where it is shown."""
    return message


class Refusal(Exception):
    """Something that is not done, with what the person can do instead.

    :param values: what stands in the named places of :attr:`message`
    """

    message: ClassVar[str] = N_("This did not work. Please try again.")

    def __init__(self, **values: object) -> None:
        self.values = values
        super().__init__(self.message % values if values else self.message)
