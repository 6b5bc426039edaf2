"""The one family of errors that a customer or a colleague may meet."""

from typing import ClassVar


class ShopError(Exception):
    """Something the caller did cannot be done; the message is a full sentence, fit to show."""

    status: ClassVar[int] = 400


class SignInNeeded(ShopError):
    """Nobody is signed in, and the page is somebody's."""

    status = 401


class Forbidden(ShopError):
    """Signed in, but not allowed."""

    status = 403


class NotFound(ShopError):
    """No such thing, or none that is the caller's."""

    status = 404


class Refused(ShopError):
    """Valid input, wrong moment: the state of things says no."""

    status = 409


class Gone(ShopError):
    """A link that was good once."""

    status = 410


class Invalid(ShopError):
    """Input that means nothing here."""

    status = 422


class TooMany(ShopError):
    """Too many tries in too short a time."""

    status = 429


class Unavailable(ShopError):
    """Something outside does not answer just now."""

    status = 503
