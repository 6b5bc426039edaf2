"""A real shop, a real browser: one server and one Chromium for the run, a fresh context a test."""

import os
import threading
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from flask import Flask
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright
from werkzeug.serving import BaseWSGIServer, make_server
from werkzeug.test import run_wsgi_app

from shop.cli import demo
from shop.config import Settings
from shop.factory import create_app
from shop.infra import jobs, schema

FLAGS = [
    "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
]  # fmt: skip

PATIENCE_MS = 30_000  # pictures are drawn beside the pages


class Shop:
    """A running shop: where it is, and its application for looking behind the scenes."""

    def __init__(self, app: Flask, server: BaseWSGIServer) -> None:
        self.app, self.server = app, server
        self.url = app.extensions["settings"].url
        self.workers: list[threading.Thread] = []

    def wake(self) -> None:
        """Let a worker do what the request left to do."""
        worker = threading.Thread(target=self._work)
        self.workers.append(worker)
        worker.start()

    def work_off(self) -> None:
        """Wait until the counter's letters are here, and all is done that a worker has to do."""
        for thread in threading.enumerate():
            if thread.name == "test-counter":
                thread.join()
        while self.workers:
            self.workers.pop().join()
        self._work()

    def _work(self) -> None:
        with self.app.app_context():
            jobs.work_off()


@pytest.fixture(scope="session")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shop]:
    """The demo shop on a port of its own; what a request leaves to do is done at once."""
    folder = tmp_path_factory.mktemp("shop")
    listener = make_server("127.0.0.1", 0, _nothing, threaded=True)
    settings = replace(
        Settings(argon2_memory_kib=64),
        var_dir=str(folder),
        url=f"http://127.0.0.1:{listener.server_port}",
    )
    app = create_app(settings)
    schema.migrate(app.extensions["engine"])
    with app.app_context():
        demo.fill()
    running = Shop(app, listener)
    app.extensions["wake"] = running.wake
    listener.app = partial(_at_once, app)
    thread = threading.Thread(target=listener.serve_forever)
    thread.start()
    yield running
    running.work_off()
    listener.shutdown()
    thread.join()
    listener.server_close()
    app.extensions["engine"].dispose()


def _at_once(app: Flask, environ: dict, start_response: Callable) -> Iterable[bytes]:
    """Answer in one piece: the server leaves a file open whose reader has gone."""
    body, status, headers = run_wsgi_app(app, environ, buffered=True)
    start_response(status, headers.to_wsgi_list())
    return body


def _nothing(environ: object, start_response: object) -> list[bytes]:
    raise AssertionError("the shop is not there yet")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    flags = FLAGS + (["--no-sandbox"] if os.name != "nt" and os.geteuid() == 0 else [])
    with sync_playwright() as playwright:
        path = os.environ.get("CHROMIUM") or _usual_place()
        chromium = playwright.chromium.launch(executable_path=path, args=flags)
        yield chromium
        chromium.close()


def _usual_place() -> str | None:
    return next((p for p in ("/usr/bin/chromium",) if Path(p).exists()), None)


@pytest.fixture
def context_of(browser: Browser, shop: Shop, request: pytest.FixtureRequest):
    """Open contexts that complain of what the console or the content policy complained of."""
    opened: list[BrowserContext] = []
    said: list[str] = []

    def make(**options: object) -> Page:
        context = browser.new_context(
            base_url=shop.url, **{"viewport": {"width": 1280, "height": 900}, **options}
        )
        context.set_default_timeout(PATIENCE_MS)
        expect.set_options(timeout=PATIENCE_MS)
        opened.append(context)
        page = context.new_page()
        page.on("console", lambda m: said.append(m.text) if m.type in {"error", "warning"} else 0)
        page.on("pageerror", lambda error: said.append(str(error)))
        return page

    yield make
    for context in opened:
        context.close()
    unexpected = [text for text in said if not text.startswith("Failed to load resource")]
    assert unexpected == []


@pytest.fixture
def page(context_of) -> Page:
    return context_of()
