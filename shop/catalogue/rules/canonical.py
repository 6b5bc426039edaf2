"""Garments and cloths as canonical text and back (see `kernel.documents`)."""

import json
from dataclasses import replace
from typing import TypeVar

from shop.catalogue.rules.cloths import Cloth
from shop.catalogue.rules.garments import GarmentModel
from shop.kernel import documents
from shop.kernel.documents import digest

__all__ = ["canonical", "digest", "published", "read"]

Frozen = TypeVar("Frozen", GarmentModel, Cloth)


def canonical(thing: GarmentModel | Cloth) -> str:
    """Return the thing as JSON with sorted keys and no blanks."""
    if isinstance(thing, GarmentModel):
        thing = replace(thing, version=0, digest="")
    return documents.canonical(thing)


def read(kind: type[Frozen], text: str) -> Frozen:
    """Return the thing whose canonical text this is."""
    thing: Frozen = documents.build(kind, json.loads(text))
    return thing


def published(text: str, *, version: int) -> GarmentModel:
    """Return the model as it is published: with the number of its version and its digest."""
    return replace(read(GarmentModel, text), version=version, digest=digest(text))
