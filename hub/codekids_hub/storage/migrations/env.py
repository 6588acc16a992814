"""Run by Alembic: migrations on the engine that the caller hands over.

SQLite changes a table by making it anew. Meanwhile other tables point to nothing: its foreign keys rest, and are looked
through before anything is kept.
"""

from alembic import context

import codekids_hub.storage.homework_tables
import codekids_hub.storage.privacy_tables
import codekids_hub.storage.session_tables  # noqa: F401 - their tables belong to the same metadata
from codekids_hub.storage.tables import Table

engine = context.config.attributes["engine"]


def set_foreign_keys(state: str) -> None:
    """Turn SQLite's foreign keys on or off; it listens to that outside of a transaction only."""
    connection.connection.driver_connection.execute(f"PRAGMA foreign_keys={state}")


with engine.connect() as connection:
    sqlite = connection.dialect.name == "sqlite"
    if sqlite:
        set_foreign_keys("OFF")
    try:
        context.configure(connection=connection, target_metadata=Table.metadata, render_as_batch=True)
        with context.begin_transaction():
            context.run_migrations()
            broken = connection.exec_driver_sql("PRAGMA foreign_key_check").all() if sqlite else []
            if broken:
                raise RuntimeError(f"the migration left rows that point to nothing: {broken[:3]}")
        connection.commit()
    finally:
        if sqlite:
            connection.rollback()
            set_foreign_keys("ON")
