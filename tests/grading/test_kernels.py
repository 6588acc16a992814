"""Notebooks for other kernels run in their kernel, behind the same walls."""

import pytest

from codekids_grading import kernels
from codekids_grading.executing import Cell, Patience
from codekids_grading.sandbox import Limits, Sandbox, SandboxBroken

LIMITS = Limits(seconds=90, processes=100)


def test_a_kernel_runs_behind_the_walls(sandbox: Sandbox) -> None:
    cells = [Cell("print(1)\n2", False), Cell("1 / 0", True), Cell("import os\nos.listdir('/home')", True)]
    found = kernels.run_cells(cells, {"name": "python3"}, sandbox, None, LIMITS, Patience(20))
    assert [one.ended for one in found] == ["ok", "error", "error"]
    assert [out.output_type for out in found[0].outputs] == ["stream", "execute_result"]


def test_a_kernel_that_is_not_there_is_not_the_childs_doing(sandbox: Sandbox) -> None:
    with pytest.raises(SandboxBroken, match="no-such"):
        kernels.run_cells([Cell("1", False)], {"name": "no-such"}, sandbox, None, LIMITS, Patience(20))


@pytest.mark.parametrize(
    ("spec", "ours"),
    [
        ({"name": "python3"}, True),
        ({}, True),
        ({"name": "ir", "language": "R"}, False),
        ({"name": "my-env"}, True),
    ],
)
def test_only_this_python_runs_in_process(spec: dict[str, str], ours: bool) -> None:
    assert kernels.is_ours(spec) is ours
