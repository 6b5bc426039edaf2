"""Pictures of all kinds, made here, and artworks of people."""

from io import BytesIO
from typing import Any

from PIL import Image, ImageCms
from sqlalchemy.orm import Session

from shop.accounts.models import Person
from shop.artwork import rules, service
from shop.artwork.models import Artwork
from shop.artwork.rules import State
from shop.kernel import ids
from shop.kernel.actors import Actor
from tests.builders.orders import NOW

GREY = (120, 120, 120)
ORIENTATION = 0x0112


def halves(
    left: Any = (220, 30, 30),
    right: Any = (30, 30, 220),
    *,
    mode: str = "RGB",
    size: tuple[int, int] = (400, 300),
) -> Image.Image:
    """Return a picture that is one colour on the left and another on the right."""
    made = Image.new(mode, size, right)
    made.paste(left, (0, 0, size[0] // 2, size[1]))
    return made


def saved(image: Image.Image, kind: str = "PNG", **more: Any) -> bytes:
    out = BytesIO()
    image.save(out, kind, **more)
    return out.getvalue()


def opened(png: bytes) -> Image.Image:
    return Image.open(BytesIO(png))


def swapping_profile() -> bytes:
    """Return a colour profile in which red means green: sRGB with the two names exchanged."""
    plain = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    return plain.replace(b"rXYZ", b"tmp.").replace(b"gXYZ", b"rXYZ").replace(b"tmp.", b"gXYZ")


def turned(quarter: int = 6) -> bytes:
    """Return the Exif of a camera held upright, with where it was and who held it."""
    exif = Image.Exif()
    exif[ORIENTATION] = quarter
    exif[0x013B] = "Anneleen"
    exif[0x8825] = {1: "N", 2: (51.0, 13.0, 0.0)}
    return exif.tobytes()


def an_artwork(
    session: Session,
    person: Person,
    *,
    state: State = State.UPLOADED,
    reason: str = "",
    image: Image.Image | None = None,
) -> Artwork:
    """Return somebody's artwork, its pixels in the store, decided as told."""
    picture = rules.read(saved(image or halves()))
    service.keep(picture)
    made = service.upload(session, person_id=person.id, picture=picture, once=ids.token(), now=NOW)
    if state is State.APPROVED:
        service.approve(made, actor=Actor.colleague(person.id), now=NOW)
    if state is State.REFUSED:
        why = reason or "It is not yours."
        service.refuse(made, reason=why, actor=Actor.colleague(person.id), now=NOW)
    session.flush()
    return made
