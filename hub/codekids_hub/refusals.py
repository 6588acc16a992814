"""Refusals: what the club says no to, each a named exception with a sentence that a person can act on.

The sentence is a gettext message in English with named places; whoever shows it translates it:
``translate(refusal.message) % refusal.values``. One table maps refusals to HTTP (``club.errors``), so that no
other place knows about status codes.
"""

from typing import ClassVar


def N_(message: str) -> str:
    """Mark ``message`` for translation where it is defined; it is translated where it is shown."""
    return message


class Refusal(Exception):
    """Something that the club does not do, with what the person can do instead.

    :param values: what stands in the named places of :attr:`message`
    """

    message: ClassVar[str] = N_("This did not work. Please try again.")
    status: ClassVar[int] = 400

    def __init__(self, **values: object) -> None:
        self.values = values
        super().__init__(self.message % values if values else self.message)


class NotFound(Refusal):
    """What was asked for is not there, or not for this person; both look the same from outside."""

    message = N_("There is nothing here. Go back home and choose again.")
    status = 404


class NotAllowed(Refusal):
    """This person may not do this."""

    message = N_("This page is for somebody else. Go back home.")
    status = 403


class BadInput(Refusal):
    """A value that cannot be accepted."""

    message = N_("Something in the form is not right. Go back and look at it again.")
    status = 422
