"""Specs are kept as they were decided; those of old pieces follow by `shop.cli.carrying`."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"

CAUSES = ("paid", "carried", "changed", "substituted")
ACTORS = (
    "customer", "colleague", "clock", "house", "payments", "stripe", "carrier", "nobody",
)  # fmt: skip


def upgrade() -> None:
    op.create_table(
        "spec_revisions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("work_id", sa.Integer(), nullable=False),
        sa.Column("no", sa.Integer(), nullable=False),
        sa.Column("document", sa.JSON(), nullable=False),
        sa.Column("hash", sa.String(), nullable=False),
        sa.Column("cause", _one_of(CAUSES, "cause"), nullable=False),
        sa.Column("actor_kind", _one_of(ACTORS, "actor_kind"), nullable=False),
        sa.Column("actor_id", sa.Integer(), nullable=True),
        sa.Column("born_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["work_id"], ["work_orders.id"], name=op.f("fk_spec_revisions_work_id")
        ),
        sa.ForeignKeyConstraint(
            ["actor_id"], ["people.id"], name=op.f("fk_spec_revisions_actor_id")
        ),
        sa.CheckConstraint(
            "(actor_kind IN ('colleague', 'customer')) = (actor_id IS NOT NULL)",
            name=op.f("ck_spec_revisions_actor_is_whole"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_spec_revisions")),
        sa.UniqueConstraint("work_id", "no", name=op.f("uq_spec_revisions_work_id_no")),
    )


def downgrade() -> None:
    op.drop_table("spec_revisions")


def _one_of(values: tuple[str, ...], name: str) -> sa.Enum:
    return sa.Enum(*values, name=name, native_enum=False, create_constraint=True, length=32)
