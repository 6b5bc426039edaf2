"""How long a payment may take."""

from datetime import datetime, timedelta
from typing import Final

# A hosted page is open for 30 minutes to 24 hours from its making; a minute is for the way there.
# Source: Stripe's reference, `expires_at` of «Create a Checkout Session».
PAGE_MIN: Final = timedelta(minutes=31)
SHORTEST: Final = timedelta(minutes=35)
LONGEST: Final = timedelta(hours=23, minutes=55)

WORTH_REUSING: Final = timedelta(minutes=5)  # a page with less left is not shown again
ASK_EVERY: Final = timedelta(minutes=5)  # how long we wait for a webhook before asking
ASK_BANK_EVERY: Final = timedelta(hours=6)  # the same for a refund that a bank takes days for
TOLERANCE: Final = 300  # seconds a webhook's signature may be old


def window(wanted: datetime, *, now: datetime) -> datetime:
    """Return the moment closest to the wanted one at which a hosted page may end."""
    return min(max(wanted, now + SHORTEST), now + LONGEST).replace(microsecond=0)


def has_time_for_a_page(expires_at: datetime, *, now: datetime) -> bool:
    """Tell whether a page that ends then may still be made."""
    return expires_at - now >= PAGE_MIN
