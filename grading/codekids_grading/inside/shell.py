"""IPython without a kernel: the same cells with the same outputs as ipykernel gives, in this very process.

See ``ipykernel.ipkernel.IPythonKernel.do_execute`` and ``ipykernel.zmqshell``, which this follows.
"""

# mypy: disallow-untyped-calls=False

import asyncio
import builtins
import getpass
import signal
import sys
from types import FrameType, TracebackType
from typing import Any

from IPython.core.displayhook import DisplayHook
from IPython.core.displaypub import DisplayPublisher
from IPython.core.error import StdinNotImplementedError
from IPython.core.interactiveshell import ExecutionResult, InteractiveShell
from traitlets import Type
from traitlets.config import Config

from codekids_grading.inside.recording import Recorder, plain

_HIDDEN = ["ERROR: An error occurred while showtraceback was disabled"]


class Results(DisplayHook):
    """Records the value of a cell's last expression."""

    shell: Any
    _output: dict[str, Any] | None = None

    def write_output_prompt(self) -> None:
        """No prompt is printed; the record begins."""
        self._output = {"output_type": "execute_result", "execution_count": self.prompt_count}

    def write_format_data(self, format_dict: dict[str, Any], md_dict: dict[str, Any] | None = None) -> None:
        """The value in all its forms."""
        if self._output is not None:
            self._output.update({"data": plain(format_dict), "metadata": plain(md_dict or {})})

    def finish_displayhook(self) -> None:
        """The record is complete."""
        output, self._output = self._output, None
        if output is not None and output.get("data"):
            self.shell.recorder.add(output)


class Displays(DisplayPublisher):
    """Records what ``display`` shows."""

    shell: Any

    def publish(  # type: ignore[override]
        self,
        data: dict[str, Any],
        metadata: dict[str, Any] | None = None,
        *,
        transient: dict[str, Any] | None = None,
        update: bool = False,
        **other: Any,
    ) -> None:
        """Record or change."""
        recorder, display_id = self.shell.recorder, (transient or {}).get("display_id")
        data, metadata = plain(data), plain(metadata or {})
        if update:
            recorder.update(data, metadata, display_id)
        else:
            recorder.add({"output_type": "display_data", "data": data, "metadata": metadata}, display_id)

    def clear_output(self, wait: bool = False) -> None:
        """As a notebook does."""
        self.shell.recorder.clear(wait=wait)


class ZMQInteractiveShell(InteractiveShell):
    """The shell. Its name is how libraries see that they are in a notebook."""

    displayhook_class = Type(Results)
    display_pub_class = Type(Displays)
    recorder: Recorder
    _last_traceback: list[str] | None

    def _showtraceback(self, etype: type[BaseException], evalue: BaseException, stb: list[str]) -> None:
        evalue_text = _text(evalue)
        self.recorder.add(
            {
                "output_type": "error",
                "ename": str(etype.__name__),
                "evalue": evalue_text[:10_000],
                "traceback": [str(line)[:10_000] for line in stb[:500]],
            }
        )

    def ask_exit(self) -> None:
        """``exit`` and ``quit`` close nothing here."""


def make(recorder: Recorder) -> ZMQInteractiveShell:
    """A shell in a new ``__main__``."""
    config = Config()
    config.HistoryManager.enabled = False
    config.InteractiveShell.colors = "linux"
    config.InteractiveShell.xmode = "Context"
    ZMQInteractiveShell.recorder = recorder
    shell = ZMQInteractiveShell.instance(config=config, user_module=None)
    shell.user_ns["__doc__"] = "Automatically created module for IPython interactive environment"
    for module, name in ((builtins, "input"), (getpass, "getpass")):
        setattr(module, name, _no_input)
    return shell


def _no_input(prompt: object = "") -> str:
    raise StdinNotImplementedError("raw_input was called, but this frontend does not support input requests.")


async def run(shell: ZMQInteractiveShell, code: str) -> bool:
    """Run a cell; whether it went well."""
    shell._last_traceback = None
    try:
        result = await _run(shell, code)
        error = result.error_before_exec or result.error_in_exec
        success = _succeeded(result)
    except (KeyboardInterrupt, asyncio.CancelledError):
        success, error = False, KeyboardInterrupt()
    if not success and not any(one["output_type"] == "error" for one in shell.recorder.outputs):
        shell.recorder.add(
            {
                "output_type": "error",
                "ename": type(error).__name__,
                "evalue": _text(error),
                "traceback": _HIDDEN,
            }
        )
    return bool(success)


def _succeeded(result: ExecutionResult) -> bool:
    """As ``result.success``, but looked up where a cell cannot have put something in its place."""
    return all(
        vars(ExecutionResult).get(name) is None and vars(result).get(name) is None
        for name in ("error_before_exec", "error_in_exec")
    )


async def _run(shell: ZMQInteractiveShell, code: str) -> ExecutionResult:
    failed: tuple[type[BaseException], BaseException, TracebackType] | None = None
    try:
        transformed = shell.transform_cell(code)
    except Exception:  # noqa: BLE001 - whatever a transformer raised is shown as the cell's error
        transformed, failed = code, sys.exc_info()  # type: ignore[assignment]
    if not shell.should_run_async(code, transformed_cell=transformed, preprocessing_exc_tuple=failed):
        signal.signal(signal.SIGINT, signal.default_int_handler)
        try:
            done: ExecutionResult = shell.run_cell(code, store_history=True)
            return done
        finally:
            signal.signal(signal.SIGINT, signal.SIG_IGN)
    future = asyncio.ensure_future(
        shell.run_cell_async(
            code, store_history=True, transformed_cell=transformed, preprocessing_exc_tuple=failed
        )
    )

    def cancel(number: int, frame: FrameType | None) -> None:
        future.cancel()

    signal.signal(signal.SIGINT, cancel)
    result = None
    try:
        result = await future
    finally:
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        shell.events.trigger("post_execute")
        shell.events.trigger("post_run_cell", result)
    return result


def _text(error: object) -> str:
    try:
        return str(error)
    except BaseException:  # noqa: BLE001 - a child's own exception class
        return ""
