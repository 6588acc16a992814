"""Numbers as a child gives them."""

import math
from numbers import Real

from satul.commands import word
from satul.errors import KindError


def number(value: object, command: str) -> float:
    """``value`` as a number.

    Raises:
        KindError: it is a text, a list, true or false, or endless; the sentence names ``command``.
    """
    if isinstance(value, Real) and not isinstance(value, bool):
        try:
            found = float(value)
        except OverflowError:
            found = math.inf
        if math.isfinite(found):
            return found
        raise KindError("value.too_big", value=short(value))
    raise _no_number(value, command)


def _no_number(value: object, command: str) -> KindError:
    name = word(command)
    shown = short(value)
    if isinstance(value, str):
        try:
            return KindError("value.text_number", name=name, value=shown, number=f"{name}({float(value):g})")
        except ValueError:
            pass
    return KindError("value.not_number", name=name, value=shown)


def short(value: object) -> str:
    """``value`` as the child would write it, cut to a length that fits in a sentence."""
    try:
        text = repr(value)
    except Exception:  # noqa: BLE001 - a child's own __repr__ may do anything
        text = type(value).__name__
    return text if len(text) <= 30 else text[:29] + "…"
