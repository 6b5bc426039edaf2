"""Reads about bodies: the only way to them for everybody else. Always by whose they are."""

from shop.measurements.queries.corrections import correction_of, corrections_of, cut_with
from shop.measurements.queries.due import find_profile, to_remind
from shop.measurements.queries.history import body_of, revisions_of, values_at, with_history
from shop.measurements.queries.open_walks import OpenWalk, open_walks_of
from shop.measurements.queries.pages import page_of, reminders_of
from shop.measurements.queries.profiles import (
    ProfileView,
    find_by_once,
    own_profile,
    profile_of,
    profiles_named,
    profiles_of,
)
from shop.measurements.queries.recorded import recorded_of
from shop.measurements.queries.walks import WalkView, find_walk, walk_view

__all__ = [
    "OpenWalk",
    "ProfileView",
    "WalkView",
    "body_of",
    "correction_of",
    "corrections_of",
    "cut_with",
    "find_by_once",
    "find_profile",
    "find_walk",
    "open_walks_of",
    "own_profile",
    "page_of",
    "profile_of",
    "profiles_named",
    "profiles_of",
    "recorded_of",
    "reminders_of",
    "revisions_of",
    "to_remind",
    "values_at",
    "walk_view",
    "with_history",
]
