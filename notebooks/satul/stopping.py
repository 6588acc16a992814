"""Stopping the child's program in the main thread, also one that catches every exception.

A signal wakes the main thread, and there, where no race is possible, the handler looks whether the program still
runs, and raises ``KeyboardInterrupt``. A bare ``except:`` in a loop swallows that; so the program is followed from
there and interrupted again at its first step that no ``except`` around it covers.
"""

import dis
import signal
import sys
import threading
from collections.abc import Callable
from types import FrameType
from typing import Any

_SIGNAL = getattr(signal, "SIGUSR2", None)


def prepare(still: Callable[[], bool], is_childs: Callable[[FrameType], bool]) -> None:
    """Be ready to stop the main thread while ``still()`` is true. Called in the main thread.

    ``is_childs`` tells the frames of the child's own code from all others.
    """

    def interrupt(_number: int, frame: FrameType | None) -> None:
        if still():
            _follow(frame, is_childs)
            raise KeyboardInterrupt

    if _SIGNAL is not None and hasattr(signal, "pthread_kill"):
        signal.signal(_SIGNAL, interrupt)


def stop() -> None:
    """Stop what runs in the main thread. Called in another one."""
    main = threading.main_thread().ident
    if _SIGNAL is not None and main is not None and hasattr(signal, "pthread_kill"):
        signal.pthread_kill(main, _SIGNAL)
    else:
        import _thread

        _thread.interrupt_main()


def calm() -> None:
    """Follow the program no more. Called in the main thread."""
    if getattr(sys.gettrace(), "__module__", None) == __name__:
        sys.settrace(None)


def _follow(frame: FrameType | None, is_childs: Callable[[FrameType], bool]) -> None:
    def step(frame: FrameType, event: str, _value: Any) -> Any:
        if event in ("opcode", "line") and not _covered(frame):
            sys.settrace(None)
            raise KeyboardInterrupt
        return step

    def enter(frame: FrameType, _event: str, _value: Any) -> Any:
        if not is_childs(frame):
            return None
        frame.f_trace_opcodes = True
        return step

    while frame is not None:
        if is_childs(frame):
            frame.f_trace, frame.f_trace_opcodes = step, True
        frame = frame.f_back
    sys.settrace(enter)


def _covered(frame: FrameType) -> bool:
    """Whether an ``except``, ``finally`` or ``with`` of this frame would see an exception raised now."""
    table = getattr(dis, "_parse_exception_table", None)
    return table is not None and any(
        entry.start <= frame.f_lasti < entry.end for entry in table(frame.f_code)
    )
