"""Profiles know whose they are; revisions, intervals, walks, corrections, garments that fit.

`measurements.mm` becomes `amount`: a weight is kept there too. What was kept so far was measured
with a tape or came from a size; its revisions are told as changes by hand.
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.schema import SchemaItem

revision = "0005"
down_revision = "0004"

WORDS = {
    "whose": ("me", "partner", "other"),
    "closeness": ("as_cut", "closer", "looser"),
    "shoulders": ("usual", "sloping", "square"),
    "stance": ("usual", "upright", "stooping"),
}
SOURCES = ("tape", "size", "garment", "estimate")
WAYS = ("tape", "size", "garment", "estimate", "edit", "import", "restore", "correction")


def upgrade() -> None:
    _put_aside("measurements")
    _profiles()
    _measurements()
    _revisions()
    _walks()
    _corrections()
    _wardrobe()
    _answers()


def downgrade() -> None:
    op.drop_table("fit_answers")
    op.drop_table("wardrobe_garments")
    op.drop_table("corrections")
    op.drop_table("tape_walks")
    op.drop_table("profile_revisions")
    _put_aside("measurements")
    with op.batch_alter_table("profiles", schema=None) as batch_op:
        for name in WORDS:
            batch_op.drop_constraint(batch_op.f(f"ck_profiles_{name}"), type_="check")
        for name in (*WORDS, "reminds", "reminded_at"):
            batch_op.drop_column(name)
    _table_of_measurements(
        sa.Column("mm", sa.Integer(), nullable=False),
        sa.CheckConstraint("mm > 0", name=op.f("ck_measurements_mm")),
    )
    op.execute(
        "INSERT INTO measurements (profile_id, revision, key, mm, source, taken_at)"
        " SELECT profile_id, revision, key, amount, source, taken_at FROM put_aside"
        " WHERE amount IS NOT NULL ORDER BY id"
    )
    op.drop_table("put_aside")


def _put_aside(table: str) -> None:
    """Copy the rows and drop the table: SQLite makes `profiles` anew and would take them along."""
    op.execute(f"CREATE TABLE put_aside AS SELECT * FROM {table}")  # noqa: S608
    op.drop_table(table)


def _profiles() -> None:
    with op.batch_alter_table("profiles", schema=None) as batch_op:
        for name, words in WORDS.items():
            default = "other" if name == "whose" else words[0]
            column = sa.Column(name, _words(name, words), nullable=False, server_default=default)
            batch_op.add_column(column)
        batch_op.add_column(
            sa.Column("reminds", sa.Boolean(), nullable=False, server_default=sa.false())
        )
        batch_op.add_column(sa.Column("reminded_at", sa.DateTime(timezone=True), nullable=True))
    with op.batch_alter_table("profiles", schema=None) as batch_op:
        for name in (*WORDS, "reminds"):
            batch_op.alter_column(name, server_default=None)


def _measurements() -> None:
    _table_of_measurements(
        sa.Column("amount", sa.Integer(), nullable=True),
        sa.Column("low", sa.Integer(), nullable=True),
        sa.Column("high", sa.Integer(), nullable=True),
        sa.Column("insisted", sa.Boolean(), nullable=False),
        sa.CheckConstraint("amount > 0", name=op.f("ck_measurements_amount")),
    )
    op.execute(
        "INSERT INTO measurements (profile_id, revision, key, amount, source, insisted, taken_at)"
        " SELECT profile_id, revision, key, mm, source, false, taken_at FROM put_aside"
        " ORDER BY id"
    )
    op.drop_table("put_aside")


def _table_of_measurements(*own: SchemaItem) -> None:
    op.create_table(
        "measurements",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("profile_id", sa.Integer(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("source", _words("source", SOURCES), nullable=False),
        sa.Column("taken_at", sa.DateTime(timezone=True), nullable=False),
        *own,
        _of_profile("measurements"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_measurements")),
        sa.UniqueConstraint(
            "profile_id", "key", "revision", name=op.f("uq_measurements_profile_id_key_revision")
        ),
    )


def _revisions() -> None:
    op.create_table(
        "profile_revisions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("profile_id", sa.Integer(), nullable=False),
        sa.Column("no", sa.Integer(), nullable=False),
        sa.Column("way", _words("way", WAYS), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        _of_profile("profile_revisions"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_profile_revisions")),
        sa.UniqueConstraint("profile_id", "no", name=op.f("uq_profile_revisions_profile_id_no")),
    )
    op.execute(
        "INSERT INTO profile_revisions (profile_id, no, way, at)"
        " SELECT profile_id, revision, 'edit', MIN(taken_at) FROM measurements"
        " GROUP BY profile_id, revision"
    )


def _walks() -> None:
    op.create_table(
        "tape_walks",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("profile_id", sa.Integer(), nullable=False),
        sa.Column("keys", sa.JSON(), nullable=False),
        sa.Column("skipped", sa.JSON(), nullable=False),
        sa.Column("first", sa.JSON(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=True),
        sa.Column("carried", sa.JSON(), nullable=False),
        sa.Column("begun_at", sa.DateTime(timezone=True), nullable=False),
        _of_profile("tape_walks"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tape_walks")),
        sa.UniqueConstraint("profile_id", name=op.f("uq_tape_walks_profile_id")),
    )


def _corrections() -> None:
    op.create_table(
        "corrections",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("public_id", sa.String(), nullable=False),
        sa.Column("profile_id", sa.Integer(), nullable=False),
        sa.Column("layer", _words("layer", ("body", "ease", "cut")), nullable=False),
        sa.Column("garment", sa.String(), nullable=False),
        sa.Column("point", sa.String(), nullable=False),
        sa.Column("cloth", sa.String(), nullable=False),
        sa.Column("mm", sa.Integer(), nullable=False),
        sa.Column("reason", sa.JSON(), nullable=False),
        sa.Column("decision", _words("decision", ("open", "accepted", "declined")), nullable=False),
        sa.Column("proposed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        _of_profile("corrections"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_corrections")),
        sa.UniqueConstraint("public_id", name=op.f("uq_corrections_public_id")),
    )
    op.create_index(op.f("ix_corrections_profile_id"), "corrections", ["profile_id"])


def _wardrobe() -> None:
    op.create_table(
        "wardrobe_garments",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("public_id", sa.String(), nullable=False),
        sa.Column("profile_id", sa.Integer(), nullable=False),
        sa.Column("garment", sa.String(), nullable=False),
        sa.Column("fit", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("points", sa.JSON(), nullable=False),
        sa.Column("followed", sa.Boolean(), nullable=False),
        sa.Column("line", sa.String(), nullable=True),
        sa.Column("once", sa.String(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        _of_profile("wardrobe_garments"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_wardrobe_garments")),
        sa.UniqueConstraint("public_id", name=op.f("uq_wardrobe_garments_public_id")),
        sa.UniqueConstraint("once", name=op.f("uq_wardrobe_garments_once")),
    )
    op.create_index(op.f("ix_wardrobe_garments_profile_id"), "wardrobe_garments", ["profile_id"])


def _answers() -> None:
    op.create_table(
        "fit_answers",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("line", sa.String(), nullable=False),
        sa.Column("profile_id", sa.Integer(), nullable=True),
        sa.Column("point", sa.String(), nullable=False),
        sa.Column(
            "said", _words("said", ("right", "long", "short", "tight", "loose")), nullable=False
        ),
        sa.Column("since", _words("since", ("start", "wash")), nullable=False),
        sa.Column("mm", sa.Integer(), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        _of_profile("fit_answers"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_fit_answers")),
        sa.UniqueConstraint("line", "point", name=op.f("uq_fit_answers_line_point")),
    )
    op.create_index(op.f("ix_fit_answers_line"), "fit_answers", ["line"])
    op.create_index(op.f("ix_fit_answers_profile_id"), "fit_answers", ["profile_id"])


def _of_profile(table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["profile_id"], ["profiles.id"], name=op.f(f"fk_{table}_profile_id"), ondelete="CASCADE"
    )


def _words(name: str, words: tuple[str, ...]) -> sa.Enum:
    return sa.Enum(*words, name=name, native_enum=False, create_constraint=True, length=32)
