"""Each room's wheel holds its package, all of it, and nothing else: no content and no solution."""

import subprocess
import zipfile
from pathlib import Path

import pytest

PACKAGES = {
    "exercises": "codekids_exercises",
    "grading": "codekids_grading",
    "hub": "codekids_hub",
    "notebooks": "satul",
}


@pytest.fixture(scope="module")
def wheels(root: Path, uv: str, tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """The names of the files in each room's wheel, without the wheel's own description."""
    folder = tmp_path_factory.mktemp("wheels")
    found = {}
    for room in PACKAGES:
        build = [
            uv,
            "build",
            "--quiet",
            "--offline",
            "--wheel",
            "--out-dir",
            str(folder / room),
            str(root / room),
        ]
        subprocess.run(build, check=True, cwd=root)
        (wheel,) = (folder / room).glob("*.whl")
        with zipfile.ZipFile(wheel) as archive:
            names = [name for name in archive.namelist() if not name.endswith("/")]
        found[room] = [name for name in names if ".dist-info/" not in name]
    return found


@pytest.mark.parametrize("room", PACKAGES)
def test_a_wheel_holds_exactly_its_package(
    room: str, wheels: dict[str, list[str]], tracked: list[Path]
) -> None:
    package = Path(room, PACKAGES[room])
    expected = {str(path.relative_to(room)) for path in tracked if path.is_relative_to(package)}
    assert set(wheels[room]) == expected


def test_no_wheel_holds_content_or_what_only_a_teacher_sees(wheels: dict[str, list[str]]) -> None:
    for names in wheels.values():
        for name in names:
            assert not {"sets", "solutions", "bootstrap"} & set(Path(name).parts), name
            assert Path(name).suffix != ".ipynb", name


@pytest.mark.parametrize("kind", ["pages/templates", "pages/static", "locale", "storage/migrations"])
def test_the_hub_brings_its_pages_words_and_migrations(kind: str, wheels: dict[str, list[str]]) -> None:
    assert [name for name in wheels["hub"] if name.startswith(f"codekids_hub/{kind}/")]
