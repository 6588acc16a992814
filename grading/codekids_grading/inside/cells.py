"""The process in which a notebook's cells run, the child's and the teacher's. It is told one cell at a time.

A line of JSON comes in for each cell and goes out with its outputs. A cell is not known here before it is its turn, and an
answer is only believed with the word that came with its question: what a child's cell prepares in advance is not believed.
"""

# mypy: disallow-untyped-calls=False

import asyncio
import json
import os
import random
import signal
import sys
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from codekids_grading.inside.launch import CHANNEL

if TYPE_CHECKING:  # IPython is imported when it is needed, and timed then
    from codekids_grading.inside.guard import Guard
    from codekids_grading.inside.recording import Stream
    from codekids_grading.inside.shell import ZMQInteractiveShell


def main() -> None:
    """Run cells until there are no more."""
    prepare()()


def prepare() -> Callable[[], None]:
    """Import and make what every notebook needs; the rest is done by what comes back, in the process that has the notebook."""
    sys.argv = ["ipykernel_launcher.py"]
    sys.path.insert(0, "")

    from codekids_grading.inside.guard import Guard
    from codekids_grading.inside.recording import Recorder, Stream
    from codekids_grading.inside.shell import make

    recorder = Recorder(0)
    streams = Stream(recorder, "stdout", 1), Stream(recorder, "stderr", 2)
    sys.stdout, sys.stderr = streams
    shell = make(recorder)
    _get_used_to(shell)
    return partial(_serve, shell, Guard(shell, streams), streams)


def _get_used_to(shell: "ZMQInteractiveShell") -> None:
    """Have IPython import and compile what it only does for the first cell and for the first error."""
    shell.run_cell("pass", store_history=False, silent=True)
    try:
        raise AssertionError
    except AssertionError:
        shell.InteractiveTB.structured_traceback(*sys.exc_info())


def _serve(shell: "ZMQInteractiveShell", guard: "Guard", streams: "tuple[Stream, Stream]") -> None:
    from codekids_grading.inside.recording import Below
    from codekids_grading.inside.shell import run

    questions = os.fdopen(os.dup(0), "rb")
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    answers = os.dup(CHANNEL)
    os.close(CHANNEL)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    recorder = shell.recorder
    recorder.most_text = json.loads(questions.readline())["most_text"]
    os.environ.setdefault("MPLBACKEND", "module://matplotlib_inline.backend_inline")
    below = Below(recorder)
    sys.stdout, sys.stderr = streams
    random.seed()
    own = os.getpid()

    async def serve() -> None:
        _say(answers, {"ready": True})
        while line := questions.readline():
            question = json.loads(line)
            number = f"<ipython-input-{shell.execution_count}-"
            recorder.begin(number)
            tampered = guard.before(question["trusted"])
            count = shell.execution_count
            succeeded = await run(shell, question["source"])
            await asyncio.sleep(0)
            if os.getpid() != own:
                os._exit(0)  # a cell has forked and both came back
            below.collect()
            guard.after(question["trusted"], question["source"], number)
            outputs = [dict(output) for output in recorder.outputs]
            forgiven = [
                index for index, one in enumerate(recorder.outputs) if _within(one, recorder.forgiven)
            ]
            _say(
                answers,
                {
                    "word": question["word"],
                    "outputs": outputs,
                    "forgiven": forgiven,
                    "count": count,
                    "succeeded": succeeded,
                    "tampered": tampered,
                },
            )

    loop = asyncio.new_event_loop()
    asyncio.set_event_loop(loop)
    loop.run_until_complete(serve())
    os._exit(0)


def _within(one: object, many: list[Any]) -> bool:
    return any(one is other for other in many)


def _say(descriptor: int, answer: dict[str, Any]) -> None:
    text = json.dumps(answer, ensure_ascii=False).encode("utf-8", "surrogatepass") + b"\n"
    while text:
        text = text[os.write(descriptor, text) :]


if __name__ == "__main__":
    main()
