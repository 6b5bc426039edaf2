"""One letter to a mail relay: by whom it may be read, until when, and what the relay's word means.

RFC 5321, 4.2.1: a code of 5yz is a refusal for good, one of 4yz for now. 4.5.3.2.6: who has sent
the whole letter waits long for the answer, since to ask again would be to send it again.
"""

import smtplib
import ssl
from collections.abc import Callable
from contextlib import suppress
from email.message import EmailMessage
from email.policy import SMTP, SMTPUTF8
from email.utils import getaddresses
from typing import Final
from urllib.parse import SplitResult, unquote, urlsplit

from shop.infra.outbox import OutcomeUnknown, RefusedForGood

PATIENCE: Final = 20  # seconds for a word
PATIENCE_FOR_ALL: Final = 300  # seconds for the answer to a whole letter
PATIENCE_FOR_GOODBYE: Final = 2
TAKEN: Final = 250
WILL_FORWARD: Final = 251
FOR_GOOD: Final = 500
HERE: Final = frozenset({"localhost", "127.0.0.1", "::1"})


class PasswordInClear(Exception):
    """The relay offers no encryption, and the password would be read on the way."""


def post(url: str, message: EmailMessage, *, begin: Callable[[], None]) -> None:
    """Hand the letter to the relay of this address; call `begin` just before the letter itself.

    Raises RefusedForGood for a letter that this relay never takes, OutcomeUnknown when it fell
    silent after it had the letter, anything of smtplib or the network where it may be tried again.
    """
    server = _connected(urlsplit(url))
    try:
        _address(server, message)
        begin()
        _expect(_hand_over(server, message))
    except smtplib.SMTPResponseException as refusal:
        if refusal.smtp_code >= FOR_GOOD:
            raise RefusedForGood(f"the relay answered {refusal.smtp_code}") from None
        raise
    finally:
        _leave(server)


def _connected(parts: SplitResult) -> smtplib.SMTP:
    host, port, safe = parts.hostname or "localhost", parts.port or 0, ssl.create_default_context()
    if parts.scheme == "smtps":
        server: smtplib.SMTP = smtplib.SMTP_SSL(host, port, timeout=PATIENCE, context=safe)
    else:
        server = smtplib.SMTP(host, port, timeout=PATIENCE)
        server.ehlo_or_helo_if_needed()
        if server.has_extn("starttls"):
            server.starttls(context=safe)
        elif parts.username and host not in HERE:
            server.close()
            raise PasswordInClear(host)
    if parts.username:
        server.login(unquote(parts.username), unquote(parts.password or ""))
    return server


def _address(server: smtplib.SMTP, message: EmailMessage) -> None:
    """Name sender and receiver. Raises RefusedForGood where the relay cannot write a name."""
    server.ehlo_or_helo_if_needed()
    options = ("SMTPUTF8",) if server.has_extn("smtputf8") else ()
    (_from, sender), (_to, receiver) = getaddresses([str(message["From"]), str(message["To"])])
    if not options and not (sender + receiver).isascii():
        raise RefusedForGood("the relay knows no addresses beyond ASCII")
    _expect(server.mail(sender, options))
    _expect(server.rcpt(receiver))


def _hand_over(server: smtplib.SMTP, message: EmailMessage) -> tuple[int, bytes]:
    _wait_for(server, PATIENCE_FOR_ALL)
    policy = SMTPUTF8 if server.has_extn("smtputf8") else SMTP
    try:
        return server.data(message.as_bytes(policy=policy))
    except smtplib.SMTPDataError:  # it did not want to hear the letter
        raise
    except OSError as silence:
        raise OutcomeUnknown("the relay fell silent after it had the letter") from silence


def _leave(server: smtplib.SMTP) -> None:
    """Say goodbye; whatever is answered, the letter is gone or refused by now."""
    with suppress(OSError):
        _wait_for(server, PATIENCE_FOR_GOODBYE)
        server.quit()
    server.close()


def _wait_for(server: smtplib.SMTP, seconds: int) -> None:
    if server.sock is not None:
        server.sock.settimeout(seconds)


def _expect(answer: tuple[int, bytes]) -> None:
    code, said = answer
    if not TAKEN <= code <= WILL_FORWARD:
        raise smtplib.SMTPResponseException(code, said)
