"""What others call our measures: the terms of ISO 8559-1, and FreeSewing's names. Pure.

The terms stand at the measures themselves; their numbers in the standard are left out, because we
could not look them up in it. FreeSewing's names and what they mean are those of its list of
measurements and its instructions (freesewing.org/docs/measurements). Its waist is the narrowest
place, which is our natural waist; our waist is level with the navel and has no name of theirs, and
what they measure from the waist is told with a remark.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from shop.kernel.texts import gettext as _
from shop.measurements.rules.measures import GIRTHS, measure


@dataclass(frozen=True, kw_only=True)
class Name:
    """What a measure of ours is called elsewhere; empty where it is not known there.

    `is_near` says that FreeSewing's measure is a neighbour of ours and not the same.
    """

    key: str
    term: str
    freesewing: str = ""
    is_near: bool = False
    remark: str = ""


class Group(StrEnum):
    """How values are shown together."""

    GIRTHS = "girths"
    LENGTHS = "lengths"
    HEIGHTS = "heights"

    @property
    def label(self) -> str:
        return {
            Group.GIRTHS: _("Round the body"),
            Group.LENGTHS: _("Along the body"),
            Group.HEIGHTS: _("From the floor"),
        }[self]


HEIGHTS: Final = ("height", "outseam", "inseam", "nape_height", "bust_height", "knee_height")
_SAME: Final = {
    "neck": "neck", "chest": "chest", "seat": "seat", "arm_length": "shoulderToWrist",
    "biceps": "biceps", "wrist": "wrist", "outseam": "waistToFloor", "inseam": "inseam",
    "body_rise": "crotchDepth", "crotch_length": "crossSeam", "thigh": "upperLeg",
    "ankle": "ankle", "heel": "heel", "under_bust": "underbust", "high_bust": "highBust",
    "natural_waist": "waist", "knee": "knee",
}  # fmt: skip
_NEAR: Final = {
    "shoulder_width": "shoulderToShoulder", "back_length": "hpsToWaistBack",
    "front_length": "hpsToWaistFront", "trouser_waist": "hips",
}  # fmt: skip
_FROM_WAIST: Final = {"outseam", "body_rise", "crotch_length"}


def name_of(key: str) -> Name:
    """Return what others call the measure; raise KeyError for a key nobody knows."""
    same, near = _SAME.get(key, ""), _NEAR.get(key, "")
    return Name(
        key=key,
        term=measure(key).term,
        freesewing=same or near,
        is_near=bool(near),
        remark=_remark(key),
    )


def key_of(freesewing: str) -> str | None:
    """Return our key for a name of FreeSewing's, the same or a near one; None for no such."""
    return _BY_FREESEWING.get(freesewing)


def group_of(key: str) -> Group:
    if key in GIRTHS:
        return Group.GIRTHS
    return Group.HEIGHTS if key in HEIGHTS else Group.LENGTHS


def _remark(key: str) -> str:
    """Return how FreeSewing's measure differs from ours; empty where it does not."""
    if key in _FROM_WAIST:
        return _("FreeSewing begins at the narrowest place of the waist, we level with the navel.")
    return {
        "shoulder_width": _("FreeSewing may end a little inside the bony tips."),
        "back_length": _("FreeSewing begins at the side of the neck, we at the nape."),
        "front_length": _("FreeSewing begins at the side of the neck, we at its front."),
        "trouser_waist": _("FreeSewing may measure a little higher or lower over the hip bones."),
    }.get(key, "")


_BY_FREESEWING: Final[Mapping[str, str]] = {
    name: key for table in (_SAME, _NEAR) for key, name in table.items()
}
