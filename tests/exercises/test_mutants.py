import pytest

from codekids_exercises.mutants import mutants


@pytest.mark.parametrize(
    ("code", "changed"),
    [
        ("x = a + b", ["x = a - b"]),
        ("x += 1", ["x -= 1"]),
        ("x = a < b <= c", ["x = a <= b <= c", "x = a < b < c"]),
        ("x = a and b", ["x = a or b"]),
        ("x = a is None", ["x = a is not None"]),
        ("forward(60)", []),
    ],
)
def test_one_operator_at_a_time(code: str, changed: list[str]) -> None:
    assert [one.strip() for one in mutants(code)] == changed
