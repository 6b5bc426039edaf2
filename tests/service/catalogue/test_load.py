from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from shop.catalogue import queries, service
from shop.catalogue.gateways.files import Files, read_folder
from shop.catalogue.models import GarmentVersion
from shop.kernel.errors import NotFound
from tests.builders.catalogue import (
    LOADED_AT,
    a_folder,
    load_catalogue,
    shipped,
    shipped_cloth,
    shipped_model,
)

LATER = LOADED_AT + timedelta(days=1)


def versions(session: Session) -> int:
    return session.scalar(select(func.count(GarmentVersion.id))) or 0


def files_with(place: Path, **changes: dict[str, str]) -> Files:
    return read_folder(a_folder(place, **changes))


def test_the_first_load_offers_all_that_the_files_say(session: Session) -> None:
    loaded = service.load(session, shipped(), now=LOADED_AT)

    assert loaded.published == ("shirt", "trousers", "dress", "jacket", "tshirt", "skirt")
    assert len(loaded.cloths) == len(shipped().cloths)
    assert [model.garment for model in queries.models(session)] == list(loaded.published)


def test_a_model_is_read_as_the_file_has_it(session: Session) -> None:
    load_catalogue(session)

    model = queries.model_of(session, "shirt")

    assert model.version == 1
    assert len(model.digest) == 64
    assert replace(model, version=0, digest="") == shipped_model("shirt")
    assert queries.model_by_digest(session, model.digest) is model


def test_cloths_are_read_as_the_file_has_them(session: Session) -> None:
    load_catalogue(session)

    assert list(queries.cloths(session)) == [each.cloth for each in shipped().cloths]


def test_loading_twice_changes_nothing(session: Session) -> None:
    load_catalogue(session)
    shirt = queries.model_of(session, "shirt")

    loaded = service.load(session, shipped(), now=LATER)

    assert loaded == service.Loaded(published=(), cloths=())
    assert versions(session) == 6
    assert queries.model_of(session, "shirt") is shirt


def test_a_changed_file_is_the_next_version_and_the_old_one_stays(
    session: Session, tmp_path: Path
) -> None:
    load_catalogue(session)
    old = queries.model_of(session, "shirt")

    loaded = service.load(
        session, files_with(tmp_path, shirt={"lead_days: 10": "lead_days: 9"}), now=LATER
    )

    assert loaded.published == ("shirt",)
    new = queries.model_of(session, "shirt")
    assert (new.version, new.lead_days) == (2, 9)
    assert queries.model_by_digest(session, old.digest) == old


def test_a_file_changed_back_is_a_third_version_with_the_first_digest(
    session: Session, tmp_path: Path
) -> None:
    load_catalogue(session)
    first = queries.model_of(session, "shirt")
    service.load(session, files_with(tmp_path, shirt={"lead_days: 10": "lead_days: 9"}), now=LATER)

    service.load(session, shipped(), now=LATER)

    third = queries.model_of(session, "shirt")
    assert (third.version, third.digest) == (3, first.digest)


def test_a_cloth_that_is_gone_from_the_files_is_kept_but_not_offered(session: Session) -> None:
    load_catalogue(session)
    fewer = replace(shipped(), cloths=shipped().cloths[1:])

    service.load(session, fewer, now=LATER)

    assert "white-poplin" not in {each.code for each in queries.cloths(session)}
    assert queries.cloth(session, "white-poplin") == shipped_cloth("white-poplin")


def test_a_cloth_that_comes_back_is_offered_again(session: Session) -> None:
    load_catalogue(session)
    service.load(session, replace(shipped(), cloths=shipped().cloths[1:]), now=LATER)

    loaded = service.load(session, shipped(), now=LATER)

    assert loaded.cloths == ("white-poplin",)
    assert queries.cloths(session)[0].code == "white-poplin"


def test_a_garment_that_is_gone_is_not_offered_but_its_digest_is_known(session: Session) -> None:
    load_catalogue(session)
    dress = queries.model_of(session, "dress")

    service.load(session, replace(shipped(), garments=shipped().garments[:2]), now=LATER)

    assert [model.garment for model in queries.models(session)] == ["shirt", "trousers"]
    with pytest.raises(NotFound):
        queries.model_of(session, "dress")
    assert queries.model_by_digest(session, dress.digest) == dress


def test_a_price_of_the_staff_survives_a_file_that_changes_something_else(
    session: Session, tmp_path: Path
) -> None:
    load_catalogue(session)
    service.set_prices(
        session, "shirt", base_minor=12_500, additions={("cuff", "french"): 1500}, now=LATER
    )

    service.load(
        session,
        files_with(tmp_path, shirt={"lead_days: 10": "lead_days: 9", "price: 12.00": "price: 13"}),
        now=LATER,
    )

    model = queries.model_of(session, "shirt")
    cuff = model.group("cuff")
    assert (model.version, model.lead_days, model.base_price_minor) == (3, 9, 12_500)
    assert cuff is not None
    assert [value.price_minor for value in cuff.values] == [0, 1300]


def test_an_unchanged_file_leaves_the_prices_of_the_staff(session: Session) -> None:
    load_catalogue(session)
    service.set_prices(session, "shirt", base_minor=12_500, additions={}, now=LATER)
    service.set_cloth_price(session, cloth="white-poplin", per_metre_minor=2950)

    loaded = service.load(session, shipped(), now=LATER)

    assert loaded == service.Loaded(published=(), cloths=())
    assert queries.model_of(session, "shirt").base_price_minor == 12_500
    assert queries.cloth(session, "white-poplin").price_per_metre_minor == 2950


def test_a_new_price_of_a_cloth_in_the_file_wins(session: Session, tmp_path: Path) -> None:
    load_catalogue(session)
    service.set_cloth_price(session, cloth="white-poplin", per_metre_minor=2950)

    service.load(
        session,
        files_with(tmp_path, cloths={"price_per_metre: 24.00": "price_per_metre: 25.00"}),
        now=LATER,
    )

    assert queries.cloth(session, "white-poplin").price_per_metre_minor == 2500
