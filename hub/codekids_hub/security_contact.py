"""Whom to tell about a hole in an installation: the page, and ``security.txt`` for those who look there (RFC 9116)."""

from datetime import UTC, datetime, timedelta

from codekids_hub.addresses import SERVICE_PREFIX, Addresses
from codekids_hub.settings import Settings

PAGE = f"{SERVICE_PREFIX}security"
GOOD_FOR = timedelta(days=180)
"""The standard wants less than a year."""


def contact_url(settings: Settings) -> str:
    """The contact as an address to follow; empty where there is none."""
    contact = settings.security_contact
    return contact if not contact or contact.startswith("https:") else f"mailto:{contact}"


def security_txt(settings: Settings, now: datetime) -> str:
    """The file's text; empty where there is no contact."""
    if not settings.security_contact:
        return ""
    ends = (now + GOOD_FOR).astimezone(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
    lines = [
        f"Contact: {contact_url(settings)}",
        f"Expires: {ends:%Y-%m-%dT%H:%M:%SZ}",
        "Preferred-Languages: ro, en",
        f"Policy: {Addresses.of(settings).public}{PAGE}",
    ]
    return "\n".join(lines) + "\n"
