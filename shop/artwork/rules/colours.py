"""Bring the colours of a picture into sRGB, with its transparency if it has any."""

from io import BytesIO
from typing import Final

from PIL import Image, ImageCms

DEEP: Final = frozenset({"I;16", "I;16B", "I;16L", "I"})  # sixteen bits of grey
BY_PROFILE: Final = frozenset({"L", "RGB", "RGBA", "CMYK"})  # what a profile can be applied to


def in_srgb(image: Image.Image, *, longest: int) -> Image.Image:
    """Return the picture as RGB, or RGBA where it lets through; its own profile is applied.

    It is made smaller where a side is beyond `longest`. A profile that is broken, or of another
    kind of picture, is passed over.
    """
    profile = image.info.get("icc_profile")
    plain = _plain(image)
    plain.thumbnail((longest, longest), Image.Resampling.LANCZOS)
    converted = _by_profile(plain, profile) if profile else None
    wanted = "RGBA" if plain.mode == "RGBA" else "RGB"
    return converted or (plain if plain.mode == wanted else plain.convert(wanted))


def _plain(image: Image.Image) -> Image.Image:
    """Return the picture in a mode that a profile speaks of."""
    if image.mode in DEEP:
        return image.point(lambda value: value / 257).convert("L")
    if image.has_transparency_data and image.mode != "RGBA":
        return image.convert("RGBA")
    return image if image.mode in BY_PROFILE else image.convert("RGB")


def _by_profile(image: Image.Image, profile: bytes) -> Image.Image | None:
    try:
        return ImageCms.profileToProfile(
            image,
            ImageCms.ImageCmsProfile(BytesIO(profile)),
            ImageCms.createProfile("sRGB"),
            renderingIntent=ImageCms.Intent.RELATIVE_COLORIMETRIC,
            outputMode="RGBA" if image.mode == "RGBA" else "RGB",
        )
    except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
        return None
