"""People may leave: when they did, when more of what is kept may go, whom waiting letters are to.

Letters that wait already are to nobody in particular; they are sent within minutes.
"""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"

MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.add_column("people", sa.Column("erased_at", MOMENT, nullable=True))
    op.add_column("people", sa.Column("forget_again_at", MOMENT, nullable=True))
    op.create_index(op.f("ix_people_forget_again_at"), "people", ["forget_again_at"])
    op.add_column("orders", sa.Column("forgotten_at", MOMENT, nullable=True))
    with op.batch_alter_table("outbox", schema=None) as batch_op:
        batch_op.add_column(sa.Column("person_id", sa.Integer(), nullable=True))
        batch_op.create_index(batch_op.f("ix_outbox_person_id"), ["person_id"])
        batch_op.create_foreign_key(
            batch_op.f("fk_outbox_person_id"), "people", ["person_id"], ["id"], ondelete="SET NULL"
        )


def downgrade() -> None:
    with op.batch_alter_table("outbox", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_outbox_person_id"), type_="foreignkey")
        batch_op.drop_index(batch_op.f("ix_outbox_person_id"))
        batch_op.drop_column("person_id")
    op.drop_column("orders", "forgotten_at")
    op.drop_index(op.f("ix_people_forget_again_at"), "people")
    op.drop_column("people", "forget_again_at")
    op.drop_column("people", "erased_at")
