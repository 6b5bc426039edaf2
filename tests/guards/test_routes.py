"""What must hold for every route."""

import os
from pathlib import Path

from shop.infra import access

ROUTES = Path(__file__).with_name("routes.txt")
RENEW = "RENEW" in os.environ


def rules_of(app):
    return list(app.url_map.iter_rules())


def test_reads_and_writes_never_share_an_endpoint(app):
    every = tuple(rules_of(app))
    assert every
    for rule in every:
        methods = rule.methods - {"HEAD", "OPTIONS"}
        assert methods in ({"GET"}, {"POST"}), rule


def test_every_route_says_who_may_enter(app):
    unmarked = [r.endpoint for r in rules_of(app) if access.mark_of(r.endpoint) is None]
    assert unmarked == []


def test_every_page_of_the_back_office_names_a_permission(app):
    every = tuple(rules_of(app))
    assert every
    for rule in every:
        if rule.rule.startswith("/staff"):
            assert access.mark_of(rule.endpoint).kind == "staff", rule


def test_the_routes_are_those_that_are_written_down(app):
    """An address that people and links know neither comes nor goes unseen.

    After a wanted change write it down anew:
    `RENEW=1 python3 app.py test tests/guards/test_routes.py`.
    """
    found = "".join(f"{each}\n" for each in sorted(map(_line, rules_of(app))))
    if RENEW:
        ROUTES.write_text(found)

    assert found.splitlines() == ROUTES.read_text().splitlines()


def _line(rule):
    method = "".join(rule.methods - {"HEAD", "OPTIONS"})
    mark = access.mark_of(rule.endpoint)
    who = " ".join(filter(None, [mark.kind, mark.permission]))
    return f"{rule.rule:60} {method:5} {rule.endpoint:32} {who}".rstrip()
