"""A child's notebook in a browser tab, as far as the club notices it: a kernel, and a line to it that stays open."""

import json
import threading
import time
import uuid
from typing import Any

import websocket

from evening.club_visitors import Visitor

CHECKED = (
    'Diary("draw-the-village", "a-house").write("checked", "make", status="{status}", mistake="one-side")'
)
TELL = "from satul.events import Diary\n" + "\n".join([CHECKED] * 3)


class Tab:
    """A child's notebook in a browser tab: a kernel, and a line to it that stays open and answers."""

    def __init__(self, visitor: Visitor, child_id: str) -> None:
        self.visitor, self.base = visitor, f"/user/{child_id}/"
        xsrf = next(
            str(c.value) for c in visitor.http.cookies.jar if c.name == "_xsrf" and c.path == self.base
        )
        self.headers = {"X-XSRFToken": xsrf}
        answer = visitor.http.post(f"{self.base}api/kernels", json={"name": "python3"}, headers=self.headers)
        assert answer.status_code == 201, answer.text
        self.kernel, self.began = answer.json()["id"], time.monotonic()
        origin = str(visitor.http.base_url).rstrip("/").replace("http", "ws", 1)
        cookies = "; ".join(
            f"{c.name}={c.value}" for c in visitor.http.cookies.jar if self.base.startswith(c.path)
        )
        self.channel: Any = websocket.create_connection(
            f"{origin}{self.base}api/kernels/{self.kernel}/channels?_xsrf={xsrf}", cookie=cookies, timeout=120
        )
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        try:
            while self.channel.recv():
                pass
        except (OSError, websocket.WebSocketException):
            return

    def run(self, code: str) -> None:
        """Send a cell and do not wait for it."""
        header = {"msg_id": uuid.uuid4().hex, "msg_type": "execute_request", "username": "", "date": ""}
        header |= {"session": uuid.uuid4().hex, "version": "5.3"}
        content = {"code": code, "silent": False, "store_history": False, "allow_stdin": False}
        message = {"header": header, "parent_header": {}, "metadata": {}, "content": content}
        self.channel.send(json.dumps(message | {"channel": "shell", "buffers": []}))

    def interrupt(self) -> None:
        """Press stop."""
        address = f"{self.base}api/kernels/{self.kernel}/interrupt"
        assert self.visitor.http.post(address, headers=self.headers).status_code == 204

    def close(self) -> None:
        """Close the lid."""
        self.channel.close()
