"""The worker: does the jobs of the outbox, and what the clock asks for.

Huey only wakes the worker up: it delivers at most once, so the truth lies in the outbox table,
and a sweep each minute finds what a lost call left behind.
"""

import logging
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Final

from flask import Flask, Response, current_app, g
from huey.api import Huey, PriorityRedisHuey, SqliteHuey, crontab
from sqlalchemy.orm import Session

from shop.infra import db, outbox, words
from shop.infra.log import say
from shop.kernel import clock

Job = Callable[[Session, Mapping[str, Any]], None]
Sweep = Callable[[Session], None]
EVERY_MINUTE: Final = crontab(minute="*")
ENOUGH: Final = 50  # rounds in one go, so that a job that feeds itself cannot run for ever

log = logging.getLogger(__name__)


def init_app(
    app: Flask,
    *,
    redis_url: str,
    var_dir: str,
    jobs: Mapping[str, Job],
    sweeps: tuple[Sweep, ...],
) -> None:
    """Keep the queue where the settings say, and know which function does which job."""
    app.extensions["jobs"] = jobs
    app.extensions["sweeps"] = sweeps
    app.extensions["huey"] = huey = _queue(redis_url, Path(var_dir))
    app.extensions["wake"] = _wake_task(app, huey)
    app.after_request(_wake)


def _queue(redis_url: str, var: Path) -> Huey:
    if redis_url:
        return PriorityRedisHuey("shop", url=redis_url)
    var.mkdir(parents=True, exist_ok=True)
    return SqliteHuey("shop", filename=str(var / "queue.sqlite"))


def _wake_task(app: Flask, huey: Huey) -> Callable[[], object]:
    def work() -> None:
        with app.app_context():
            work_off()

    def sweep() -> None:
        with app.app_context():
            work_off()
            for step in app.extensions["sweeps"]:
                with db.work() as session:
                    step(session)
            work_off()

    huey.periodic_task(EVERY_MINUTE, name="sweep")(sweep)
    task: Callable[[], object] = huey.task(name="work")(work)
    return task


def _wake(response: Response) -> Response:
    """After the commit of a request that left something in the outbox, call the worker."""
    if "session" in g and g.session.info.pop("woken", False):
        current_app.extensions["wake"]()
    return response


def work_off() -> int:
    """Do all that is due, and what that leads to; return how many rows were tried."""
    words.speak()
    tried = 0
    for _round in range(ENOUGH):
        with db.work() as session:
            due = outbox.take_due(session, now=clock.now())
        if not due:
            break
        for row_id in due:
            _do(row_id)
        tried += len(due)
    return tried


def _do(row_id: int) -> None:
    with db.look() as session:
        row = session.get_one(outbox.OutboxRow, row_id)
        topic, payload = row.topic, row.payload
    try:
        with db.work() as session:
            current_app.extensions["jobs"][topic](session, payload)
            outbox.settle(session.get_one(outbox.OutboxRow, row_id), now=clock.now())
    except Exception:
        log.exception("job.failed row=%s topic=%s", row_id, topic)
        with db.work() as session:
            outbox.postpone(session.get_one(outbox.OutboxRow, row_id), now=clock.now())
    else:
        say("job.done", row=row_id, topic=topic)
