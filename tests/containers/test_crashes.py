"""Containers that die in the middle of an evening: nothing accepted is lost, and people come back by themselves."""

import json
import os
import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from codekids_grading.store import Store
from codekids_hub.production import running, variables
from containers.conftest import SET, Installation, docker
from containers.patience import again, eventually
from evening import kernels
from evening.club_visitors import HOME
from evening.test_homework_evening import Child

pytestmark = pytest.mark.timeout(1800)  # containers start again and again, on a busy machine, too

HANDING_IN = """
import json, pathlib, time
from satul.exchange.client import Away
from satul.workspace import homework

home = pathlib.Path.home()
notebook = home / "SET" / "homework.ipynb"
receipts = []
for number in range(6):
    book = json.loads(notebook.read_text())
    for cell in book["cells"]:
        if cell["id"] == "own":
            cell["source"] = f"# casa {number}"
    notebook.write_text(json.dumps(book))
    until = time.monotonic() + 240
    while len(receipts) == number:
        try:
            receipts.append(homework.hand_in(home, "SET"))
        except Away:
            if time.monotonic() > until:
                raise
            time.sleep(0.5)
    (home / "handed-in").write_text(str(len(receipts)))
    time.sleep(0.5)
print(json.dumps(receipts))
""".replace("SET", SET)

ROWS = """
import json
from sqlalchemy import select
from codekids_hub.settings import process_settings
from codekids_hub.storage import Database
from codekids_hub.storage.homework_tables import HandIn
database = Database(process_settings().database_url)
with database.read() as session:
    print(json.dumps({row.id: row.digest for row in session.scalars(select(HandIn))}))
database.dispose()
"""


def test_the_database_dies_while_a_child_hands_in(installation: Installation, vlad: Child) -> None:
    handed_in = installation.settings.homes / vlad.id / "handed-in"
    handed_in.unlink(missing_ok=True)
    with ThreadPoolExecutor(1) as pool:
        running = pool.submit(kernels.run, vlad.visitor, vlad.id, HANDING_IN, 400)
        eventually(lambda: running.done() or handed_in.exists(), "nothing was handed in")
        died = crash(installation, "database")
        receipts = json.loads(running.result(timeout=420).strip().splitlines()[-1])
    assert len(set(receipts)) == 6
    eventually(lambda: is_well(died), "the database did not come back")
    rows = {int(number): digest for number, digest in json.loads(asked(installation, ROWS)).items()}
    assert set(receipts) <= set(rows)
    for number in receipts:
        Store(installation.settings.store).get(rows[number])
    assert vlad.visitor.follow(HOME).status_code == 200
    eventually(lambda: vlad.state() == "marked", "what was handed in last was not marked")


def test_the_hub_dies_and_who_works_goes_on(installation: Installation, vlad: Child) -> None:
    workspace = described(installation.workspace(vlad.id))["Id"]
    died = crash(installation, "hub")
    again(lambda: vlad.write(own="# am scris mai departe"), "the notebook could not be saved")
    eventually(lambda: is_well(died), "the hub did not come back")
    again(lambda: vlad.visitor.wait_for_workspace(), "the child's page did not come back")
    assert vlad.visitor.follow(HOME).status_code == 200, "without logging in again"
    assert described(installation.workspace(vlad.id))["Id"] == workspace
    assert kernels.run(vlad.visitor, vlad.id, "print(6 * 7)", within=240).strip() == "42"


def test_the_machine_dies_and_everything_is_there_again(installation: Installation, vlad: Child) -> None:
    vlad.write(own="# chiar înainte de pană")
    vlad.hand_in()
    docker("kill", *docker("ps", "--quiet", "--filter", f"name=^{installation.settings.name}[-_]").split())
    installation.codekids("up")
    again(vlad.open, "the child did not come back")
    assert "# chiar înainte de pană" in [cell["source"] for cell in vlad.notebook()["cells"]]
    eventually(lambda: vlad.state() == "marked", "what was handed in was not marked")


def test_the_doctor_names_a_container_that_ended(installation: Installation) -> None:
    gate = running.container_of(installation.settings, "gate")
    assert gate
    before = doctor(installation)
    for about in ("docker", "images", "containers", "docker-disk", "database", "ports"):
        assert before[about]["grade"] != "trouble", before[about]
    docker("stop", gate)
    try:
        ended = doctor(installation)["containers"]
        assert ended["grade"] == "trouble" and gate in ended["said"]
        assert f"docker logs {gate}" in ended["advice"]
    finally:
        docker("start", gate)
    eventually(lambda: doctor(installation)["containers"]["grade"] == "ok", "the gate did not come back")


def doctor(installation: Installation) -> dict[str, dict[str, str]]:
    """What the doctor says, by what it says it about."""
    environment = variables.plain_environment()
    environment |= {"CODEKIDS_ROOT": str(installation.folder), "LC_ALL": "C.UTF-8"}
    line = [sys.executable, "-m", "codekids_hub", "doctor", "--json"]
    done = subprocess.run(line, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode in (0, 1), done.stderr
    return {each["about"]: each for each in json.loads(done.stdout)}


def crash(installation: Installation, service: str) -> str:
    """Kill a service's first process as the kernel would; the container's name."""
    name = running.container_of(installation.settings, service)
    assert name
    os.kill(described(name)["State"]["Pid"], signal.SIGKILL)
    return name


def is_well(container: str) -> bool:
    """Whether Docker has started it again, and it answers."""
    found = described(container)
    return bool(found["RestartCount"]) and found["State"].get("Health", {}).get("Status") == "healthy"


def described(container: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(docker("inspect", container))[0]
    return found


def asked(installation: Installation, program: str) -> str:
    """What a program says in the hub's container."""
    return installation.inside("hub", "python", "-", told=program)
