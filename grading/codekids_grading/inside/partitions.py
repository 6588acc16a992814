"""Partitions: what separates one fork of the warm parent from the others and from the parent, inside the walls they share.

Namespaces, empty disks, an own user, no rights, a filter of system calls: in this order, each by one call of the kernel, and in the
end it is looked up whether all of it holds. See namespaces(7), prctl(2), capabilities(7), seccomp(2).
"""

import ctypes
import fcntl
import os
import socket
import struct
from collections.abc import Mapping, Sequence

_NEW_PIDS = 0x20000000
_NEW_REST = 0x00020000 | 0x08000000 | 0x04000000 | 0x40000000  # mounts, IPC, host name, network
_READ_ONLY, _NO_SUID, _NO_DEVICES, _NO_PROGRAMS, _BIND, _RECURSIVE, _PRIVATE = (
    1,
    2,
    4,
    8,
    0x1000,
    0x4000,
    0x40000,
)
_DEATH_SIGNAL, _DUMPABLE, _DROP_BOUND, _SECCOMP, _NO_NEW_RIGHTS, _AMBIENT = 1, 4, 24, 22, 38, 47
_FILTER, _CLEAR_ALL = 2, 4
_CAPABILITIES_VERSION_3 = 0x20080522
_FLAGS_OF_INTERFACE, _SET_FLAGS, _UP = 0x8913, 0x8914, 1
DISKS = ("/dev/shm", "/tmp", "/sandbox")

_libc = ctypes.CDLL(None, use_errno=True)


class NotSealed(Exception):
    """Something that separates does not hold: nothing may run here."""


def fork_apart(home: int) -> int:
    """Fork: the child is the first process of a process namespace of its own. ``home``: our own namespace, open."""
    _call("unshare", _NEW_PIDS)
    child = os.fork()
    if child:
        _call("setns", home, _NEW_PIDS)
    return child


def die_with_parent() -> None:
    """Be killed when the parent ends."""
    _call("prctl", _DEATH_SIGNAL, 9, 0, 0, 0)


def separate(disk: int, shown: Sequence[str]) -> None:
    """Own mounts, network, IPC and host name; own processes to see; disks of ``disk`` bytes each that are empty.

    :param shown: what is to be read although it lies where the disks come
    """
    _call("unshare", _NEW_REST)
    _call("mount", None, b"/", None, _RECURSIVE | _PRIVATE, None)
    below = [one for one in shown if one.startswith(tuple(f"{place}/" for place in DISKS))]
    kept = {one: os.open(one, os.O_PATH) for one in below}
    for place in DISKS:
        options = f"mode=1777,size={disk}".encode()
        _call("mount", b"tmpfs", place.encode(), b"tmpfs", _NO_SUID | _NO_DEVICES, options)
    for one, opened in kept.items():
        _show_again(one, opened)
    flags = _READ_ONLY | _NO_SUID | _NO_DEVICES | _NO_PROGRAMS
    _call("mount", b"proc", b"/proc", b"proc", flags, None)
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as any_socket:  # this machine may talk to itself
        asked = struct.pack("16sh14x", b"lo", 0)
        known = struct.unpack("16sh14x", fcntl.ioctl(any_socket, _FLAGS_OF_INTERFACE, asked))[1]
        fcntl.ioctl(any_socket, _SET_FLAGS, struct.pack("16sh14x", b"lo", known | _UP))


def _show_again(path: str, opened: int) -> None:
    """Show a file or folder that a disk covers; it stays read-only, as it was."""
    source = f"/proc/self/fd/{opened}"
    os.makedirs(path if os.path.isdir(source) else os.path.dirname(path), mode=0o755, exist_ok=True)
    if not os.path.exists(path):
        open(path, "xb").close()
    _call("mount", source.encode(), path.encode(), None, _BIND | _RECURSIVE, None)
    os.close(opened)


def give_up_rights(uid: int) -> None:
    """Become that user, for good, without any right and without a way to one. 0: stay root, which then may nothing."""
    for number in range(64):
        if _libc.prctl(_DROP_BOUND, number, 0, 0, 0) != 0:
            break
    _call("prctl", _AMBIENT, _CLEAR_ALL, 0, 0, 0)
    os.setgroups([])
    os.setresgid(uid, uid, uid)
    os.setresuid(uid, uid, uid)
    _call("capset", struct.pack("Ii", _CAPABILITIES_VERSION_3, 0), bytes(24))
    _call("prctl", _NO_NEW_RIGHTS, 1, 0, 0, 0)
    _call("prctl", _DUMPABLE, int(uid != 0), 0, 0, 0)


def filter_calls(rules: bytes) -> None:
    """Load a filter of system calls, as :mod:`codekids_grading.seccomp` makes it. There is no way back."""
    kept = ctypes.create_string_buffer(rules, len(rules))
    program = struct.pack("H6xP", len(rules) // 8, ctypes.addressof(kept))
    _call("prctl", _SECCOMP, _FILTER, program, 0, 0)


def namespaces() -> dict[str, str]:
    """What this process is in."""
    return {name: os.readlink(f"/proc/self/ns/{name}") for name in ("ipc", "mnt", "net", "pid", "uts")}


def check(uid: int, outside: Mapping[str, str]) -> None:
    """Look up whether all of it holds for this process. ``outside``: the namespaces that it must not be in.

    :raises NotSealed: it does not
    """
    shared = [name for name, value in namespaces().items() if outside[name] == value]
    with open("/proc/self/status", encoding="ascii", errors="replace") as file:
        told = dict(line.rstrip("\n").split(":\t", 1) for line in file if ":\t" in line)
    wanted = {
        "NoNewPrivs": "1",
        "Seccomp": "2",
        "Uid": "\t".join([str(uid)] * 4),
        "Gid": "\t".join([str(uid)] * 4),
    }
    wanted |= {f"Cap{one}": "0" * 16 for one in ("Inh", "Prm", "Eff", "Bnd", "Amb")}
    wanted["NSpid"] = str(os.getpid())  # one number: no namespace above is to be seen
    wrong = [name for name, value in wanted.items() if told.get(name) != value]
    if wrong or shared or told["Groups"].strip():
        raise NotSealed(f"these do not hold: {', '.join([*wrong, *shared]) or 'Groups'}")


def _call(name: str, *arguments: object) -> None:
    if getattr(_libc, name)(*arguments) == -1:
        code = ctypes.get_errno()
        raise NotSealed(f"{name}: {os.strerror(code)}")
