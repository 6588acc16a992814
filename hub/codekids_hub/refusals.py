"""Refusals: what the club says no to, each a named exception with a sentence that a person can act on.

The sentence is a gettext message in English with named places; whoever shows it translates it:
``translate(refusal.message) % refusal.values``. ``club.answers`` maps refusals to HTTP, so that no other
place knows about status codes.
"""

from typing import ClassVar

from codekids_grading.refusals import N_
from codekids_grading.refusals import Refusal as AnyRefusal

__all__ = ["N_", "AnyRefusal", "BadInput", "NotAllowed", "NotFound", "Refusal"]


class Refusal(AnyRefusal):
    """Something that the club does not do, with what the person can do instead."""

    status: ClassVar[int] = 400


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
