"""The doctor: every judgement at its borders, and the real machine measured for once."""

import json
import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from sqlalchemy import text

from codekids_hub.care import container_findings, findings, measuring
from codekids_hub.care.findings import GIB, Finding, Grade
from codekids_hub.commands.doctor import doctor, operators_language, told
from codekids_hub.people import note
from codekids_hub.settings import Settings
from codekids_hub.storage import Database, migrate
from codekids_hub.translation import catalogue

OK, WARNING, TROUBLE = Grade.OK, Grade.WARNING, Grade.TROUBLE
NOW = datetime(2026, 11, 19, 16, 30, tzinfo=UTC)


def hours(count: float) -> timedelta:
    return timedelta(hours=count)


JUDGED = [
    (findings.disk(50 * GIB, 100 * GIB, "/srv"), OK),
    (findings.disk(4 * GIB, 100 * GIB, "/srv"), WARNING),
    (findings.disk(9 * GIB, 200 * GIB, "/srv"), WARNING),
    (findings.disk(GIB - 1, 4 * GIB, "/srv"), TROUBLE),
    (findings.memory(3 * GIB, 4 * GIB), OK),
    (findings.memory(GIB - 1, 4 * GIB), WARNING),
    (findings.memory(GIB // 10, 4 * GIB), TROUBLE),
    (findings.queue(0, None), OK),
    (findings.queue(3, timedelta(minutes=2)), OK),
    (findings.queue(3, timedelta(minutes=11)), WARNING),
    (findings.queue(3, timedelta(minutes=61)), TROUBLE),
    (findings.walls(None), OK),
    (findings.walls("no namespaces"), TROUBLE),
    (findings.backup(None, NOW), WARNING),
    (findings.backup(NOW - hours(30), NOW), OK),
    (findings.backup(NOW - hours(37), NOW), WARNING),
    (findings.backup(NOW - hours(24 * 8), NOW), TROUBLE),
    (findings.certificate("", None, NOW), WARNING),
    (findings.certificate("hub.example", "certificate has expired", NOW), TROUBLE),
    (findings.certificate("hub.example", NOW + timedelta(days=60), NOW), OK),
    (findings.certificate("hub.example", NOW + timedelta(days=13), NOW), WARNING),
    (findings.certificate("hub.example", NOW + timedelta(days=2), NOW), TROUBLE),
    (findings.versions("0.1.0", "3.12.1", []), OK),
    (findings.versions("0.1.0", "3.12.1", ["httpx 0.1"]), WARNING),
    (findings.clock(True, NOW, NOW), OK),
    (container_findings.daemon("20.10.24"), OK),
    (container_findings.daemon("", "permission denied"), TROUBLE),
    (container_findings.images([]), OK),
    (container_findings.images(["hub"]), WARNING),
    (container_findings.room(50 * GIB, 100 * GIB, "/var/lib/docker"), OK),
    (container_findings.room(4 * GIB, 100 * GIB, "/var/lib/docker"), WARNING),
    (container_findings.room(GIB - 1, 100 * GIB, "/var/lib/docker"), TROUBLE),
    (container_findings.services({"codekids_hub": (1, 1)})[0], OK),
    (container_findings.services({"codekids_hub": (1, 1), "codekids_gate": (0, 1)})[0], TROUBLE),
    (container_findings.machines({"one": "Ready"})[0], OK),
    (container_findings.machines({"one": "Ready", "two": "Down"})[0], WARNING),
    (findings.clock(None, None, NOW), OK),
    (findings.clock(False, NOW, NOW), WARNING),
    (findings.clock(True, NOW + timedelta(minutes=3), NOW), TROUBLE),
    (findings.database("0005", ["0005", "0004"]), OK),
    (findings.database("0004", ["0005", "0004"]), WARNING),
    (findings.database(None, ["0005"]), WARNING),
    (findings.database("0009", ["0005"]), TROUBLE),
    (findings.database(None, ["0005"], "refused"), TROUBLE),
    (findings.ports(True, [8000]), OK),
    (findings.ports(False, []), OK),
    (findings.ports(False, [8000]), TROUBLE),
]


@pytest.mark.parametrize(("found", "grade"), JUDGED)
def test_what_is_found_is_judged_and_told_in_both_languages(found: Finding, grade: Grade) -> None:
    assert found.grade is grade
    said = [told(found, catalogue(language).gettext) for language in ("en", "ro")]
    assert all("%(" not in each["said"] + each["advice"] for each in said)
    assert said[0]["said"] != said[1]["said"]
    assert all(bool(each["advice"]) == (grade is not OK) for each in said), "what is not well says what to do"


@pytest.mark.parametrize(
    ("state", "grade"),
    [("healthy", OK), ("starting", WARNING), ("unhealthy", TROUBLE), ("exited", TROUBLE), ("", TROUBLE)],
)
def test_each_container_that_is_not_well_is_named(state: str, grade: Grade) -> None:
    found = container_findings.containers({"codekids_hub_1": "healthy", "codekids_gate_1": state})
    assert [each.grade for each in found] == [grade]
    said = told(found[0], catalogue("en").gettext)
    assert ("codekids_gate_1" in said["said"]) == (grade is not OK)
    assert bool(said["advice"]) == (grade is not OK)


@pytest.mark.parametrize("counted", [(1, 2), (0, 1), (0, 0)])
def test_a_service_that_does_not_run_everywhere_is_named(counted: tuple[int, int]) -> None:
    found = container_findings.services({"codekids_hub": (1, 1), "codekids_fence": counted})
    assert [each.grade for each in found] == [TROUBLE]
    assert "codekids_fence" in told(found[0], catalogue("en").gettext)["said"]


@pytest.mark.parametrize(
    "found",
    [
        container_findings.containers({"codekids-hub": "", "codekids-gate": ""}),
        container_findings.services({"codekids_hub": (0, 1), "codekids_gate": (0, 1)}),
    ],
)
def test_an_installation_that_does_not_run_is_one_line(found: list[Finding]) -> None:
    assert [each.grade for each in found] == [WARNING]
    assert "./codekids up" in told(found[0], catalogue("en").gettext)["advice"]


@pytest.mark.parametrize(
    ("environ", "language"),
    [({"LANG": "ro_RO.UTF-8"}, "ro"), ({"LANG": "ro_RO", "LC_ALL": "C"}, "en"), ({}, "en")],
)
def test_the_operators_language(environ: dict[str, str], language: str) -> None:
    assert operators_language(environ) == language


def test_a_new_place_is_looked_at(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    ended = CliRunner().invoke(doctor, ["--json", "--data", str(tmp_path / "new")])
    found = json.loads(ended.output)
    grades = {each["about"]: each["grade"] for each in found}
    assert set(grades) == {
        *("disk", "memory", "sandbox", "database", "clock", "backup", "certificate", "versions", "ports"),
    }
    assert (grades["database"], grades["backup"]) == ("warning", "warning")
    assert ended.exit_code == (1 if "trouble" in grades.values() else 0)


def test_trouble_ends_with_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "ro_RO.UTF-8")
    database = Database(f"sqlite:///{tmp_path / 'club.sqlite'}")
    migrate(database)
    with database.engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    database.dispose()
    ended = CliRunner().invoke(doctor, ["--data", str(tmp_path)])
    assert ended.exit_code == 1
    assert "Baza de date e de la o versiune mai nouă a programului (9999)." in ended.output


def test_a_clock_behind_what_was_written_is_seen(tmp_path: Path) -> None:
    settings = Settings(data=tmp_path)
    database = Database(settings.database_url)
    migrate(database)
    now = datetime.now(UTC)
    with database.write() as session:
        note(session, "operator", "club-added", "c1", now + hours(2))
    database.dispose()
    (clock,) = [each for each in measuring.look(settings, now) if each.about == "clock"]
    assert clock.grade is TROUBLE and clock.values["later"] == 120


def test_a_database_that_is_away_is_told(tmp_path: Path) -> None:
    away = Settings(data=tmp_path, database=f"postgresql+psycopg://nobody@/nothing?host={tmp_path}")
    (database,) = [each for each in measuring.look(away, NOW) if each.about == "database"]
    assert database.grade is TROUBLE and database.values["reason"]


def test_ports_of_somebody_else_are_seen(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        settings = Settings(data=tmp_path, port=port)
        (ports,) = [each for each in measuring.look(settings, NOW) if each.about == "ports"]
    assert ports.grade is TROUBLE and str(port) in str(ports.values["ports"])


def test_a_certificate_is_seen_and_judged(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ends = datetime.now(UTC).replace(microsecond=0) + timedelta(days=20, hours=1)
    with served(tmp_path, ends) as port:
        settings = Settings(data=tmp_path, address=f"https://localhost:{port}")
        assert certificate(settings).grade is TROUBLE, "nobody whom this machine trusts has signed it"
        monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "certificate.pem"))
        good = certificate(settings)
    assert (good.grade, good.values["days"]) == (OK, 20)
    assert certificate(settings).grade is TROUBLE, "nobody answers any more"


def certificate(settings: Settings) -> Finding:
    """What is found of the certificate."""
    (found,) = [each for each in measuring.look(settings, datetime.now(UTC)) if each.about == "certificate"]
    return found


@contextmanager
def served(folder: Path, ends: datetime) -> Iterator[int]:
    """A server with a certificate of its own making for `localhost`."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "localhost")])
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(ends - timedelta(days=90))
        .not_valid_after(ends)
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False)
        .sign(key, hashes.SHA256())
    )
    encoding = serialization.Encoding.PEM
    (folder / "certificate.pem").write_bytes(made.public_bytes(encoding))
    plain = serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    (folder / "key.pem").write_bytes(key.private_bytes(encoding, *plain))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(folder / "certificate.pem", folder / "key.pem")
    with socket.create_server(("localhost", 0)) as listening:

        def greet() -> None:
            while True:
                try:
                    met, _ = listening.accept()
                except OSError:
                    return
                try:
                    context.wrap_socket(met, server_side=True).close()
                except OSError:
                    met.close()

        greeting = threading.Thread(target=greet, daemon=True)
        greeting.start()
        yield listening.getsockname()[1]
        listening.shutdown(socket.SHUT_RDWR)
    greeting.join(5)
