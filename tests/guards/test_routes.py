"""What must hold for every route."""

from shop.infra import access


def rules_of(app):
    return list(app.url_map.iter_rules())


def test_reads_and_writes_never_share_an_endpoint(app):
    for rule in rules_of(app):
        methods = rule.methods - {"HEAD", "OPTIONS"}
        assert methods in ({"GET"}, {"POST"}), rule


def test_every_route_says_who_may_enter(app):
    unmarked = [r.endpoint for r in rules_of(app) if access.mark_of(r.endpoint) is None]
    assert unmarked == []


def test_every_page_of_the_back_office_names_a_permission(app):
    for rule in rules_of(app):
        if rule.rule.startswith("/staff"):
            assert access.mark_of(rule.endpoint).kind == "staff", rule
