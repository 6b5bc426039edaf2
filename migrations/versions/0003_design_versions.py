"""Designs keep their versions, the version that is shown, and what they were made from.

The versions come last: SQLite changes `designs` by making it anew, and would take them along.
"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    with op.batch_alter_table("designs", schema=None) as batch_op:
        batch_op.add_column(sa.Column("no", sa.Integer(), nullable=False, server_default="1"))
        batch_op.add_column(sa.Column("published_no", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("parent_id", sa.Integer(), nullable=True))
        batch_op.add_column(
            sa.Column("parent_name", sa.String(), nullable=False, server_default="")
        )
        batch_op.create_index(batch_op.f("ix_designs_parent_id"), ["parent_id"], unique=False)
        batch_op.create_foreign_key(
            batch_op.f("fk_designs_parent_id"),
            "designs",
            ["parent_id"],
            ["id"],
            ondelete="SET NULL",
        )
    with op.batch_alter_table("designs", schema=None) as batch_op:
        batch_op.alter_column("no", server_default=None)
        batch_op.alter_column("parent_name", server_default=None)
    op.execute("UPDATE designs SET published_no = 1 WHERE published_at IS NOT NULL")
    op.create_table(
        "design_versions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("design_id", sa.Integer(), nullable=False),
        sa.Column("no", sa.Integer(), nullable=False),
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("choices", sa.JSON(), nullable=False),
        sa.Column("once", sa.String(), nullable=False),
        sa.Column("saved_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["design_id"],
            ["designs.id"],
            name=op.f("fk_design_versions_design_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_design_versions")),
        sa.UniqueConstraint("design_id", "no", name=op.f("uq_design_versions_design_id_no")),
        sa.UniqueConstraint("design_id", "once", name=op.f("uq_design_versions_design_id_once")),
    )
    op.execute(
        "INSERT INTO design_versions (design_id, no, digest, choices, once, saved_at)"
        " SELECT id, 1, digest, choices, once, saved_at FROM designs"
    )


def downgrade() -> None:
    op.drop_table("design_versions")
    with op.batch_alter_table("designs", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_designs_parent_id"), type_="foreignkey")
        batch_op.drop_index(batch_op.f("ix_designs_parent_id"))
        batch_op.drop_column("parent_name")
        batch_op.drop_column("parent_id")
        batch_op.drop_column("published_no")
        batch_op.drop_column("no")
