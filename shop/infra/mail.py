"""Mail goes through the outbox: written with the change, sent by the worker, each letter once."""

import logging
from collections.abc import Callable, Mapping
from email.message import EmailMessage
from email.utils import format_datetime, parseaddr
from pathlib import Path
from typing import Any, Final

from flask import current_app, render_template
from sqlalchemy.orm import Session

from shop.infra import outbox, relay
from shop.infra.jobs import OnceOnly
from shop.infra.outbox import RefusedForGood
from shop.kernel import clock, ids

SEND: Final = "mail.send"

log = logging.getLogger("shop")


def write(
    session: Session,
    template: str,
    *,
    to: str,
    whom: int | None,
    subject: str,
    about: str = "",
    **facts: Any,
) -> None:
    """Render the mail now, with what is true now, and let the worker send it.

    `whom` is the person it is to, or tells of: with her it is handed over, told and forgotten.
    With `about`, nothing is written while a letter about the same waits.
    """
    body = render_template(f"mail/{template}", **facts)
    outbox.ask_for(
        session,
        SEND,
        about=about,
        whom=whom,
        to=to,
        subject=subject,
        body=body,
        message_id=_message_id(),
    )


def send(session: Session, job: Mapping[str, Any], begin: Callable[[], None]) -> None:
    """Send one mail by the transport of the settings: file, console or SMTP."""
    settings = current_app.extensions["settings"]
    message = _composed(job, sender=settings.mail_from)
    if settings.mail == "file":
        _keep(Path(settings.var_dir) / "mail", message)
    elif settings.mail == "console":
        log.info("\n%s", message.as_string())
    else:
        relay.post(settings.mail, message, begin=begin)


JOBS: Final = {SEND: OnceOnly(send)}


def _composed(job: Mapping[str, Any], *, sender: str) -> EmailMessage:
    message = EmailMessage()
    try:
        message["From"], message["To"] = sender, _plain_domain(job["to"])
        message["Subject"] = job["subject"]
    except ValueError:  # a UnicodeError is one, too
        raise RefusedForGood("an address or a subject that no letter can have") from None
    message["Message-ID"] = job["message_id"]
    message["Date"] = format_datetime(clock.now())
    message.set_content(job["body"])
    return message


def _plain_domain(address: str) -> str:
    """Return the address with its domain as DNS has it: `gast@xn--exmple-cua.de`."""
    local, at, domain = address.rpartition("@")
    return f"{local}{at}{domain.encode('idna').decode()}"


def _message_id() -> str:
    """Return a name for the letter under the house's own domain: the same at every try."""
    sender = parseaddr(current_app.extensions["settings"].mail_from)[1]
    return f"<{ids.public_id()}@{sender.rpartition('@')[2] or 'localhost'}>"


def _keep(folder: Path, message: EmailMessage) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    name = message["Message-ID"].strip("<>").partition("@")[0]
    (folder / f"{name}.eml").write_bytes(message.as_bytes())
