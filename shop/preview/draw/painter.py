"""The picture of a garment in its cloth."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from shop.preview.draw import modelling, studio, trimmings
from shop.preview.draw.choosing import settled
from shop.preview.draw.colours import Tones, tones, worn
from shop.preview.draw.drawing import Drawing, Panel
from shop.preview.draw.fabric import Fabric
from shop.preview.draw.looks import BUTTONS, LABEL, LINING, METAL, WHITE, ClothLook
from shop.preview.draw.reader import garment_spec
from shop.preview.draw.resolve import resolve
from shop.preview.draw.spec import Slot, View
from shop.preview.draw.svg import path_of, tag, url, use

GENERIC_INITIALS = "A·B"
LONGEST_MONOGRAM = 8
DARKEST = 0.28  # what the shadow tone leaves of the cloth


@dataclass(frozen=True, kw_only=True)
class Paints:
    """Everything that colours the panels of one picture."""

    fabrics: Mapping[Slot, Fabric]
    initials: str

    def fabric(self, slot: Slot) -> Fabric:
        return self.fabrics.get(slot, self.fabrics[Slot.MAIN])


def picture(
    garment: str, choices: Mapping[str, str], cloth: ClothLook, *, view: View = View.FRONT
) -> str:
    """Return the garment as a full SVG document of 720 by 960; KeyError for no such garment."""
    drawing = resolve(garment, choices, view=view)
    return painted(drawing, choices, cloth)


def painted(drawing: Drawing, choices: Mapping[str, str], cloth: ClothLook) -> str:
    paints = Paints(fabrics=_fabrics(cloth), initials=initials_in(choices))
    cloths = [panel for panel in drawing.panels if panel.outline]
    silhouette = "".join(use(panel.key) for panel in cloths)
    garment = "".join(_panel(panel, paints) for panel in drawing.panels)
    definitions = (
        studio.definitions()
        + modelling.filters(drawing.frame)
        + trimmings.definitions(_button_colour(drawing.garment, choices))
        + "".join(_shape(panel) for panel in cloths)
        + tag("clipPath", silhouette, id="all")
        + tag("g", silhouette, id="whole")
        + "".join(fabric.definitions() for fabric in paints.fabrics.values())
    )
    return studio.document(
        drawing.frame,
        drawing.garment.capitalize(),
        tag("defs", definitions),
        studio.backdrop(drawing.frame),
        studio.drop_shadow(use("whole")),
        garment,
    )


def _button_colour(garment: str, choices: Mapping[str, str]) -> str:
    return BUTTONS.get(settled(garment_spec(garment), choices).get("buttons", "horn"), METAL)


def initials_in(choices: Mapping[str, str]) -> str:
    return choices.get("monogram-text", "").strip()[:LONGEST_MONOGRAM] or GENERIC_INITIALS


def _fabrics(cloth: ClothLook) -> dict[Slot, Fabric]:
    label = ClothLook(
        code="label", weave="poplin", pattern="plain", ground=LABEL, accent=LABEL, repeat_mm=0
    )
    looks = {Slot.MAIN: cloth, Slot.CONTRAST: WHITE, Slot.LINING: LINING, Slot.LABEL: label}
    return {slot: Fabric(key=slot.value, look=look) for slot, look in looks.items()}


@lru_cache(maxsize=4096)
def _shape(panel: Panel) -> str:
    name = panel.key
    return tag("path", id=name, d=path_of(panel.outline)) + tag(
        "clipPath", use(name), id=f"in-{name}"
    )


def _panel(panel: Panel, paints: Paints) -> str:
    fabric = paints.fabric(panel.slot)
    look = fabric.tones
    out = _cloth(panel, fabric, paints.fabric(Slot.MAIN).tones) if panel.outline else ""
    out += "".join(trimmings.button(one, look) for one in panel.buttons)
    for text in panel.text:
        words = paints.initials if text.words == "monogram" else text.words
        out += trimmings.written(text, words, look)
    return out


def _cloth(panel: Panel, fabric: Fabric, below: Tones) -> str:
    name, look = panel.key, fabric.tones
    ground = worn(fabric.look.ground)
    inside = (
        fabric.filling(panel, name)
        + modelling.shades(panel, look)
        + modelling.crease(panel, look)
        + modelling.folds(panel, look)
        + modelling.seams(panel, look)
        + modelling.bevel(panel, name, look)
    )
    if panel.tone < 1:
        inside += use(name, fill=look.dark, fill_opacity=(1 - panel.tone) / (1 - DARKEST))
    return (
        _cast(panel, below)
        + use(name, fill=ground)
        + tag("g", inside, clip_path=url(f"in-{name}"))
        + use(name, fill="none", stroke=tones(ground).edge, stroke_width=0.05, stroke_opacity=0.5)
    )


def _cast(panel: Panel, below: Tones) -> str:
    """Return the shadow on what is already there: one soft and away, one tight."""
    cast = panel.cast
    if cast is None:
        return ""
    far = use(
        panel.key,
        filter=url(f"b-{modelling.blur_for(cast.blur)}"),
        fill_opacity=cast.by,
        x=cast.x,
        y=cast.y,
    )
    near = use(panel.key, filter=url("b-a"), fill_opacity=0.6 * cast.by)
    return tag("g", far, near, fill=below.dark, clip_path=url("all"))
