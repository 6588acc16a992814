"""Times in people's words: “two hours ago”, “Thursdays at 16:30”."""

from datetime import datetime

from babel.dates import format_timedelta, get_day_names


def ago(at: datetime | None, now: datetime, language: str) -> str | None:
    """How long ago that was, or ``None`` for never."""
    if at is None:
        return None
    return format_timedelta(min(at - now, now - now), add_direction=True, locale=language, threshold=1.2)


def meeting(day: int, hour: str, language: str) -> str:
    """A club's meeting day and hour; ``day`` 0 is Monday."""
    return f"{get_day_names('wide', 'stand-alone', locale=language)[day].capitalize()}, {hour}"
