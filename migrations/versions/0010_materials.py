"""Materials: what garments take beside their cloth, with the unit it is counted in."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"

UNITS = sa.Enum(
    "piece",
    "pair",
    "set",
    "mm",
    name="materialunit",
    native_enum=False,
    create_constraint=True,
    length=32,
)


def upgrade() -> None:
    op.create_table(
        "materials",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("code", sa.String(), nullable=False, unique=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("is_active", sa.Boolean(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("unit", UNITS, nullable=False),
        sa.Column("opening", sa.Integer(), nullable=False),
    )


def downgrade() -> None:
    op.drop_table("materials")
