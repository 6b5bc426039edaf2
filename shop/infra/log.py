"""One line per request, command and job: what happened, by number, never by name.

No names, addresses, body measures, paths with secrets, or words that people typed.
"""

import json
import logging
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from flask import Flask, Response, g, request

from shop.kernel import ids

log = logging.getLogger("shop")
HEALTH: Final = "site.health"


def init_app(app: Flask, *, log_format: str) -> None:
    handler = logging.StreamHandler()
    if log_format == "json":
        handler.setFormatter(_AsJson())
    else:
        handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    log.handlers[:] = [handler]
    log.setLevel(logging.INFO)
    log.propagate = False
    logging.getLogger("stripe").setLevel(logging.WARNING)  # its lines hold session ids
    app.before_request(_start)
    app.after_request(_finish)


def say(event: str, **facts: str | float) -> None:
    """Log one thing that happened, with numbers and codes as facts."""
    words = " ".join([event, *(f"{name}={value}" for name, value in facts.items())])
    log.info(words, extra={"facts": {"event": event, **facts}})


@contextmanager
def quiet() -> Iterator[None]:
    """Log only what goes wrong meanwhile."""
    before = log.level
    log.setLevel(logging.WARNING)
    try:
        yield
    finally:
        log.setLevel(before)


def reference() -> str:
    """Return the name under which this request stands in the log."""
    if "reference" not in g:
        g.reference = ids.public_id()[:8]
    name: str = g.reference
    return name


def _start() -> None:
    g.started = time.perf_counter()


def _finish(response: Response) -> Response:
    if request.endpoint not in {HEALTH, "site.asset"} and "started" in g:
        took = round((time.perf_counter() - g.started) * 1000, 1)
        say(
            "request",
            endpoint=request.endpoint or "none",
            method=request.method,
            status=response.status_code,
            ms=took,
            ref=reference(),
        )
    return response


class _AsJson(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        line = {"at": self.formatTime(record), "level": record.levelname}
        line |= getattr(record, "facts", {"event": record.getMessage()})
        if record.exc_info:
            line["trace"] = self.formatException(record.exc_info)
        return json.dumps(line)
