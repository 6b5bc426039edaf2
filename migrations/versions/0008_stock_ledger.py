"""A ledger of what moves in stock; trims are counted. Rolls of old are the sum of movements.

Of a roll of old its arrival and the garments it was kept or cut for are known. What else changed
its length was overwritten, and is told as one correction.
"""

from datetime import UTC, datetime, time

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"

KINDS = ("received", "reserved", "released", "cut", "corrected")
BY = "house"
WHY = "Carried over from before there was a ledger."

rolls = sa.table(
    "cloth_rolls",
    sa.column("id", sa.Integer),
    sa.column("length_mm", sa.Integer),
    sa.column("left_mm", sa.Integer),
    sa.column("held_mm", sa.Integer),
    sa.column("received_on", sa.Date),
)
reservations = sa.table(
    "cloth_reservations",
    sa.column("id", sa.Integer),
    sa.column("reference", sa.String),
    sa.column("roll_id", sa.Integer),
    sa.column("mm", sa.Integer),
    sa.column("state", sa.String),
    sa.column("reserved_at", sa.DateTime(timezone=True)),
)
orders = sa.table("orders", sa.column("id", sa.Integer), sa.column("person_id", sa.Integer))
lines = sa.table(
    "order_lines",
    sa.column("id", sa.Integer),
    sa.column("order_id", sa.Integer),
    sa.column("public_id", sa.String),
)
works = sa.table("work_orders", sa.column("id", sa.Integer), sa.column("order_line_id", sa.Integer))
steps = sa.table(
    "work_steps",
    sa.column("id", sa.Integer),
    sa.column("work_id", sa.Integer),
    sa.column("after", sa.String),
    sa.column("person_id", sa.Integer),
    sa.column("at", sa.DateTime(timezone=True)),
)
movements = sa.table(
    "stock_movements",
    sa.column("roll_id", sa.Integer),
    sa.column("kind", sa.String),
    sa.column("there", sa.Integer),
    sa.column("held", sa.Integer),
    sa.column("reference", sa.String),
    sa.column("actor", sa.String),
    sa.column("reason", sa.String),
    sa.column("at", sa.DateTime(timezone=True)),
)


def upgrade() -> None:
    op.create_table(
        "trims",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("on_hand", sa.Integer(), nullable=False),
        sa.Column("held", sa.Integer(), nullable=False),
        sa.CheckConstraint("held >= 0", name=op.f("ck_trims_held_is_counted")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_trims")),
        sa.UniqueConstraint("code", name=op.f("uq_trims_code")),
    )
    op.create_table(
        "stock_movements",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("roll_id", sa.Integer(), nullable=True),
        sa.Column("trim_id", sa.Integer(), nullable=True),
        sa.Column(
            "kind",
            sa.Enum(
                *KINDS, name="movementkind", native_enum=False, create_constraint=True, length=32
            ),
            nullable=False,
        ),
        sa.Column("there", sa.Integer(), nullable=False),
        sa.Column("held", sa.Integer(), nullable=False),
        sa.Column("reference", sa.String(), nullable=False),
        sa.Column("actor", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "(roll_id IS NULL) <> (trim_id IS NULL)", name=op.f("ck_stock_movements_of_one_thing")
        ),
        sa.ForeignKeyConstraint(
            ["roll_id"], ["cloth_rolls.id"], name=op.f("fk_stock_movements_roll_id")
        ),
        sa.ForeignKeyConstraint(["trim_id"], ["trims.id"], name=op.f("fk_stock_movements_trim_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_stock_movements")),
    )
    op.create_index("ix_stock_movements_reference", "stock_movements", ["reference"])
    op.create_index("ix_stock_movements_roll", "stock_movements", ["roll_id", "id"])
    op.create_index("ix_stock_movements_trim", "stock_movements", ["trim_id", "id"])
    _carry_over(op.get_bind())


def downgrade() -> None:
    op.drop_table("stock_movements")
    op.drop_table("trims")


def _carry_over(connection):
    now = connection.scalar(sa.select(sa.type_coerce(sa.func.now(), sa.DateTime(timezone=True))))
    buyers, cuts = _buyers(connection), _cuts(connection)
    of_roll = _reservations(connection)
    for roll in connection.execute(sa.select(rolls).order_by(rolls.c.id)).all():
        told = [_line("received", roll.length_mm, 0, at=_morning(roll.received_on))]
        for held in of_roll.get(roll.id, ()):
            told += _of_garment(held, buyers, cuts)
        left = roll.left_mm - sum(each["there"] for each in told)
        kept = roll.held_mm - sum(each["held"] for each in told)
        if left or kept:
            told.append(_line("corrected", left, kept, reason=WHY, at=now))
        connection.execute(sa.insert(movements), [{"roll_id": roll.id, **each} for each in told])


def _of_garment(held, buyers, cuts):
    """Give what is known of a piece that is kept, or cut; of one given back it is nothing."""
    name, buyer = held.reference, _actor("customer", buyers.get(held.reference))
    yield _line("reserved", 0, held.mm, reference=name, actor=buyer, at=held.reserved_at)
    if held.state == "cut":
        at, person = cuts.get(name, (held.reserved_at, None))
        by = _actor("staff", person)
        yield _line("cut", -held.mm, -held.mm, reference=name, actor=by, at=at)


def _actor(kind, person):
    return f"{kind}:{person}" if person else BY


def _line(kind, there, held, *, at, reference="", actor=BY, reason=""):
    return {
        "kind": kind,
        "there": there,
        "held": held,
        "reference": reference,
        "actor": actor,
        "reason": reason,
        "at": at,
    }


def _reservations(connection):
    """Return the pieces that are kept or cut, by roll, in their order."""
    found = {}
    wanted = sa.select(reservations).where(reservations.c.state.in_(["held", "cut"]))
    for each in connection.execute(wanted.order_by(reservations.c.reserved_at, reservations.c.id)):
        found.setdefault(each.roll_id, []).append(each)
    return found


def _buyers(connection):
    """Return who ordered the pieces, by the public id of their line."""
    wanted = sa.select(lines.c.public_id, orders.c.person_id)
    rows = connection.execute(wanted.join(orders, orders.c.id == lines.c.order_id))
    return dict(rows.all())


def _cuts(connection):
    """Return when and by whom the pieces were cut, by the public id of their line."""
    rows = connection.execute(
        sa.select(lines.c.public_id, steps.c.at, steps.c.person_id)
        .join(works, works.c.order_line_id == lines.c.id)
        .join(steps, steps.c.work_id == works.c.id)
        .where(steps.c.after == "cut")
        .order_by(steps.c.id.desc())  # the first time of several is what stays
    )
    return {reference: (at, person) for reference, at, person in rows}


def _morning(day):
    return datetime.combine(day, time(8), tzinfo=UTC)
