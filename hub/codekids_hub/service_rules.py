"""What of Docker Swarm passes the filter before Docker's socket: workspaces as services, and nothing else."""

import json
import re
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qs, urlsplit

from codekids_hub.engine_filter import CHILD, VERSION, Engine
from codekids_hub.settings import Settings
from codekids_hub.swarm import START, task

_SERVICE = re.compile(r"/services/([\w-]+)")
_OTHERWISE_EMPTY = ("Labels", "Mode", "UpdateConfig", "RollbackConfig", "Networks")


@dataclass(frozen=True)
class ServiceRules:
    """What may pass, for one installation."""

    settings: Settings
    image: str

    def is_workspace(self, service: str) -> bool:
        """Whether a service's name is that of a child's workspace."""
        return re.fullmatch(rf"{self.settings.name}-{CHILD}", service) is not None

    def refusal(self, method: str, target: str, body: bytes) -> str | None:
        """Why a request is refused; ``None`` when it may pass, if the service that it names is a workspace."""
        parts = urlsplit(target)
        path = VERSION.sub("", parts.path)
        if method in ("GET", "HEAD") and path in ("/version", "/_ping"):
            return None
        if method == "GET" and path == "/tasks":
            return self._refused_tasks(parts.query)
        if method == "POST" and path == "/services/create":
            return self._refused_service(body)
        if self.named_in(method, path) is None:
            return f"{method} {path} is not for the hub"
        return None

    def named_in(self, method: str, path: str) -> str | None:
        """The service that a request names, if the hub may do that to a workspace."""
        found = _SERVICE.fullmatch(path)
        if found is None or found[1] == "create":
            return None
        return found[1] if method in ("GET", "DELETE") else None

    def name_of(self, engine: Engine, service: str) -> str:
        """The name of a service by its id; a name of a workspace is itself."""
        return service if self.is_workspace(service) else engine.name_of_service(service)

    def _refused_tasks(self, query: str) -> str | None:
        try:
            filters = parse_qs(query)["filters"]
            services = json.loads(filters[0])["service"]
        except (ValueError, KeyError, TypeError):
            return "tasks are asked for by their service"
        if len(filters) != 1 or not isinstance(services, list) or len(services) != 1:
            return "tasks of one service are asked for"
        return None if self.is_workspace(str(services[0])) else "only tasks of workspaces are shown"

    def _refused_service(self, body: bytes) -> str | None:
        """Why a service is not as a workspace has to be."""
        try:
            asked: dict[str, Any] = json.loads(body)
            name, described = asked.pop("Name"), asked.pop("TaskTemplate")
            arguments = described["ContainerSpec"].pop("Args")
            described["ContainerSpec"].pop("Env")
            endpoint = asked.pop("EndpointSpec")
        except (ValueError, KeyError, TypeError, AttributeError):
            return "a service is described by JSON with Name, TaskTemplate and EndpointSpec"
        if not isinstance(name, str) or not self.is_workspace(name):
            return "only workspaces are created here"
        if not isinstance(arguments, list) or arguments[: len(START)] != START:
            return "a workspace starts behind the fence"
        wanted = task(self.settings, self.image, name.removeprefix(f"{self.settings.name}-"))
        if endpoint != {"Mode": "dnsrr"}:
            return "EndpointSpec is not a workspace's"
        for part in sorted(wanted.keys() | described.keys()):
            if described.get(part) != wanted.get(part):
                return f"TaskTemplate.{part} is not a workspace's"
        for key, value in asked.items():
            if key not in _OTHERWISE_EMPTY or value:
                return f"{key} is not a workspace's"
        return None
