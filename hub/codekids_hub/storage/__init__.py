"""Storage: the one door to the club's own database. JupyterHub keeps another one, which is never opened here."""

from codekids_hub.storage.database import Database
from codekids_hub.storage.migrating import migrate

__all__ = ["Database", "migrate"]
