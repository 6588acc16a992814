"""The filter of system calls for sealed programs: what no homework needs, and what kernels were broken with.

A list of what is denied, as Docker and Flatpak have it, not of what is allowed: a course may use any Python package. A denied
call fails as if the kernel did not have it or did not permit it; the program goes on. See seccomp(2) and
https://docs.kernel.org/userspace-api/seccomp_filter.html.
"""

import errno
import platform
import struct
from dataclasses import dataclass

_LOAD, _EQUAL, _AT_LEAST, _ANY_BIT, _RETURN = (
    0x20,
    0x15,
    0x35,
    0x45,
    0x06,
)  # BPF_LD|W|ABS, BPF_JMP|.., BPF_RET|K
_ALLOW, _FAIL, _KILL = 0x7FFF0000, 0x00050000, 0x80000000
_NUMBER, _MACHINE, _FIRST, _SECOND, _THIRD = (
    0,
    4,
    16,
    24,
    32,
)  # places in struct seccomp_data, on little-endian machines

_NEW_NAMESPACE = 0x7E020080  # CLONE_NEWTIME, NEWNS, NEWCGROUP, NEWUTS, NEWIPC, NEWUSER, NEWPID, NEWNET
_SOCKETS = (1, 2, 10)  # AF_UNIX, AF_INET, AF_INET6: the last two reach nothing, there is no network
_NETLINK = 16  # AF_NETLINK; its protocol 0 is NETLINK_ROUTE
_TERMINAL_TRICKS = (0x5412, 0x541C)  # TIOCSTI, TIOCLINUX

_SAME_EVERYWHERE = {
    "io_uring_setup": 425, "io_uring_enter": 426, "io_uring_register": 427, "open_tree": 428, "move_mount": 429,
    "fsopen": 430, "fsconfig": 431, "fsmount": 432, "fspick": 433, "pidfd_getfd": 438, "process_madvise": 440,
    "mount_setattr": 442, "quotactl_fd": 443, "memfd_secret": 447, "set_mempolicy_home_node": 450,
    "listmount": 458, "statmount": 457,
}  # fmt: skip

_X86_64 = {
    "shmget": 29, "shmat": 30, "shmctl": 31, "shmdt": 67, "semget": 64, "semop": 65, "semctl": 66, "msgget": 68,
    "msgsnd": 69, "msgrcv": 70, "msgctl": 71, "ptrace": 101, "syslog": 103, "uselib": 134, "personality": 135,
    "modify_ldt": 154, "pivot_root": 155, "adjtimex": 159, "chroot": 161, "acct": 163, "settimeofday": 164,
    "mount": 165, "umount2": 166, "swapon": 167, "swapoff": 168, "reboot": 169, "sethostname": 170,
    "setdomainname": 171, "iopl": 172, "ioperm": 173, "init_module": 175, "delete_module": 176, "quotactl": 179,
    "lookup_dcookie": 212, "semtimedop": 220, "clock_settime": 227, "mbind": 237, "set_mempolicy": 238,
    "mq_open": 240, "kexec_load": 246, "add_key": 248, "request_key": 249, "keyctl": 250, "migrate_pages": 256,
    "unshare": 272, "vmsplice": 278, "move_pages": 279, "perf_event_open": 298, "fanotify_init": 300,
    "name_to_handle_at": 303, "open_by_handle_at": 304, "clock_adjtime": 305, "setns": 308, "process_vm_readv": 310,
    "process_vm_writev": 311, "kcmp": 312, "finit_module": 313, "memfd_create": 319, "kexec_file_load": 320,
    "bpf": 321, "userfaultfd": 323,
}  # fmt: skip

_AARCH64 = {
    "lookup_dcookie": 18, "umount2": 39, "mount": 40, "pivot_root": 41, "chroot": 51, "quotactl": 60, "vmsplice": 75,
    "acct": 89, "personality": 92, "unshare": 97, "kexec_load": 104, "init_module": 105, "delete_module": 106,
    "clock_settime": 112, "syslog": 116, "ptrace": 117, "reboot": 142, "sethostname": 161, "setdomainname": 162,
    "settimeofday": 170, "adjtimex": 171, "mq_open": 180, "msgget": 186, "msgctl": 187, "msgrcv": 188, "msgsnd": 189,
    "semget": 190, "semctl": 191, "semtimedop": 192, "semop": 193, "shmget": 194, "shmctl": 195, "shmat": 196,
    "shmdt": 197, "add_key": 217, "request_key": 218, "keyctl": 219, "swapon": 224, "swapoff": 225, "mbind": 235,
    "set_mempolicy": 237, "migrate_pages": 238, "move_pages": 239, "perf_event_open": 241, "fanotify_init": 262,
    "name_to_handle_at": 264, "open_by_handle_at": 265, "clock_adjtime": 266, "setns": 268, "process_vm_readv": 270,
    "process_vm_writev": 271, "kcmp": 272, "finit_module": 273, "memfd_create": 279, "bpf": 280,
    "userfaultfd": 282, "kexec_file_load": 294,
}  # fmt: skip


@dataclass(frozen=True)
class Machine:
    """A kind of processor: its audit number and its numbers of system calls."""

    audit: int
    denied: dict[str, int]
    clone: int
    clone3: int
    socket: int
    ioctl: int
    most: int
    """Numbers from here on are another calling convention (x32); they are denied altogether."""


MACHINES = {
    "x86_64": Machine(0xC000003E, _X86_64 | _SAME_EVERYWHERE, 56, 435, 41, 16, 0x40000000),
    "aarch64": Machine(0xC00000B7, _AARCH64 | _SAME_EVERYWHERE, 220, 435, 198, 29, 0x40000000),
}


def program(name: str | None = None, *, asks_for_interfaces: bool = False) -> bytes | None:
    """The filter for a machine (this one by default), as ``bwrap --seccomp`` reads it; None for an unknown machine.

    ``asks_for_interfaces``: ZeroMQ, and so every Jupyter kernel, asks the kernel for the network's interfaces over netlink.
    """
    machine = MACHINES.get(name or platform.machine())
    return None if machine is None else b"".join(_instructions(machine, asks_for_interfaces))


def _instructions(machine: Machine, asks_for_interfaces: bool) -> list[bytes]:
    lines = [_step(_LOAD, _MACHINE), _step(_EQUAL, machine.audit, 1, 0), _end(_KILL), _step(_LOAD, _NUMBER)]
    lines += [_step(_AT_LEAST, machine.most, 0, 1), _end(_FAIL | errno.ENOSYS)]
    for number in sorted(set(machine.denied.values())):
        lines += [_step(_EQUAL, number, 0, 1), _end(_FAIL | errno.EPERM)]
    # clone3 hides its flags behind a pointer: without it, the C library uses clone, whose flags can be seen.
    lines += [_step(_EQUAL, machine.clone3, 0, 1), _end(_FAIL | errno.ENOSYS)]
    clone = [
        _step(_LOAD, _FIRST),
        _step(_ANY_BIT, _NEW_NAMESPACE, 0, 1),
        _end(_FAIL | errno.EPERM),
        _end(_ALLOW),
    ]
    socket = [_step(_LOAD, _FIRST)]
    for family in _SOCKETS:
        socket += [_step(_EQUAL, family, 0, 1), _end(_ALLOW)]
    if asks_for_interfaces:
        socket += [_step(_EQUAL, _NETLINK, 0, 3), _step(_LOAD, _THIRD), _step(_EQUAL, 0, 0, 1), _end(_ALLOW)]
    socket.append(_end(_FAIL | errno.EAFNOSUPPORT))
    ioctl = [_step(_LOAD, _SECOND)]
    for request in _TERMINAL_TRICKS:
        ioctl += [_step(_EQUAL, request, 0, 1), _end(_FAIL | errno.EPERM)]
    ioctl.append(_end(_ALLOW))
    for number, block in ((machine.clone, clone), (machine.socket, socket), (machine.ioctl, ioctl)):
        lines += [_step(_EQUAL, number, 0, len(block)), *block]
    return [*lines, _end(_ALLOW)]


def _step(code: int, value: int, if_true: int = 0, if_false: int = 0) -> bytes:
    return struct.pack("<HBBI", code, if_true, if_false, value)


def _end(verdict: int) -> bytes:
    return _step(_RETURN, verdict)
