"""Fill an empty shop: catalogue, people, a gallery, orders at every stage."""

from datetime import timedelta

from flask import current_app

from shop.catalogue.gateways.files import SHIPPED, read_folder
from shop.cli.demo.designs import add_designs
from shop.cli.demo.orders import add_orders
from shop.cli.demo.people import add_people
from shop.configurator import service as configurator
from shop.infra import db
from shop.kernel import clock
from shop.kernel.actors import HOUSE
from shop.stock import service as stock


def fill() -> None:
    """Make the demo in one transaction: all of it or nothing."""
    now = clock.now()
    settings = current_app.extensions["settings"]
    with db.work() as session, current_app.test_request_context(base_url=settings.url):
        files = read_folder(SHIPPED)
        configurator.load(session, files, now=now)
        opened = now - timedelta(days=60)
        stock.take_in(session, files.rolls, actor=HOUSE, now=opened)
        stock.take_in_trims(session, files.opening_trims, actor=HOUSE, now=opened)
        session.flush()  # designs are made of what was loaded
        people = add_people(session, now=now - timedelta(days=60))
        add_designs(session, people, now=now - timedelta(days=30))
        add_orders(session, people, now=now)
