"""Two workspaces forked from one warm parent: each is a whole workspace, and a child's program in one finds nothing of the other."""

# mypy: disallow-untyped-calls=False

import asyncio
import copy
import json
import os
import socket
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import httpx
import pytest
from traitlets.config import Config

from codekids_hub import workspaces
from codekids_hub.bench.one_workspace import OneWorkspace, wait_for
from codekids_hub.bench.stand_in import stand_in
from codekids_hub.bench.workspaces import forked_workspace, free_ports, installation, told
from codekids_hub.forked_spawner import ForkedSpawner
from codekids_hub.settings import Settings
from codekids_hub.storage import Database
from codekids_hub.warm_parent import ForkedWorkspace, NotWarm, WarmParent
from codekids_hub.workspaces import shown_to_workspaces, without_walls

PATIENCE = 120
pytestmark = pytest.mark.timeout(900)  # nothing is said about times


@dataclass
class House:
    """A warm parent with its forks, and a thread in which its coroutines run."""

    settings: Settings
    parent: WarmParent
    hub: str
    loop: asyncio.AbstractEventLoop

    def wait(self, doing: Any) -> Any:
        made: Future[Any] = asyncio.run_coroutine_threadsafe(doing, self.loop)
        return made.result(600)

    def open(self, name: str) -> tuple[ForkedWorkspace, OneWorkspace]:
        fork, one = self.wait(forked_workspace(self.parent, self.settings, self.hub, name, free_ports(1)[0]))
        wait_for([one])
        return fork, one

    def run(self, one: OneWorkspace, code: str) -> str:
        printed: str = self.wait(one.first_cell(code))
        return printed


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    if without_walls() is not None:
        pytest.fail(f"workspaces have no walls here: {without_walls()}")
    settings, _ = installation(tmp_path_factory.mktemp("forked") / "data", "forked")
    settings.homes.mkdir()
    (settings.data / "secret").write_text("key")
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever)
    thread.start()
    parent = WarmParent(settings.homes, shown_to_workspaces(settings))
    try:
        with stand_in() as hub:
            yield House(settings, parent, hub, loop)
    finally:
        parent.close()
        loop.call_soon_threadsafe(loop.stop)
        thread.join()
        loop.close()


@pytest.fixture(scope="module")
def two(house: House) -> Iterator[tuple[OneWorkspace, OneWorkspace]]:
    """Ana's and Dan's."""
    (ana_fork, ana), (dan_fork, dan) = house.open("ana"), house.open("dan")
    (house.settings.homes / "dan" / "diary.txt").write_text("dear diary")
    yield ana, dan
    for fork in (ana_fork, dan_fork):
        fork.close()


@pytest.fixture
def as_ana(house: House, two: tuple[OneWorkspace, OneWorkspace]) -> Callable[[str], str]:
    """Runs code in Ana's workspace."""
    return lambda code: house.run(two[0], code)


def until(true: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE
    while not true():
        assert time.monotonic() < end
        time.sleep(0.05)


def test_a_cell_runs_in_a_forked_kernel(as_ana: Callable[[str], str]) -> None:
    code = "from satul import *\nbar_chart([3, 1, 2])\nimport os\nprint(open('/proc/self/cmdline').read().split(chr(0))[2], os.getpgid(0) == os.getpid())"
    assert as_ana(code) == "satul.workspace.warm True\n"


def test_jupyterlab_keeps_what_a_child_chose_in_the_childs_home(
    house: House, two: tuple[OneWorkspace, OneWorkspace]
) -> None:
    for one in two:
        asked = f"{one.address}lab/api/settings/@jupyterlab/translation-extension:plugin"
        answer = httpx.get(asked, headers={"Authorization": f"token {one.name}"}, timeout=PATIENCE)
        assert json.loads(answer.json()["raw"])["locale"] == "ro_RO"
        kept = list((house.settings.homes / one.name).rglob("plugin.jupyterlab-settings"))
        assert any("translation-extension" in str(path) for path in kept)


def test_another_childs_files_are_not_there(as_ana: Callable[[str], str], house: House) -> None:
    code = f"""
import os
homes, data = {str(house.settings.homes)!r}, {str(house.settings.data)!r}
print(os.listdir(homes), os.path.exists(homes + "/dan/diary.txt"), os.path.exists(data + "/secret"))
found = [one for root in ("/proc/1/root", "/proc/1/cwd/..", "/proc/self/root") for one in os.listdir(root + (homes if root.endswith("root") else ""))]
print(set(found))
for place in (homes + "/zoe", homes + "/dan/diary.txt", "/left", "/dev/left"):
    try:
        open(place, "w")
        print("written", place) if homes not in place else None
    except OSError:
        pass
open("mine.txt", "w").write("mine")
"""
    assert as_ana(code) == "['ana'] False False\n{'ana'}\n"
    assert (house.settings.homes / "ana" / "mine.txt").read_text() == "mine"
    assert (house.settings.homes / "dan" / "diary.txt").read_text() == "dear diary"
    assert not (house.settings.homes / "zoe").exists()


def test_what_one_leaves_on_a_shared_disk_the_other_does_not_find(
    house: House, two: tuple[OneWorkspace, OneWorkspace]
) -> None:
    ana, dan = two
    leave = "import os\nfor place in ('/tmp', '/dev/shm', '/run'):\n    open(place + '/left', 'w').write('x')\nprint('left')"
    assert house.run(ana, leave) == "left\n"
    look = "import os\nprint([place for place in ('/tmp', '/dev/shm', '/run') if os.path.exists(place + '/left')])"
    assert house.run(dan, look) == "[]\n"


def test_no_process_of_another_is_seen_or_signalled(
    as_ana: Callable[[str], str], two: tuple[OneWorkspace, OneWorkspace]
) -> None:
    code = f"""
import os, signal
numbers = sorted(int(one) for one in os.listdir("/proc") if one.isdigit())
print(len(numbers) < 12, os.getppid())
for number in {[one.process for one in two]!r}:
    try:
        os.kill(number, 0) if number not in numbers else None
        print("ours" if number in numbers else "reached")
    except ProcessLookupError:
        print("nobody")
"""
    seen, parent, *reached = as_ana(code).split()
    assert (seen, parent) == ("True", "1") and "reached" not in reached
    wait_for([two[1]])


def test_there_are_no_rights_and_no_way_to_some(as_ana: Callable[[str], str], house: House) -> None:
    code = f"""
import ctypes, os
told = dict(line.split(":\\t", 1) for line in open("/proc/self/status").read().splitlines() if ":\\t" in line)
print([told["Cap" + one] for one in ("Inh", "Prm", "Eff", "Amb")] == ["0" * 16] * 4, told["NoNewPrivs"])
libc = ctypes.CDLL(None)
homes = {str(house.settings.homes)!r}.encode()
print([libc.umount2(place, 2) for place in (homes, b"/proc", b"/tmp")])
inside = os.fork()
if inside == 0:
    libc.unshare(0x10000000 | 0x00020000)
    libc.umount2(b"/proc", 2), libc.umount2(homes, 2)
    os._exit(b"dan" in os.listdir(homes) or len([one for one in os.listdir("/proc") if one.isdigit()]) > 12)
print(os.waitstatus_to_exitcode(os.waitpid(inside, 0)[1]))
try:
    open("/proc/sys/kernel/core_pattern", "r+")
except OSError:
    print("read-only")
"""
    assert as_ana(code) == "True 1\n[-1, -1, -1]\n0\nread-only\n"


def test_no_file_of_a_program_grows_larger_than_its_home_may(house: House) -> None:
    told = forked_workspace(
        house.parent, house.settings, house.hub, "gia", free_ports(1)[0], {"CODEKIDS_HOME_MB": "20"}
    )
    fork, gia = house.wait(told)
    wait_for([gia])
    code = f"""
import errno, time
end = time.monotonic() + {PATIENCE}
with open("large", "wb") as file:
    while time.monotonic() < end:
        try:
            file.truncate(21_000_000)
        except OSError as error:
            print(errno.errorcode[error.errno])
            break
        file.truncate(0)
        time.sleep(0.2)
"""
    assert house.run(gia, code) == "EFBIG\n"
    fork.close()


def test_no_secret_of_another_is_in_memory(house: House) -> None:
    secret = f"one-time-{os.urandom(8).hex()}"
    port = free_ports(1)[0]
    told = forked_workspace(house.parent, house.settings, house.hub, "eva", port, {"SECRET": secret})
    eva_fork, eva = house.wait(told)
    wait_for([eva])
    fay_fork, fay = house.open("fay")
    code = f"""
import os
wanted, found = {secret[::-1]!r}[::-1].encode(), 0
for number in (1, 2):
    with open(f"/proc/{{number}}/mem", "rb", 0) as memory:
        for line in open(f"/proc/{{number}}/maps"):
            low, high = (int(one, 16) for one in line.split()[0].split("-"))
            try:
                memory.seek(low)
                found += memory.read(high - low).count(wanted)
            except (OSError, ValueError, OverflowError):
                pass
print(found > 0, "TOKEN" in open("/proc/1/environ").read())
"""
    assert house.run(eva, code) == "True False\n"  # so it is found where it is
    assert house.run(fay, code) == "False False\n"
    for fork in (eva_fork, fay_fork):
        fork.close()


def test_no_open_file_is_inherited(as_ana: Callable[[str], str]) -> None:
    code = """
import os
for one in os.listdir("/proc/1/fd"):
    if int(one) > 2:  # where errors go is the hub's log
        print(os.readlink(f"/proc/1/fd/{one}").partition(":")[0])
"""
    opened = as_ana(code).split()
    assert opened.count("socket") == 2  # to the hub, to the server
    assert set(opened) <= {"socket", "pipe", "anon_inode"}


def test_chance_is_not_shared(house: House, two: tuple[OneWorkspace, OneWorkspace]) -> None:
    code = "import os, random, secrets, ssl, tempfile, uuid\nprint(random.random(), secrets.token_hex(8), ssl.RAND_bytes(8).hex(), uuid.uuid4().hex, next(tempfile._get_candidate_names()))"
    drawn = [house.run(one, code).split() for one in (*two, *two)]
    for kind in zip(*drawn, strict=True):
        assert len(set(kind)) == len(drawn)


def test_a_server_lets_nobody_in_without_its_token(
    two: tuple[OneWorkspace, OneWorkspace], house: House
) -> None:
    code = f"""
import urllib.error, urllib.request, os
request = urllib.request.Request({two[1].address!r} + "api/contents", headers={{"Authorization": "token " + os.environ["JUPYTERHUB_API_TOKEN"]}})
try:
    print(urllib.request.urlopen(request).status)
except urllib.error.HTTPError as error:
    print(error.code)
"""
    assert house.run(two[0], code) == "403\n"


def test_it_ends_when_it_is_asked_and_takes_everything_along(house: House) -> None:
    fork, one = house.open("gabi")
    code = "import subprocess\nprint(subprocess.Popen(['sleep', '1000'], start_new_session=True).pid > 0)"
    assert house.run(one, code) == "True\n"
    assert fork.signal(15) and not fork.has_ended()
    until(fork.has_ended)
    assert not fork.signal(15)
    until(lambda: not _listens(one.port))
    fork.close()


def test_children_go_on_when_the_parent_is_gone_and_the_next_one_gets_a_new_parent(house: House) -> None:
    first, one = house.open("horia")
    process = house.parent._process
    assert process is not None
    process.kill()
    process.wait()
    assert house.run(one, "print('still here')") == "still here\n"
    second, other = house.open("ion")
    assert house.run(other, "print('new')") == "new\n"
    for fork in (first, second):
        fork.close()
    until(lambda: not _listens(one.port) and not _listens(other.port))


def test_a_parent_that_cannot_start_is_told_and_leaves_nothing(house: House, tmp_path: Path) -> None:
    parent = WarmParent(tmp_path / "missing", shown_to_workspaces(house.settings))
    with pytest.raises(NotWarm):
        house.wait(forked_workspace(parent, house.settings, house.hub, "julia", free_ports(1)[0]))
    assert parent._process is None


def test_a_home_that_is_not_among_the_homes_gets_no_workspace(house: House) -> None:
    elsewhere = house.settings.data / "elsewhere"
    elsewhere.mkdir()
    with pytest.raises(NotWarm):
        house.wait(house.parent.fork(elsewhere, {}, []))


class Spawner(ForkedSpawner):
    """The Hub's, told by us what a Hub would tell it."""

    house: House

    def get_env(self) -> dict[str, str]:
        return told(self.house.settings, self.user.name, self.port, self.house.hub)

    def get_args(self) -> list[str]:
        return ["--allow-root"] if os.geteuid() == 0 else []


def spawner(house: House, name: str, parent: WarmParent) -> Spawner:
    made = Spawner(user=SimpleNamespace(name=name))
    made.house, made.warm_parent = house, lambda: parent
    made.home_dir_template = str(house.settings.homes / "{username}")
    database = Database(house.settings.database_url)
    workspaces.walls_around(house.settings, database)(made)
    database.dispose()
    return made


@pytest.mark.parametrize("warm", [True, False])
def test_the_hub_starts_watches_and_stops_a_workspace_that_is_forked_or_not(house: House, warm: bool) -> None:
    name = "katia" if warm else "luca"
    nobody = WarmParent(house.settings.data / "missing", shown_to_workspaces(house.settings))
    one = spawner(house, name, house.parent if warm else nobody)
    ip, port = house.wait(one.start())
    running = OneWorkspace(name, port, one.pid)
    wait_for([running])
    assert (ip, house.wait(one.poll())) == ("127.0.0.1", None)
    assert (one.proc is None) is warm
    assert house.run(running, "print('there')") == "there\n"
    house.wait(one.stop())
    assert house.wait(one.poll()) is not None
    until(lambda: not _listens(port))


@pytest.mark.parametrize(("walls", "forked"), [(None, True), ("no walls here", False)])
def test_workspaces_are_forked_when_the_operator_wants_it_and_there_are_walls(
    house: House, monkeypatch: pytest.MonkeyPatch, walls: str | None, forked: bool
) -> None:
    c: Any = Config()
    database = Database(house.settings.database_url)
    monkeypatch.setattr(workspaces, "without_walls", lambda: walls)
    workspaces.update_processes(c, house.settings, database)
    database.dispose()
    assert (c.JupyterHub.spawner_class is ForkedSpawner) is forked
    if forked:  # configuration is copied for each spawner, the parent is not
        one, other = (copy.deepcopy(c.ForkedSpawner.warm_parent)() for _ in range(2))
        assert one is other


def _listens(port: int) -> bool:
    with socket.socket() as one:
        return one.connect_ex(("127.0.0.1", port)) == 0
