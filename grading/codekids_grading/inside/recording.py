"""What a cell shows, recorded as a notebook's outputs: printed text, displays, results, errors."""

import base64
import io
import json
import os
import sys
import tempfile
from types import FrameType
from typing import Any

_TRUNCATED = "\n... Output truncated ...\n"
_MOST_DATA = 4_000_000
_MOST_OUTPUTS = 2_000
_WARNERS = ("warnings", "logging", "tqdm")

Output = dict[str, Any]


class Recorder:
    """The outputs of the cell that runs. ``forgiven``: outputs on stderr that are nobody's sign of a failure."""

    def __init__(self, most_text: int) -> None:
        self.most_text = most_text
        self.code_prefix = ""
        self.begin("")

    def begin(self, code_prefix: str) -> None:
        """A new cell; ``code_prefix``: how the file names of its own code begin."""
        self.code_prefix = code_prefix
        self.outputs: list[Output] = []
        self.forgiven: list[Output] = []
        self.displays: dict[str, list[Output]] = {}
        self.room = self.most_text
        self.room_for_data = _MOST_DATA
        self.clear_next = False

    def text(self, name: str, text: str, *, forgiven: bool) -> None:
        """Printed text; beyond a limit it is dropped, the program goes on."""
        if self.room <= 0 or not text:
            return
        if len(text) > self.room:
            text = text[: self.room] + _TRUNCATED
        self.room -= len(text)
        last = self.outputs[-1] if self.outputs and not self.clear_next else None
        if last and last.get("name") == name and (last in self.forgiven) == forgiven:
            last["text"] += text
            return
        output = {"output_type": "stream", "name": name, "text": text}
        if self.add(output) and forgiven:
            self.forgiven.append(output)

    def add(self, output: Output, display_id: str | None = None) -> bool:
        """An output; whether there was room for it."""
        if self.clear_next:
            self.clear(wait=False)
        size = len(json.dumps(output, ensure_ascii=False).encode("utf-8", "surrogatepass"))
        if len(self.outputs) >= _MOST_OUTPUTS or size > self.room_for_data:
            return False
        self.room_for_data -= size
        self.outputs.append(output)
        if display_id:
            self.displays.setdefault(display_id, []).append(output)
        return True

    def update(self, data: Any, metadata: Any, display_id: str | None) -> None:
        """Change what is displayed under an id."""
        for output in self.displays.get(display_id or "", ()):
            output["data"], output["metadata"] = data, metadata

    def clear(self, *, wait: bool) -> None:
        """Forget the outputs, now or with the next one."""
        self.clear_next = wait
        if not wait:
            self.outputs.clear()
            self.forgiven.clear()
            self.displays.clear()

    def forgives(self, frame: FrameType | None) -> bool:
        """Whether text on stderr, written at ``frame``, is no failure of the cell: a warning, or not the cell's own doing."""
        while frame is not None:
            if frame.f_globals.get("__name__", "").partition(".")[0] in _WARNERS:
                return True
            name = frame.f_code.co_filename
            if name.startswith("<ipython-input-"):
                return not name.startswith(self.code_prefix)
            frame = frame.f_back
        return True


class Stream(io.TextIOBase):
    """``sys.stdout`` or ``sys.stderr`` of a notebook."""

    encoding = "UTF-8"
    errors = "strict"

    def __init__(self, recorder: Recorder, name: str, descriptor: int) -> None:
        self._recorder = recorder
        self._descriptor = descriptor
        self.name = name

    def write(self, text: str) -> int:
        """Record."""
        if not isinstance(text, str):
            raise TypeError(f"write() argument must be str, not {type(text)}")
        forgiven = self.name == "stderr" and self._recorder.forgives(sys._getframe(1))
        self._recorder.text(self.name, text, forgiven=forgiven)
        return len(text)

    def writable(self) -> bool:
        """Yes."""
        return True

    def fileno(self) -> int:
        """Where programs that are started from a cell write to."""
        return self._descriptor

    def isatty(self) -> bool:
        """No."""
        return False


class Below:
    """What is written below Python, to the descriptors 1 and 2: by C code and by other programs."""

    def __init__(self, recorder: Recorder) -> None:
        self._recorder = recorder
        self._files = {}
        for name, descriptor in (("stdout", 1), ("stderr", 2)):
            handle, path = tempfile.mkstemp()
            again = os.open(path, os.O_WRONLY | os.O_APPEND)
            os.unlink(path)
            os.dup2(again, descriptor)
            os.close(again)
            self._files[name] = handle

    def collect(self) -> None:
        """Record what was written since the last time."""
        for name, handle in self._files.items():
            if os.fstat(handle).st_size:
                content = os.pread(handle, self._recorder.most_text, 0)
                self._recorder.text(name, content.decode("utf-8", "replace"), forgiven=name == "stderr")
                os.ftruncate(handle, 0)


def plain(data: Any) -> Any:
    """As JSON has it: bytes in base64."""
    if isinstance(data, dict):
        return {str(key): plain(value) for key, value in data.items()}
    if isinstance(data, (list, tuple)):
        return [plain(value) for value in data]
    if isinstance(data, bytes):
        return base64.b64encode(data).decode("ascii")
    if data is None or isinstance(data, (str, int, float, bool)):
        return data
    return str(data)
