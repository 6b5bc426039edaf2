"""A style as bytes and back, small enough to keep: about ten bytes a pixel before compression.

Places on the cloth are kept in steps of 1/160 cm, light and sheen as half floats: less than a
level on the screen.
"""

import json
from io import BytesIO
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from shop.preview.draw.planes.fields import Plane
from shop.preview.draw.raster.canvas import Box, Canvas
from shop.preview.draw.raster.style import Layer, Style
from shop.preview.draw.spec import Slot

PER_CM: Final = 160
LEFTMOST: Final = 200  # cm; places are kept as whole numbers above 0


def packed(style: Style) -> bytes:
    canvas, box = style.canvas, style.box
    head = {"canvas": vars(canvas), "box": vars(box), "slots": [str(slot) for slot in style.layers]}
    planes: dict[str, NDArray[Any]] = {
        "head": np.frombuffer(json.dumps(head).encode(), np.uint8),
        "ground": style.ground.astype(np.float16),
        "light": style.light.astype(np.float16),
        "sheen": style.sheen.astype(np.float16),
        "u": _steps(style.u),
        "v": _steps(style.v),
    }
    for slot, layer in style.layers.items():
        planes |= {f"{slot} where": layer.where, f"{slot} light": layer.light.astype(np.float16)}
        if layer.u is not None and layer.v is not None:
            planes |= {f"{slot} u": _steps(layer.u), f"{slot} v": _steps(layer.v)}
    out = BytesIO()
    np.savez_compressed(out, **planes)  # type: ignore[arg-type]  # the planes have names of ours
    return out.getvalue()


def unpacked(data: bytes) -> Style:
    """Return the style; bytes that are not one are a ValueError."""
    with np.load(BytesIO(data), allow_pickle=False) as planes:
        head = json.loads(planes["head"].tobytes())
        return Style(
            canvas=Canvas(**head["canvas"]),
            box=Box(**head["box"]),
            ground=planes["ground"].astype(np.float32),
            light=planes["light"].astype(np.float32),
            sheen=planes["sheen"].astype(np.float32),
            u=_places(planes["u"]),
            v=_places(planes["v"]),
            layers={Slot(slot): _layer(planes, slot) for slot in head["slots"]},
        )


def _layer(planes: Any, slot: str) -> Layer:
    places = f"{slot} u" in planes
    return Layer(
        where=planes[f"{slot} where"],
        light=planes[f"{slot} light"].astype(np.float32),
        u=_places(planes[f"{slot} u"]) if places else None,
        v=_places(planes[f"{slot} v"]) if places else None,
    )


def _steps(places: Plane) -> NDArray[np.uint16]:
    return np.clip((places + LEFTMOST) * PER_CM, 0, 65_535).astype(np.uint16)


def _places(steps: NDArray[np.uint16]) -> Plane:
    return steps.astype(np.float32) / np.float32(PER_CM) - np.float32(LEFTMOST)
