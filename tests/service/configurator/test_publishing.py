"""What reaches customers was proved first."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from shop.catalogue import queries
from shop.catalogue import service as catalogue
from shop.catalogue.gateways.files import Files, FilesAtFault
from shop.catalogue.models import Garment, GarmentVersion
from shop.catalogue.rules import Condition, GarmentModel, Rule
from shop.catalogue.service import drafts
from shop.configurator import service
from shop.infra.access import Role
from shop.kernel.errors import Invalid, Refused
from tests.builders.catalogue import LOADED_AT, load_catalogue, shipped
from tests.builders.production import a_colleague

NOW = LOADED_AT + timedelta(days=1)
ANY_CLOTH = Condition(group="cloth", attribute="weight", comparison=">", against=0)


def a_rule(group: str, value: str) -> Rule:
    then = Condition(group=group, values=frozenset({value}))
    return Rule(code=f"no-{value}", when=(ANY_CLOTH,), then=then, forbids=True, message="Because.")


NO_LONG, NO_SHORT = a_rule("sleeve", "long"), a_rule("sleeve", "short")


@pytest.fixture
def by(session: Session) -> int:
    load_catalogue(session)
    return a_colleague(session, Role.MANAGER).id


def draft(session: Session, by: int, *rules: Rule) -> int:
    """Draft these rules on top of what is published; return the revision."""
    model = queries.model_of(session, "shirt")
    revision = queries.draft_of(session, "shirt").revision
    drafts.set_model(
        session,
        "shirt",
        replace(model, rules=(*model.rules, *rules)),
        revision=revision,
        by=by,
        now=NOW,
    )
    return revision + 1


def publish(session: Session, by: int, revision: int, *, all_the_same: bool = True) -> None:
    service.publish_draft(
        session, "shirt", revision=revision, all_the_same=all_the_same, by=by, now=NOW
    )


def version(session: Session) -> int:
    return queries.model_of(session, "shirt").version


def spoilt(model: GarmentModel) -> GarmentModel:
    return replace(model, rules=(*model.rules, NO_LONG, NO_SHORT))


def test_a_sound_draft_becomes_the_next_version(session: Session, by: int) -> None:
    pocket = Rule(
        code="band-without-pocket",
        forbids=True,
        message="Plain is plain.",
        when=(Condition(group="collar", values=frozenset({"band"})),),
        then=Condition(group="pocket", values=frozenset({"chest"})),
    )
    revision = draft(session, by, pocket)

    publish(session, by, revision, all_the_same=False)

    model = queries.model_of(session, "shirt")
    assert (model.version, model.rules[-1]) == (2, pocket)
    assert not queries.draft_of(session, "shirt").is_open


def test_rules_that_contradict_each_other_reach_nobody(session: Session, by: int) -> None:
    revision = draft(session, by, NO_LONG, NO_SHORT)

    with pytest.raises(Invalid, match=r"No garment can be made.*«no-long», «no-short»"):
        publish(session, by, revision)

    assert version(session) == 1
    assert queries.draft_of(session, "shirt").is_open


def test_a_warning_is_published_only_when_it_is_meant(session: Session, by: int) -> None:
    revision = draft(session, by, NO_SHORT)

    with pytest.raises(service.WarningsUnseen):
        publish(session, by, revision, all_the_same=False)
    assert version(session) == 1

    publish(session, by, revision)
    assert version(session) == 2


def test_another_revision_than_the_one_looked_at_is_not_published(
    session: Session, by: int
) -> None:
    revision = draft(session, by, NO_SHORT)

    with pytest.raises(drafts.Stale):
        publish(session, by, revision - 1)

    assert version(session) == 1


def test_a_draft_behind_would_undo_what_is_newer(session: Session, by: int) -> None:
    revision = draft(session, by, NO_SHORT)
    catalogue.set_prices(session, "shirt", base_minor=1, additions={}, now=NOW)

    with pytest.raises(Refused, match="Take it over first"):
        publish(session, by, revision)

    assert queries.model_of(session, "shirt").base_price_minor == 1


def test_the_same_file_again_leaves_the_published_rules(session: Session, by: int) -> None:
    publish(session, by, draft(session, by, NO_SHORT))

    loaded = service.load(session, shipped(), now=NOW)

    assert loaded.published == ()
    assert queries.model_of(session, "shirt").rules[-1] == NO_SHORT


def test_files_are_loaded_when_all_their_garments_can_be_made(session: Session) -> None:
    loaded = service.load(session, shipped(), now=NOW)

    assert len(loaded.published) == len(shipped().garments)


def test_files_with_an_error_change_nothing(session: Session) -> None:
    garments = tuple(
        replace(each, model=spoilt(each.model)) if each.model.garment == "shirt" else each
        for each in shipped().garments
    )

    with pytest.raises(FilesAtFault, match=r"garments/shirt\.yaml:1: No garment can be made"):
        service.load(session, Files(garments=garments, cloths=shipped().cloths), now=NOW)

    assert session.scalar(select(func.count()).select_from(Garment)) == 0
    assert session.scalar(select(func.count()).select_from(GarmentVersion)) == 0
