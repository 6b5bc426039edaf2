"""Wishes that fail: leased one by one, some given up, shown with their cause."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    with op.batch_alter_table("outbox") as outbox:
        outbox.add_column(sa.Column("about", sa.String(), nullable=False, server_default=""))
        outbox.add_column(sa.Column("cause", sa.String(), nullable=False, server_default=""))
        outbox.add_column(sa.Column("begun_at", sa.DateTime(timezone=True), nullable=True))
        outbox.add_column(sa.Column("given_up_at", sa.DateTime(timezone=True), nullable=True))
        outbox.add_column(sa.Column("told_at", sa.DateTime(timezone=True), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("outbox") as outbox:
        for name in ("told_at", "given_up_at", "begun_at", "cause", "about"):
            outbox.drop_column(name)
