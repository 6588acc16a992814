"""Numbers for Prometheus: there for whoever shows the key, and about nobody in particular."""

import json
import os
import re
import subprocess
import sys
from datetime import datetime, timedelta
from pathlib import Path

import jupyterhub.metrics  # noqa: F401 - registers the Hub's own
import pytest
from prometheus_client import REGISTRY
from prometheus_client.parser import text_string_to_metric_families

from codekids_grading.store import Store
from codekids_hub import homework
from codekids_hub.care import metrics
from codekids_hub.club.parts import Parts
from codekids_hub.secret_files import secret
from codekids_hub.storage.homework_tables import Assignment, HandIn
from hub.test_cards import PEPPER
from hub.village import Village
from hub.visiting import Browser, parts_for

WORKER = """
from codekids_hub.care import metrics
with metrics.MARKING.time():
    pass
metrics.NOT_CHECKED.inc(2)
"""


@pytest.fixture
def parts(village: Village, tmp_path: Path, now: datetime) -> Parts:
    """A service with a hand-in that waits."""
    made = parts_for(village.database, tmp_path, PEPPER)
    store = Store(tmp_path / "store")
    with village.database.write() as session:
        session.add(
            Assignment(
                club_id=village.club_id,
                name="draw-the-village",
                digest=store.put(b"x"),
                released_at=now,
                closes_at=now + timedelta(days=9000),
                released_by=homework.BY_CALENDAR,
            )
        )
    return made


def numbers(parts: Parts, now: datetime, service: metrics.ServiceMetrics | None = None) -> dict[str, float]:
    """Every sample by its name and labels."""
    told = (service or metrics.ServiceMetrics()).exposition(parts.database, parts.settings, now).decode()
    return {
        f"{sample.name}{json.dumps(sample.labels, sort_keys=True) if sample.labels else ''}": sample.value
        for family in text_string_to_metric_families(told)
        for sample in family.samples
    }


def test_numbers_of_the_evening(parts: Parts, village: Village, now: datetime) -> None:
    with village.database.write() as session:
        for number, state in enumerate(("accepted", "accepted", "marked")):
            session.add(
                HandIn(
                    club_id=village.club_id,
                    assignment="draw-the-village",
                    child_id=village.maria.child_id,
                    key=f"{number:064}",
                    digest="0" * 64,
                    size=1,
                    received_at=now - timedelta(seconds=90 - number),
                    late=False,
                    state=state,
                    tries=0,
                )
            )
    found = numbers(parts, now)
    assert found['codekids_hand_ins{"state": "accepted"}'] == found["codekids_queue_length"] == 2
    assert found['codekids_hand_ins{"state": "marked"}'] == 1
    assert found["codekids_queue_oldest_seconds"] == 90
    assert found["codekids_sessions_running"] == 0
    assert found["codekids_disk_free_bytes"] > 0
    assert "codekids_backup_age_seconds" not in found, "none was saved"


def test_a_worker_tells_what_it_did(parts: Parts, now: datetime) -> None:
    folder = metrics.fresh_folder(parts.settings)
    for _ in range(2):  # it dies, and another one goes on
        environment = os.environ | {"PROMETHEUS_MULTIPROC_DIR": str(folder)}
        subprocess.run([sys.executable, "-c", WORKER], env=environment, check=True)
    found = numbers(parts, now)
    assert found["codekids_marking_seconds_count"] == 2
    assert found["codekids_not_checked_total"] == 4
    metrics.fresh_folder(parts.settings)
    assert "codekids_marking_seconds_count" not in numbers(parts, now)


def test_without_the_key_nobody_reads_them(parts: Parts, village: Village) -> None:
    key = secret(parts.settings.secrets, metrics.METRICS_KEY)
    for identifier in ("", village.maria.child_id, village.crina_id):
        assert Browser(parts, identifier).get("/metrics").status_code == 401
    for shown, status in (("", 401), (f"Bearer {key}x", 401), (f"Bearer {key}", 200), (f"token {key}", 200)):
        assert Browser(parts, "", headers={"Authorization": shown}).get("/metrics").status_code == status


def test_requests_are_counted_by_route_and_by_nobody(parts: Parts, village: Village) -> None:
    key = secret(parts.settings.secrets, metrics.METRICS_KEY)
    visitor = Browser(parts, village.crina_id, headers={"Authorization": f"Bearer {key}"})
    visitor.get(f"/children/{village.maria.child_id}/card")
    visitor.get("/health")
    visitor.get(f"/{village.maria.token}")
    told = visitor.get("/metrics").text
    counted = re.findall(r"codekids_request_seconds_count\{(.*)\} (\S+)", told)
    routes = {dict(re.findall(r'(\w+)="([^"]*)"', labels))["route"] for labels, _ in counted}
    assert {"/children/{child_id}/card", "/health", "other"} <= routes
    for personal in (village.maria.child_id, village.maria.token, village.crina_id, village.club_id, "Maria"):
        assert personal not in told


def test_the_dashboard_shows_nothing_that_there_is_not(parts: Parts, now: datetime, root: Path) -> None:
    dashboard = json.loads((root / "docker" / "grafana" / "dashboard.json").read_text(encoding="utf-8"))
    asked = {target["expr"] for panel in dashboard["panels"] for target in panel.get("targets", ())}
    named = {
        name for expression in asked for name in re.findall(r"\b(?:codekids|jupyterhub)_\w+", expression)
    }
    service = metrics.ServiceMetrics()
    service.requests.labels("GET", "/", "200").observe(1)
    (parts.settings.data / "backup.json").write_text(json.dumps({"at": now.isoformat()}))
    metrics.MARKING.observe(1)
    there = {key.partition("{")[0] for key in numbers(parts, now, service)}
    for registry in (REGISTRY, metrics.WORKERS):
        for family in registry.collect():
            there |= {family.name, *(sample.name for sample in family.samples)}
            if family.type == "histogram":
                there |= {f"{family.name}_{part}" for part in ("bucket", "count", "sum")}
            if family.type == "counter":
                there.add(f"{family.name}_total")
    assert len(named) >= 10 and named - there == set()
    panels = [panel for panel in dashboard["panels"] if panel["type"] != "row"]
    assert all(panel["title"] and panel["datasource"]["uid"] == "${source}" for panel in panels)
    assert len({panel["id"] for panel in panels}) == len(panels)
