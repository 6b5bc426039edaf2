"""Nobody but its owner reads a body, and nothing of it is left in logs or addresses."""

import re

import pytest

from shop.infra.access import Role
from tests.builders.measurements import a_body, a_profile
from tests.builders.production import a_colleague, enter

WHO = {"whose": "me", "name": "Zelda", "table": "women"}
TOLD = re.compile(r"\b(?:333|1683|933|65430|33\.3|168\.3|93\.3|65\.43)\b|Zelda")


def own_pages(app):
    """Return every address of a profile that is read by its public id alone."""
    for rule in app.url_map.iter_rules():
        if rule.rule.startswith("/profiles/<public_id>") and "GET" in rule.methods:
            rest = rule.rule.removeprefix("/profiles/<public_id>")
            yield re.sub(r"<[^>]+>", "neck", rest)


@pytest.mark.parametrize("role", [Role.WORKSHOP, Role.SERVICE, Role.MANAGER])
def test_no_colleague_reads_a_profile(app, client, session, role):
    profile = a_profile(session, body=a_body(neck=333))
    enter(client, session, a_colleague(session, role))
    session.commit()

    answers = {rest: client.get(f"/profiles/{profile.public_id}{rest}") for rest in own_pages(app)}

    assert len(answers) > 10
    assert {rest: each.status_code for rest, each in answers.items()} == dict.fromkeys(answers, 404)
    assert not any("33.3" in each.text for each in answers.values())


def test_logs_and_addresses_tell_nothing_of_a_body(client, caplog, monkeypatch):
    monkeypatch.setattr("shop.infra.log.log.propagate", True)
    with caplog.at_level("DEBUG"):
        led = list(ways_in(client))

    said = " ".join(record.getMessage() for record in caplog.records)
    assert "measurements.created" in said
    assert TOLD.findall(said) == []
    assert [address for address in led if TOLD.search(address or "")] == []


def ways_in(client):
    """Know a body by tape, by estimate, from a size and on one page; yield where each led."""
    weight = {"weight": "65.43 kg", "age": "34"}
    begun = client.post("/profiles/new/walk?keys=neck,chest", data=WHO | weight)
    yield begun.location
    profile = re.search(r"/profiles/(\w+)", begun.location)[1]
    for path, sent in {
        f"/profiles/{profile}/walk/chest": {"chest": "93.3", "unit": "cm"},
        f"/profiles/{profile}/walk/neck": {"neck": "33.3", "unit": "cm", "neck_meant": "333:333"},
        f"/profiles/{profile}/edit?keys=neck": {"neck": "33.3", "unit": "cm"},
        f"/profiles/{profile}/weight": {"weight": "65.43"},
        "/profiles/new/quick": WHO | {"height": "168.3", "weight": "65.43"},
        "/profiles/new/size?table=women&size=M": WHO | {"neck": "33.3", "unit": "cm"},
        "/profiles/new/tape?keys=neck": WHO | {"neck": "33.3", "unit": "cm"},
    }.items():
        answer = client.post(path, data=sent)
        assert answer.status_code in {303, 422}, path
        yield answer.location
    client.get(f"/profiles/{profile}/export.json")
    yield client.post(f"/profiles/{profile}/erase").location
