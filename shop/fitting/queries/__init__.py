"""Reads of how garments fitted, always by whose they are."""

from shop.fitting.queries.garments import Fitted, fitted_of, followed_of
from shop.fitting.queries.learning import outcome_of
from shop.fitting.queries.proposals import Proposal, open_corrections

__all__ = [
    "Fitted",
    "Proposal",
    "fitted_of",
    "followed_of",
    "open_corrections",
    "outcome_of",
]
