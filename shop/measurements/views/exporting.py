"""Taking measurements along: files of one profile for people, tables and FreeSewing."""

import csv
import io
import json
from typing import Any

from flask import Response, current_app

from shop.infra import words
from shop.infra.access import public
from shop.kernel.lengths import Unit
from shop.measurements.queries import ProfileView
from shop.measurements.rules import exporting, freesewing
from shop.measurements.views.blueprint import blueprint
from shop.measurements.views.profiles import own


@blueprint.get("/<public_id>/export.json")
@public
def export_json(public_id: str) -> Response:
    """Give all that is known now, with what others call it, as JSON."""
    profile = own(public_id)
    about = {
        "name": profile.name,
        "whose": profile.whose.value,
        "table": profile.table.value,
        "closeness": profile.closeness.value,
        "shoulders": profile.shoulders.value,
        "stance": profile.stance.value,
        "revision": profile.revision,
    }
    kept = {
        "profile": about,
        "measurements": [exporting.plain(each) for each in _rows(profile)],
    }
    return _file(json.dumps(kept, indent=2, ensure_ascii=False), "application/json", "json")


@blueprint.get("/<public_id>/export.csv")
@public
def export_csv(public_id: str) -> Response:
    """Give all that is known now as a table, a line each."""
    profile = own(public_id)
    written = io.StringIO()
    table = csv.DictWriter(written, exporting.COLUMNS, lineterminator="\r\n")
    table.writeheader()
    table.writerows(exporting.plain(each) for each in _rows(profile))
    return _file(written.getvalue(), "text/csv", "csv")


@blueprint.get("/<public_id>/export.freesewing.json")
@public
def export_freesewing(public_id: str) -> Response:
    """Give a set of measurements that FreeSewing imports."""
    profile = own(public_id)
    found: dict[str, Any] = freesewing.written(
        profile.name, profile.body, is_imperial=words.current_unit() is Unit.INCH
    )
    content = json.dumps(found, indent=2, ensure_ascii=False)
    return _file(content, "application/json", "freesewing.json")


def _rows(profile: ProfileView) -> tuple[exporting.Row, ...]:
    return exporting.rows(profile.body, profile.facts, profile.taken)


def _file(content: str, kind: str, ending: str) -> Response:
    response = current_app.response_class(content, mimetype=kind)
    response.headers["Content-Disposition"] = f'attachment; filename="measurements.{ending}"'
    response.headers["Cache-Control"] = "private, no-store"
    return response
