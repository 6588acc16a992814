"""The parts of ``bench line``: a thin line carries all and no faster, a real Chromium's bytes are counted, rows are told."""

import asyncio
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import httpx
import pytest

from codekids_hub.bench import browsers, line
from codekids_hub.bench.line import LineRow, Loaded
from codekids_hub.bench.thin_line import ThinLine
from codekids_hub.bench.traffic import Traffic

SCRIPT = b"window.there = true;".ljust(30_000)
PAGE = b"<!doctype html><title>page</title><script src='/script.js'></script>"


class Answers(BaseHTTPRequestHandler):
    """A page behind a redirect, and a script that a browser may keep."""

    def do_GET(self) -> None:
        if self.path == "/":
            return self.answer(302, b"", Location="/page")
        if self.path == "/script.js":
            return self.answer(
                200, SCRIPT, **{"Content-Type": "text/javascript", "Cache-Control": "max-age=900"}
            )
        if self.path == "/page":
            return self.answer(200, PAGE, **{"Content-Type": "text/html", "Cache-Control": "no-store"})
        self.answer(404, b"")

    def answer(self, code: int, body: bytes, **headers: str) -> None:
        self.send_response(code)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Answers)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()


def test_a_thin_line_is_shared_and_no_faster_than_it_is(site: str) -> None:
    async def two_at_once() -> tuple[float, int, list[bytes]]:
        thin = ThinLine(bits=800_000, delay=0.05)
        address = await thin.to(site)
        async with httpx.AsyncClient(base_url=address, timeout=120, trust_env=False) as client:
            began = time.monotonic()
            answers = await asyncio.gather(client.get("/script.js"), client.get("/script.js"))
            took = time.monotonic() - began
        await thin.close()
        return took, thin.carried, [each.content for each in answers]

    took, carried, contents = asyncio.run(two_at_once())
    assert contents == [SCRIPT, SCRIPT]
    assert 2 * len(SCRIPT) < carried < 2 * len(SCRIPT) + 2_000, (
        "what was carried is the answers with their heads"
    )
    assert took > carried * 8 / 800_000, "two laptops on a line do not get more than the line carries"


def test_what_a_browser_loads_is_counted_and_what_it_keeps_is_not(site: str) -> None:
    async def twice() -> list[Traffic]:
        seen = []
        async with browsers.chromium() as browser:
            context = await browser.new_context()
            for _ in range(2):
                page, traffic = await context.new_page(), Traffic()
                session = await context.new_cdp_session(page)
                traffic.watch(session)
                await session.send("Network.enable")
                await page.goto(f"{site}/", timeout=120_000)
                await traffic.quiet()
                await page.close()
                seen.append(traffic)
        return seen

    cold, warm = asyncio.run(twice())
    assert cold.parts["/script.js"] > len(SCRIPT) and warm.parts["/script.js"] == 0
    for visit in (cold, warm):
        assert visit.parts["/page"] > len(PAGE) and visit.parts["/"] > 0, "a redirect is counted, too"
    assert cold.bytes > warm.bytes + len(SCRIPT)
    assert cold.largest(1).startswith("/script.js 30.")


def test_a_row_tells_ratios_only_where_stock_has_such_a_page() -> None:
    beside = LineRow("notebook", Loaded(6_000_000, 10, 24.0), Loaded(1_500_000, 9, 8.0))
    assert beside.ratios() == {"bytes": 4.0, "ready": 3.0}
    assert beside.cells()["KB ratio"] == "4.0" and beside.cells()["stock KB"] == "6000.0"
    alone = LineRow("home", None, Loaded(90_000, 5, 1.0))
    assert alone.ratios() == {} and alone.cells()["stock KB"] == "-" and alone.cells()["ours KB"] == "90.0"


def test_without_a_browser_a_sentence_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("CODEKIDS_CHROMIUM", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    report = line.measure(tmp_path, 1)
    assert report.failed and "apt install chromium" in report.troubles[0]
