"""A panel filled with its cloth: ground, pattern along the panel's grain, weave."""

from dataclasses import dataclass, field

from shop.preview.draw import stripes
from shop.preview.draw.cloths import (
    check_strength,
    check_width,
    is_lined,
    repeat_of,
    stripe_width,
)
from shop.preview.draw.colours import Tones, mixed, tones, worn
from shop.preview.draw.drawing import Panel
from shop.preview.draw.looks import ClothLook
from shop.preview.draw.patterns import pattern_marks
from shop.preview.draw.svg import number, tag, url, use
from shop.preview.draw.weaves import weave_marks

CENTRED = ("cloth", "stripe")  # a stripe runs along the middle of the panel


@dataclass(frozen=True, kw_only=True)
class Fabric:
    """One cloth in one picture; remembers the turns in which its patterns are needed."""

    key: str
    look: ClothLook
    used: dict[str, str] = field(default_factory=dict)

    @property
    def tones(self) -> Tones:
        look = self.look
        share = {"stripe": 0.42, "check": 0.42, "floral": 0.15, "dots": 0.1}.get(look.pattern, 0.2)
        plain = look.pattern == "plain"
        return tones(worn(look.ground if plain else mixed(look.ground, look.accent, share)))

    def filling(self, panel: Panel, target: str) -> str:
        """Return what lies on the ground colour inside the panel."""
        out = self._pattern(panel, target)
        if weave_marks(self.look)[2] and self.look.pattern != "herringbone":
            out += use(target, fill=url(self._turned("weave", panel.grain)))
        return out

    def _pattern(self, panel: Panel, target: str) -> str:
        look = self.look
        if is_lined(look) and (panel.tube or panel.body):
            return _lined(panel, look)
        if not pattern_marks(look)[2]:
            return ""
        return use(target, fill=url(self._turned("cloth", panel.grain)))

    def _turned(self, what: str, grain: float) -> str:
        name = f"{what}-{self.key}"
        if name not in self.used:
            self.used[name] = self._definition(what, name)
        turn = round(grain)
        turned = f"{name}{turn}".replace("-", "_")
        if turned not in self.used:
            self.used[turned] = tag(
                "pattern", id=turned, href=f"#{name}", patternTransform=f"rotate({turn})"
            )
        return turned

    def _definition(self, what: str, name: str) -> str:
        wide, tall, marks = (pattern_marks if what == "cloth" else weave_marks)(self.look)
        return tag(
            "pattern",
            marks,
            id=name,
            width=wide,
            height=tall,
            patternUnits="userSpaceOnUse",
            x=-stripe_width(self.look) / 2
            if what == "cloth" and self.look.pattern == "stripe"
            else None,
        )

    def definitions(self) -> str:
        return "".join(self.used.values())


def _lined(panel: Panel, look: ClothLook) -> str:
    repeat = repeat_of(look)
    if look.pattern == "stripe":
        return _stripes(panel, look, stripe_width(look), opacity=1)
    width, strength = check_width(look), check_strength(look)
    line, wide, start = stripes.backbone(panel, repeat)
    bands = tag(
        "path",
        d=line,
        fill="none",
        stroke=look.accent,
        stroke_opacity=strength,
        stroke_width=wide,
        stroke_dasharray=f"{number(width)} {number(repeat - width)}",
        stroke_dashoffset=start or None,
    )
    return _stripes(panel, look, width, opacity=strength) + bands


def _stripes(panel: Panel, look: ClothLook, width: float, *, opacity: float) -> str:
    lines = (
        tag("path", d=d, stroke_width=width * share)
        for d, share in stripes.along(panel, repeat_of(look))
    )
    return tag("g", *lines, fill="none", stroke=look.accent, stroke_opacity=opacity)
