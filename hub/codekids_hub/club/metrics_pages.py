"""``/services/club/metrics``: numbers for Prometheus, for whoever shows its key."""

import hmac
from datetime import UTC, datetime

from fastapi import APIRouter, Request
from prometheus_client import CONTENT_TYPE_LATEST
from starlette.responses import Response

from codekids_hub.care.metrics import METRICS_KEY, ServiceMetrics
from codekids_hub.club.visitors import TokenNeeded, parts_of
from codekids_hub.secret_files import secret

router = APIRouter(include_in_schema=False)


@router.get("/metrics")
def metrics(request: Request) -> Response:
    """All numbers.

    :raises TokenNeeded: the key is missing or another one
    """
    parts = parts_of(request)
    _, _, offered = request.headers.get("Authorization", "").partition(" ")
    if not hmac.compare_digest(
        offered.strip().encode(), secret(parts.settings.secrets, METRICS_KEY).encode()
    ):
        raise TokenNeeded()
    kept: ServiceMetrics = request.app.state.metrics
    told = kept.exposition(parts.database, parts.settings, datetime.now(UTC))
    return Response(told, media_type=CONTENT_TYPE_LATEST)
