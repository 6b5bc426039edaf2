"""What makes a good password, and how long a link or a sign-in lasts."""

from datetime import timedelta
from typing import Final

from shop.kernel.texts import gettext as _

PASSWORD_MIN: Final = 10
PASSWORD_MAX: Final = 200  # Argon2 takes any length, our memory does not
SIGN_IN_LASTS: Final = timedelta(days=180)
RESET_LASTS: Final = timedelta(hours=2)
COOKIE_KEY: Final = "key"  # the name of the sign-in's secret inside the signed cookie
TRIES: Final = "10 per 15 minutes"
# Wrong passwords for one account from one address: slowed first, then refused. Right ones never
# count, and nobody's wrong ones keep anybody else out.
WRONG: Final = ("5 per minute", "20 per hour")
WRONG_FROM_ONE_ADDRESS: Final = ("100 per hour",)  # one guess at each of many accounts
LETTERS: Final = ("3 per hour",)  # with a link for a new password, to one person


def password_fault(password: str, email: str) -> str | None:
    """Return what is wrong with the password in a sentence, or None."""
    if len(password) < PASSWORD_MIN:
        return _("Use at least %(n)s characters. A few words in a row are fine.", n=PASSWORD_MIN)
    if len(password) > PASSWORD_MAX:
        return _("Use at most %(n)s characters.", n=PASSWORD_MAX)
    if password.casefold() in {email.casefold(), email.casefold().partition("@")[0]}:
        return _("Use something other than your e-mail address.")
    if len(set(password)) < PASSWORD_MIN // 3:
        return _("That repeats too few characters to be safe.")
    return None


def tidy_email(typed: str) -> str:
    """Return the address in the one form that is kept and compared."""
    return typed.strip().lower()
