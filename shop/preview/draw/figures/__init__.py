"""A neutral figure with the tape on it, one picture for each measure; read from `figure.toml`.

`tape(measure, name=…, how=…)` is the whole SVG, 3:4. The words are the caller's: they know what
the reader speaks. A *ring* goes round the body, a *path* lies on it, a *span* hangs free.
"""

from shop.preview.draw.figures.picture import HEIGHT, WIDTH, tape
from shop.preview.draw.figures.reader import figure

__all__ = ["HEIGHT", "WIDTH", "figure", "tape"]
