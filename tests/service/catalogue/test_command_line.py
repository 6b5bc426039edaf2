from pathlib import Path

from flask import Flask
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from shop.catalogue.models import Garment
from tests.builders.catalogue import a_folder


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
