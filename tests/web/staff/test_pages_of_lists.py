"""Lists of the back office have an end and a next page."""

import re

import pytest

from shop.infra import paging
from shop.infra.access import Role
from tests.builders.production import a_colleague, enter, some_work

LINKS = {"/staff/orders": r'href="(/staff/orders/[a-z0-9]+)"', "/staff/work": r"W-2026-\d{5}-\d"}


@pytest.fixture
def manager(client, session, monkeypatch):
    monkeypatch.setattr(paging.page_of, "__kwdefaults__", {"size": 2})
    for _ in range(5):
        some_work(session)
    enter(client, session, a_colleague(session, role=Role.MANAGER))


@pytest.mark.usefixtures("manager")
@pytest.mark.parametrize("path", LINKS)
def test_every_row_stands_on_one_page(client, path):
    pages = [client.get(f"{path}?page={n}").text for n in (1, 2, 3)]
    found = [set(re.findall(LINKS[path], page[page.index("<tbody>") :])) for page in pages]

    assert [len(each) for each in found] == [2, 2, 1]
    assert len(set.union(*found)) == 5
    assert 'rel="next"' in pages[0]
    assert 'rel="next"' not in pages[2]


@pytest.mark.usefixtures("manager")
@pytest.mark.parametrize("path", LINKS)
@pytest.mark.parametrize("asked", ["9", "0", "-1", "x", "99999999999999999999"])
def test_what_is_no_page_is_one(client, path, asked):
    answer = client.get(f"{path}?page={asked}")

    assert answer.status_code == 200
    assert "<tbody>" in answer.text
