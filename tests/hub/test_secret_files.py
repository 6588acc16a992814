"""Key files: made once, the same for everybody who asks at once, readable by the operator alone."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from codekids_hub.secret_files import secret


def test_a_secret_is_made_once(tmp_path: Path) -> None:
    folder = tmp_path / "secrets"
    with ThreadPoolExecutor(8) as pool:
        seen = set(pool.map(lambda _: secret(folder, "pepper"), range(40)))
    assert len(seen) == 1
    assert len(bytes.fromhex(seen.pop())) == 32
    assert secret(folder, "other") != secret(folder, "pepper")


def test_only_the_operator_reads_it(tmp_path: Path) -> None:
    folder = tmp_path / "secrets"
    secret(folder, "pepper")
    assert folder.stat().st_mode & 0o077 == 0
    assert [file.stat().st_mode & 0o077 for file in folder.iterdir()] == [0]
