"""Writing where another may have been first: ``INSERT … ON CONFLICT``, the same words on both engines."""

from typing import cast

from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from codekids_hub.storage.tables import Table


def insert(session: Session, table: type[Table]) -> postgresql.Insert:
    """An insert into ``table`` that can say what happens when a row of that key is there already."""
    if session.get_bind().dialect.name == "postgresql":
        return postgresql.insert(table)
    return cast(postgresql.Insert, sqlite.insert(table))
