"""What a body is, what its values may be, and what standard sizes measure. Pure."""

from shop.measurements.rules.adjusting import adjusted
from shop.measurements.rules.bodies import (
    Body,
    Measured,
    Shoulders,
    SizeTable,
    Source,
    Stance,
    Way,
    Whose,
)
from shop.measurements.rules.doubts import doubts_about, read
from shop.measurements.rules.estimating import completed, reach, refreshed
from shop.measurements.rules.facts import FACTS, NO_FACTS, Facts
from shop.measurements.rules.faults import Answer, Answers, Choice, Fault, Reading
from shop.measurements.rules.measures import (
    ASKED_ONLY,
    CORE,
    KEYS,
    MEASURES,
    MODELLED,
    Measure,
    measure,
)
from shop.measurements.rules.reasons import (
    Heard,
    Proposed,
    Reason,
    Why,
    garments_in_words,
    heard_in_words,
    why_in_words,
)
from shop.measurements.rules.reminders import WEIGHTS, Reminder, Weighed, reminders
from shop.measurements.rules.sizes import Size, find_size, size, sizes
from shop.measurements.rules.tuning import (
    AS_CUT,
    Closeness,
    Correction,
    Decision,
    Follow,
    Layer,
    Tuning,
)
from shop.measurements.rules.typed_lengths import all_in_another

NAME_MAX = 60

__all__ = [
    "ASKED_ONLY",
    "AS_CUT",
    "CORE",
    "FACTS",
    "KEYS",
    "MEASURES",
    "MODELLED",
    "NAME_MAX",
    "NO_FACTS",
    "WEIGHTS",
    "Answer",
    "Answers",
    "Body",
    "Choice",
    "Closeness",
    "Correction",
    "Decision",
    "Facts",
    "Fault",
    "Follow",
    "Heard",
    "Layer",
    "Measure",
    "Measured",
    "Proposed",
    "Reading",
    "Reason",
    "Reminder",
    "Shoulders",
    "Size",
    "SizeTable",
    "Source",
    "Stance",
    "Tuning",
    "Way",
    "Weighed",
    "Whose",
    "Why",
    "adjusted",
    "all_in_another",
    "completed",
    "doubts_about",
    "find_size",
    "garments_in_words",
    "heard_in_words",
    "measure",
    "reach",
    "read",
    "refreshed",
    "reminders",
    "size",
    "sizes",
    "why_in_words",
]
