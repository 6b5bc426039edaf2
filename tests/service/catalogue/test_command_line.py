from pathlib import Path

from flask import Flask
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from shop.catalogue import queries, service
from shop.catalogue.gateways.files import read_folder
from shop.catalogue.models import Garment
from tests.builders.catalogue import LOADED_AT, a_folder, load_catalogue


def test_load_takes_the_shops_own_files(app: Flask, session: Session) -> None:
    result = app.test_cli_runner().invoke(args=["catalogue", "load"])

    assert result.exit_code == 0, result.output
    assert result.output.startswith(
        "New versions: shirt, trousers, dress, jacket, tshirt, skirt. Cloths new or changed:"
    )
    assert session.scalar(select(func.count(Garment.id))) == 6


def test_a_slip_is_told_and_nothing_is_written(
    app: Flask, session: Session, tmp_path: Path
) -> None:
    folder = a_folder(tmp_path, shirt={"of: neck": "of: nek"})

    result = app.test_cli_runner().invoke(args=["catalogue", "load", str(folder)])

    assert result.exit_code == 1
    assert "`nek` is no body measurement. Did you mean `neck`?" in result.output
    assert "1 line is wrong; nothing was changed." in result.output
    assert session.scalar(select(func.count(Garment.id))) == 0


def test_check_counts_what_is_in_order(app: Flask, session: Session) -> None:
    result = app.test_cli_runner().invoke(args=["catalogue", "check"])

    assert result.output == "6 garments and 40 cloths, all in order.\n"
    assert session.scalar(select(func.count(Garment.id))) == 0


def test_what_is_exported_is_in_order_and_changes_nothing_when_loaded(
    app: Flask, session: Session, tmp_path: Path
) -> None:
    load_catalogue(session)
    service.set_prices(session, "shirt", base_minor=12_500, additions={}, now=LOADED_AT)
    service.set_cloth_price(session, cloth="white-poplin", per_metre_minor=2950)
    session.flush()

    result = app.test_cli_runner().invoke(args=["catalogue", "export", str(tmp_path / "kept")])

    assert result.exit_code == 0, result.output
    checked = app.test_cli_runner().invoke(args=["catalogue", "check", str(tmp_path / "kept")])
    assert checked.output == "6 garments and 40 cloths, all in order.\n"
    loaded = service.load(session, read_folder(tmp_path / "kept"), now=LOADED_AT)
    assert loaded == service.Loaded(published=(), cloths=())
    assert queries.model_of(session, "shirt").base_price_minor == 12_500
    assert queries.model_of(session, "shirt").version == 2


def test_an_export_is_not_mixed_with_garments_the_shop_does_not_offer(
    app: Flask, session: Session, tmp_path: Path
) -> None:
    load_catalogue(session)
    session.flush()
    (tmp_path / "garments").mkdir()
    (tmp_path / "garments" / "cape.yaml").write_text("name: Cape")

    result = app.test_cli_runner().invoke(args=["catalogue", "export", str(tmp_path)])

    assert result.exit_code == 1
    assert "garments the shop does not offer: cape." in result.output
    assert [path.name for path in tmp_path.rglob("*.yaml")] == ["cape.yaml"]
