"""The workspace as a real Jupyter server: what it opens, refuses and offers."""

import json
import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from email.message import Message
from pathlib import Path
from typing import Any

import pytest
from jupyter_client.blocking.client import BlockingKernelClient

import satul

pytest.importorskip("jupyterlab")

WORKSPACE = Path(satul.__file__).parent / "workspace"
LAB_STATIC = Path(sys.prefix) / "share" / "jupyter" / "lab" / "static"
TOKEN = "a-token-for-the-test"
START_WITHIN = 60.0


@dataclass(frozen=True)
class Answer:
    """What the server said; a redirect is not followed."""

    status: int
    headers: Message
    body: bytes

    @property
    def text(self) -> str:
        """The body as words."""
        return self.body.decode()


class _Stay(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_: object) -> None:
        return None


@dataclass
class Server:
    """A running workspace."""

    url: str
    home: Path
    opener: urllib.request.OpenerDirector = field(default_factory=lambda: urllib.request.build_opener(_Stay))

    def get(self, path: str, headers: Mapping[str, str] | None = None) -> Answer:
        """Ask as the child."""
        return self.ask("GET", path, headers=headers)

    def ask(
        self, method: str, path: str, body: object = None, headers: Mapping[str, str] | None = None
    ) -> Answer:
        """Ask as the child, by any method, with JSON."""
        sent = {"Authorization": f"token {TOKEN}"} | dict(headers or {})
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(self.url + path, data=data, headers=sent, method=method)
        try:
            with self.opener.open(request, timeout=30) as answer:
                return Answer(answer.status, answer.headers, answer.read())
        except urllib.error.HTTPError as refusal:
            with refusal:
                return Answer(refusal.code, refusal.headers, refusal.read())

    def json(self, path: str) -> Any:
        """Ask for JSON."""
        answer = self.get(path)
        assert answer.status == 200, answer.text
        return json.loads(answer.body)

    def page_config(self) -> dict[str, Any]:
        """What the page of JupyterLab is told."""
        found = re.search(
            r'id="jupyter-config-data" type="application/json">(.*?)</script>', self.get("doc").text
        )
        assert found
        told: dict[str, Any] = json.loads(found.group(1))
        return told


@pytest.fixture(scope="module")
def server(village: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A workspace as its spawner starts it, without a hub."""
    home = tmp_path_factory.mktemp("home")
    environment = os.environ | {
        "HOME": str(home),
        "JUPYTER_CONFIG_PATH": str(WORKSPACE / "config"),
        "JUPYTER_PATH": str(WORKSPACE / "data"),
        "JUPYTER_PREFER_ENV_PATH": "0",
        "CODEKIDS_CONTENT": str(village),
        "CODEKIDS_LANGUAGE": "ro",
        "CODEKIDS_HOME_URL": "/services/club/",
        "CODEKIDS_LOGOUT_URL": "/hub/logout",
    }
    options = ["--allow-root", "--port=0", "--ServerApp.base_url=/base/", f"--IdentityProvider.token={TOKEN}"]
    command = [sys.executable, "-m", "jupyterlab", "--no-browser", *options, f"--ServerApp.root_dir={home}"]
    with (home / "log").open("w") as log:
        process = subprocess.Popen(command, env=environment, cwd=home, stdout=log, stderr=log)
    try:
        yield Server(_address(process, home), home)
    finally:
        process.terminate()
        process.wait(timeout=30)


def _address(process: "subprocess.Popen[bytes]", home: Path) -> str:
    """Where it listens, once it does; read from the file that a Jupyter server writes about itself."""
    deadline = time.monotonic() + START_WITHIN
    while time.monotonic() < deadline and process.poll() is None:
        for file in (home / ".local/share/jupyter/runtime").glob(f"jpserver-{process.pid}.json"):
            told = json.loads(file.read_text() or "{}")
            if told.get("port") and _listens(int(told["port"])):  # the file is there a little before
                return f"http://127.0.0.1:{told['port']}/base/"
        time.sleep(0.1)
    raise AssertionError((home / "log").read_text())


def _listens(port: int) -> bool:
    with socket.socket() as line:
        return line.connect_ex(("127.0.0.1", port)) == 0


def notebook(home: Path) -> Path:
    return home / "draw-the-village" / "a-house.ipynb"


def test_open_copies_once_and_leads_to_the_single_document(server: Server) -> None:
    answer = server.get("satul/open/draw-the-village/a-house?language=ro")
    assert answer.status == 302
    assert answer.headers["Location"] == "/base/doc/tree/draw-the-village/a-house.ipynb"
    mine = json.loads(notebook(server.home).read_text(encoding="utf-8")) | {"mine": True}
    notebook(server.home).write_text(json.dumps(mine), encoding="utf-8")
    server.get("satul/open/draw-the-village/a-house?language=en")
    assert json.loads(notebook(server.home).read_text(encoding="utf-8")) == mine


def test_the_language_follows_the_question(server: Server) -> None:
    for code, locale, title in (("en", "en", "A house"), ("ro", "ro_RO", "O casă")):
        server.get(f"satul/open/draw-the-village/a-house?language={code}")
        setting = server.json("lab/api/settings/@jupyterlab/translation-extension:plugin")
        assert setting["settings"]["locale"] == locale
        assert server.page_config()["codekids"]["titles"]["draw-the-village/a-house.ipynb"] == title


def test_a_program_without_a_notebook_of_ours_speaks_the_language_of_the_last_page(server: Server) -> None:
    for code in ("en", "ro"):
        server.get(f"satul/open/draw-the-village/a-house?language={code}")
        kernel = json.loads(server.ask("POST", "api/kernels", {"name": "python3"}).body)["id"]
        try:
            assert (
                printed(server, kernel, "from satul.words import language\nprint(language())") == f"{code}\n"
            )
        finally:
            server.ask("DELETE", f"api/kernels/{kernel}")


def printed(server: Server, kernel: str, code: str) -> str:
    """What a running program of the workspace prints."""
    client = BlockingKernelClient(
        connection_file=str(server.home / f".local/share/jupyter/runtime/kernel-{kernel}.json")
    )
    client.load_connection_file()
    client.start_channels()
    said: list[str] = []
    try:
        client.wait_for_ready(timeout=START_WITHIN)
        client.execute_interactive(
            code, timeout=START_WITHIN, output_hook=lambda told: said.append(told["content"].get("text", ""))
        )
    finally:
        client.stop_channels()
    return "".join(said)


def test_an_unknown_language_changes_nothing(server: Server) -> None:
    server.get("satul/open/draw-the-village/a-house?language=ro")
    assert server.get("satul/open/draw-the-village/a-house?language=xx").status == 302
    setting = server.json("lab/api/settings/@jupyterlab/translation-extension:plugin")
    assert setting["settings"]["locale"] == "ro_RO"


def test_an_unknown_challenge_gets_a_kind_page(server: Server) -> None:
    for path in ("no-such-set/a-house", "draw-the-village/no", "..%2F..%2Fetc/passwd", "%2e%2e/a-house"):
        answer = server.get(f"satul/open/{path}?language=en")
        assert answer.status == 404, path
    assert "We cannot find this challenge" in answer.text
    assert 'href="/services/club/"' in answer.text


def test_a_home_that_takes_no_file_gets_a_kind_page(server: Server) -> None:
    blocked = server.home / "weather-station"
    blocked.write_text("a file where a folder must be")
    answer = server.get("satul/open/weather-station/one-warm-day?language=ro")
    assert answer.status == 507
    assert "Nu putem deschide provocarea acum" in answer.text
    blocked.unlink()


def test_strangers_get_nothing(server: Server) -> None:
    request = urllib.request.Request(f"{server.url}satul/open/draw-the-village/our-street")
    try:
        with urllib.request.urlopen(request, timeout=20) as answer:
            assert "/login" in answer.url
    except urllib.error.HTTPError as refusal:
        assert refusal.code in (401, 403)
    assert not (server.home / "draw-the-village" / "our-street.ipynb").exists()


def test_home_leads_home(server: Server) -> None:
    answer = server.get("satul/home")
    assert (answer.status, answer.headers["Location"]) == (302, "/services/club/")


def test_the_page_tells_the_extension_about_the_house(server: Server) -> None:
    page = server.page_config()
    assert page["codekids"]["homeUrl"] == "/services/club/"
    assert page["codekids"]["logoutUrl"] == "/hub/logout"
    assert page["mode"] == "single-document"
    assert "@codekids/quiet" in [extension["name"] for extension in page["federated_extensions"]]
    assert page["news"] == {"disabled": True}
    assert page["terminalsAvailable"] is False


def test_a_page_may_load_from_here_only(server: Server) -> None:
    policy = server.get("doc").headers["Content-Security-Policy"]
    assert policy.startswith("default-src 'self';")
    assert "frame-ancestors 'none'" in policy
    assert "http" not in policy


def test_lab_is_compressed_and_cached(server: Server) -> None:
    core = server.page_config()["fullStaticUrl"].removeprefix("/base/")
    name = next(LAB_STATIC.glob("jlab_core.*.js")).name
    answer = server.get(f"{core}/{name}", {"Accept-Encoding": "gzip"})
    assert answer.headers["Content-Encoding"] == "gzip"
    assert "immutable" in answer.headers["Cache-Control"]


def test_no_terminal_and_no_grader(server: Server) -> None:
    for path in ("api/terminals", "lsp/status", "formgrader", "assignment_list", "nbgrader_version"):
        assert server.get(path).status == 404, path


def test_only_what_a_child_uses_is_loaded(server: Server) -> None:
    log = (server.home / "log").read_text(encoding="utf-8")
    loaded = set(re.findall(r"\] (\S+) \| extension was successfully loaded", log))
    assert loaded == {"jupyterlab", "satul.workspace"}


def test_our_words_are_served(server: Server) -> None:
    words = server.json("lab/api/translations/ro_RO")["data"]
    assert words["jupyterlab"]["Kernel Restarting"] == ["Programul pornește din nou"]
    assert words["codekids_quiet"]["Home"] == ["Acasă"]


def test_settings_are_the_quiet_ones(server: Server) -> None:
    def setting(plugin: str) -> dict[str, object]:
        schema = server.json(f"lab/api/settings/@jupyterlab/{plugin}")["schema"]["properties"]
        return {name: field.get("default") for name, field in schema.items()}

    documents = setting("docmanager-extension:plugin")
    assert documents["autosave"] is False  # the quiet extension saves, sooner and more often
    assert isinstance(margin := documents["lastModifiedCheckMargin"], int)
    assert margin > 10**11  # it also sees what was changed elsewhere: no dialog
    assert setting("notebook-extension:tracker")["autoStartDefaultKernel"] is True
    assert setting("apputils-extension:notification")["fetchNews"] == "false"


HOUSE = "draw-the-village/a-house.ipynb"


def saved(server: Server, text: str, path: str = HOUSE) -> None:
    """Save a notebook as a page does."""
    cell = {"id": "make", "cell_type": "code", "source": text, "outputs": [], "metadata": {}}
    content = {"cells": [cell | {"execution_count": None}], "metadata": {"satul": {"language": "en"}}}
    model = {"type": "notebook", "format": "json", "content": content | {"nbformat": 4, "nbformat_minor": 5}}
    answer = server.ask("PUT", f"api/contents/{path}", model)
    assert answer.status in (200, 201), answer.text


def begun(server: Server, text: str) -> None:
    """The house, open with that text in it and nothing else that was."""
    notebook(server.home).unlink(missing_ok=True)
    shutil.rmtree(server.home / ".satul" / "versions", ignore_errors=True)
    server.get("satul/open/draw-the-village/a-house?language=ro")
    saved(server, text)


def versions(server: Server) -> list[dict[str, Any]]:
    return list(server.json(f"satul/versions?path={HOUSE}")["versions"])


def test_every_save_is_kept_and_can_be_looked_at(server: Server) -> None:
    begun(server, "inainte(100)\nstanga(90)\ninainte(100)\n")
    assert server.ask("POST", "satul/versions", {"path": HOUSE, "reason": "check"}).status == 201
    saved(server, "inainte(1)")
    (checked,) = versions(server)
    assert checked["reason"] == "check"
    assert ["+", "stanga(90)"] in checked["changes"][0]["lines"]
    content = server.json(f"satul/version?path={HOUSE}&id={checked['id']}")["content"]
    assert content["cells"][0]["source"].startswith("inainte(100)")


@pytest.mark.parametrize("by", ["the file API", "the child's own program"])
def test_a_deleted_notebook_comes_back_as_it_was(server: Server, by: str) -> None:
    begun(server, "inainte(77)")
    if by == "the file API":
        assert server.ask("DELETE", f"api/contents/{HOUSE}").status == 204
    else:
        notebook(server.home).unlink()
    answer = server.get("satul/open/draw-the-village/a-house?language=ro")
    assert answer.headers["Location"] == f"/base/doc/tree/{HOUSE}?back=1"
    assert "inainte(77)" in notebook(server.home).read_text(encoding="utf-8")
    assert (
        server.get("satul/open/draw-the-village/a-house?language=ro").headers["Location"].endswith(".ipynb")
    )


def test_a_deleted_folder_and_a_new_name_keep_the_work(server: Server) -> None:
    begun(server, "inainte(78)")
    assert server.ask("PATCH", f"api/contents/{HOUSE}", {"path": "moved.ipynb"}).status == 200
    server.get("satul/open/draw-the-village/a-house?language=ro")
    assert "inainte(78)" in notebook(server.home).read_text(encoding="utf-8")
    saved(server, "inainte(79)")
    shutil.rmtree(server.home / "draw-the-village")
    server.get("satul/open/draw-the-village/a-house?language=ro")
    assert "inainte(79)" in notebook(server.home).read_text(encoding="utf-8")


def test_nothing_to_bring_back_asks_nothing(server: Server) -> None:
    begun(server, "inainte(77)")
    shutil.rmtree(server.home / ".satul" / "versions")
    notebook(server.home).unlink()
    for _ in range(2):
        answer = server.get("satul/open/draw-the-village/a-house?language=ro")
        assert answer.headers["Location"].endswith(".ipynb")
        notebook(server.home).unlink()


def test_the_start_is_given_in_the_notebooks_language(server: Server) -> None:
    begun(server, "inainte(77)")
    start = server.json(f"satul/start?path={HOUSE}")["content"]
    assert (start["metadata"]["satul"]["language"], start["cells"]) == ("en", [])


def test_what_was_changed_elsewhere_is_kept(server: Server) -> None:
    begun(server, "inainte(77)")
    other = notebook(server.home).read_text(encoding="utf-8").replace("inainte(77)", "inainte(78)")
    notebook(server.home).write_text(other, encoding="utf-8")
    saved(server, "inainte(79)")
    assert [each["changes"][0]["lines"][1][1] for each in versions(server)[:1]] == ["inainte(78)"]


def test_what_is_no_notebook_of_the_child_has_no_versions(server: Server) -> None:
    for path in ("", "..", "../x.ipynb", ".satul/x.ipynb", "a//b.ipynb", "/etc/x.ipynb", "notes.txt"):
        assert server.get(f"satul/versions?path={path}").status == 404, path
        assert server.ask("POST", "satul/versions", {"path": path, "reason": "check"}).status == 404, path
    assert server.get(f"satul/version?path={HOUSE}&id=../../x").status == 404
    for bad in (
        {"reason": "first"},
        {"reason": "check", "content": {"cells": []}},
        {"reason": "check", "content": 3},
    ):
        assert server.ask("POST", "satul/versions", {"path": HOUSE} | bad).status == 400, bad


def test_room_without_a_limit_is_never_little(server: Server) -> None:
    assert server.json("satul/room") == {"used": 0, "limit": 0, "little": False}
