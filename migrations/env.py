"""Alembic's way in: uses the connection of `shop.infra.schema`, in one transaction."""

from alembic import context

from shop.infra.db import UtcDateTime
from shop.tables import METADATA


def render_item(kind, item, autogen):
    """Write our own types as the plain ones they are in the database."""
    is_ours = kind == "type" and isinstance(item, UtcDateTime)
    return "sa.DateTime(timezone=True)" if is_ours else False


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=METADATA,
    render_as_batch=True,
    compare_type=True,
    render_item=render_item,
)
context.run_migrations()
