"""A garment's design drawn: pictures, cloth swatches, option thumbnails and technical flats.

Pure functions over the shape files in `shapes/`; nothing here knows a request or a table.

- `picture(garment, choices, cloth, view=…, size=…)`: the garment in its cloth, in pixels, 3 by 4;
  `style` is the slow part of it, `colour` the fast one, `paints_of` and `hand_of` join them;
  `packed` and `unpacked` make a style into bytes and back, `encoded` a picture into a file.
- `swatch(cloth, pixels)`: the cloth close up, with its scale.
- `tile(garment, group, value)`: the thumbnail of an option, SVG.
- `flat(garment, choices, view=…)`: the technical drawing, SVG; `flat_strokes` is the same as lines.
- `laid(garment, choices, points, view=…)`: it laid flat, the tape at each point of measure, SVG;
  `laid_views` says from which sides.
- `shown_groups(garment)`: the option groups whose choice can be seen.
- `ENGINE`: changes whenever a picture may change, for addresses that are kept for ever.

Unknown groups and values are drawn as the value that the shape file names first; an unknown
garment is a KeyError. A *panel* is one piece of cloth, a *slot* what it is made of, a *curve* a
named line that neighbours share, a *cast* the shadow that a panel throws on what lies below, a
*form* the solid that a panel lies on, a *style* a picture without its cloth.
"""

from shop.preview.draw.cloth.swatch import swatch
from shop.preview.draw.flats import FlatDrawing, Stroke, flat, flat_strokes
from shop.preview.draw.laid import laid
from shop.preview.draw.laid import views as laid_views
from shop.preview.draw.looks import ClothLook
from shop.preview.draw.pictures import Size, colour, encoded, hand_of, paints_of, picture, style
from shop.preview.draw.raster.hands import Hand
from shop.preview.draw.raster.packing import packed, unpacked
from shop.preview.draw.raster.style import Style
from shop.preview.draw.spec import View
from shop.preview.draw.tiles import shown_groups, tile
from shop.preview.draw.version import ENGINE

__all__ = [
    "ENGINE",
    "ClothLook",
    "FlatDrawing",
    "Hand",
    "Size",
    "Stroke",
    "Style",
    "View",
    "colour",
    "encoded",
    "flat",
    "flat_strokes",
    "hand_of",
    "laid",
    "laid_views",
    "packed",
    "paints_of",
    "picture",
    "shown_groups",
    "style",
    "swatch",
    "tile",
    "unpacked",
]
