"""What a page costs where it is served: CPU of the server's processes, beside a bare page's.

The bare page is asked before each round of each page, in the same process and over the same
connection, so that whatever else the machine does slows both.
"""

import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from http import HTTPStatus
from http.client import HTTPConnection, HTTPException
from typing import IO, Final

import click
from flask import Flask
from sqlalchemy import Engine, event

from shop.cli.bench_served import BARE, CPU, PROCESS
from shop.cli.page_visits import Visit
from shop.config import ROOT

WORKERS: Final = 2
SERVED: Final = (
    "shop.cli.bench_served:served()",
    f"--workers={WORKERS}",
    "--worker-class=gthread",
    "--threads=1",
    "--keep-alive=75",
    "--no-control-socket",
)
WARM: Final = 4  # rounds that only fill what a process keeps
PATIENCE: Final = 60  # seconds until the server must answer
BREATH: Final = 0.02  # seconds between connections, while a worker still begins


@dataclass(frozen=True, kw_only=True)
class Cost:
    """One page: median CPU milliseconds, also as a multiple of the bare page, and what it asks."""

    page: str
    visitor: str
    cpu_ms: float
    times: float
    queries: int
    size: int


@dataclass(frozen=True, kw_only=True)
class Measured:
    bare_ms: float
    pages: list[Cost]


def measured(app: Flask, visits: list[Visit], *, rounds: int) -> Measured:
    """Return the cost of each visit, from so many rounds in each of the server's processes."""
    asked = [_asked(app, visit) for visit in visits]
    with _server() as connections, ThreadPoolExecutor(WORKERS) as clients:
        found = list(clients.map(lambda each: _run(each, visits, rounds), connections))
    samples = [[each for run in found for each in run[n]] for n in range(len(visits))]
    return Measured(
        bare_ms=round(statistics.median(bare for page in samples for bare, _ in page), 3),
        pages=[
            Cost(
                page=visit.name or visit.path,
                visitor=visit.visitor,
                queries=queries,
                size=size,
                cpu_ms=round(statistics.median(own for _, own in page), 2),
                times=round(statistics.median(own / bare for bare, own in page), 2),
            )
            for visit, page, (queries, size) in zip(visits, samples, asked, strict=True)
        ],
    )


def _asked(app: Flask, visit: Visit) -> tuple[int, int]:
    """Return how many questions a page asks the database once warm, and its bytes."""
    answer = app.test_client(use_cookies=False).get(visit.path, headers=visit.headers)
    if answer.status_code != HTTPStatus.OK:
        raise click.ClickException(f"{visit.path} answered {answer.status_code}")
    with counted(app.extensions["engine"]) as statements:
        app.test_client(use_cookies=False).get(visit.path, headers=visit.headers)
    return len(statements), len(answer.data)


@contextmanager
def counted(engine: Engine) -> Iterator[list[str]]:
    """Give the list of what is asked of the database meanwhile, beginnings left out."""
    asked: list[str] = []

    def count(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        if not statement.startswith("BEGIN"):
            asked.append(statement)

    event.listen(engine, "before_cursor_execute", count)
    yield asked
    event.remove(engine, "before_cursor_execute", count)


@contextmanager
def _server() -> Iterator[list[HTTPConnection]]:
    """Serve shop and bare page as in earnest; give one connection to each worker.

    The processes read their settings from the same environment as this one.
    """
    with socket.create_server(("127.0.0.1", 0)) as door, tempfile.TemporaryFile("w+") as words:
        port = door.getsockname()[1]
        process = subprocess.Popen(  # noqa: S603 - our own Python
            [sys.executable, "-m", "gunicorn", *SERVED, "--bind", f"fd://{door.fileno()}"],
            cwd=ROOT,
            stdout=words,
            stderr=words,
            pass_fds=[door.fileno()],
        )
        connections: list[HTTPConnection] = []
        try:
            connections += _one_to_each(port, words)
            yield connections
        finally:
            for each in connections:
                each.close()
            process.terminate()
            process.wait(PATIENCE)


def _one_to_each(port: int, words: IO[str]) -> list[HTTPConnection]:
    found: dict[str, HTTPConnection] = {}
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        connection = HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
        try:
            worker, _used = _ask(connection, BARE + "/", {})
        except (OSError, HTTPException) as error:
            words.seek(0)
            said = "".join(words.readlines()[-5:])
            raise click.ClickException(f"The server did not start: {error}\n{said}") from error
        if found.setdefault(worker, connection) is not connection:
            connection.close()
            time.sleep(BREATH)
        if len(found) == WORKERS:
            return list(found.values())
    for each in found.values():
        each.close()
    raise click.ClickException(f"Only {len(found)} of {WORKERS} workers answered.")


def _run(
    connection: HTTPConnection, visits: list[Visit], rounds: int
) -> list[list[tuple[float, float]]]:
    """Return for each visit the CPU of the bare page and of its own, round by round."""
    return [_rounds(connection, visit, rounds) for visit in visits]


def _rounds(connection: HTTPConnection, visit: Visit, rounds: int) -> list[tuple[float, float]]:
    stamps = []
    for _round in range(WARM + rounds):
        _worker, before_bare = _ask(connection, BARE + "/", {})
        _worker, before_own = _ask(connection, visit.path, visit.headers)
        stamps.append((before_bare, before_own))
    _worker, end = _ask(connection, BARE + "/", {})
    nexts = [bare for bare, _own in stamps[1:]] + [end]
    costs = [
        ((own - bare) * 1000, (after - own) * 1000)
        for (bare, own), after in zip(stamps, nexts, strict=True)
    ]
    return costs[WARM:]


def _ask(connection: HTTPConnection, path: str, headers: dict[str, str]) -> tuple[str, float]:
    """Ask for a page; return which process made it, and its CPU seconds until it began to."""
    connection.request("GET", path, headers=headers)
    answer = connection.getresponse()
    answer.read()
    if answer.status != HTTPStatus.OK:
        raise click.ClickException(f"{path} answered {answer.status}")
    return str(answer.headers[PROCESS]), float(answer.headers[CPU])
