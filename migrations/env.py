"""Alembic's way in: uses the connection of `shop.infra.schema`, in one transaction."""

from alembic import context

from shop.tables import METADATA

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=METADATA,
    render_as_batch=True,
    compare_type=True,
)
context.run_migrations()
