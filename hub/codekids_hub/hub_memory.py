"""JupyterHub's own database: how its SQLite file is opened."""

import sqlite3
from typing import Any

from codekids_hub.settings import Settings


class HubConnection(sqlite3.Connection):
    """Writes ahead into a log (WAL): a commit waits for the disk once, not three times, and with it everybody, since the Hub does one
    thing at a time. What is committed survives a power cut all the same: a login that was ended stays ended.
    """

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.execute("PRAGMA journal_mode=WAL").close()
        self.execute("PRAGMA synchronous=FULL").close()


def update_memory(c: Any, settings: Settings) -> None:
    """Where the Hub keeps who is logged in and which workspaces run.

    On several machines the file lies in a shared folder, in which SQLite's log could not be shared.
    """
    c.JupyterHub.db_url = f"sqlite:///{settings.data / 'jupyterhub.sqlite'}"
    if settings.mode != "swarm":
        c.JupyterHub.db_kwargs = {"connect_args": {"check_same_thread": False, "factory": HubConnection}}
