"""The listed words: fibres, care, families, patterns. What is not here is a slip."""

from collections.abc import Mapping
from typing import Final

from shop.kernel.texts import lazy as _

# Regulation (EU) No 1007/2011, annex I: the names that may stand on a label; those a shop meets
FIBRES: Final = frozenset({
    "acetate", "acrylic", "alpaca", "camel", "cashmere", "cotton", "cupro", "elastane", "hemp",
    "linen", "lyocell", "metal fibre", "modal", "mohair", "polyamide", "polyester", "ramie",
    "silk", "triacetate", "viscose", "wool",
})  # fmt: skip

# ISO 3758: five symbols, always in this order, and what each says in words
CARE: Final[Mapping[str, Mapping[str, str]]] = {
    "wash": {
        "wash-60": _("Wash at 60 °C"),
        "wash-40": _("Wash at 40 °C"),
        "wash-40-mild": _("Wash at 40 °C, mild"),
        "wash-30": _("Wash at 30 °C"),
        "wash-30-mild": _("Wash at 30 °C, mild"),
        "wash-30-very-mild": _("Wash at 30 °C, very mild"),
        "wash-hand": _("Wash by hand"),
        "no-wash": _("Do not wash"),
    },
    "bleach": {
        "bleach": _("Any bleach"),
        "bleach-oxygen": _("Oxygen bleach only"),
        "no-bleach": _("Do not bleach"),
    },
    "dry": {
        "tumble-80": _("Tumble dry, normal"),
        "tumble-60": _("Tumble dry, low"),
        "line": _("Dry on a line"),
        "flat": _("Dry flat"),
        "shade": _("Dry on a line in the shade"),
        "no-tumble": _("Do not tumble dry"),
    },
    "iron": {
        "iron-200": _("Iron hot, up to 200 °C"),
        "iron-150": _("Iron warm, up to 150 °C"),
        "iron-110": _("Iron cool, up to 110 °C, no steam"),
        "no-iron": _("Do not iron"),
    },
    "professional care": {
        "dry-clean-p": _("Dry clean"),
        "dry-clean-p-mild": _("Dry clean, mild"),
        "dry-clean-f": _("Dry clean with hydrocarbons only"),
        "wet-clean": _("Professional wet cleaning"),
        "no-dry-clean": _("Do not dry clean"),
    },
}

FAMILIES: Final = (
    "poplin",
    "oxford",
    "twill",
    "linen",
    "denim",
    "flannel",
    "wool",
    "print",
    "jersey",
)
PATTERNS: Final = ("plain", "stripe", "check", "herringbone", "melange", "floral", "dots")
SEASONS: Final = ("all-year", "summer", "winter")
COLOURS: Final = ("white", "cream", "beige", "brown", "grey", "black", "navy", "blue", "green",
                  "red", "pink", "purple", "yellow", "orange")  # fmt: skip
FOR_WHOM: Final = ("everyone", "men", "women")
MATCHED: Final = frozenset({"check", "stripe"})  # patterns whose lines meet at the seams


def care_in_words(care: tuple[str, ...]) -> tuple[str, ...]:
    """Return a cloth's five care symbols as sentences, in the order of the label."""
    return tuple(str(CARE[kind][code]) for kind, code in zip(CARE, care, strict=True))
