"""Frozen values as canonical JSON and back: equal values give equal text, byte by byte.

A field that holds its default is left out, so a field added later changes no old digest.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import MISSING, Field, fields, is_dataclass, replace
from enum import StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

from shop.catalogue.rules.cloths import Cloth
from shop.catalogue.rules.garments import GarmentModel

Frozen = TypeVar("Frozen", GarmentModel, Cloth)


def canonical(thing: GarmentModel | Cloth) -> str:
    """Return the thing as JSON with sorted keys and no blanks."""
    if isinstance(thing, GarmentModel):
        thing = replace(thing, version=0, digest="")
    return json.dumps(_plain(thing), sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def digest(text: str) -> str:
    """Return the SHA-256 of a canonical text, in hexadecimal."""
    return hashlib.sha256(text.encode()).hexdigest()


def read(kind: type[Frozen], text: str) -> Frozen:
    """Return the thing whose canonical text this is."""
    thing: Frozen = _build(kind, json.loads(text))
    return thing


def published(text: str, *, version: int) -> GarmentModel:
    """Return the model as it is published: with the number of its version and its digest."""
    return replace(read(GarmentModel, text), version=version, digest=digest(text))


def _plain(value: Any) -> Any:
    if is_dataclass(value):
        return {
            each.name: _plain(getattr(value, each.name))
            for each in fields(value)
            if getattr(value, each.name) != _default(each)
        }
    if isinstance(value, Mapping):
        return {key: _plain(each) for key, each in value.items()}
    if isinstance(value, frozenset):
        return sorted(value)
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    return value


def _default(each: Field[Any]) -> Any:
    if each.default_factory is not MISSING:
        return each.default_factory()
    return each.default


def _build(kind: Any, raw: Any) -> Any:
    if raw is None:
        return None
    kind = _without_none(kind)
    origin, inner = get_origin(kind), get_args(kind)
    if is_dataclass(kind) and isinstance(kind, type):
        hints = _hints(kind)
        return kind(**{name: _build(hints[name], each) for name, each in raw.items()})
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return kind(raw)
    if origin is Mapping:
        return {key: _build(inner[1], each) for key, each in raw.items()}
    return _build_row(origin, inner, raw)


def _without_none(kind: Any) -> Any:
    """Return `X` of `X | None`."""
    if get_origin(kind) is UnionType and NoneType in get_args(kind):
        return next(each for each in get_args(kind) if each is not NoneType)
    return kind


def _build_row(origin: Any, inner: tuple[Any, ...], raw: Any) -> Any:
    if origin is frozenset:
        return frozenset(raw)
    if origin is tuple and inner[-1] is ...:
        return tuple(_build(inner[0], each) for each in raw)
    if origin is tuple:
        return tuple(_build(one, each) for one, each in zip(inner, raw, strict=True))
    return raw


@cache
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)
