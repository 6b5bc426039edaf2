"""What we write to people about their account."""

from flask import current_app, url_for
from sqlalchemy.orm import Session

from shop.accounts.models import Person
from shop.infra import mail
from shop.kernel.texts import gettext as _


def reset(session: Session, person: Person, *, link_token: str) -> None:
    """Send the link with which the owner of the address sets a new password."""
    mail.write(
        session,
        "accounts/reset.txt",
        to=person.email or "",
        whom=person.id,
        subject=_("Set a new password"),
        person=person,
        link=current_app.extensions["settings"].url + url_for("accounts.reset", token=link_token),
    )
