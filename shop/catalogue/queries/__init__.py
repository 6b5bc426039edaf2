"""Reads of the catalogue. The configurator asks on every click, so they are cheap.

What is kept in the process is found by its digest, so it can never be stale; the database is asked
for digests only.
"""

from shop.catalogue.queries.cloths import cloth, cloth_in, cloths, cloths_by_digest
from shop.catalogue.queries.drafts import Draft, draft_model, draft_of, drafts, place_of
from shop.catalogue.queries.garments import (
    NEWEST,
    model,
    model_by_digest,
    model_of,
    models,
    models_by_digest,
)
from shop.catalogue.queries.materials import materials

__all__ = [
    "NEWEST",
    "Draft",
    "cloth",
    "cloth_in",
    "cloths",
    "cloths_by_digest",
    "draft_model",
    "draft_of",
    "drafts",
    "materials",
    "model",
    "model_by_digest",
    "model_of",
    "models",
    "models_by_digest",
    "place_of",
]
