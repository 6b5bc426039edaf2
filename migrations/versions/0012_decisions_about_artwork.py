"""A decision about an artwork is a step, with its actor, as every move is."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"

STATES = ("uploaded", "approved", "refused")
KINDS = ("customer", "colleague", "clock", "house", "payments", "stripe", "carrier", "nobody")
PEOPLE = "actor_kind IN ('colleague', 'customer')"
TIME = sa.DateTime(timezone=True)
ARTWORKS = sa.table(
    "artworks",
    sa.column("id", sa.Integer),
    sa.column("state", sa.String),
    sa.column("decided_by", sa.Integer),
    sa.column("decided_at", TIME),
    sa.column("reason", sa.String),
)
STEPS = sa.table(
    "artwork_steps",
    sa.column("id", sa.Integer),
    sa.column("artwork_id", sa.Integer),
    sa.column("move", sa.String),
    sa.column("before", sa.String),
    sa.column("after", sa.String),
    sa.column("reason", sa.String),
    sa.column("at", TIME),
    sa.column("actor_kind", sa.String),
    sa.column("actor_id", sa.Integer),
)


def upgrade() -> None:
    decided = _decided()  # before anything hangs on the table that SQLite makes anew
    with op.batch_alter_table("artworks", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_artworks_decided_by"), type_="foreignkey")
        batch_op.drop_column("decided_by")
        batch_op.drop_column("decided_at")
        batch_op.drop_column("reason")
    op.create_table(
        "artwork_steps",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("artwork_id", sa.Integer(), nullable=False),
        sa.Column("move", _among("move", ("approve", "refuse")), nullable=False),
        sa.Column("before", _among("before", STATES), nullable=False),
        sa.Column("after", _among("after", STATES), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("at", TIME, nullable=False),
        sa.Column("actor_kind", _among("actor_kind", KINDS), nullable=False),
        sa.Column("actor_id", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            f"({PEOPLE}) = (actor_id IS NOT NULL)", name=op.f("ck_artwork_steps_actor_is_whole")
        ),
        sa.ForeignKeyConstraint(
            ["actor_id"], ["people.id"], name=op.f("fk_artwork_steps_actor_id")
        ),
        sa.ForeignKeyConstraint(
            ["artwork_id"],
            ["artworks.id"],
            name=op.f("fk_artwork_steps_artwork_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_artwork_steps")),
    )
    with op.batch_alter_table("artwork_steps", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_artwork_steps_artwork_id"), ["artwork_id"])
    if decided:
        op.bulk_insert(STEPS, decided)


def downgrade() -> None:
    last = sa.select(sa.func.max(STEPS.c.id)).group_by(STEPS.c.artwork_id)
    wanted = sa.select(STEPS).where(STEPS.c.id.in_(last))
    rows = op.get_bind().execute(wanted).mappings().all()
    op.drop_table("artwork_steps")
    with op.batch_alter_table("artworks", schema=None) as batch_op:
        batch_op.add_column(sa.Column("decided_by", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("decided_at", TIME, nullable=True))
        batch_op.add_column(sa.Column("reason", sa.String(), nullable=False, server_default=""))
        batch_op.create_foreign_key(
            batch_op.f("fk_artworks_decided_by"),
            "people",
            ["decided_by"],
            ["id"],
            ondelete="SET NULL",
        )
    with op.batch_alter_table("artworks", schema=None) as batch_op:
        batch_op.alter_column("reason", server_default=None, existing_type=sa.String())
    for row in rows:
        of_it = sa.update(ARTWORKS).where(ARTWORKS.c.id == row["artwork_id"])
        op.get_bind().execute(
            of_it.values(decided_by=row["actor_id"], decided_at=row["at"], reason=row["reason"])
        )


def _decided() -> list[dict[str, object]]:
    """Return the last decision about each artwork as a step; the ones before it nobody kept."""
    wanted = sa.select(ARTWORKS).where(ARTWORKS.c.decided_at.is_not(None))
    return [
        {
            "artwork_id": row.id,
            "move": "approve" if row.state == "approved" else "refuse",
            "before": "uploaded",
            "after": row.state,
            "reason": row.reason,
            "at": row.decided_at,
            "actor_kind": "nobody" if row.decided_by is None else "colleague",
            "actor_id": row.decided_by,
        }
        for row in op.get_bind().execute(wanted.order_by(ARTWORKS.c.decided_at, ARTWORKS.c.id))
    ]


def _among(name: str, values: tuple[str, ...]) -> sa.Enum:
    return sa.Enum(*values, name=name, native_enum=False, create_constraint=True, length=32)
