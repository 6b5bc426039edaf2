"""Names that can be guessed by nobody."""

import secrets

ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz"  # no 0/o, 1/l/i: read aloud on the telephone
LENGTH = 14  # 31**14 is 69 bits


def public_id() -> str:
    """Return a random name for URLs, 14 characters that survive being read aloud."""
    return "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))


def token() -> str:
    """Return a secret of 256 bits for cookies and links."""
    return secrets.token_urlsafe(32)
