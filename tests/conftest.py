"""What tests of several rooms share; only pytest is imported, for a room's environment holds little else."""

import glob
import os
import shutil
import subprocess
import tempfile
import uuid
from collections.abc import Callable, Generator, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest

CLUSTER_OPTIONS = "-c fsync=off -c full_page_writes=off -c listen_addresses= -c unix_socket_directories="


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """A test that is skipped tells nothing: in CI, where every part must be there, it fails."""
    report = yield
    _nothing_is_skipped(report)
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    """So does a module that is skipped whole."""
    report = yield
    _nothing_is_skipped(report)
    return report


def _nothing_is_skipped(report: pytest.TestReport | pytest.CollectReport) -> None:
    if report.skipped and os.environ.get("CI"):
        report.outcome = "failed"
        report.longrepr = f"In CI nothing is skipped: {report.longreprtext or report.longrepr}"


@pytest.fixture(autouse=True)
def the_umask_stays() -> Iterator[None]:
    """An installation that a test starts in this process takes rights away from all files that come after it."""
    before = os.umask(0o022)
    os.umask(before)
    yield
    os.umask(before)


@pytest.fixture(scope="session")
def root() -> Path:
    """The project folder."""
    return Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    """The address of a PostgreSQL's `postgres` database, where a test may make databases of its own.

    That is CODEKIDS_TEST_POSTGRES where it is set, else a cluster that lives as long as the tests.
    """
    address = os.environ.get("CODEKIDS_TEST_POSTGRES")
    if address:
        yield address
        return
    binaries = _postgres_binaries()
    if binaries is None:
        pytest.skip("no PostgreSQL here: install one (Debian: postgresql), or set CODEKIDS_TEST_POSTGRES")
    folder = Path(tempfile.mkdtemp(prefix="codekids-postgres-"))
    as_owner = _as_owner(folder)
    data = folder / "data"
    options = f"{CLUSTER_OPTIONS}{folder}"
    _run([*as_owner, binaries / "initdb", "-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "-N"])
    start: list[str | Path] = ["start", "-D", data, "-w", "-l", folder / "log", "-o", options]
    _run([*as_owner, binaries / "pg_ctl", *start])
    try:
        yield f"postgresql+psycopg://postgres@/postgres?host={folder}"
    finally:
        _run([*as_owner, binaries / "pg_ctl", "stop", "-D", data, "-m", "immediate", "-w"])
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def postgres_database(postgres_server: str) -> Callable[..., AbstractContextManager[str]]:
    """Makes a PostgreSQL database for as long as the context lasts, and gives its SQLAlchemy address.

    It is empty, or a copy of the one that is named, which nobody may be connected to meanwhile.
    """
    import psycopg

    plain = postgres_server.replace("postgresql+psycopg:", "postgresql:", 1)
    place, mark, query = postgres_server.partition("?")

    @contextmanager
    def make(original: str = "template1") -> Iterator[str]:
        name = f"codekids_{uuid.uuid4().hex}"
        with psycopg.connect(plain, autocommit=True) as connection:
            connection.execute(f'CREATE DATABASE "{name}" TEMPLATE "{original}"'.encode())
        try:
            yield f"{place.rpartition('/')[0]}/{name}{mark}{query}"
        finally:
            with psycopg.connect(plain, autocommit=True) as connection:
                connection.execute(f'DROP DATABASE "{name}" WITH (FORCE)'.encode())

    return make


@pytest.fixture
def postgres_url(postgres_database: Callable[..., AbstractContextManager[str]]) -> Iterator[str]:
    """The SQLAlchemy address of an empty PostgreSQL database of this test's own."""
    with postgres_database() as url:
        yield url


@pytest.fixture
def sqlite_url(tmp_path: Path) -> str:
    """The SQLAlchemy address of an SQLite file that is not there yet."""
    return f"sqlite:///{tmp_path / 'test.sqlite'}"


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest) -> str:
    """The SQLAlchemy address of an empty database of this test's own: the test runs on each engine."""
    url: str = request.getfixturevalue("sqlite_url" if request.param == "sqlite" else "postgres_url")
    return url


def _postgres_binaries() -> Path | None:
    found = [path for path in [shutil.which("initdb")] if path]
    found += sorted(glob.glob("/usr/lib/postgresql/*/bin/initdb"), reverse=True)
    return Path(found[0]).resolve().parent if found else None


def _as_owner(folder: Path) -> list[str | Path]:
    """PostgreSQL refuses to run as root; Debian's package brings a user for it."""
    if os.geteuid() != 0:
        return []
    if (
        shutil.which("runuser") is None
        or subprocess.run(["id", "postgres"], capture_output=True, check=False).returncode
    ):
        pytest.skip("PostgreSQL does not run as root, and there is no user postgres here")
    shutil.chown(folder, "postgres")
    return ["runuser", "-u", "postgres", "--"]


def _run(command: list[str | Path]) -> None:
    ended = subprocess.run(command, cwd="/", stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, check=False)
    assert ended.returncode == 0, f"{command} failed"
