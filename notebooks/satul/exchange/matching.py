"""What nbgrader's ids may be when something is looked for: a name, a pattern of names, or nothing for all."""

from fnmatch import fnmatchcase


def matches(wanted: str, name: str) -> bool:
    """Whether a name is wanted."""
    return not wanted or fnmatchcase(name, wanted)


def exact(wanted: str) -> str:
    """The one name that is wanted, or nothing when that is a pattern: what a server can be asked for."""
    return "" if any(sign in wanted for sign in "*?[") else wanted
