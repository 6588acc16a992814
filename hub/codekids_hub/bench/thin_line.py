"""A village's line, for all that are behind it: so many bits a second, so much delay, shared by every connection."""

import asyncio
from contextlib import suppress
from dataclasses import dataclass, field
from urllib.parse import urlsplit

_PIECE = 4096
"""Bytes that one connection sends before another one has its turn."""


@dataclass
class _Way:
    """One direction: when its last byte so far has left."""

    rate: float
    free: float = 0.0

    async def carry(self, size: int) -> float:
        """Wait for a turn and take it; when these bytes have left."""
        clock = asyncio.get_running_loop().time
        self.free = max(self.free, clock()) + size / self.rate
        left = self.free
        await asyncio.sleep(left - clock())
        return left


@dataclass
class ThinLine:
    """A line of ``bits`` a second in each direction with ``delay`` seconds each way, in front of servers of this machine."""

    bits: float
    delay: float
    carried: int = 0
    """Bytes that came down."""
    _servers: list[asyncio.Server] = field(default_factory=list)
    _tasks: set[asyncio.Task[None]] = field(default_factory=set)

    def __post_init__(self) -> None:
        self._up, self._down = _Way(self.bits / 8), _Way(self.bits / 8)

    async def to(self, url: str) -> str:
        """The address at which a server is behind the line."""
        there = urlsplit(url)

        async def accept(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            task = asyncio.current_task()
            assert task is not None
            self._tasks.add(task)
            try:
                with suppress(asyncio.CancelledError):  # the line is closed
                    await self._connect(reader, writer, str(there.hostname), there.port or 80)
            finally:
                self._tasks.discard(task)

        server = await asyncio.start_server(accept, "127.0.0.1", 0)
        self._servers.append(server)
        return f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"

    async def close(self) -> None:
        """End it, with all connections."""
        for server in self._servers:
            server.close()
        for task in list(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _connect(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, host: str, port: int
    ) -> None:
        await asyncio.sleep(2 * self.delay)  # a connection is made: there and back
        there, far = await asyncio.open_connection(host, port)
        try:
            async with asyncio.TaskGroup() as group:
                group.create_task(self._pass(reader, far, self._up))
                group.create_task(self._pass(there, writer, self._down))
        except* OSError:
            pass
        finally:
            writer.close()
            far.close()

    async def _pass(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, way: _Way) -> None:
        """Carry what comes in pieces, each in its turn, and hand it over when it has arrived."""
        arriving: asyncio.Queue[tuple[float, bytes]] = asyncio.Queue()

        async def hand_over() -> None:
            clock = asyncio.get_running_loop().time
            while True:
                at, piece = await arriving.get()
                await asyncio.sleep(at + self.delay - clock())
                if not piece:
                    break
                writer.write(piece)
                await writer.drain()
            with suppress(OSError):
                writer.write_eof()

        async with asyncio.TaskGroup() as group:
            group.create_task(hand_over())
            while piece := await reader.read(_PIECE):
                left = await way.carry(len(piece))
                if way is self._down:
                    self.carried += len(piece)
                arriving.put_nowait((left, piece))
            arriving.put_nowait((way.free, b""))
