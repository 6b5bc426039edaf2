"""The wave of a skirt: one function shapes the folds and the hem, so that they agree."""

from bisect import bisect_right

from shop.geometry.curves import Line, Point
from shop.preview.draw.drawing import Wave


def height_at(wave: Wave, across: float) -> float:
    """Return 0 in a valley to about 1 on a ridge; `across` is x over the half-width."""
    place = min(max(across, -1.0), 1.0)
    i = min(max(bisect_right(wave.knots, place) - 1, 0), len(wave.knots) - 2)
    share = (place - wave.knots[i]) / (wave.knots[i + 1] - wave.knots[i])
    rises = i % 2 == 0
    steep = share**0.85 if rises else share**1.25
    smooth: float = steep * steep * (3 - 2 * steep)
    return wave.sizes[i + 1 if rises else i] * (smooth if rises else 1 - smooth)


def waved(line: Line, wave: Wave) -> Line:
    """Return the hem lifted where the cloth stands forward, calm at the side seams."""
    return tuple(_lifted(point, wave) for point in line)


def _lifted(point: Point, wave: Wave) -> Point:
    x, y = point
    half = wave.profile[-1][1]
    across = x / half
    calm = 1 - min(abs(across), 1.0) ** 8
    return x, y + wave.lift * height_at(wave, across) * calm
