"""Times in people's words: “two hours ago”, “Thursdays at 16:30”."""

from datetime import datetime, tzinfo

from babel.dates import format_date, format_datetime, format_timedelta, get_day_names

from codekids_grading.calendar import TIME_ZONES


def zone(country: str) -> tzinfo:
    """The clock of a country; of one that we do not know, the Romanian one."""
    return TIME_ZONES.get(country, TIME_ZONES["RO"])


def ago(at: datetime | None, now: datetime, language: str) -> str | None:
    """How long ago that was, or ``None`` for never."""
    if at is None:
        return None
    return format_timedelta(min(at - now, now - now), add_direction=True, locale=language, threshold=1.2)


def meeting(day: int, hour: str, language: str) -> str:
    """A club's meeting day and hour; ``day`` 0 is Monday."""
    return f"{get_day_names('wide', 'stand-alone', locale=language)[day].capitalize()}, {hour}"


def closes_words(at: datetime | None, now: datetime, language: str, country: str = "RO") -> str | None:
    """When something closes, such as “Thursday, 16:30”; ``None`` when that is over or never."""
    if at is None or at <= now:
        return None
    return format_datetime(at, "EEEE, HH:mm", tzinfo=zone(country), locale=language)


def moment(at: datetime, language: str, country: str = "RO") -> str:
    """A point in time, such as “19 November, 16:31”, on the clock of the country."""
    return format_datetime(at, "d MMMM, HH:mm", tzinfo=zone(country), locale=language)


def day_and_hour(at: datetime, language: str, country: str) -> str:
    """A meeting on the library's clock, such as “Thursday, 19 November, 16:30”."""
    words = format_datetime(at, "EEEE, d MMMM, HH:mm", tzinfo=zone(country), locale=language)
    return words[:1].upper() + words[1:]


def short_day(at: datetime, language: str, country: str) -> str:
    """A day in little room, such as “19 Nov”."""
    return format_date(at.astimezone(zone(country)).date(), "d MMM", locale=language).rstrip(".")


def day(at: datetime, language: str) -> str:
    """A day, such as “19 November 2026”, as the programme's office sees it."""
    return format_date(at.astimezone(zone("RO")).date(), "d MMMM y", locale=language)
