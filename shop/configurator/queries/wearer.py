"""For whom garments are: the person's profiles, or standard sizes."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from sqlalchemy.orm import Session

from shop.designs.rules import Configuration
from shop.kernel.texts import lazy as _
from shop.measurements import queries as measurements
from shop.measurements import rules
from shop.measurements.queries import ProfileView
from shop.measurements.rules import AS_CUT, Body, SizeTable, Tuning
from shop.wardrobe import queries as wardrobe
from shop.wardrobe.queries import Lessons

_SIZES: Final = {
    SizeTable.MEN: _("men's size %(size)s"),
    SizeTable.WOMEN: _("women's size %(size)s"),
}


@dataclass(frozen=True, kw_only=True)
class Wearer:
    """A body with a name to show, where it came from, and how its garments are cut."""

    label: str
    body: Body
    profile_id: str = ""
    size: str = ""
    tuning: Tuning = AS_CUT
    profile: ProfileView | None = None


def wearers(
    session: Session, asked: Iterable[Configuration], *, person_id: int | None
) -> Mapping[tuple[str, str], Wearer]:
    """Return who will wear each garment, by code and garment.

    Nobody is returned for a code that is empty, unknown, or of a profile that is not the person's.
    """
    wanted = {(each.wearer, each.garment) for each in asked if each.wearer}
    profiles = _profiles(session, {code for code, _garment in wanted}, person_id=person_id)
    lessons = wardrobe.lessons_of(session, [each.id for each in profiles.values()])
    found = {
        (code, garment): _by_profile(profiles[code], garment, lessons[profiles[code].id])
        if code in profiles
        else _by_size(code)
        for code, garment in wanted
    }
    return {key: each for key, each in found.items() if each}


def _profiles(
    session: Session, codes: set[str], *, person_id: int | None
) -> Mapping[str, ProfileView]:
    named = {code for code in codes if "-" not in code}
    if person_id is None or not named:
        return {}
    return measurements.profiles_named(session, person_id=person_id, public_ids=named)


def _by_profile(profile: ProfileView, garment: str, lessons: Lessons) -> Wearer:
    """Return the wearer with what she likes, how she stands, and what her garments taught us."""
    tuning = Tuning(
        closeness=profile.closeness,
        shoulders=profile.shoulders,
        stance=profile.stance,
        corrections=lessons.corrections,
        follow=lessons.follows.get(garment),
    )
    return Wearer(
        label=profile.name,
        body=profile.body,
        profile_id=profile.public_id,
        profile=profile,
        tuning=tuning,
    )


def _by_size(code: str) -> Wearer | None:
    table, _dash, size = code.partition("-")
    found = rules.find_size(table, size)
    if found is None:
        return None
    label = _SIZES[SizeTable(table)] % {"size": found.code}
    return Wearer(label=label, body=found.body, size=code)
