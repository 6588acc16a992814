"""Numbers for Prometheus: how much waits, how long things take, how many rooms meet. Never who.

The service counts its own requests. What the database knows is asked for when somebody looks. The marking worker is a
process of its own: it leaves its numbers in files (prometheus_client's multiprocess mode), which the service adds up.
"""

import shutil
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

from prometheus_client import CollectorRegistry, Counter, Histogram, generate_latest
from prometheus_client.core import GaugeMetricFamily, Metric
from prometheus_client.multiprocess import MultiProcessCollector
from prometheus_client.registry import Collector
from sqlalchemy import func, select

from codekids_hub.care.backup import last_saved
from codekids_hub.hand_ins import ACCEPTED, MARKED, UNREADABLE
from codekids_hub.settings import Settings
from codekids_hub.storage import Database
from codekids_hub.storage.homework_tables import HandIn
from codekids_hub.storage.session_tables import SessionRow

METRICS_KEY = "metrics"
"""The key file that Prometheus shows, at the Hub as at the service."""

_FOLDER = "metrics"

WORKERS = CollectorRegistry()
MARKING = Histogram(
    "codekids_marking_seconds",
    "Seconds that marking a hand-in took.",
    buckets=(0.25, 0.5, 1, 2, 5, 10, 30, 60, 300),
    registry=WORKERS,
)
NOT_CHECKED = Counter(
    "codekids_not_checked", "Markings that could not be done and are tried again.", registry=WORKERS
)


class ServiceMetrics:
    """What one service process counts."""

    def __init__(self) -> None:
        self.own = CollectorRegistry()
        self.requests = Histogram(
            "codekids_request_seconds",
            "Seconds that the club's pages and API took, by route.",
            labelnames=("method", "route", "status"),
            buckets=(0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10),
            registry=self.own,
        )

    def exposition(self, database: Database, settings: Settings, now: datetime) -> bytes:
        """Everything, in Prometheus' text format."""
        looked = CollectorRegistry()
        looked.register(_Looked(database, settings, now))
        workers = CollectorRegistry()
        folder = settings.data / _FOLDER
        if folder.is_dir():
            MultiProcessCollector(workers, path=str(folder))  # type: ignore[no-untyped-call]
        return b"".join(generate_latest(each) for each in (self.own, looked, workers))


class _Looked(Collector):
    """What the database and the disk know at this moment."""

    def __init__(self, database: Database, settings: Settings, now: datetime) -> None:
        self._database, self._settings, self._now = database, settings, now

    def collect(self) -> Iterable[Metric]:
        """Ask them."""
        with self._database.read() as session:
            states = dict.fromkeys((ACCEPTED, MARKED, UNREADABLE), 0)
            for state, count in session.execute(select(HandIn.state, func.count()).group_by(HandIn.state)):
                states[state] = count
            oldest = session.scalar(select(func.min(HandIn.received_at)).where(HandIn.state == ACCEPTED))
            running = session.scalar(
                select(func.count()).select_from(SessionRow).where(SessionRow.ended_at.is_(None))
            )
        hand_ins = GaugeMetricFamily("codekids_hand_ins", "Hand-ins by state.", labels=["state"])
        for state, count in states.items():
            hand_ins.add_metric([state], count)
        yield hand_ins
        yield _gauge("codekids_queue_length", "Hand-ins that wait to be marked.", states[ACCEPTED])
        age = 0.0 if oldest is None else (self._now - oldest).total_seconds()
        yield _gauge(
            "codekids_queue_oldest_seconds", "For how long the oldest of them has been waiting.", age
        )
        yield _gauge("codekids_sessions_running", "Clubs that meet now.", running or 0)
        free = shutil.disk_usage(self._settings.data).free
        yield _gauge("codekids_disk_free_bytes", "Room left for the data folder.", free)
        saved = last_saved(self._settings)
        if saved is not None:
            since = (self._now - saved).total_seconds()
            yield _gauge("codekids_backup_age_seconds", "Since the last copy was saved.", since)


def _gauge(name: str, help_text: str, value: float) -> GaugeMetricFamily:
    return GaugeMetricFamily(name, help_text, value=value)


def fresh_folder(settings: Settings) -> Path:
    """An empty folder for the workers' numbers: they begin anew with the Hub, as Prometheus expects it."""
    folder = settings.data / _FOLDER
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True, mode=0o700)
    return folder
