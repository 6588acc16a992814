"""Which sets and homeworks are released here, in which version, and what the linter said of it."""

from typing import Any

from fastapi import APIRouter, Request
from sqlalchemy import func, select
from sqlalchemy.orm import Session
from starlette.responses import Response

from codekids_exercises.catalogue import SetEntry
from codekids_hub import content_versions
from codekids_hub.addresses import project_root
from codekids_hub.club import answers
from codekids_hub.club.coordinators import ForCoordinator
from codekids_hub.club.visitors import parts_of
from codekids_hub.content_versions import Linted, Version
from codekids_hub.home import level_names
from codekids_hub.levels import Level
from codekids_hub.people_language import language_of
from codekids_hub.storage.homework_tables import Assignment
from codekids_hub.times import day
from codekids_hub.village_map import set_picture

router = APIRouter(prefix="/programme/content", include_in_schema=False)


@router.get("")
def show_content(request: Request, visitor: ForCoordinator) -> Response:
    """All sets by level and week."""
    parts = parts_of(request)
    language = language_of(parts.database, visitor.id, parts.settings.language)
    versions = content_versions.read_versions(parts.settings)
    linted = content_versions.read_lint(project_root())
    with parts.database.read() as session:
        given = _given(session)
    names = level_names(language)
    return answers.page(
        request,
        visitor,
        "content.html",
        here="content",
        levels=[
            {
                "name": names[level],
                "sets": [
                    _row(
                        entry, versions.get(entry.id), linted.get(entry.id), given.get(entry.id, 0), language
                    )
                    for entry in parts.catalogue.sets
                    if entry.level == level.value
                ],
            }
            for level in Level
        ],
    )


def _given(session: Session) -> dict[str, int]:
    """To how many clubs each homework was given."""
    query = select(Assignment.name, func.count(Assignment.club_id.distinct())).group_by(Assignment.name)
    return {name: count for name, count in session.execute(query)}


def _row(
    entry: SetEntry, version: Version | None, linted: Linted | None, given: int, language: str
) -> dict[str, Any]:
    known = linted is not None and version is not None and linted.source == version.source
    return {
        "id": entry.id,
        "week": entry.week,
        "title": entry.title[language],
        "picture": set_picture(entry.picture),
        "challenges": len(entry.challenges),
        "digest": version.challenges if version else None,
        "homework": entry.homework is not None,
        "homework_digest": version.homework if version else None,
        "given": given,
        "since": day(version.since_at, language) if version else None,
        "findings": linted.findings if known and linted else None,
        "looked_at": day(linted.looked_at, language) if known and linted else None,
    }
