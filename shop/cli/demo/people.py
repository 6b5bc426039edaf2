"""Who is in the demo: one colleague of each role, some customers and their measurements."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlalchemy.orm import Session

from shop.accounts import service as accounts
from shop.accounts.models import Person
from shop.infra.access import Role
from shop.measurements import service as measurements
from shop.measurements.rules import Measured, SizeTable, Source, size

PASSWORD: Final = "made-to-order"  # noqa: S105  # of the demo only, and printed at the start


@dataclass(frozen=True, kw_only=True)
class Demo:
    """A person of the demo; customers with a size, and what the tape said differently, in mm."""

    email: str
    name: str
    role: Role = Role.CUSTOMER
    table: SizeTable = SizeTable.WOMEN
    size: str = "M"
    taped: tuple[tuple[str, int], ...] = ()


PEOPLE: Final = (
    Demo(email="workshop@toile.example", name="Wanda Weaver", role=Role.WORKSHOP),
    Demo(email="service@toile.example", name="Sam Server", role=Role.SERVICE),
    Demo(email="manager@toile.example", name="Mia Manager", role=Role.MANAGER),
    Demo(email="anna@example.com", name="Anna Lind", taped=(("chest", 928), ("waist", 786))),
    Demo(email="bruno@example.com", name="Bruno Costa", table=SizeTable.MEN, size="L",
         taped=(("neck", 415), ("sleeve_cb", 905), ("chest", 1072))),
    Demo(email="clara@example.com", name="Clara Novak", size="S", taped=(("seat", 934),)),
    Demo(email="david@example.com", name="David Okafor", table=SizeTable.MEN, size="M"),
)  # fmt: skip


def add_people(session: Session, *, now: datetime) -> dict[str, tuple[Person, str]]:
    """Make everybody; return by first name the person and her profile's public id, if any."""
    made = {}
    for demo in PEOPLE:
        person = accounts.add_person(
            session, email=demo.email, password=PASSWORD, name=demo.name, role=demo.role, now=now
        )
        profile = _profile(session, demo, person, now=now) if demo.role is Role.CUSTOMER else ""
        made[demo.name.split()[0].lower()] = person, profile
    return made


def how_to_sign_in() -> str:
    """Say with which accounts the demo can be entered."""
    lines = [f"    {demo.role:10} {demo.email}" for demo in PEOPLE[:4]]
    return "\n".join(["  Sign in to the demo with one of these, password «made-to-order»:", *lines])


def _profile(session: Session, demo: Demo, person: Person, *, now: datetime) -> str:
    body = dict(size(demo.table, demo.size).body)
    body |= {key: Measured(mm=mm, source=Source.TAPE) for key, mm in demo.taped}
    profile = measurements.create(
        session,
        person_id=person.id,
        name=demo.name.split()[0],
        table=demo.table,
        body=body,
        once=f"demo-{demo.email}",
        now=now,
    )
    return profile.public_id
