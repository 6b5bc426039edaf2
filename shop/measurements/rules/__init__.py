"""What a body is, what its values may be, and what standard sizes measure. Pure."""

from shop.measurements.rules.doubts import Answers, Fault, Reading, faults_of, read
from shop.measurements.rules.kinds import Body, Measured, Source, Table
from shop.measurements.rules.measures import CORE, KEYS, MEASURES, Measure, measure
from shop.measurements.rules.ratios import Question, questions_about
from shop.measurements.rules.sizes import Size, find_size, size, sizes

NAME_MAX = 60

__all__ = [
    "CORE",
    "KEYS",
    "MEASURES",
    "NAME_MAX",
    "Answers",
    "Body",
    "Fault",
    "Measure",
    "Measured",
    "Question",
    "Reading",
    "Size",
    "Source",
    "Table",
    "faults_of",
    "find_size",
    "measure",
    "questions_about",
    "read",
    "size",
    "sizes",
]
