"""Free ports for a Hub and what runs beside it."""

import socket


def four_free_ports(first: int) -> int:
    """A port from ``first`` on that is free, with the three after it.

    :raises AssertionError: there is none
    """
    for port in range(first, 60000, 20):
        if all(_is_free(port + offset) for offset in range(4)):
            return port
    raise AssertionError("no free ports")


def _is_free(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) != 0
