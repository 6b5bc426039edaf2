"""What the shop and its test counter agree upon."""

import hashlib
import hmac
from typing import Final

API_KEY: Final = "sk_test_counter"
MOUNTED_AT: Final = "/test-counter"


def webhook_secret(secret_key: str) -> str:
    """Return the secret that webhooks are signed with, made from the shop's own."""
    made = hmac.new(secret_key.encode(), b"test counter: webhooks", hashlib.sha256)
    return f"whsec_{made.hexdigest()}"
