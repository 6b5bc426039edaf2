"""Whatever hangs on a profile goes with it, and all of it can be taken along."""

from datetime import timedelta

from sqlalchemy import func, select

from shop.infra.holders import Leaving
from shop.kernel import ids
from shop.measurements import people, service
from shop.measurements.models import Profile
from shop.measurements.rules.reasons import Reason, Why
from shop.tables import METADATA
from shop.wardrobe import people as wardrobe
from tests.builders.measurements import MEASURED_AT, a_body, a_profile

LATER = MEASURED_AT + timedelta(days=1)
PROFILES = METADATA.tables["profiles"]
OF_PROFILES = [
    table
    for table in METADATA.sorted_tables
    if any(key.references(PROFILES) for key in table.foreign_keys)
]
REASON = Reason(why=Why.WORN, heard=(), was_mm=645)
SAMPLES = {
    "tape_walks": {"keys": ["neck"], "skipped": ["seat"], "first": {"chest": 977},
                   "revision": 1, "carried": {}, "begun_at": LATER},
    "corrections": {"layer": "ease", "garment": "shirt", "point": "sleeve", "cloth": "",
                    "mm": 11, "reason": REASON, "decision": "open", "proposed_at": LATER,
                    "decided_at": None},
    "wardrobe_garments": {"garment": "shirt", "fit": "regular", "name": "Old faithful",
                          "points": {"chest": 1111}, "followed": True, "line": None,
                          "created_at": LATER},
    "fit_answers": {"line": "line", "point": "sleeve", "said": "long", "since": "start", "mm": 12,
                    "at": LATER},
}  # fmt: skip


def a_full_profile(session, **more):
    """Return a profile with a row in every table that hangs on profiles."""
    profile = a_profile(session, facts={"weight": 62_345}, **more)
    service.record(session, profile, body=a_body(neck=391), gone=("waist",), now=LATER)
    session.flush()
    for name, sample in SAMPLES.items():
        table = METADATA.tables[name]
        names = {key: ids.public_id() for key in ("public_id", "once") if key in table.c}
        line = {"line": ids.public_id()} if sample.get("line") else {}
        session.execute(
            table.insert().values({**sample, **names, **line, "profile_id": profile.id})
        )
    return profile


def rows_of(session, profile_id):
    """Return how many rows of each table hang on the profile."""
    return {
        table.name: session.scalar(
            select(func.count()).select_from(table).where(table.c.profile_id == profile_id)
        )
        for table in OF_PROFILES
    }


def test_every_table_of_profiles_is_looked_at(session):
    profile = a_full_profile(session)

    assert {table.name for table in OF_PROFILES} == {
        "profile_revisions",
        "measurements",
        *SAMPLES,
    }
    assert all(rows_of(session, profile.id).values())


def test_an_erased_profile_leaves_nothing_and_others_keep_all(session):
    profile, other = a_full_profile(session), a_full_profile(session)
    before = rows_of(session, other.id)

    service.erase(session, profile)
    session.flush()

    assert set(rows_of(session, profile.id).values()) == {0}
    assert rows_of(session, other.id) == before


def test_a_forgotten_person_leaves_nothing(session):
    profile = a_full_profile(session)
    second = a_full_profile(session, person_id=profile.person_id)

    people.forget(session, Leaving(person_id=profile.person_id, now=MEASURED_AT))
    session.flush()

    assert {*rows_of(session, profile.id).values(), *rows_of(session, second.id).values()} == {0}
    assert session.scalar(select(func.count()).select_from(Profile)) == 0


def test_the_export_has_every_value_that_was_ever_told(session):
    profile = a_full_profile(session)

    (kept,) = people.export(session, profile.person_id)["profiles"]

    told = {(each["revision"], each["key"]): each["amount"] for each in kept["measurements"]}
    assert told == {
        (1, "neck"): 380,
        (1, "chest"): 980,
        (1, "waist"): 850,
        (1, "weight"): 62_345,
        (2, "neck"): 391,
        (2, "waist"): None,
    }
    assert [each["no"] for each in kept["revisions"]] == [1, 2]


def test_the_export_tells_of_a_walk_that_is_open(session):
    profile = a_full_profile(session)

    (kept,) = people.export(session, profile.person_id)["profiles"]

    asked = {"keys": ["neck"], "skipped": ["seat"], "first_mm": {"chest": 977}}
    assert {key: kept["walk"][key] for key in asked} == asked
    assert kept["wants_letters"] is False


def test_garments_and_what_they_taught_can_be_taken_along_too(session):
    profile = a_full_profile(session)

    (kept,) = wardrobe.export(session, profile.person_id)["wardrobe"]
    (taught,) = people.export(session, profile.person_id)["corrections"]

    assert (kept["name"], kept["points_mm"]) == ("Old faithful", {"chest": 1111})
    assert (taught["point"], taught["mm"]) == ("sleeve", 11)
