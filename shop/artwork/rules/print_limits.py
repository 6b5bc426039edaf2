"""How large a file may be, and how fine it comes out in print."""

from typing import Final

from shop.kernel.texts import gettext as _

GROUP: Final = "artwork"  # the question of a garment whose answer is an artwork's public id
REASON_MAX: Final = 300

MOST_BYTES: Final = 20 * 1024 * 1024
MOST_PIXELS: Final = 25_000_000  # about 100 MB of memory while it is read
FEWEST_SIDE: Final = 200
LONGEST_SIDE: Final = 9_000  # beyond, it is a ribbon and no picture
KEPT_SIDE: Final = 4_000  # 254 dpi along the longer side of the print; finer is not seen on cloth
SMALL_SIDE: Final = 1_000  # what pages and drawings show

# The platen of a common direct-to-garment printer takes 14 by 16 in (356 by 406 mm); with a margin
PRINT_WIDTH_MM: Final = 300
PRINT_HEIGHT_MM: Final = 400
MM_PER_INCH: Final = 25.4
FEWEST_DPI: Final = 150  # print shops ask for 150 to 300 at print size


def dpi(width_px: int, height_px: int) -> int:
    """Return the dots per inch when the picture fills the print, its shape kept."""
    across = width_px / (PRINT_WIDTH_MM / MM_PER_INCH)
    down = height_px / (PRINT_HEIGHT_MM / MM_PER_INCH)
    return int(max(across, down))  # the side that fills the print first decides


def coarse(width_px: int, height_px: int) -> str:
    """Return the warning for a picture that prints below FEWEST_DPI; nothing for a fine one."""
    found = dpi(width_px, height_px)
    if found >= FEWEST_DPI:
        return ""
    return _(
        "At print size this picture has %(dpi)s dpi. Below %(fewest)s its edges may look soft: "
        "send a larger one if you have it.",
        dpi=found,
        fewest=FEWEST_DPI,
    )
