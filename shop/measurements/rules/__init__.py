"""What a body is, what its values may be, and what standard sizes measure. Pure."""

from shop.measurements.rules.doubts import Answers, Fault, Reading, faults_of, read
from shop.measurements.rules.facts import FACTS, Facts
from shop.measurements.rules.kinds import (
    Body,
    Measured,
    Shoulders,
    Source,
    Stance,
    Table,
    Way,
    Whose,
)
from shop.measurements.rules.measures import CORE, KEYS, MEASURES, Measure, measure
from shop.measurements.rules.ratios import Question, questions_about
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

NAME_MAX = 60

__all__ = [
    "AS_CUT",
    "CORE",
    "FACTS",
    "KEYS",
    "MEASURES",
    "NAME_MAX",
    "Answers",
    "Body",
    "Closeness",
    "Correction",
    "Decision",
    "Facts",
    "Fault",
    "Follow",
    "Layer",
    "Measure",
    "Measured",
    "Question",
    "Reading",
    "Shoulders",
    "Size",
    "Source",
    "Stance",
    "Table",
    "Tuning",
    "Way",
    "Whose",
    "faults_of",
    "find_size",
    "measure",
    "questions_about",
    "read",
    "size",
    "sizes",
]
