"""Orders with believable frozen lines: a shirt of the house, bought by somebody."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session, contains_eager

from shop.accounts.models import Person
from shop.catalogue.models import ClothRow, Garment, GarmentVersion
from shop.catalogue.rules import (
    Cloth,
    Condition,
    Ease,
    GarmentModel,
    Group,
    GroupKind,
    MakingStage,
    MeasurePoint,
    OpeningRoll,
    Operation,
    Section,
    Trim,
    Value,
    canonical,
)
from shop.catalogue.rules.prices import prices_of
from shop.designs import rules as designs
from shop.infra.access import Role
from shop.kernel import ids
from shop.kernel.actors import HOUSE, Actor
from shop.kernel.money import Money
from shop.measurements.rules import Measured, Source
from shop.orders.models import Order, OrderLine
from shop.orders.rules import Address, BodyValue, MadeFrom, Named, State
from shop.pricing.rules import Quote
from shop.stock import service as stock
from shop.stock.models import ClothRoll

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
ADDRESS = Address(
    name="Anneleen Vanderstraeten",
    street="Kammenstraat 17",
    extra="",
    postcode="2000",
    city="Antwerpen",
    country="BE",
    phone="+32 470 11 22 33",
)
CHOICES = {
    "cloth": "bengal-blue", "fit": "slim", "collar": "cutaway", "cuff": "french",
    "pocket": "none", "monogram": "cuff", "monogram-text": "A.V.", "monogram-thread": "navy",
}  # fmt: skip
BODY = {
    "neck": Measured(mm=390, source=Source.TAPE),
    "chest": Measured(mm=1000, source=Source.TAPE),
    "waist": Measured(mm=880, source=Source.ESTIMATE),
    "sleeve_cb": Measured(mm=860, source=Source.SIZE),
    "wrist": Measured(mm=172, source=Source.TAPE),
    "back_length": Measured(mm=450, source=Source.GARMENT),
}


def a_person(session: Session, *, role: Role = Role.CUSTOMER, name: str = "Anneleen") -> Person:
    person = Person(
        email=f"{ids.public_id()}@example.com",
        password_hash=None,
        name=name,
        role=role,
        created_at=NOW,
    )
    session.add(person)
    session.flush()
    return person


def a_cloth(**different: Any) -> Cloth:
    cloth = Cloth(
        code="bengal-blue",
        name="Blue Bengal stripe poplin",
        family="poplin",
        mill="Filatura di Prova",
        article="BS-204",
        weave="poplin",
        pattern="stripe",
        colour="blue",
        ground="#f4f5f3",
        accent="#4a6fa5",
        repeat_mm=6,
        weight_gsm=115,
        width_mm=1420,
        composition=(("cotton", 98), ("elastane", 2)),
        stretch_percent=2,
        shrink_length_per_mille=20,
        shrink_width_per_mille=5,
        season="all-year",
        care=("wash-40", "no-bleach", "line", "iron-150", "dry-clean-p"),
        price_per_metre_minor=2400,
        garments=frozenset({"shirt"}),
        story="Woven for tests.",
    )
    return replace(cloth, **different)


def a_shirt(**different: Any) -> GarmentModel:
    """Return a shirt with the questions of the house, small enough to count by hand."""
    model = GarmentModel(
        garment="shirt",
        name="Shirt",
        summary="A shirt cut for one person.",
        for_whom="everyone",
        base_price_minor=9900,
        cloth_mm=1460,
        cloth_width_mm=1420,
        lead_days=10,
        groups=_groups(),
        points=_points(),
        operations=_operations(),
        trims=_trims(),
    )
    return replace(model, **different)


def a_published(session: Session, model: GarmentModel | None = None) -> GarmentModel:
    """Return the model as it lies published; the same model is published once."""
    text = canonical.canonical(model or a_shirt())
    shown = canonical.published(text, version=1)
    if session.scalar(select(GarmentVersion).where(GarmentVersion.digest == shown.digest)) is None:
        garment = session.scalar(select(Garment).where(Garment.code == shown.garment))
        number = 1 if garment is None else 0  # never newer than what a test loaded itself
        garment = garment or Garment(code=shown.garment, position=1, is_active=True)
        session.add(garment)
        session.flush()
        session.add(
            GarmentVersion(
                garment_id=garment.id,
                no=number,
                canonical=text,
                digest=shown.digest,
                file_digest=shown.digest,
                file_prices=prices_of(shown),
                published_at=NOW,
            )
        )
        session.flush()
    return shown


def a_roll(session: Session, cloth: Cloth | None = None, *, mm: int = 30_000) -> ClothRoll:
    """Return the first roll of this cloth, put on the shelf if it is not there."""
    cloth = cloth or a_cloth()
    known = (
        select(ClothRoll)
        .join(ClothRoll.cloth)
        .options(contains_eager(ClothRoll.cloth))
        .where(ClothRow.code == cloth.code)
    )
    if (roll := session.scalar(known)) is not None:
        return roll
    row = _cloth_row(cloth)
    session.add(row)
    session.flush()
    delivered = OpeningRoll(
        number="R-0117", dye_lot="L-88", length_mm=mm, received_on=date(2026, 10, 1)
    )
    roll = stock.receive_roll(session, cloth=cloth.code, roll=delivered, actor=HOUSE, now=NOW)
    session.flush()
    return roll


def an_order(
    session: Session,
    *,
    state: State = State.PAID,
    person: Person | None = None,
    pieces: int = 1,
    promised_on: date = date(2026, 12, 15),
    cut_on: date = date(2026, 11, 24),
    placed_at: datetime = NOW,
    **line: Any,
) -> Order:
    """Return an order of shirts with cloth kept for each. What comes extra goes on every line."""
    buyer = person or a_person(session)
    price = 14_900 * pieces
    is_paid = state not in {State.PLACED, State.EXPIRED}
    order = Order(
        public_id=ids.public_id(),
        number=ids.public_id(),
        once=ids.token(),
        person_id=buyer.id,
        state=state,
        email=buyer.email or "guest@example.com",
        address=ADDRESS,
        shipping="standard",
        shipping_minor=0,
        total_minor=price,
        tax_minor=price * 21 // 121,
        paid_minor=price if is_paid else 0,
        currency="EUR",
        disclosures={},
        placed_at=placed_at,
        cut_on=cut_on,
        promised_on=promised_on,
        paid_at=placed_at + timedelta(minutes=3) if is_paid else None,
    )
    order.lines = [
        a_line(session, position=place + 1, buyer=buyer, **line) for place in range(pieces)
    ]
    session.add(order)
    session.flush()
    order.number = f"T-2026-{order.id:05d}"
    session.flush()
    return order


def a_line(
    session: Session, *, position: int = 1, buyer: Person | None = None, **different: Any
) -> OrderLine:
    """Return one shirt, not yet in an order, with its cloth kept on a roll."""
    model, cloth = a_published(session), a_cloth()
    finished = designs.finished(model, CHOICES, cloth, BODY)
    line: dict[str, Any] = {
        "public_id": ids.public_id(),
        "position": position,
        "garment": model.garment,
        "garment_name": model.name,
        "sentence": designs.sentence(model, CHOICES, cloth),
        "digest": model.digest,
        "choices": CHOICES,
        "cloth_mm": model.cloth_mm,
        "named": tuple(
            Named(section=str(row.group.section), group=row.group.name, value=row.value.name)
            for row in designs.described(model, CHOICES)
        ),
        "cloth": cloth,
        "made_for": "Anneleen, winter",
        "profile_id": None,
        "size": None,
        "body": MadeFrom(
            values={
                key: BodyValue(mm=each.mm, source=str(each.source)) for key, each in BODY.items()
            }
        ),
        "finished": finished,
        "quote": Quote(lines=(), total=Money(14_900, "EUR")),
        "price_minor": 14_900,
        "minutes": 140,
        "returnable": False,
        "note": "",
        "confirmed_at": NOW,
    }
    made = OrderLine(**{**line, **different})
    _keep_cloth(session, made, Actor.customer(buyer.id) if buyer else HOUSE)
    return made


def _keep_cloth(session: Session, line: OrderLine, actor: Actor) -> None:
    roll = a_roll(session)
    stock.reserve_cloth(
        session,
        cloth=roll.cloth.code,
        mm=line.cloth_mm,
        reference=line.public_id,
        actor=actor,
        now=NOW,
    )
    session.flush()


def _cloth_row(cloth: Cloth) -> ClothRow:
    known = {
        name: getattr(cloth, name)
        for name in Cloth.__dataclass_fields__
        if name not in {"composition", "care", "garments"}
    }
    return ClothRow(
        **known,
        position=1,
        is_active=True,
        file_price_minor=cloth.price_per_metre_minor,
        digest=canonical.digest(canonical.canonical(cloth)),
        composition=[list(each) for each in cloth.composition],
        care=list(cloth.care),
        garments=sorted(cloth.garments),
    )


def _groups() -> tuple[Group, ...]:
    has_monogram = (Condition(group="monogram", values=frozenset({"cuff", "chest"})),)
    return (
        Group(code="cloth", name="Cloth", section=Section.CLOTH, kind=GroupKind.CLOTH),
        _group("collar", "Collar", Section.STYLE, "spread", "cutaway", "button-down"),
        _group("cuff", "Cuffs", Section.STYLE, "barrel", "french"),
        _group("pocket", "Pocket", Section.DETAILS, "none", "chest"),
        _group("monogram", "Monogram", Section.DETAILS, "none", "cuff", "chest"),
        Group(
            code="monogram-text",
            name="Letters",
            section=Section.DETAILS,
            kind=GroupKind.TEXT,
            max_length=4,
            asked_when=has_monogram,
        ),
        replace(
            _group("monogram-thread", "Thread", Section.DETAILS, "white", "navy"),
            asked_when=has_monogram,
        ),
        _group("fit", "Fit", Section.FIT, "slim", "regular"),
    )


def _group(code: str, name: str, section: Section, *values: str) -> Group:
    made = tuple(
        Value(
            code=each,
            name=each.capitalize(),
            phrase=f"{each} {name.lower()}",
            rank=rank,
            price_minor=1200 * rank,
        )
        for rank, each in enumerate(values)
    )
    return Group(code=code, name=name, section=section, values=made)


def _points() -> tuple[MeasurePoint, ...]:
    ease = {"slim": Ease(mm=60), "regular": Ease(mm=100)}
    source = "a shirt maker's published tolerances"
    rows = (
        ("collar", "Collar", "around, button to buttonhole", "neck", Ease(per_mille=20), "length"),
        ("chest", "Chest", "around, below the armholes", "chest", None, "width"),
        ("waist", "Waist", "around, at the narrowest", "waist", None, "width"),
        ("sleeve", "Sleeve", "mid back to the end of the cuff", "sleeve_cb", Ease(), "length"),
        ("cuff", "Cuff", "around, closed", "wrist", Ease(per_mille=200), "length"),
        ("back", "Back length", "collar seam to hem", "back_length", Ease(mm=290), "length"),
    )
    return tuple(
        MeasurePoint(
            code=code,
            name=name,
            how=how,
            of=of,
            along=along,
            source=source,
            ease=ease if own is None else dict.fromkeys(ease, own),
            plus_mm=6,
            minus_mm=3 if code in {"collar", "cuff"} else 6,
        )
        for code, name, how, of, own, along in rows
    )


def _operations() -> tuple[Operation, ...]:
    french = (Condition(group="cuff", values=frozenset({"french"})),)
    return (
        Operation(name="Lay, match and cut", stage=MakingStage.CUT, minutes=24),
        Operation(name="Fuse collar and cuffs", stage=MakingStage.SEWN, minutes=8),
        Operation(name="Make collar and stand", stage=MakingStage.SEWN, minutes=22),
        Operation(
            name="Fold and stitch French cuffs",
            stage=MakingStage.SEWN,
            minutes=14,
            asked_when=french,
        ),
        Operation(name="Close, set sleeves, hem", stage=MakingStage.SEWN, minutes=48),
        Operation(name="Buttonholes, buttons, press", stage=MakingStage.FINISHED, minutes=24),
    )


def _trims() -> tuple[Trim, ...]:
    barrel = (Condition(group="cuff", values=frozenset({"barrel"})),)
    return (
        Trim(name="Interlining for collar and cuffs", quantity="0.25 m"),
        Trim(name="Buttons 11 mm, mother-of-pearl", quantity="8 + 1 spare"),
        Trim(name="Cuff buttons 9 mm", quantity="4 + 1 spare", asked_when=barrel),
        Trim(name="Sewing thread", quantity="76 m"),
        Trim(name="Labels: main, size, care and fibre", quantity="1 each"),
    )
