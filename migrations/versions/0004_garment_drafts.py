"""Drafts of garments' rules, one per garment."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    op.create_table(
        "garment_drafts",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("garment_id", sa.Integer(), nullable=False),
        sa.Column("canonical", sa.String(), nullable=True),
        sa.Column("based_on", sa.String(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("changed_by", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["changed_by"],
            ["people.id"],
            name=op.f("fk_garment_drafts_changed_by"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["garment_id"], ["garments.id"], name=op.f("fk_garment_drafts_garment_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_garment_drafts")),
        sa.UniqueConstraint("garment_id", name=op.f("uq_garment_drafts_garment_id")),
    )


def downgrade() -> None:
    op.drop_table("garment_drafts")
