"""What the hub, the club service and the worker write down: one line an event, without addresses and keys of people.

A person is an opaque identifier in a log, never a nickname: what a database refused is told without its values
(``hide_parameters`` of the engine), and no request's body is ever logged. The rest is taken out here.
"""

import ipaddress
import json
import logging
import re
from datetime import UTC, datetime
from typing import Any

_ADDRESS = re.compile(
    r"(?<![\w.:])(?:\d{1,3}(?:\.\d{1,3}){3}|[0-9A-Fa-f]{0,4}(?::[0-9A-Fa-f]{0,4}){2,7})(?![\w:])"
)
_SECRET = re.compile(r"(?<![\w/.-])(?=[A-Za-z_-]*\d)(?=[\d_-]*[A-Za-z])[A-Za-z0-9_-]{20,}(?![\w/])")
"""Long words of letters and digits: cards' keys, the Hub's tokens, cookies. A part of a path is none."""
_QUERY = re.compile(r"\?[^\s\"'>]*")
_DETAIL = re.compile(r"^[^\W\d_a-z]+:  .*$", re.MULTILINE)
"""A line in which PostgreSQL says what stands in the row that it refused."""
_CREDENTIALS = re.compile(r"://[^/\s@]+@")


def clean(text: str) -> str:
    """``text`` without addresses of people's devices, keys, and what stands behind a question mark in an address."""
    text = _QUERY.sub("?", _DETAIL.sub("[detail]", text))
    text = _CREDENTIALS.sub("://", text)
    return _SECRET.sub("[key]", _ADDRESS.sub(_without, text))


def _without(found: re.Match[str]) -> str:
    try:
        address = ipaddress.ip_address(found.group())
    except ValueError:  # a time, a version
        return found.group()
    return found.group() if address.is_loopback or address.is_unspecified else "[address]"


class Text(logging.Formatter):
    """A line of words, and a traceback below it where there is one."""

    def __init__(self, *_: Any, **__: Any) -> None:
        """Whatever form a host application asks for: ours is always the same."""
        super().__init__("%(asctime)s %(name)s %(levelname)s %(message)s")

    def format(self, record: logging.LogRecord) -> str:
        """The line."""
        return clean(super().format(record))


class Json(logging.Formatter):
    """A line of JSON: ``at``, ``level``, ``logger``, ``message``, and ``trace`` where there is one."""

    def __init__(self, *_: Any, **__: Any) -> None:
        super().__init__()

    def format(self, record: logging.LogRecord) -> str:
        """The line."""
        line = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": clean(record.getMessage()),
        }
        if record.exc_info:
            line["trace"] = clean(self.formatException(record.exc_info))
        return json.dumps(line, ensure_ascii=False)


def formatter(form: str) -> type[logging.Formatter]:
    """The formatter for the setting ``logs``."""
    return Json if form == "json" else Text


def install(form: str) -> None:
    """Have everything that this process logs, from warnings on, written to standard error in our form."""
    handler = logging.StreamHandler()
    handler.setFormatter(formatter(form)())
    logging.basicConfig(level=logging.WARNING, handlers=[handler], force=True)


def for_the_hub(form: str) -> dict[str, Any]:
    """The same for JupyterHub, as traitlets' ``logging_config`` wants it."""
    chosen = formatter(form)
    return {"formatters": {"console": {"class": f"{chosen.__module__}.{chosen.__qualname__}"}}}
