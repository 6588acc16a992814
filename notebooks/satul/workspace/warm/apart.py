"""What separates one child's processes from the others' and from the warm parent, inside the walls that they share.

Namespaces of its own, its own home among homes, empty disks, no rights: in this order, each by one call of the kernel, and in the end it
is looked up whether all of it holds. See namespaces(7), user_namespaces(7), mount_namespaces(7), capabilities(7).
"""

import ctypes
import os
import random
import struct
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

_MOUNTS, _HOST_NAME, _IPC, _USERS, _PIDS = 0x00020000, 0x04000000, 0x08000000, 0x10000000, 0x20000000
_READ_ONLY, _NO_SUID, _NO_DEVICES, _NO_PROGRAMS = 1, 2, 4, 8
_REMOUNT, _BIND, _RECURSIVE, _PRIVATE = 0x20, 0x1000, 0x4000, 0x40000
_DROP_BOUND, _NO_NEW_RIGHTS, _AMBIENT, _CLEAR_ALL = 24, 38, 47, 4
_CAPABILITIES_VERSION_3 = 0x20080522
_KINDS = ("ipc", "mnt", "pid", "uts")

DISKS = ("/tmp", "/run", "/dev/shm")
"""Where each child has an empty disk of its own, of half of the memory at most, as behind its own walls."""

_libc = ctypes.CDLL(None, use_errno=True)


class NotApart(Exception):
    """Something that separates does not hold: nothing may run here."""


def part() -> None:
    """Namespaces of our own; the next fork is the first process in them. Who is not root takes a user namespace, too."""
    kinds = _MOUNTS | _HOST_NAME | _IPC | _PIDS
    if os.geteuid() == 0:
        return _call("unshare", kinds)
    uid, gid = os.geteuid(), os.getegid()
    _call("unshare", kinds | _USERS)
    Path("/proc/self/setgroups").write_text("deny")
    Path("/proc/self/uid_map").write_text(f"{uid} {uid} 1")
    Path("/proc/self/gid_map").write_text(f"{gid} {gid} 1")
    return None


def settle(home: str, homes: str, shown: Sequence[str]) -> None:
    """See only our own: this home, our processes, disks that are empty. The rest of what may be seen stays as it was.

    :param home: a folder in ``homes``; no other one is there any more
    :param shown: what is to be read although it lies where the disks come
    """
    _call("mount", None, b"/", None, _RECURSIVE | _PRIVATE, None)
    places = [*DISKS, *([] if _is_below(homes, DISKS) else [homes])]
    kept = {one: os.open(one, os.O_PATH) for one in (*shown, home) if _is_below(one, places)}
    for place in places:
        _call(
            "mount",
            b"tmpfs",
            place.encode(),
            b"tmpfs",
            _NO_SUID | _NO_DEVICES,
            b"mode=0755" if place == homes else b"mode=1777",
        )
    for one, opened in kept.items():
        _show_again(one, opened)
    if homes in places:
        _call(
            "mount", None, homes.encode(), None, _REMOUNT | _BIND | _READ_ONLY | _NO_SUID | _NO_DEVICES, None
        )
    _call(
        "mount",
        b"devpts",
        b"/dev/pts",
        b"devpts",
        _NO_SUID | _NO_PROGRAMS,
        b"newinstance,ptmxmode=0666,mode=620",
    )
    _call("mount", b"proc", b"/proc", b"proc", _READ_ONLY | _NO_SUID | _NO_DEVICES | _NO_PROGRAMS, None)


def give_up_rights() -> None:
    """Stay who we are, without any right and without a way to one."""
    for number in range(64):
        if _libc.prctl(_DROP_BOUND, number, 0, 0, 0) != 0:
            break
    _call("prctl", _AMBIENT, _CLEAR_ALL, 0, 0, 0)
    _call("capset", struct.pack("Ii", _CAPABILITIES_VERSION_3, 0), bytes(24))
    _call("prctl", _NO_NEW_RIGHTS, 1, 0, 0, 0)


def chance_anew() -> None:
    """No number that is drawn from now on is drawn by anybody else. OpenSSL and uuid ask the system; Python's does so at a fork."""
    random.seed()
    tempfile._name_sequence = None  # type: ignore[attr-defined] # its chance goes by our number, which others have, too
    if "numpy" in sys.modules:
        sys.modules["numpy"].random.seed()


def namespaces() -> dict[str, str]:
    """What this process is in."""
    return {name: os.readlink(f"/proc/self/ns/{name}") for name in _KINDS}


def check(home: str, homes: str, outside: Mapping[str, str]) -> None:
    """Look up whether all of it holds. ``outside``: the namespaces of the warm parent.

    :raises NotApart: it does not
    """
    wrong = [name for name, value in namespaces().items() if outside[name] == value]
    told = dict(
        line.split(":\t", 1) for line in Path("/proc/self/status").read_text().splitlines() if ":\t" in line
    )
    wanted = {f"Cap{one}": "0" * 16 for one in ("Inh", "Prm", "Eff", "Amb")}
    wanted |= {"NoNewPrivs": "1", "NSpid": "1"}
    wrong += [name for name, value in wanted.items() if told.get(name) != value]
    if os.listdir(homes) != [os.path.basename(home)] or not os.access(home, os.W_OK):
        wrong.append("homes")
    if [one for one in os.listdir("/proc") if one.isdigit()] != ["1"]:
        wrong.append("/proc")
    if os.access("/", os.W_OK) or os.access("/dev", os.W_OK):
        wrong.append("/")
    if wrong:
        raise NotApart(f"these do not hold: {', '.join(wrong)}")


def _is_below(path: str, places: Sequence[str]) -> bool:
    return path.startswith(tuple(f"{place}/" for place in places))


def _show_again(path: str, opened: int) -> None:
    """Show a file or folder that a disk covers, as it was."""
    source = f"/proc/self/fd/{opened}"
    os.makedirs(path if os.path.isdir(source) else os.path.dirname(path), mode=0o755, exist_ok=True)
    if not os.path.exists(path):
        open(path, "xb").close()
    _call("mount", source.encode(), path.encode(), None, _BIND | _RECURSIVE, None)
    os.close(opened)


def _call(name: str, *arguments: object) -> None:
    if getattr(_libc, name)(*arguments) == -1:
        raise NotApart(f"{name}{arguments[:2]}: {os.strerror(ctypes.get_errno())}")
