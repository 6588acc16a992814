"""All kinds of checks by their names."""

from collections.abc import Mapping

from codekids_exercises.challenge import ContentError
from codekids_exercises.kinds import call, charts, code, controls, drawing, mesh, page, printed, twice, value
from codekids_exercises.kinds.base import Kind

KINDS: Mapping[str, Kind] = {
    one.KIND.name: one.KIND
    for one in (call, charts, code, controls, drawing, mesh, page, printed, twice, value)
}


def kind_named(name: str) -> Kind:
    """The kind of that name. Raises ContentError."""
    if name not in KINDS:
        raise ContentError(f"There is no kind of check {name!r}; there are {', '.join(sorted(KINDS))}.")
    return KINDS[name]
