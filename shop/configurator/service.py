"""What reaches customers: models whose rules were proved first."""

from datetime import datetime

from sqlalchemy.orm import Session

from shop.catalogue import queries as catalogue
from shop.catalogue import service
from shop.catalogue.gateways.faults import Fault
from shop.catalogue.gateways.files import Files, FilesAtFault
from shop.catalogue.models import GarmentVersion
from shop.catalogue.rules import GarmentModel, with_cloths
from shop.catalogue.service import Loaded, drafts, publishing
from shop.configurator import rules
from shop.kernel.errors import Invalid, NotFound, Refused
from shop.kernel.texts import gettext as _


class WarningsUnseen(Refused):
    """The draft can be published, but whoever does it must say that the warnings are meant."""


def report(session: Session, model: GarmentModel) -> rules.Report:
    """Return what is wrong with a model, with the cloths that are offered for it today."""
    return rules.lint(with_cloths(model, catalogue.cloths(session, garment=model.garment)))


def publish_draft(
    session: Session, garment: str, *, revision: int, all_the_same: bool, by: int, now: datetime
) -> GarmentVersion | None:
    """Publish what is drafted as the next version; what is ordered keeps the one it has.

    Raises Invalid with the finding for an error in the rules, WarningsUnseen for a warning without
    `all_the_same`, Stale when the draft changed meanwhile, Refused when a newer version must be
    taken over first.
    """
    draft = drafts.open_draft(session, garment, by=by, now=now)
    model = drafts.as_read(draft, revision)
    row = publishing.locked(session, garment)
    current = publishing.newest(session, row) if row else None
    if row is None or current is None:
        raise NotFound(_("We make no such garment, or not any more."))
    if draft.based_on != current.digest:
        raise Refused(_("A newer version was published meanwhile. Take it over first."))
    _check(report(session, model), all_the_same=all_the_same)
    origin = publishing.Origin(digest=current.file_digest, prices=current.file_prices)
    drafts.close(draft, by=by, now=now)
    return publishing.publish(session, row, model, origin=origin, now=now)


def load(session: Session, files: Files, *, now: datetime) -> Loaded:
    """Make the shop offer what the files say, as `catalogue.service.load` does.

    Raises FilesAtFault, and changes nothing, when the rules of a garment leave no way to order it.
    """
    check(files)
    return service.load(session, files, now=now)


def check(files: Files) -> tuple[Fault, ...]:
    """Return what lint warns of in the garments of the files, which does not hinder loading.

    Raises FilesAtFault when the rules of a garment leave no way to order it.
    """
    found = [(each.model.garment, _linted(each.model, files)) for each in files.garments]
    errors = [_fault(garment, each) for garment, report in found for each in report.errors]
    if errors:
        raise FilesAtFault(tuple(errors))
    return tuple(_fault(garment, each) for garment, report in found for each in report.findings)


def _check(found: rules.Report, *, all_the_same: bool) -> None:
    if found.errors:
        raise Invalid(found.errors[0].says)
    if found.findings and not all_the_same:
        raise WarningsUnseen(_("Look at the warnings first, or publish all the same."))


def _linted(model: GarmentModel, files: Files) -> rules.Report:
    cloths = (each.cloth for each in files.cloths if model.garment in each.cloth.garments)
    return rules.lint(with_cloths(model, cloths))


def _fault(garment: str, finding: rules.Finding) -> Fault:
    return Fault(file=f"garments/{garment}.yaml", line=1, says=finding.says)
