"""What keeps the shop running: tables, the worker."""

import click
from flask import current_app
from flask.cli import with_appcontext
from huey.consumer_options import ConsumerConfig

from shop.cli.carrying import carry_over
from shop.infra import jobs, schema


@click.command("migrate")
@click.option("--to", default="head", show_default=True, help="A revision, or `base` for none.")
@with_appcontext
def migrate(to: str) -> None:
    """Bring the tables to the newest form, and what lies in them with them."""
    schema.migrate(current_app.extensions["engine"], to)
    if to == "head":
        carry_over()
    click.echo("The tables are up to date.")


@click.command("worker")
@click.option("--threads", default=2, show_default=True)
@with_appcontext
def worker(threads: int) -> None:
    """Do the jobs of the outbox until stopped; run as many of these as wanted."""
    config = ConsumerConfig(workers=threads, periodic=True)
    config.setup_logger()
    current_app.extensions["huey"].create_consumer(**config.values).run()


@click.command("work-off")
@with_appcontext
def work_off() -> None:
    """Do all jobs that are due now, and return."""
    click.echo(f"{jobs.work_off()} jobs tried.")


COMMANDS = (migrate, worker, work_off)
