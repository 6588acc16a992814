"""Starting an installation: a taken port is said, before anything is made."""

import socket
from pathlib import Path

import pytest

from codekids_hub import installation
from codekids_hub.settings import Settings


def test_a_taken_port_is_named_with_what_to_do(tmp_path: Path) -> None:
    settings = Settings.load(None, {}, data=tmp_path, content=tmp_path, port=18321)
    with socket.socket() as other:
        other.bind(("127.0.0.1", settings.port + 1))
        other.listen()
        with pytest.raises(installation.PortTaken, match=rf"Port {settings.port + 1} .*--port"):
            installation.refuse_taken_ports(settings)
