"""What the service is made of: handed to every request, made once at start."""

from dataclasses import dataclass
from typing import Any

from codekids_exercises import catalogue
from codekids_exercises.catalogue import Catalogue
from codekids_grading.store import Store
from codekids_hub.addresses import Addresses
from codekids_hub.hub_client import HubClient
from codekids_hub.queue import Queue
from codekids_hub.secret_files import secret
from codekids_hub.settings import Settings
from codekids_hub.storage import Database


@dataclass(frozen=True)
class Parts:
    """The service's collaborators.

    ``auth`` is JupyterHub's own :class:`jupyterhub.services.auth.HubOAuth`; ``session_key`` signs what browsers keep;
    ``service_token`` is the service's own Hub token, used for ending logins alone.
    """

    settings: Settings
    database: Database
    catalogue: Catalogue
    hub: HubClient
    auth: Any
    session_key: str
    service_token: str
    pepper: str
    store: Store
    queue: Queue

    def has_homework(self, assignment: str) -> bool:
        """Whether an assignment is one of ours, which is marked here."""
        return assignment in {entry.id for entry in self.catalogue.sets}

    @classmethod
    def of(cls, settings: Settings, auth: Any) -> "Parts":
        """The parts for these settings."""
        return cls(
            settings=settings,
            database=Database(settings.database_url),
            catalogue=catalogue.read(settings.released),
            hub=HubClient(Addresses.of(settings).hub_api),
            auth=auth,
            session_key=secret(settings.secrets, "sessions"),
            service_token=secret(settings.secrets, "service"),
            pepper=secret(settings.secrets, "pepper"),
            store=Store(settings.store),
            queue=Queue(settings),
        )
