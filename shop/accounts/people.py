"""What is kept of who somebody is: told, and blanked until only a number is left."""

from typing import Final

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from shop.accounts import queries
from shop.accounts.models import SignIn
from shop.infra.access import Role
from shop.infra.holders import Exported, Fates, Leaving, columns, fates
from shop.kernel.texts import lazy as _

FATES: Final[Fates] = {
    **fates(
        "people",
        erased="email password_hash name role",
        stays="created_at erased_at forget_again_at",
    ),
    **fates("sign_ins", erased="token_hash person_id begun_at ended_at"),
}
GOES: Final = _(
    "Your name, your e-mail address, your password, and every browser that is signed in."
)


def export(session: Session, person_id: int) -> Exported:
    """Return the account, and since when and until when browsers were let in."""
    person = queries.person(session, person_id)
    let_in = select(SignIn).where(SignIn.person_id == person_id).order_by(SignIn.id)
    return {
        "account": {
            **columns(person, "email name role created_at"),
            "sign_ins": [columns(each, "begun_at ended_at") for each in session.scalars(let_in)],
        }
    }


def hand_over(session: Session, *, guest_id: int, person_id: int) -> None:
    """Nothing to do: a guest has no name, and her browsers are not let into the account."""


def forget(session: Session, leaving: Leaving) -> None:
    """Let no browser in any more, and leave a person without address, name and password."""
    session.execute(delete(SignIn).where(SignIn.person_id == leaving.person_id))
    person = queries.person(session, leaving.person_id)
    person.email, person.name, person.password_hash = None, "", None
    person.role = Role.CUSTOMER
    person.erased_at = person.erased_at or leaving.now
