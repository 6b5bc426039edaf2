"""The letter that it is time to measure again, with a link that stops such letters."""

from typing import Final

from flask import current_app
from itsdangerous import URLSafeSerializer
from sqlalchemy.orm import Session

from shop.accounts import queries as people
from shop.infra import mail
from shop.kernel.errors import NotFound
from shop.kernel.texts import gettext as _
from shop.measurements.models import Profile

SALT: Final = "measurement-letters"


def remind(session: Session, profile: Profile) -> None:
    """Write to the profile's owner, if she has an address. No measurement stands in the letter."""
    person = people.person(session, profile.person_id)
    if not person.email:
        return
    url = current_app.extensions["settings"].url
    mail.write(
        session,
        "measurements/remind.txt",
        to=person.email,
        whom=person.id,
        subject=_("Time to take the tape again"),
        person=person,
        profile=profile,
        link=f"{url}/profiles/{profile.public_id}",
        stop=f"{url}/profiles/letters/{token(profile)}",
    )


def token(profile: Profile) -> str:
    """Return what stands in the link that stops the letters about this profile."""
    return str(_serializer().dumps(profile.public_id))


def profile_in(sent: str) -> str:
    """Return the public id in a link of ours; raise NotFound for any other."""
    is_ours, public_id = _serializer().loads_unsafe(sent)
    if not is_ours:
        raise NotFound(_("This link is not complete. Copy it from the mail once more."))
    return str(public_id)


def _serializer() -> URLSafeSerializer:
    return URLSafeSerializer(current_app.secret_key or "", salt=SALT)
