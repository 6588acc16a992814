"""Takes the pictures of the README from the running product, so that they stay true: ``python docs/screenshots.py``.

Run it with the Python of ``.codekids/venv``. It starts a demo of its own in a temporary folder, lets a child begin a
challenge, and looks at the homes of the child, the librarian and the mentor on a library's laptop, in Romanian.
"""

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
PICTURES = ROOT / "docs" / "pictures"
PORT = "8000"
LAPTOP = {"width": 1366, "height": 768}
READY_WITHIN = 900
PATIENT = 120_000
PLACE = "Desenează satul"
CHALLENGE = re.compile("^O casă")


def main() -> None:
    """Start, walk, look, stop."""
    chromium = (
        os.environ.get("CODEKIDS_CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    )
    if chromium is None:
        sys.exit("There is no Chromium here: install it, or name it in CODEKIDS_CHROMIUM.")
    PICTURES.mkdir(exist_ok=True)
    with demo() as ready, sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        child(browser, ready)
        for role in ("librarian", "mentor"):
            adult(browser, ready, role)
        browser.close()


@contextmanager
def demo() -> Iterator[dict[str, Any]]:
    """The demo, running; what its ready file says."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "ready.json"
        command = [sys.executable, "-m", "codekids_hub", "demo", "--port", PORT]
        process = subprocess.Popen(
            [*command, "--data", f"{folder}/data", "--ready-file", str(file)],
            env=os.environ | {"CODEKIDS_ROOT": str(ROOT)},
            start_new_session=True,
        )
        try:
            deadline = time.monotonic() + READY_WITHIN
            while not file.exists():
                if process.poll() is not None or time.monotonic() > deadline:
                    sys.exit("The demo did not start.")
                time.sleep(0.5)
            yield json.loads(file.read_text())
        finally:
            process.send_signal(signal.SIGINT)
            process.wait(60)


def child(browser: Browser, ready: dict[str, Any]) -> None:
    """A child comes in by card, begins a challenge, and is home again."""
    page = new_page(browser)
    someone = next(each for each in ready["children"] if each["level"] == "beginners")
    page.goto(f"{ready['url']}/hub/card#{someone['token']}")
    page.locator(".map").get_by_role("link", name=PLACE).first.click()
    page.get_by_role("link", name=CHALLENGE).first.click()
    page.wait_for_url("**/doc/tree/**")
    page.get_by_text("Totul e pregătit").wait_for()
    page.get_by_role("link", name="Acasă").click()
    left_off, homework = page.get_by_text("Aici ai rămas"), page.get_by_role("heading", name="Temele mele")
    while not (left_off.is_visible() and homework.is_visible()):
        page.wait_for_timeout(1_000)
        page.reload()
    page.get_by_text("Atelierul tău e gata.").wait_for()
    take(page, "child")


def adult(browser: Browser, ready: dict[str, Any], role: str) -> None:
    """An adult's home, right after the login."""
    page = new_page(browser)
    page.goto(f"{ready['url']}/hub/login?as=adult")
    page.get_by_role("textbox", name="Numele tău de aici").fill(ready[role]["name"])
    page.get_by_role("textbox", name="Parola").fill(ready[role]["password"])
    page.get_by_role("button", name="Intră").click()
    page.get_by_role("link", name="Am terminat").wait_for()
    take(page, role)


def new_page(browser: Browser) -> Page:
    """A window of a library's laptop."""
    page = browser.new_context(viewport=LAPTOP, locale="ro-RO").new_page()  # type: ignore[arg-type]
    page.set_default_timeout(PATIENT)
    return page


def take(page: Page, name: str) -> None:
    """Take the picture; in few colours, which makes it small, where Pillow is installed."""
    page.mouse.move(0, 0)
    page.evaluate("document.fonts.ready")
    file = PICTURES / f"{name}.png"
    page.screenshot(path=file)
    try:
        from PIL import Image  # type: ignore[import-not-found, unused-ignore]
    except ImportError:
        return
    Image.open(file).convert("P", palette=Image.Palette.ADAPTIVE, colors=128).save(file, optimize=True)


if __name__ == "__main__":
    main()
