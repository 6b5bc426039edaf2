"""Forms and waves cut to measure: the solids that panels lie on."""

from itertools import accumulate

from shop.geometry.curves import Line, sampled
from shop.preview.draw.drawing import Bump, Form, Tip, Wave
from shop.preview.draw.spec import FormSpec, TipSpec, WaveSpec
from shop.preview.draw.tailor import Tailor, wander

UNEVEN = 0.27  # of a ridge's width; equal ridges look like a curtain
PRESSED_UNEVEN = 0.02


def form_of(tailor: Tailor, spec: FormSpec) -> Form:
    number = tailor.number
    return Form(
        profile=profile_of(tailor, spec.profile),
        depth=number(spec.depth),
        power=spec.power,
        bend=number(spec.bend),
        lean=number(spec.lean),
        tip=_tip(tailor, spec.tip) if spec.tip else None,
        swells=tuple((number(y), spread, by) for y, spread, by in spec.swells),
        bumps=tuple(
            Bump(at=tailor.point(bump.at), size=tailor.point(bump.size), height=number(bump.height))
            for bump in spec.bumps
        ),
        tube_depth=spec.tube_depth,
        tube_power=spec.tube_power,
        blend=spec.blend,
        fade=spec.fade,
    )


def _tip(tailor: Tailor, spec: TipSpec) -> Tip:
    line = tuple(sorted(_points(tailor, spec.along)))
    return Tip(line=line, by=spec.by, reach=spec.reach)


def profile_of(tailor: Tailor, curves: tuple[str, ...]) -> Line:
    """Return (y, half-width) from the top down, one for each height."""
    rows: dict[float, float] = {}
    for x, y in _points(tailor, curves):
        rows.setdefault(y, abs(x))
    return tuple(sorted(rows.items()))


def _points(tailor: Tailor, curves: tuple[str, ...]) -> Line:
    return tuple(point for name in curves for point in sampled(tailor.curve(name)))


def wave_of(tailor: Tailor, name: str, spec: WaveSpec) -> Wave:
    ridges = 2 * round(tailor.number(spec.count)) + 1
    pressed = tailor.number(spec.pressed) > 0
    uneven = PRESSED_UNEVEN if pressed else UNEVEN
    ways = list(accumulate(1 + uneven * wander(name, i, "way") for i in range(ridges)))
    first, last = ways[0], ways[-1]
    return Wave(
        knots=tuple(2 * (way - first) / (last - first) - 1 for way in ways),
        sizes=tuple(1 + 0.8 * uneven * wander(name, i, "size") for i in range(ridges)),
        profile=profile_of(tailor, spec.profile),
        top=tailor.number(spec.top),
        foot=tailor.number(spec.foot),
        height=tailor.number(spec.height),
        lift=tailor.number(spec.lift),
        gather=tailor.number(spec.gather),
        pressed=pressed,
    )
