"""For whom the garment is: one of the person's profiles, or a standard size."""

from dataclasses import dataclass
from typing import Final

from sqlalchemy.orm import Session

from shop.kernel.errors import NotFound
from shop.kernel.texts import lazy as _
from shop.measurements import queries as measurements
from shop.measurements import rules
from shop.measurements.rules import Body, Table

_SIZES: Final = {Table.MEN: _("men's size %(size)s"), Table.WOMEN: _("women's size %(size)s")}


@dataclass(frozen=True, kw_only=True)
class Wearer:
    """A body with a name to show, and where it came from."""

    label: str
    body: Body
    profile_id: str = ""
    size: str = ""


def wearer(session: Session, code: str, *, person_id: int | None) -> Wearer | None:
    """Return who will wear it; None for nobody yet, and for a profile that is not the person's."""
    if not code:
        return None
    table, dash, size = code.partition("-")
    if dash:
        return _by_size(table, size)
    if person_id is None:
        return None
    try:
        profile = measurements.profile_of(session, person_id=person_id, public_id=code)
    except NotFound:
        return None
    return Wearer(label=profile.name, body=profile.body, profile_id=profile.public_id)


def _by_size(table: str, code: str) -> Wearer | None:
    found = rules.find_size(table, code)
    if found is None:
        return None
    label = _SIZES[Table(table)] % {"size": found.code}
    return Wearer(label=label, body=found.body, size=f"{table}-{code}")
