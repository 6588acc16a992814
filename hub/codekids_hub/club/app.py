"""The FastAPI application: its routes in one table, its errors in one place, its headers on every answer."""

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from datetime import UTC, datetime

from fastapi import FastAPI
from starlette.middleware.gzip import GZipMiddleware
from starlette.types import ASGIApp

from codekids_hub import login_ends, warming
from codekids_hub.addresses import SERVICE_PREFIX
from codekids_hub.care.metrics import ServiceMetrics
from codekids_hub.club import (
    answers,
    api,
    bank_pages,
    card_pages,
    children_pages,
    club_pages,
    content_pages,
    coordinator_pages,
    exchange_api,
    export_pages,
    feedback_pages,
    homework_pages,
    invitation_pages,
    live_api,
    log_pages,
    metrics_pages,
    moving_pages,
    oauth,
    pages,
    pair_pages,
    paper_pages,
    people_pages,
    planning_pages,
    privacy_pages,
    report_line_pages,
    report_pages,
    review_pages,
    screen_pages,
    season_pages,
    second_factor_pages,
    security_pages,
    session_api,
    session_pages,
    wall_pages,
)
from codekids_hub.club.parts import Parts
from codekids_hub.club.serving import Headers, Measured, PrefixedStatic
from codekids_hub.club.shared_files import SharedLab
from codekids_hub.lab_files import LabFiles
from codekids_hub.line import Line, at_once
from codekids_hub.live import Live

WARMING_EVERY = 20.0
"""Seconds between two looks for clubs that meet in some minutes."""
LOGIN_ENDS_EVERY = 2.0
"""Seconds between two looks for logins that the command line, or a Hub that was away, left to be ended."""

log = logging.getLogger("codekids.club")


def make_app(parts: Parts, shared: LabFiles | None = None) -> FastAPI:
    """The service, ready to serve; ``parts`` are disposed of at its end.

    :param shared: JupyterLab's files for all workspaces, where they are
    """

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        ending = asyncio.create_task(_end_logins(parts))
        heating = asyncio.create_task(_warm(parts))
        app.state.live = Live(parts.database)
        app.state.line.open(parts.hub, at_once(parts.settings))
        yield
        await asyncio.to_thread(app.state.line.close)
        await app.state.live.close()
        for task in (ending, heating):
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task
        parts.database.dispose()

    app = FastAPI(
        title="CODE Kids Hub",
        description="What workspaces tell the club, and what they may ask it.",
        version="1",
        lifespan=lifespan,
        openapi_url=f"{SERVICE_PREFIX}api/openapi.json",
        docs_url=None,
        redoc_url=None,
    )
    app.state.parts = parts
    app.state.line = Line()
    app.state.metrics = ServiceMetrics()
    for router in (
        api.router,
        exchange_api.router,
        oauth.router,
        pages.router,
        pair_pages.router,
        homework_pages.router,
        live_api.router,
        session_api.router,
        session_pages.router,
        screen_pages.router,
        card_pages.router,
        children_pages.router,
        log_pages.router,
        metrics_pages.router,
        moving_pages.router,
        paper_pages.router,
        privacy_pages.router,
        export_pages.router,
        feedback_pages.router,
        review_pages.router,
        planning_pages.router,
        wall_pages.router,
        report_pages.router,
        coordinator_pages.router,
        club_pages.router,
        season_pages.router,
        security_pages.router,
        bank_pages.router,
        people_pages.router,
        invitation_pages.router,
        second_factor_pages.router,
        content_pages.router,
        report_line_pages.router,
    ):
        app.include_router(router, prefix=SERVICE_PREFIX.rstrip("/"))
    app.mount(f"{SERVICE_PREFIX}static", PrefixedStatic())
    if shared is not None:
        app.mount(shared.prefix, SharedLab(shared))
    answers.install(app)
    app.add_middleware(_compressed)
    app.add_middleware(Headers)
    app.add_middleware(Measured, requests=app.state.metrics.requests)
    return app


def _compressed(app: ASGIApp) -> ASGIApp:
    return GZipMiddleware(app, minimum_size=700)


async def _end_logins(parts: Parts) -> None:
    while True:
        try:
            await asyncio.to_thread(login_ends.work_off, parts.database, parts.hub, parts.service_token)
        except Exception:
            log.exception("ending logins failed; it is tried again")
        await asyncio.sleep(LOGIN_ENDS_EVERY)


async def _warm(parts: Parts) -> None:
    while True:
        try:
            await asyncio.to_thread(
                warming.work_off, parts.database, parts.hub, parts.service_token, datetime.now(UTC)
            )
        except Exception:
            log.exception("warming workspaces failed; it is tried again")
        await asyncio.sleep(WARMING_EVERY)
