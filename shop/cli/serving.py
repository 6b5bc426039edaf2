"""Preparing and serving: what `python3 app.py` does once the libraries are there."""

import os
from typing import Any
from urllib.parse import urlsplit

import click
from flask import Flask, current_app
from flask.cli import with_appcontext
from sqlalchemy import select

from shop.accounts.models import Person
from shop.cli import demo
from shop.cli.carrying import carry_over
from shop.infra import db, schema


@click.command("prepare")
@with_appcontext
def prepare() -> None:
    """Migrate; in development fill an empty shop with its catalogue and a living demo."""
    schema.migrate(current_app.extensions["engine"])
    carry_over()
    with db.look() as session:
        is_empty = session.scalar(select(Person.id).limit(1)) is None
    if is_empty and not current_app.extensions["settings"].is_production:
        click.echo("Filling the shop with its catalogue and a demo …")
        demo.fill()


@click.command("demo")
@with_appcontext
def fill() -> None:
    """Fill an empty shop with the catalogue, people, designs and orders at every stage."""
    demo.fill()


@click.command("serve")
@with_appcontext
def serve() -> None:
    """Serve at SHOP_URL: one process, as SQLite likes it; many threads, some wait for pictures."""
    # gunicorn wants the application itself, not the proxy of this command
    app = current_app._get_current_object()  # type: ignore[attr-defined]  # noqa: SLF001
    settings = app.extensions["settings"]
    port = urlsplit(settings.url).port or 5000
    click.echo(f"\n  {settings.name} is open at {settings.url}")
    if not settings.is_production:
        click.echo(f"\n{demo.how_to_sign_in()}\n")
    if os.name == "nt":
        app.run(port=port, threaded=True)
    else:
        _gunicorn(app, port)


def _gunicorn(app: Flask, port: int) -> None:
    from gunicorn.app.base import BaseApplication  # not there on Windows

    class Server(BaseApplication):
        def load_config(self) -> None:
            settings: dict[str, Any] = {
                "bind": f"127.0.0.1:{port}",
                "worker_class": "gthread",
                "threads": 16,
                "loglevel": "warning",
                "control_socket_disable": True,
            }
            for name, value in settings.items():
                self.cfg.set(name, value)

        def load(self) -> Flask:
            return app

    Server().run()


COMMANDS = (prepare, fill, serve)
