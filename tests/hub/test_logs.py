"""Logs: a line an event, and nothing in it that tells who a child is or lets somebody in."""

import json
import logging
import sys
from pathlib import Path

import pytest
from sqlalchemy import insert
from sqlalchemy.exc import IntegrityError
from traitlets.config import Application

from codekids_hub.care import logs
from codekids_hub.settings import SettingError, Settings
from codekids_hub.storage.tables import Child
from hub.test_cards import PEPPER
from hub.village import Village
from hub.visiting import Browser, parts_for

CARD = "uD3kq-Z0xYt7vB9w_R1mAe"
TOKEN = "0123456789abcdef0123456789abcdef"


def line(form: str, message: str, *arguments: object, trace: bool = False) -> str:
    """What is written for one event."""
    record = logging.LogRecord(
        "codekids.club", logging.WARNING, "x.py", 1, message, arguments, sys.exc_info() if trace else None
    )
    return logs.formatter(form)().format(record)


@pytest.mark.parametrize("form", ["text", "json"])
@pytest.mark.parametrize(
    "secret",
    ["192.0.2.7", "2001:db8::7:1", "fe80::1", CARD, TOKEN, "pa55", "QR-in-a-query"],
)
def test_addresses_and_keys_are_taken_out(form: str, secret: str) -> None:
    written = line(
        form,
        "403 POST /hub/login?card=QR-in-a-query (k23456789abc@%s) from %s via %s, card %s token %s at %s",
        *("192.0.2.7", "2001:db8::7:1", "fe80::1", CARD, TOKEN),
        "postgresql://codekids:pa55@db/codekids",
    )
    assert secret not in written
    assert "k23456789abc" in written and "/hub/login" in written, "what an operator needs stays"


@pytest.mark.parametrize("kept", ["17:25:03", "http://127.0.0.1:8003/x", "3.11.7", "draw-the-village", "::1"])
def test_what_is_nobodys_stays(kept: str) -> None:
    assert kept in line("text", "at %s it was so", kept)


def test_json_is_one_object_a_line() -> None:
    try:
        raise RuntimeError("two\nlines from 192.0.2.7")
    except RuntimeError:
        written = line("json", "it failed:\n%s", "why", trace=True)
    assert "\n" not in written
    told = json.loads(written)
    assert set(told) == {"at", "level", "logger", "message", "trace"}
    assert (told["level"], told["logger"]) == ("warning", "codekids.club")
    assert "RuntimeError: two\nlines from [address]" in told["trace"]


def test_what_the_database_refuses_is_told_without_the_child(village: Village) -> None:
    """SQLAlchemy would show the values, PostgreSQL the whole row."""
    with village.database.read() as session:
        maria = session.get_one(Child, village.maria.child_id)
        twin = {column.name: getattr(maria, column.key) for column in Child.__table__.columns}
    for change in ({"id": "k22222222222"}, {"id": "k22222222222", "animal": "zebra", "nickname": None}):
        try:
            with village.database.write() as session:
                session.execute(insert(Child).values(**(twin | change)))
        except IntegrityError:
            for form in ("text", "json"):
                written = line(form, "it failed", trace=True)
                assert "IntegrityError" in written and "Maria" not in written
                assert "already exists" not in written and "Failing row" not in written, "PostgreSQL's detail"
        else:
            raise AssertionError("it was not refused")


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_a_page_that_breaks_tells_no_name(
    village: Village, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = logging.getLogger().handlers[:]
    logs.install("json")
    try:
        parts = parts_for(village.database, tmp_path, PEPPER)
        (tmp_path / "secrets").mkdir()
        with village.database.engine.begin() as connection:
            connection.exec_driver_sql("ALTER TABLE cards RENAME TO lost")
        Browser(parts, village.crina_id).post(
            f"/children/{village.maria.child_id}/nickname", {"nickname": "Măriuca"}
        )
        Browser(parts, village.crina_id).get("/")
        logging.getLogger("codekids.club").error("%s handed in", village.maria.child_id)
    finally:
        logging.getLogger().handlers[:] = before
    written = capsys.readouterr().err
    told = [json.loads(each) for each in written.splitlines()]
    assert any("OperationalError" in each.get("trace", "") + each["message"] for each in told)
    assert told[-1]["message"] == f"{village.maria.child_id} handed in"
    for personal in ("Maria", "Măriuca", village.maria.token):
        assert personal not in written
    assert not all(word in written for word in village.maria.words), "one may stand there by chance"


def test_the_hub_writes_in_our_form_too(capsys: pytest.CaptureFixture[str]) -> None:
    app = Application(logging_config=logs.for_the_hub("json"), log_level="WARN")
    app.log.warning("404 GET /hub/x (kabc@192.0.2.9)")
    assert json.loads(capsys.readouterr().err)["message"] == "404 GET /hub/x (kabc@[address])"
    app.close_handlers()


def test_another_form_is_refused() -> None:
    with pytest.raises(SettingError, match="logs"):
        Settings(logs="xml")
