"""Going back to what a profile was, as a new revision: nothing is ever overwritten."""

from datetime import datetime

from sqlalchemy.orm import Session

from shop.infra.log import say
from shop.kernel.errors import NotFound
from shop.kernel.texts import gettext as _
from shop.measurements import queries
from shop.measurements.models import Measurement, Profile, Revision
from shop.measurements.rules import Source, Way
from shop.measurements.rules.histories import differences, state_at


def restore(session: Session, profile: Profile, *, no: int, now: datetime) -> None:
    """Write what was known after the revision `no` as a new one; nothing if that is so already.

    What was not known then is not known any more. Values keep the day on which they were taken.
    Raises NotFound for a revision that the profile never had.
    """
    if not 1 <= no <= profile.revision:
        raise NotFound(_("There is no such state of these measurements."))
    told = queries.recorded_of(session, profile.id)
    changed = differences(state_at(told, profile.revision), state_at(told, no))
    if not changed:
        return
    then = queries.values_at(session, profile.id, no)
    profile.revision += 1
    profile.changed_at = now
    session.add(Revision(profile_id=profile.id, no=profile.revision, way=Way.RESTORE, at=now))
    session.add_all(_again(profile, each.key, then.get(each.key), now) for each in changed)
    say("measurements.restored", profile=profile.public_id, revision=profile.revision, to=no)


def _again(profile: Profile, key: str, then: Measurement | None, now: datetime) -> Measurement:
    if then is None:
        return Measurement(
            profile_id=profile.id,
            revision=profile.revision,
            key=key,
            amount=None,
            low=None,
            high=None,
            source=Source.TAPE,
            insisted=False,
            taken_at=now,
        )
    return Measurement(
        profile_id=profile.id,
        revision=profile.revision,
        key=key,
        amount=then.amount,
        low=then.low,
        high=then.high,
        source=then.source,
        insisted=then.insisted,
        taken_at=then.taken_at,
    )
