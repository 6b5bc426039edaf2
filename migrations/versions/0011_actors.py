"""Who moved an order, a payment, a piece or a roll is a kind and a person, no longer a text.

Steps of payments may have a reason, as all steps; steps of pieces name their move.
"""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"

TEXTS = ("order_steps", "payment_steps", "stock_movements")  # they held `staff:3`, `clock` …
KINDS = ("customer", "colleague", "clock", "house", "payments", "stripe", "carrier", "nobody")
PEOPLE = "actor_kind IN ('colleague', 'customer')"
COLLEAGUES = ("workshop", "service", "manager", "staff")
MOVES = ("cut", "sew", "finish", "check", "fail", "pack", "ship", "hold", "release", "drop")
BY_STAGE = {
    "cut": "cut", "sewn": "sew", "finished": "finish", "checked": "check", "rework": "fail",
    "packed": "pack", "shipped": "ship", "held": "hold", "dropped": "drop",
}  # fmt: skip


def upgrade() -> None:
    for table in TEXTS:
        _add_actor(table)
        _read_texts(table)
        _require_actor(table, without="actor")
    with op.batch_alter_table("payment_steps", schema=None) as batch_op:
        batch_op.add_column(sa.Column("reason", sa.String(), nullable=False, server_default=""))
    with op.batch_alter_table("payment_steps", schema=None) as batch_op:
        batch_op.alter_column("reason", server_default=None, existing_type=sa.String())
    _add_actor("work_steps")
    with op.batch_alter_table("work_steps", schema=None) as batch_op:
        batch_op.add_column(sa.Column("move", sa.String(32), nullable=True))
    _read_work()
    with op.batch_alter_table("work_steps", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_work_steps_person_id"), type_="foreignkey")
        batch_op.alter_column("move", existing_type=sa.String(32), nullable=False)
        batch_op.create_check_constraint(batch_op.f("ck_work_steps_move"), _among("move", MOVES))
    _require_actor("work_steps", without="person_id")


def downgrade() -> None:
    with op.batch_alter_table("work_steps", schema=None) as batch_op:
        batch_op.add_column(sa.Column("person_id", sa.Integer(), nullable=True))
        batch_op.create_foreign_key(
            batch_op.f("fk_work_steps_person_id"), "people", ["person_id"], ["id"]
        )
    steps = _table("work_steps", "person_id")
    op.get_bind().execute(sa.update(steps).values(person_id=steps.c.actor_id))
    with op.batch_alter_table("work_steps", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("ck_work_steps_move"), type_="check")
        batch_op.drop_column("move")
    _drop_actor("work_steps")
    for table in TEXTS:
        with op.batch_alter_table(table, schema=None) as batch_op:
            batch_op.add_column(sa.Column("actor", sa.String(), nullable=True))
        _write_texts(table)
        with op.batch_alter_table(table, schema=None) as batch_op:
            batch_op.alter_column("actor", existing_type=sa.String(), nullable=False)
        _drop_actor(table)
    with op.batch_alter_table("payment_steps", schema=None) as batch_op:
        batch_op.drop_column("reason")


def _add_actor(table: str) -> None:
    with op.batch_alter_table(table, schema=None) as batch_op:
        batch_op.add_column(sa.Column("actor_kind", sa.String(32), nullable=True))
        batch_op.add_column(sa.Column("actor_id", sa.Integer(), nullable=True))


def _require_actor(table: str, *, without: str) -> None:
    with op.batch_alter_table(table, schema=None) as batch_op:
        batch_op.drop_column(without)
        batch_op.alter_column("actor_kind", existing_type=sa.String(32), nullable=False)
        batch_op.create_foreign_key(
            batch_op.f(f"fk_{table}_actor_id"), "people", ["actor_id"], ["id"]
        )
        batch_op.create_check_constraint(
            batch_op.f(f"ck_{table}_actor_kind"), _among("actor_kind", KINDS)
        )
        batch_op.create_check_constraint(
            batch_op.f(f"ck_{table}_actor_is_whole"), f"({PEOPLE}) = (actor_id IS NOT NULL)"
        )


def _drop_actor(table: str) -> None:
    with op.batch_alter_table(table, schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f(f"ck_{table}_actor_is_whole"), type_="check")
        batch_op.drop_constraint(batch_op.f(f"ck_{table}_actor_kind"), type_="check")
        batch_op.drop_constraint(batch_op.f(f"fk_{table}_actor_id"), type_="foreignkey")
        batch_op.drop_column("actor_id")
        batch_op.drop_column("actor_kind")


def _read_texts(table: str) -> None:
    rows, known = _table(table, "actor"), _people()
    for text in op.get_bind().scalars(sa.select(rows.c.actor).distinct()).all():
        kind, person = _actor(text, known)
        of_it = sa.update(rows).where(rows.c.actor == text)
        op.get_bind().execute(of_it.values(actor_kind=kind, actor_id=person))


def _actor(text: str, known: set[int]) -> tuple[str, int | None]:
    """Return kind and person of a text such as `workshop:3`; nobody where it tells neither."""
    name, _colon, number = text.partition(":")
    if number.isdecimal() and int(number) in known:
        return ("customer" if name == "customer" else "colleague"), int(number)
    if name == "shop":
        return "house", None
    is_alone = name in KINDS and name not in {"customer", "colleague"}
    return (name if is_alone and not number else "nobody"), None


def _write_texts(table: str) -> None:
    rows = _table(table, "actor")
    kinds = sa.select(rows.c.actor_kind, rows.c.actor_id).distinct()
    for kind, person in op.get_bind().execute(kinds).all():
        text = kind if person is None else f"{'staff' if kind == 'colleague' else kind}:{person}"
        same = (rows.c.actor_kind == kind) & rows.c.actor_id.is_not_distinct_from(person)
        op.get_bind().execute(sa.update(rows).where(same).values(actor=text))


def _read_work() -> None:
    rows = _table("work_steps", "person_id", "move", "before", "after")
    move = sa.case(
        (rows.c.before == "held", sa.case((rows.c.after == "dropped", "drop"), else_="release")),
        *((rows.c.after == stage, move) for stage, move in BY_STAGE.items()),
    )
    kind = sa.case((rows.c.person_id.is_(None), "house"), else_="colleague")
    op.get_bind().execute(
        sa.update(rows).values(move=move, actor_kind=kind, actor_id=rows.c.person_id)
    )


def _people() -> set[int]:
    people = sa.table("people", sa.column("id", sa.Integer))
    return set(op.get_bind().scalars(sa.select(people.c.id)))


def _table(name: str, *columns: str) -> sa.TableClause:
    kinds = {"person_id": sa.Integer}
    named = [sa.column(each, kinds.get(each, sa.String)) for each in columns]
    actor = (sa.column("actor_kind", sa.String), sa.column("actor_id", sa.Integer))
    return sa.table(name, *named, *actor)


def _among(column: str, values: tuple[str, ...]) -> str:
    return f"{column} IN ({', '.join(repr(each) for each in values)})"
