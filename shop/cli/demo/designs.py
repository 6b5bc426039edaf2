"""The gallery of the demo."""

from datetime import datetime, timedelta
from typing import Final

from sqlalchemy.orm import Session

from shop.accounts.models import Person
from shop.configurator import queries as configurator
from shop.configurator.queries import Configured
from shop.designs import service as designs
from shop.designs.rules import Configuration

GALLERY: Final = (
    ("anna", "Monday white", "shirt", "cloth=white-poplin collar=spread cuff=barrel"),
    ("bruno", "Blue Oxford, buttoned down", "shirt",
     "cloth=blue-oxford collar=button-down pocket=chest fit=regular"),
    ("anna", "Meadow dress", "dress", "cloth=meadow-print skirt=flared length=midi"),
    ("david", "Bengal stripe, French cuffs", "shirt",
     "cloth=bengal-stripe-poplin collar=cutaway cuff=french contrast=collar"),
    ("clara", "Linen for the coast", "dress", "cloth=natural-linen neckline=v-neck sleeve=short"),
    ("david", "Navy trousers, no fuss", "trousers", "cloth=navy-cotton-twill front=flat"),
    ("clara", "Band collar, sand linen", "shirt",
     "cloth=sand-linen-cotton collar=band fit=relaxed"),
    ("bruno", "Grey flannel, double pleat", "trousers",
     "cloth=mid-grey-wool-flannel front=double-pleat hem=turn-up waistband=adjusters"),
)  # fmt: skip


def add_designs(session: Session, people: dict[str, tuple[Person, str]], *, now: datetime) -> None:
    """Save every design of the gallery under its maker and show it."""
    for n, (who, name, garment, words) in enumerate(GALLERY):
        person, _profile = people[who]
        asked = Configuration(garment=garment, choices=choices_in(words))
        shown = configured(session, asked, person_id=person.id)
        design = designs.save(
            session,
            person_id=person.id,
            garment=garment,
            digest=shown.model.digest,
            choices=shown.whole,
            name=name,
            once=f"demo-design-{n}",
            now=now,
        )
        designs.publish(design, now=now + timedelta(days=n))


def configured(session: Session, asked: Configuration, *, person_id: int) -> Configured:
    """Work out what somebody of the demo wishes."""
    sources = configurator.sources_of(session, [asked], person_id=person_id)
    return configurator.configured(asked, sources)


def choices_in(words: str) -> dict[str, str]:
    """Return the choices in `cloth=white-poplin collar=band`."""
    return dict(word.split("=", 1) for word in words.split())
