"""What the configurator shows, put together from what its queries read. No HTTP, no forms."""

from shop.configurator.page.changes import Changes, changes
from shop.configurator.page.comparing import beside, compared
from shop.configurator.page.picking import picked, surprised, typed_in
from shop.configurator.page.review import Review, review
from shop.configurator.page.screen import Screen, screen

__all__ = [
    "Changes", "Review", "Screen", "beside", "changes", "compared", "picked", "review", "screen",
    "surprised", "typed_in",
]  # fmt: skip
