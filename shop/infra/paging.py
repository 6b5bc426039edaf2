"""Long lists, page by page: pages are numbered from 1 in the address, as `?page=2`."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Generic, TypeVar

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

Row = TypeVar("Row")
SIZE: Final = 100
NUMBER: Final = re.compile(r"[1-9][0-9]{0,6}")


@dataclass(frozen=True, kw_only=True)
class Page(Generic[Row]):
    """Some rows of many: page `number` of `pages`."""

    rows: Sequence[Row]
    number: int
    pages: int


def asked_page(args: Mapping[str, str]) -> int:
    """Return the page that an address asks for; the first for anything that is no page."""
    asked = args.get("page", "")
    return int(asked) if NUMBER.fullmatch(asked) else 1


def page_of(session: Session, wanted: Select[Row], *, number: int, size: int = SIZE) -> Page[Row]:
    """Return a page of what is wanted, in its order; past the end, the last one.

    What fits on one page is not counted first.
    """
    if number == 1 and len(rows := session.scalars(wanted.limit(size + 1)).all()) <= size:
        return Page(rows=rows, number=1, pages=1)
    total = session.scalar(select(func.count()).select_from(wanted.order_by(None).subquery())) or 0
    pages = max(-(-total // size), 1)
    number = min(number, pages)
    rows = session.scalars(wanted.offset((number - 1) * size).limit(size)).all()
    return Page(rows=rows, number=number, pages=pages)
