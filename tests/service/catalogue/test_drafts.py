"""Drafts: what staff are about to publish, and what two of them do to each other."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy.orm import Session

from shop.catalogue import queries, service
from shop.catalogue.rules import Condition, Rule
from shop.catalogue.service import drafts
from shop.infra.access import Role
from shop.kernel.errors import Invalid, NotFound
from tests.builders.catalogue import LOADED_AT, load_catalogue
from tests.builders.production import a_colleague

NOW = LOADED_AT + timedelta(days=1)
RULE = Rule(
    code="no-band-with-french",
    when=(Condition(group="collar", values=frozenset({"band"})),),
    then=Condition(group="cuff", values=frozenset({"french"})),
    forbids=True,
    message="A band collar is plain.",
)


@pytest.fixture
def by(session: Session) -> int:
    load_catalogue(session)
    return a_colleague(session, Role.MANAGER).id


def put(session: Session, by: int, rule: Rule = RULE, *, revision: int, replacing=None) -> None:
    drafts.set_rule(session, "shirt", rule, replacing=replacing, revision=revision, by=by, now=NOW)


def codes(session: Session) -> list[str]:
    return [rule.code for rule in queries.draft_of(session, "shirt").model.rules]


def test_without_changes_the_draft_is_what_is_published(session: Session, by: int) -> None:
    draft = queries.draft_of(session, "shirt")

    assert (draft.is_open, draft.revision) == (False, 0)
    assert draft.model == draft.published == queries.model_of(session, "shirt")
    assert queries.draft_model(session, "shirt") is None


def test_a_rule_is_drafted_and_reaches_no_customer(session: Session, by: int) -> None:
    put(session, by, revision=0)

    draft = queries.draft_of(session, "shirt")
    assert draft.model.rules[-1] == RULE
    assert (draft.is_open, draft.is_behind, draft.revision) == (True, False, 1)
    assert (draft.changed_by, draft.changed_at) == (by, NOW)
    assert RULE not in queries.model_of(session, "shirt").rules
    assert queries.draft_model(session, "shirt") == draft.model


def test_a_rule_is_replaced_where_it_stands(session: Session, by: int) -> None:
    first = queries.model_of(session, "shirt").rules[0]
    changed = replace(first, message="Other words.")

    put(session, by, changed, revision=0, replacing=first.code)

    assert queries.draft_of(session, "shirt").model.rules[0] == changed


def test_a_code_that_is_taken_is_refused(session: Session, by: int) -> None:
    taken = queries.model_of(session, "shirt").rules[0].code

    with pytest.raises(Invalid, match="code of its own"):
        put(session, by, replace(RULE, code=taken), revision=0)


def test_a_rule_that_is_gone_cannot_be_replaced_nor_removed(session: Session, by: int) -> None:
    with pytest.raises(NotFound):
        put(session, by, revision=0, replacing="gone")
    with pytest.raises(NotFound):
        drafts.remove_rule(session, "shirt", "gone", revision=0, by=by, now=NOW)


def test_the_second_of_two_editors_is_refused_and_changes_nothing(
    session: Session, by: int
) -> None:
    put(session, by, revision=0)

    with pytest.raises(drafts.Stale, match="What you typed is still here"):
        put(session, by, replace(RULE, code="another"), revision=0)

    assert codes(session)[-1] == RULE.code
    assert queries.draft_of(session, "shirt").revision == 1


def test_a_removed_rule_put_back_leaves_no_draft(session: Session, by: int) -> None:
    put(session, by, revision=0)

    drafts.remove_rule(session, "shirt", RULE.code, revision=1, by=by, now=NOW)

    draft = queries.draft_of(session, "shirt")
    assert (draft.is_open, draft.revision) == (False, 2)
    assert RULE.code not in codes(session)


def test_a_discarded_draft_is_gone_and_its_revision_is_not_met_again(
    session: Session, by: int
) -> None:
    put(session, by, revision=0)

    drafts.discard(session, "shirt", revision=1, by=by, now=NOW)

    assert not queries.draft_of(session, "shirt").is_open
    with pytest.raises(drafts.Stale):
        put(session, by, revision=1)


def test_a_newer_price_is_taken_over_under_the_drafted_rules(session: Session, by: int) -> None:
    put(session, by, revision=0)
    service.set_prices(
        session, "shirt", base_minor=20_000, additions={("cuff", "french"): 1500}, now=NOW
    )
    assert queries.draft_of(session, "shirt").is_behind

    drafts.take_over(session, "shirt", revision=1, by=by, now=NOW)

    draft = queries.draft_of(session, "shirt")
    assert (draft.is_behind, draft.revision) == (False, 2)
    assert draft.model.rules[-1] == RULE
    assert draft.model.base_price_minor == 20_000
    assert draft.model.group("cuff").value("french").price_minor == 1500


def test_taking_over_where_nothing_is_newer_changes_nothing(session: Session, by: int) -> None:
    put(session, by, revision=0)

    drafts.take_over(session, "shirt", revision=1, by=by, now=NOW)

    assert queries.draft_of(session, "shirt").revision == 1


def test_the_whole_garment_is_drafted_from_a_model(session: Session, by: int) -> None:
    model = replace(queries.model_of(session, "shirt"), rules=(RULE,), summary="New.")

    drafts.set_model(session, "shirt", model, revision=0, by=by, now=NOW)

    draft = queries.draft_of(session, "shirt")
    assert (draft.model.rules, draft.model.summary) == ((RULE,), "New.")


def test_another_garments_model_is_refused(session: Session, by: int) -> None:
    skirt = queries.model_of(session, "skirt")

    with pytest.raises(Invalid, match="another garment"):
        drafts.set_model(session, "shirt", skirt, revision=0, by=by, now=NOW)


def test_every_garment_on_offer_has_a_draft_to_look_at(session: Session, by: int) -> None:
    put(session, by, revision=0)

    found = {each.model.garment: each.is_open for each in queries.drafts(session)}

    assert found == {model.garment: model.garment == "shirt" for model in queries.models(session)}
