"""The bench of the pages: what it serves, whom it lets in, and that it leaves nothing behind."""

import json
import os
from collections.abc import Iterator

import pytest
from flask import Flask
from sqlalchemy import func, select

from shop.cli import demo, page_costs, yardstick
from shop.cli.bare_page import bare_app
from shop.cli.page_visits import visits
from shop.factory import create_app
from shop.infra import db, schema
from shop.tables import METADATA
from tests.databases import another

WINDOWS = ("/", "/garments", "/garments/shirt", "/cloths", "/gallery")
BAGS = {f"{page}, {lines}" for page in ("/bag", "/checkout") for lines in ("1 line", "8 lines")}


@pytest.fixture(scope="module")
def shop(database_url: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    """The demo shop by the settings of the environment, which the served processes read too."""
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("SHOP_VAR_DIR", str(tmp_path_factory.mktemp("bench")))
        environment.setenv("SHOP_DATABASE_URL", another(database_url, "bench"))
        environment.setenv("SHOP_ARGON2_MEMORY_KIB", "64")
        app = create_app()
        schema.migrate(app.extensions["engine"])
        with app.app_context():
            demo.fill()
        yield app
        app.extensions["engine"].dispose()


def rows(app: Flask) -> dict[str, int]:
    with app.app_context(), db.look() as session:
        count = {
            table: select(func.count()).select_from(table) for table in METADATA.tables.values()
        }
        return {table.name: session.scalars(asked).one() for table, asked in count.items()}


@pytest.mark.skipif(os.name == "nt", reason="gunicorn serves no Windows")
def test_every_page_stands_beside_a_bare_one_and_nothing_is_left_behind(shop):
    before = rows(shop)

    answer = shop.test_cli_runner().invoke(args=["bench", "pages", "--rounds", "2", "--json"])

    assert answer.exit_code == 0, answer.output
    found = json.loads(answer.stdout)
    assert found["yardstick_ms"] > 0
    assert found["bare_ms"] > 0
    pages = {(each["page"], each["visitor"]): each for each in found["pages"]}
    assert {(path, who) for path in WINDOWS for who in ("nobody", "guest")} <= pages.keys()
    assert {(bag, "guest") for bag in BAGS} <= pages.keys()
    assert ("a click: collar, band", "guest") in pages
    assert all(
        each["cpu_ms"] > 0 and each["times"] > 0 and each["size"] > 0 for each in found["pages"]
    )
    assert rows(shop) == before


def test_the_bags_hold_as_many_lines_as_they_say(shop):
    with visits(shop) as found:
        asked = {each.name: each for each in found if each.name.startswith("/bag")}
        client = shop.test_client(use_cookies=False)
        pages = {
            name: client.get(each.path, headers=each.headers).text for name, each in asked.items()
        }

    assert pages["/bag, 1 line"].count("/remove") == 1
    assert pages["/bag, 8 lines"].count("/remove") == 8


def test_the_bare_page_asks_three_questions(shop):
    bare = bare_app(shop.extensions["engine"]).test_client()

    with page_costs.counted(shop.extensions["engine"]) as statements:
        answer = bare.get("/")

    assert answer.status_code == 200
    assert "<h2>Cloths</h2>" in answer.text
    assert len(statements) == 3


def test_the_yardstick_measures_this_machine():
    assert yardstick.milliseconds() > 0
    assert "8.84 CPU ms" in yardstick.line(8.84)
