"""Colleagues write the rules: the list, the form with and without a script, publishing."""

from typing import Any

import pytest
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from shop.catalogue import queries, service
from shop.catalogue.rules import Condition, Rule
from shop.infra.access import Role
from tests.builders.catalogue import LOADED_AT, load_catalogue
from tests.builders.pages import fields_in
from tests.builders.production import a_colleague, enter

WHY = "A band collar is plain, and a French cuff is not."
BASE = "/staff/rules/shirt"


@pytest.fixture(autouse=True)
def _manager(client: FlaskClient, session: Session) -> None:
    load_catalogue(session)
    enter(client, session, a_colleague(session, Role.MANAGER, name="Griet"))


def typed(**changes: Any) -> dict[str, Any]:
    """Return the form of `If the collar is band, then the cuff is not French.`"""
    usual = {
        "revision": "0",
        "form": "excludes",
        "message": WHY,
        "code": "",
        "when0-subject": "collar",
        "when0-comparison": "is",
        "when0-values": ["band"],
        "then-subject": "cuff",
        "then-comparison": "is",
        "then-values": ["french"],
    }
    return usual | {name.replace("_", "-"): value for name, value in changes.items()}


def last_rule(session: Session) -> Rule:
    session.expire_all()
    return queries.draft_of(session, "shirt").model.rules[-1]


def revision(session: Session) -> int:
    session.expire_all()
    return queries.draft_of(session, "shirt").revision


def test_the_list_shows_garments_their_rules_and_drafts(client: FlaskClient) -> None:
    client.post(f"{BASE}/new", data=typed())

    page = client.get("/staff/rules").text

    assert "1 rule changed" in page
    assert "Griet" in page
    assert "as published" in page


def test_a_garments_rules_are_sentences(client: FlaskClient) -> None:
    page = client.get(BASE).text

    assert "If the collar is button-down, then the cuff is not French." in page
    assert "If the cuff is French, then the cloth weight is not more than 180 g/m²." in page
    assert "We do not put the two on one shirt." in page


def test_rules_are_filtered_by_question(client: FlaskClient) -> None:
    page = client.get(f"{BASE}?group=fit").text

    assert "If the fit is slim, then the back is not box pleat." in page
    assert "If the collar is button-down" not in page


def test_a_rule_is_written_into_the_draft(client: FlaskClient, session: Session) -> None:
    answer = client.post(f"{BASE}/new", data=typed())

    assert (answer.status_code, answer.location) == (303, BASE)
    assert last_rule(session) == Rule(
        code="collar-band-cuff-not-french",
        forbids=True,
        message=WHY,
        when=(Condition(group="collar", values=frozenset({"band"})),),
        then=Condition(group="cuff", values=frozenset({"french"})),
    )
    page = client.get(BASE).text
    assert "added" in page
    assert "Rules added: 1, changed: 0, removed: 0." in page
    assert last_rule(session) not in queries.model_of(session, "shirt").rules


def test_is_not_means_all_the_others(client: FlaskClient, session: Session) -> None:
    client.post(f"{BASE}/new", data=typed(when0_comparison="is-not", when0_values=["band"]))

    assert last_rule(session).when == (
        Condition(group="collar", values=frozenset({"spread", "cutaway", "button-down"})),
    )


def test_a_body_is_asked_for_in_cm_and_a_cloth_in_its_units(
    client: FlaskClient, session: Session
) -> None:
    sent = typed(
        form="requires",
        when0_subject="body.chest",
        when0_comparison=">",
        when0_amount="120.5",
        then_subject="cloth.weight",
        then_comparison="<=",
        then_amount="260",
    )
    client.post(f"{BASE}/new", data=sent)

    rule = last_rule(session)
    chest = Condition(group="body", attribute="chest", comparison=">", against=1205)
    weight = Condition(group="cloth", attribute="weight", comparison="<=", against=260)
    assert (rule.when, rule.then, rule.forbids) == ((chest,), weight, False)
    page = client.get(BASE).text
    assert "If the wearer&#39;s chest is more than 120.5 cm, then" in page
    assert "for some bodies only" in page


def test_attributes_add_up_or_match(client: FlaskClient, session: Session) -> None:
    sent = typed(form="at-most", of0="cloth.weight", of1="cloth.width", most="1700")
    client.post(f"{BASE}/new", data=sent)

    rule = last_rule(session)
    assert [(term.group, term.attribute) for term in rule.of] == [
        ("cloth", "weight"),
        ("cloth", "width"),
    ]
    assert (rule.then, rule.at_most, rule.must_match) == (None, 1700, False)


def test_faults_stand_beside_their_fields_and_nothing_is_lost(
    client: FlaskClient, session: Session
) -> None:
    sent = typed(
        message="why",
        when0_values=[],
        then_subject="cloth.weight",
        then_comparison=">",
        then_amount="heavy",
    )
    answer = client.post(f"{BASE}/new", data=sent)

    assert answer.status_code == 422
    for says in ("Tick at least one.", "Write a number such as 260.", "with its full stop"):
        assert says in answer.text
    assert 'value="heavy"' in answer.text
    assert revision(session) == 0


@pytest.mark.parametrize("code", ["text", "new", "publish"])
def test_a_code_that_is_a_word_of_the_page_is_refused(client: FlaskClient, code: str) -> None:
    answer = client.post(f"{BASE}/new", data=typed(code=code))

    assert answer.status_code == 422
    assert "another meaning here" in answer.text


def test_a_taken_code_is_told_beside_the_field(client: FlaskClient, session: Session) -> None:
    answer = client.post(f"{BASE}/new", data=typed(code="slim-takes-no-box-pleat"))

    assert answer.status_code == 422
    assert "Another rule has this code." in answer.text
    assert revision(session) == 0


def test_every_shipped_rule_survives_its_form(client: FlaskClient, session: Session) -> None:
    every = tuple(queries.models(session))
    assert every
    for model in every:
        for rule in model.rules:
            base = f"/staff/rules/{model.garment}"
            fields = fields_in(client.get(f"{base}/{rule.code}").text)
            assert client.post(f"{base}/{rule.code}", data=fields).status_code == 303
            session.expire_all()
            assert not queries.draft_of(session, model.garment).is_open, rule.code


def test_what_was_chosen_gets_its_values_without_a_script(client: FlaskClient) -> None:
    answer = client.post(
        f"{BASE}/look", data={"form": "excludes", "when0-subject": "cuff", "message": "Half a"}
    )

    assert answer.status_code == 200
    assert 'name="when0-values" value="french"' in answer.text
    assert 'name="when1-subject"' in answer.text
    assert "Half a" in answer.text


def test_with_htmx_only_the_conditions_come(client: FlaskClient) -> None:
    htmx = {"HX-Request": "true", "HX-Target": "rule-conditions"}
    answer = client.post(f"{BASE}/look", data={"form": "match"}, headers=htmx)

    assert answer.text.lstrip().startswith('<div id="rule-conditions"')
    assert 'name="of1"' in answer.text


def test_the_slower_of_two_keeps_what_was_typed(client: FlaskClient, session: Session) -> None:
    client.post(f"{BASE}/new", data=typed())

    late = typed(code="second", message="The second reason.")
    answer = client.post(f"{BASE}/new", data=late)

    assert answer.status_code == 409
    assert "Somebody changed this draft while you were at it." in answer.text
    assert "The second reason." in answer.text
    assert last_rule(session).code == "collar-band-cuff-not-french"
    again = client.post(f"{BASE}/new", data=fields_in(answer.text))
    assert again.status_code == 303
    assert last_rule(session).code == "second"


def test_a_rule_is_removed_and_shown_as_removed(client: FlaskClient, session: Session) -> None:
    client.post(f"{BASE}/slim-takes-no-box-pleat/remove", data={"revision": "0"})

    page = client.get(BASE).text
    assert "<del>If the fit is slim, then the back is not box pleat.</del>" in page
    assert "Could not be had, and could now:" in page
    assert "draft=1" in page


def test_a_draft_without_warnings_is_published(client: FlaskClient, session: Session) -> None:
    client.post(f"{BASE}/new", data=typed())
    page = client.get(BASE).text
    assert "Could be had, and could not any more:" in page

    answer = client.post(f"{BASE}/publish", data={"revision": "1"})

    assert answer.status_code == 303
    session.expire_all()
    model = queries.model_of(session, "shirt")
    assert (model.version, model.rules[-1].code) == (2, "collar-band-cuff-not-french")
    assert not queries.draft_of(session, "shirt").is_open


def test_a_warning_needs_a_tick(client: FlaskClient, session: Session) -> None:
    slim = {
        "when0-subject": "fit",
        "when0-values": ["slim"],
        "then-subject": "back",
        "then-values": ["box-pleat"],
    }
    client.post(f"{BASE}/new", data=typed() | slim)

    refused = client.post(f"{BASE}/publish", data={"revision": "1"})

    assert refused.status_code == 409
    assert "publish all the same" in refused.text
    assert queries.model_of(session, "shirt").version == 1
    client.post(f"{BASE}/publish", data={"revision": "1", "all_the_same": "y"})
    session.expire_all()
    assert queries.model_of(session, "shirt").version == 2


def test_rules_that_leave_no_garment_are_not_published(
    client: FlaskClient, session: Session
) -> None:
    always = {
        "when0-subject": "cloth.weight",
        "when0-comparison": ">",
        "when0-amount": "0",
        "then-subject": "sleeve",
    }
    for n, value in enumerate(("long", "short")):
        sent = typed(revision=str(n), code=value, then_values=[value]) | always
        client.post(f"{BASE}/new", data=sent)

    refused = client.post(f"{BASE}/publish", data={"revision": "2", "all_the_same": "y"})

    assert refused.status_code == 422
    assert "No garment can be made" in refused.text
    assert queries.model_of(session, "shirt").version == 1


def test_a_draft_behind_is_taken_over_before_it_is_published(
    client: FlaskClient, session: Session
) -> None:
    client.post(f"{BASE}/new", data=typed())
    service.set_prices(session, "shirt", base_minor=20_000, additions={}, now=LOADED_AT)
    session.commit()
    assert "The draft is behind" in client.get(BASE).text
    assert client.post(f"{BASE}/publish", data={"revision": "1"}).status_code == 409

    client.post(f"{BASE}/take-over", data={"revision": "1"})
    client.post(f"{BASE}/publish", data={"revision": "2"})

    session.expire_all()
    model = queries.model_of(session, "shirt")
    assert (model.version, model.base_price_minor) == (3, 20_000)
    assert model.rules[-1].code == "collar-band-cuff-not-french"


def test_a_draft_is_discarded(client: FlaskClient, session: Session) -> None:
    client.post(f"{BASE}/new", data=typed())

    client.post(f"{BASE}/discard", data={"revision": "1"})

    session.expire_all()
    assert not queries.draft_of(session, "shirt").is_open


def test_others_have_no_business_here(client: FlaskClient, session: Session) -> None:
    enter(client, session, a_colleague(session, Role.WORKSHOP, name="Bram"))

    assert client.get(BASE).status_code == 403
    assert client.post(f"{BASE}/new", data=typed()).status_code == 403
    assert revision(session) == 0


def test_a_rule_or_garment_that_is_not_there(client: FlaskClient) -> None:
    assert client.get("/staff/rules/kimono").status_code == 404
    assert client.get(f"{BASE}/nothing").status_code == 404
    assert client.post(f"{BASE}/nothing", data=typed()).status_code == 404


def test_the_text_of_a_garment_says_what_is_published(
    client: FlaskClient, session: Session
) -> None:
    every = tuple(queries.models(session))
    assert every
    for model in every:
        path = f"/staff/rules/{model.garment}/text"
        fields = fields_in(client.get(path).text)
        assert client.post(path, data=fields).status_code == 303
        session.expire_all()
        assert not queries.draft_of(session, model.garment).is_open, model.garment


def test_a_changed_text_is_drafted(client: FlaskClient, session: Session) -> None:
    fields = fields_in(client.get(f"{BASE}/text").text)
    fields["text"] = [
        fields["text"][0].replace("button-down-is-no-evening-collar", "day-and-night")
    ]

    client.post(f"{BASE}/text", data=fields)

    session.expire_all()
    codes = [rule.code for rule in queries.draft_of(session, "shirt").model.rules]
    assert "day-and-night" in codes
    assert "button-down-is-no-evening-collar" not in codes


def test_faults_of_a_text_are_told_by_line_and_the_text_stays(
    client: FlaskClient, session: Session
) -> None:
    fields = fields_in(client.get(f"{BASE}/text").text)
    words = fields["text"][0].replace("cuff: french", "cuff: frensh", 1)
    line = next(n for n, each in enumerate(words.split("\n"), 1) if "frensh" in each)

    answer = client.post(f"{BASE}/text", data={"revision": "0", "text": words})

    assert answer.status_code == 422
    assert f"line {line}: " in answer.text
    assert "Did you mean `french`?" in answer.text
    assert fields_in(answer.text)["text"] == [words]
    assert revision(session) == 0


def test_the_slower_of_two_texts_stays_in_its_field(client: FlaskClient, session: Session) -> None:
    fields = fields_in(client.get(f"{BASE}/text").text)
    fields["text"] = [
        fields["text"][0].replace("button-down-is-no-evening-collar", "day-and-night")
    ]
    client.post(f"{BASE}/new", data=typed())

    answer = client.post(f"{BASE}/text", data=fields)

    assert answer.status_code == 409
    assert "Somebody was faster" in answer.text
    assert fields_in(answer.text)["text"] == fields["text"]
    assert last_rule(session).code == "collar-band-cuff-not-french"
