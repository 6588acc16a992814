"""Run by Alembic: migrations on the engine that the caller hands over."""

from alembic import context

import codekids_hub.storage.homework_tables
import codekids_hub.storage.privacy_tables
import codekids_hub.storage.session_tables  # noqa: F401 - their tables belong to the same metadata
from codekids_hub.storage.tables import Table

engine = context.config.attributes["engine"]

with engine.connect() as connection:
    context.configure(connection=connection, target_metadata=Table.metadata, render_as_batch=True)
    with context.begin_transaction():
        context.run_migrations()
    connection.commit()
