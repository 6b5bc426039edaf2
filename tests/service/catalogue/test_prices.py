import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from shop.catalogue import queries, service
from shop.catalogue.models import GarmentVersion
from shop.kernel.errors import Invalid, NotFound
from tests.builders.catalogue import LOADED_AT, load_catalogue


def test_new_prices_are_a_new_version(session: Session) -> None:
    load_catalogue(session)
    old = queries.model_of(session, "shirt")

    service.set_prices(
        session, "shirt", base_minor=11_900, additions={("cuff", "french"): 1400}, now=LOADED_AT
    )

    new = queries.model_of(session, "shirt")
    cuff = new.group("cuff")
    assert (new.version, new.base_price_minor) == (2, 11_900)
    assert cuff is not None
    assert [value.price_minor for value in cuff.values] == [0, 1400]
    assert queries.model_by_digest(session, old.digest).base_price_minor == 11_200


def test_the_same_prices_again_publish_nothing(session: Session) -> None:
    load_catalogue(session)
    same = {("cuff", "french"): 1200}

    published = service.set_prices(
        session, "shirt", base_minor=11_200, additions=same, now=LOADED_AT
    )

    assert published is None
    assert queries.model_of(session, "shirt").version == 1


@pytest.mark.parametrize(
    ("garment", "base", "additions", "error"),
    [
        ("hat", 1, {}, NotFound),
        ("shirt", 1, {("cuff", "lace"): 1}, NotFound),
        ("shirt", -1, {}, Invalid),
    ],
)
def test_prices_of_nothing_are_refused(
    session: Session,
    garment: str,
    base: int,
    additions: dict[tuple[str, str], int],
    error: type[Exception],
) -> None:
    load_catalogue(session)

    with pytest.raises(error):
        service.set_prices(session, garment, base_minor=base, additions=additions, now=LOADED_AT)

    assert session.scalar(select(func.count(GarmentVersion.id))) == 6


def test_a_cloth_has_a_new_price_at_once(session: Session) -> None:
    load_catalogue(session)
    before = queries.cloth(session, "white-linen")

    service.set_cloth_price(session, cloth="white-linen", per_metre_minor=3600)

    after = queries.cloth(session, "white-linen")
    assert (before.price_per_metre_minor, after.price_per_metre_minor) == (3400, 3600)


def test_a_cloth_does_not_cost_less_than_nothing(session: Session) -> None:
    load_catalogue(session)

    with pytest.raises(Invalid):
        service.set_cloth_price(session, cloth="white-linen", per_metre_minor=-1)

    assert queries.cloth(session, "white-linen").price_per_metre_minor == 3400


def test_an_unknown_cloth_has_no_price(session: Session) -> None:
    with pytest.raises(NotFound):
        service.set_cloth_price(session, cloth="gold-lame", per_metre_minor=1)
