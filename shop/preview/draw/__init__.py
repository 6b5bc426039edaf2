"""A garment's design drawn: pictures, cloth swatches, option thumbnails and technical flats.

Pure functions over the shape files in `shapes/`; nothing here knows a request or a table.

- `picture(garment, choices, cloth, view=…)`: the garment in its cloth, an SVG of 720 by 960.
- `swatch(cloth)`: the cloth close up, at true scale.
- `tile(garment, group, value)`: the thumbnail of an option.
- `flat(garment, choices, view=…)`: the technical drawing; `flat_strokes` is the same as lines.
- `shown_groups(garment)`: the option groups whose choice can be seen.
- `ENGINE`: changes whenever a picture may change, for addresses that are kept for ever.

Unknown groups and values are drawn as the value that the shape file names first; an unknown
garment is a KeyError. A *panel* is one piece of cloth, a *slot* what it is made of, a *curve* a
named line that neighbours share, a *cast* the shadow that a panel throws on what lies below.
"""

from shop.preview.draw.flats import FlatDrawing, Stroke, flat, flat_strokes
from shop.preview.draw.looks import ClothLook
from shop.preview.draw.painter import picture
from shop.preview.draw.spec import View
from shop.preview.draw.swatches import swatch
from shop.preview.draw.tiles import shown_groups, tile
from shop.preview.draw.version import ENGINE

__all__ = [
    "ENGINE",
    "ClothLook",
    "FlatDrawing",
    "Stroke",
    "View",
    "flat",
    "flat_strokes",
    "picture",
    "shown_groups",
    "swatch",
    "tile",
]
