"""The worker: does the jobs of the outbox, and what the clock asks for.

Huey only wakes the worker up: it delivers at most once, so the truth lies in the outbox table,
and a sweep each minute finds what a lost call left behind.
"""

import logging
import sqlite3
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from flask import Flask, Response, current_app, g
from huey.api import Huey, PriorityRedisHuey, SqliteHuey, crontab
from redis import ConnectionPool
from sqlalchemy.orm import Session

from shop.infra import db, outbox, words
from shop.infra.log import say
from shop.infra.outbox import Lease
from shop.kernel import clock

Job = Callable[[Session, Mapping[str, Any]], None]
Sweep = Callable[[Session], None]
Begin = Callable[[], None]
EVERY_MINUTE: Final = crontab(minute="*")
PATIENCE: Final = 2  # seconds that an answer waits for the queue
ENOUGH: Final = 1000  # rows in one go, so that a job that feeds itself cannot run for ever

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class OnceOnly:
    """A job that must not be done twice: it calls `begin` just before the outside hears of it."""

    do: Callable[[Session, Mapping[str, Any], Begin], None]


def init_app(
    app: Flask,
    *,
    redis_url: str,
    var_dir: str,
    jobs: Mapping[str, Job | OnceOnly],
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
        pool = ConnectionPool.from_url(
            redis_url, socket_connect_timeout=PATIENCE, socket_timeout=PATIENCE
        )
        return PriorityRedisHuey("shop", connection_pool=pool)
    var.mkdir(parents=True, exist_ok=True)
    file = var / "queue.sqlite"
    try:
        return _in_a_file(file)
    except sqlite3.DatabaseError:  # nothing in it is worth keeping: the wishes are in the outbox
        log.warning("queue.made_anew")
        for part in ("", "-wal", "-shm"):
            file.with_name(file.name + part).unlink(missing_ok=True)
        return _in_a_file(file)


def _in_a_file(file: Path) -> Huey:
    return SqliteHuey("shop", filename=str(file), timeout=PATIENCE)


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
    """After the commit of a request that left something in the outbox, call the worker.

    The change is made and its wishes are rows: a call that is lost costs a minute, not the answer.
    """
    if "session" in g and g.session.info.pop("woken", False):
        try:
            current_app.extensions["wake"]()
        except Exception as lost:  # noqa: BLE001  # whatever a queue may raise: the sweep finds the row
            log.warning("queue.away cause=%s", type(lost).__name__)
    return response


def work_off() -> int:
    """Do all that is due, and what that leads to; return how many rows were tried."""
    words.speak()
    for tried in range(ENOUGH):
        with db.work() as session:
            lease = outbox.take_next(session, now=clock.now())
        if lease is None:
            return tried
        _do(lease)
    return ENOUGH


def _do(lease: Lease) -> None:
    """Do one row, or say why not: what happens here is written beside it."""
    try:
        with db.work() as session:
            _attempt(session, lease)
            if row := outbox.held(session, lease):
                outbox.settle(row, now=clock.now())
    except outbox.LeaseLost:
        say("job.lost", row=lease.row_id, topic=lease.topic)
    except (outbox.RefusedForGood, outbox.OutcomeUnknown) as end:
        log.warning("job.given_up row=%s topic=%s cause=%s", lease.row_id, lease.topic, end)
        _note(lease, outbox.give_up, cause=str(end))
    except Exception as error:
        log.exception("job.failed row=%s topic=%s", lease.row_id, lease.topic)
        _note(lease, outbox.postpone, cause=type(error).__name__)
    else:
        say("job.done", row=lease.row_id, topic=lease.topic)


def _attempt(session: Session, lease: Lease) -> None:
    job = current_app.extensions["jobs"][lease.topic]
    if not isinstance(job, OnceOnly):
        job(session, lease.payload)
    elif lease.was_begun:
        raise outbox.OutcomeUnknown("a worker ended in the middle of it")
    else:
        job.do(session, lease.payload, lambda: _begin(lease))


def _begin(lease: Lease) -> None:
    with db.work() as session:
        outbox.begin(session, lease, now=clock.now())


def _note(lease: Lease, write: Callable[..., None], *, cause: str) -> None:
    with db.work() as session:
        if row := outbox.held(session, lease):
            write(row, cause=cause, now=clock.now())
