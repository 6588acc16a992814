"""A real kernel, as JupyterLab talks to it."""

import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("ipykernel")
manager = pytest.importorskip("jupyter_client.manager")


class Kernel:
    """A kernel and one client."""

    def __init__(self, client: Any) -> None:
        self.client = client

    def run(
        self, code: str, cell: str, answer: tuple[float, str] | None = None
    ) -> tuple[str, list[dict[str, Any]]]:
        """Run a cell; its reply's status and its outputs. ``answer``: to ``input()``, after so many seconds."""
        session, channel = self.client.session, self.client.shell_channel
        content = {"code": code, "silent": False, "store_history": True, "allow_stdin": bool(answer)}
        message = session.msg("execute_request", content, metadata={"cellId": cell})
        channel.send(message)
        if answer:
            self.client.get_stdin_msg(timeout=30)
            time.sleep(answer[0])
            self.client.input(answer[1])
        outputs = []
        while True:
            told = self.client.get_iopub_msg(timeout=30)
            if told["parent_header"].get("msg_id") != message["header"]["msg_id"]:
                continue
            if told["msg_type"] == "status" and told["content"]["execution_state"] == "idle":
                break
            outputs.append({"type": told["msg_type"], **told["content"]})
        while True:
            reply = self.client.get_shell_msg(timeout=30)
            if reply["parent_header"]["msg_id"] == message["header"]["msg_id"]:
                return reply["content"]["status"], outputs


@pytest.fixture
def kernel(content: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Kernel]:
    """A kernel that stops a cell after two seconds."""
    monkeypatch.setenv("CODEKIDS_STOP_AFTER", "2")
    started, client = manager.start_new_kernel(kernel_name="python3", startup_timeout=60)
    yield Kernel(client)
    client.stop_channels()
    started.shutdown_kernel(now=True)
    started.cleanup_resources()


def texts(outputs: list[dict[str, Any]]) -> str:
    return "\n".join(out["data"]["text/plain"] for out in outputs if out["type"] == "display_data")


def test_a_child_at_work(kernel: Kernel) -> None:
    status, outputs = kernel.run('from satul import *\nincepe("the-set/the-challenge", "ro")', "begin")
    assert (status, texts(outputs)) == ("ok", "Totul e pregătit. Spor la treabă!")
    status, outputs = kernel.run("inainte(10)", "make")
    assert texts(outputs) == "Desen cu o linie. Țestoasa e la (10, 0)."
    status, outputs = kernel.run("n = 1\nwhile n > 0:\n    n = n + 1", "make")
    assert status == "error"
    assert "Care linie din ea schimbă condiția n > 0?" in texts(outputs)
    assert not [out for out in outputs if out["type"] == "error"]
    status, outputs = kernel.run("print(input('Cum te cheamă? '))", "make", answer=(3.5, "salut"))
    assert status == "ok"
    status, outputs = kernel.run("print('salut')", "make")
    status, outputs = kernel.run('verifica("make")', "make-check")
    shown = next(out["data"] for out in outputs if out["type"] == "display_data")
    assert "Gata, ai reușit!" in shown["text/plain"]
    assert "application/vnd.jupyter.widget-view+json" in shown
