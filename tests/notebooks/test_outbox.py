"""Events on disk: nothing lost, nothing twice, nothing blocked."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from satul.outbox import Outbox


def event(name: str) -> dict[str, str]:
    return {"id": name, "kind": "ran"}


def waiting(outbox: Outbox) -> list[str]:
    return [one["id"] for one in outbox.waiting(1_000)]


def test_events_wait_in_order_until_they_are_dropped(tmp_path: Path) -> None:
    outbox = Outbox(tmp_path / "new" / "folder")
    assert outbox.waiting(5) == []
    outbox.append([event("a"), event("b")])
    outbox.append([event("c")])
    assert [one["id"] for one in outbox.waiting(2)] == ["a", "b"]
    outbox.drop({"b", "nobody"})
    assert waiting(Outbox(tmp_path / "new" / "folder")) == ["a", "c"]


@pytest.mark.parametrize("broken", ["{", "[]", '{"id": 3}', "\x00\xff", "null", "[" * 100_000])
def test_a_broken_line_is_put_aside(tmp_path: Path, broken: str) -> None:
    outbox = Outbox(tmp_path)
    outbox.append([event("a")])
    with (tmp_path / "outbox.jsonl").open("a", encoding="latin-1") as file:
        file.write(broken + "\n")
    outbox.append([event("b")])
    assert waiting(outbox) == ["a", "b"]
    assert (tmp_path / "outbox.refused.jsonl").stat().st_size > 0
    assert len((tmp_path / "outbox.jsonl").read_text().splitlines()) == 2


def test_a_torn_line_costs_only_itself(tmp_path: Path) -> None:
    outbox = Outbox(tmp_path)
    outbox.append([event("a"), event("b")])
    whole = (tmp_path / "outbox.jsonl").read_bytes()
    (tmp_path / "outbox.jsonl").write_bytes(whole[:-5])
    outbox.append([event("c")])
    assert waiting(outbox) == ["a", "c"]


def test_refused_events_are_kept_for_a_person(tmp_path: Path) -> None:
    outbox = Outbox(tmp_path)
    outbox.append([event("a"), event("b")])
    outbox.put_aside({"a"})
    assert waiting(outbox) == ["b"]
    assert json.loads((tmp_path / "outbox.refused.jsonl").read_text()) == event("a")


def test_one_delivers_at_a_time(tmp_path: Path) -> None:
    first, second = Outbox(tmp_path), Outbox(tmp_path)
    with first.delivering() as ours, second.delivering() as theirs:
        assert (ours, theirs) == (True, False)
    with second.delivering() as theirs:
        assert theirs


WRITER = """
import sys
from pathlib import Path
from satul.outbox import Outbox
outbox = Outbox(Path(sys.argv[1]))
for n in range(40):
    outbox.append([{"id": f"{sys.argv[2]}-{n}"}])
    if n % 3 == 0:
        outbox.drop({f"{sys.argv[2]}-{n}"})
"""


def test_several_kernels_write_and_drop_at_once(tmp_path: Path) -> None:
    command = [sys.executable, "-c", WRITER, str(tmp_path)]
    writers = [subprocess.Popen([*command, str(name)]) for name in range(4)]
    assert [writer.wait(timeout=60) for writer in writers] == [0] * 4
    expected = {f"{name}-{n}" for name in range(4) for n in range(40) if n % 3}
    left = waiting(Outbox(tmp_path))
    assert len(left) == len(expected)
    assert set(left) == expected
    assert not (tmp_path / "outbox.refused.jsonl").exists()


def test_appending_fails_loudly_for_the_courier(tmp_path: Path) -> None:
    (tmp_path / "blocked").write_text("a file where the folder should be")
    with pytest.raises(OSError, match=r"exists|directory"):
        Outbox(tmp_path / "blocked").append([event("a")])


def test_no_file_is_left_open(tmp_path: Path) -> None:
    before = len(os.listdir("/proc/self/fd")) if Path("/proc/self/fd").exists() else 0
    outbox = Outbox(tmp_path)
    for n in range(20):
        outbox.append([event(str(n))])
        outbox.waiting(5)
    after = len(os.listdir("/proc/self/fd")) if before else 0
    assert after <= before
