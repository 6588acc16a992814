"""Running a child's code in the child's own workspace, over the same addresses that JupyterLab uses."""

import json
import time
import uuid
from typing import Any

import websocket

from evening.club_visitors import Visitor


def run(visitor: Visitor, child_id: str, code: str, within: float = 60) -> str:
    """What ``code`` prints in a new kernel of the child's workspace, which must be running and entered already."""
    base = f"/user/{child_id}/"
    xsrf = _xsrf(visitor, base)
    kernel = visitor.http.post(f"{base}api/kernels", json={"name": "python3"}, headers={"X-XSRFToken": xsrf})
    assert kernel.status_code == 201, kernel.text
    address = f"{str(visitor.http.base_url).rstrip('/').replace('http', 'ws', 1)}{base}api/kernels/{kernel.json()['id']}/channels"
    cookies = "; ".join(f"{c.name}={c.value}" for c in visitor.http.cookies.jar if base.startswith(c.path))
    channel = websocket.create_connection(f"{address}?_xsrf={xsrf}", cookie=cookies, timeout=within)
    try:
        return _execute(channel, code, time.monotonic() + within)
    finally:
        channel.close()
        visitor.http.delete(f"{base}api/kernels/{kernel.json()['id']}", headers={"X-XSRFToken": xsrf})


def _xsrf(visitor: Visitor, path: str) -> str:
    return next(str(c.value) for c in visitor.http.cookies.jar if c.name == "_xsrf" and c.path == path)


def _execute(channel: Any, code: str, deadline: float) -> str:
    message_id = uuid.uuid4().hex
    header = {
        "msg_id": message_id,
        "msg_type": "execute_request",
        "username": "",
        "session": uuid.uuid4().hex,
    }
    header |= {"version": "5.3", "date": ""}
    content = {
        "code": code,
        "silent": False,
        "store_history": False,
        "user_expressions": {},
        "allow_stdin": False,
    }
    request = {"header": header, "parent_header": {}, "metadata": {}, "content": content, "channel": "shell"}
    channel.send(json.dumps(request | {"buffers": []}))
    printed = ""
    while time.monotonic() < deadline:
        answer = json.loads(channel.recv())
        if answer["parent_header"].get("msg_id") != message_id:
            continue
        if answer["msg_type"] == "stream":
            printed += answer["content"]["text"]
        if answer["msg_type"] == "error":
            printed += f"{answer['content']['ename']}: {answer['content']['evalue']}"
        if answer["msg_type"] == "status" and answer["content"]["execution_state"] == "idle":
            return printed
    raise AssertionError("the kernel did not answer in time")
