"""The list of materials follows the files; what was listed once is kept."""

from pathlib import Path

from sqlalchemy.orm import Session

from shop.catalogue import queries, service
from shop.catalogue.gateways.files import read_folder
from shop.catalogue.models import MaterialRow
from tests.builders.catalogue import LOADED_AT, a_folder, load_catalogue, shipped


def test_the_list_is_that_of_the_file(session: Session) -> None:
    loaded = service.load(session, shipped(), now=LOADED_AT)

    listed = [each.material for each in shipped().materials]
    assert len(listed) == 63
    assert queries.materials(session) == listed
    assert loaded.materials == tuple(each.code for each in listed)


def test_a_second_load_changes_nothing(session: Session) -> None:
    load_catalogue(session)

    assert service.load(session, shipped(), now=LOADED_AT).materials == ()


def test_what_opens_the_house_is_kept_and_exported(session: Session, tmp_path: Path) -> None:
    load_catalogue(session)
    files = read_folder(
        a_folder(
            tmp_path,
            materials={"Silk knots, unit: pair, opening: 500": "Knots, unit: pair, opening: 40"},
        )
    )

    loaded = service.load(session, files, now=LOADED_AT)

    assert loaded.materials == ("silk-knots",)
    assert loaded.published == ("shirt",)
    assert service.offered(session, rolls={}).materials == files.materials


def test_a_material_that_is_listed_no_more_is_kept_but_not_offered(
    session: Session, tmp_path: Path
) -> None:
    load_catalogue(session)
    knots = "  silk-knots: {name: Silk knots, unit: pair, opening: 500}\n"
    use = "  - {material: silk-knots, quantity: 1, when: {cuff: french}}\n"
    files = read_folder(a_folder(tmp_path, materials={knots: ""}, shirt={use: ""}))

    service.load(session, files, now=LOADED_AT)

    assert "silk-knots" not in [each.code for each in queries.materials(session)]
    assert len(queries.materials(session)) == 62
    assert session.query(MaterialRow).filter_by(code="silk-knots").one().is_active is False
