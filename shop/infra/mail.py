"""Mail goes through the outbox: written with the change, sent by the worker."""

import logging
import smtplib
from collections.abc import Mapping
from email.message import EmailMessage
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit

from flask import current_app, render_template
from sqlalchemy.orm import Session

from shop.infra import outbox
from shop.kernel import ids

SEND: Final = "mail.send"
TIMEOUT: Final = 20  # seconds

log = logging.getLogger("shop")


def write(session: Session, template: str, *, to: str, subject: str, **facts: Any) -> None:
    """Render the mail now, with what is true now, and let the worker send it."""
    body = render_template(f"mail/{template}", **facts)
    outbox.ask_for(
        session, SEND, to=to, subject=subject, body=body, message_id=f"<{ids.public_id()}@shop>"
    )


def send(session: Session, job: Mapping[str, Any]) -> None:
    """Send one mail by the transport of the settings: file, console or SMTP."""
    settings = current_app.extensions["settings"]
    message = EmailMessage()
    message["From"], message["To"] = settings.mail_from, job["to"]
    message["Subject"], message["Message-ID"] = job["subject"], job["message_id"]
    message.set_content(job["body"])
    if settings.mail == "file":
        _keep(Path(settings.var_dir) / "mail", message)
    elif settings.mail == "console":
        log.info("\n%s", message.as_string())
    else:
        _post(settings.mail, message)


def _keep(folder: Path, message: EmailMessage) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    name = message["Message-ID"].strip("<>").partition("@")[0]
    (folder / f"{name}.eml").write_bytes(message.as_bytes())


def _post(url: str, message: EmailMessage) -> None:
    parts = urlsplit(url)
    kind = smtplib.SMTP_SSL if parts.scheme == "smtps" else smtplib.SMTP
    with kind(parts.hostname or "localhost", parts.port or 0, timeout=TIMEOUT) as server:
        if parts.scheme == "smtp" and server.has_extn("starttls"):
            server.starttls()
        if parts.username:
            server.login(parts.username, parts.password or "")
        server.send_message(message)
