"""Runs a notebook in a Jupyter kernel, as nbgrader's Execute does it: for kernels that are not this Python."""

# mypy: disallow-untyped-calls=False

import json
import os
import sys
from typing import Any

from codekids_grading.inside.launch import CHANNEL


def main() -> None:
    """Read the cells, run them, say each cell's outputs as soon as they are there."""
    asked = json.loads(sys.stdin.read())
    answers = os.fdopen(CHANNEL, "w", encoding="utf-8")
    os.set_inheritable(CHANNEL, False)

    from nbformat import v4
    from nbgrader.preprocessors import Execute
    from traitlets.config import Config

    class Telling(Execute):
        """Says what each cell showed."""

        def on_cell_start(self, **kwargs: Any) -> None:
            """The kernel is there."""
            if kwargs["cell_index"] == 0:
                answers.write("ready\n")
                answers.flush()

        def on_cell_executed(self, **kwargs: Any) -> None:
            """See nbclient."""
            super().on_cell_executed(**kwargs)
            cell, reply = kwargs["cell"], kwargs["execute_reply"]
            told = {
                "outputs": cell.outputs,
                "count": cell.get("execution_count"),
                "succeeded": reply["content"]["status"] == "ok",
            }
            answers.write(json.dumps(told) + "\n")
            answers.flush()

    notebook = v4.new_notebook(cells=[v4.new_code_cell(source) for source in asked["cells"]])
    notebook.metadata["kernelspec"] = {"name": asked["kernel"], "display_name": asked["kernel"]}
    config = Config({"KernelManager": {"transport": "ipc"}})  # there is no network to talk over
    execute = Telling(kernel_name=asked["kernel"], timeout=asked["timeout"], config=config)
    execute.preprocess(notebook, {"metadata": {"path": os.getcwd()}})
    os._exit(0)


if __name__ == "__main__":
    main()
