"""What probably went wrong on a sheet of measures, and what should stand there."""

from collections.abc import Collection, Mapping

from shop.anthropometry.rules.evidence import evidence
from shop.anthropometry.rules.looking import Sheet
from shop.anthropometry.rules.slips import Cause
from shop.anthropometry.rules.variables import LENGTHS, Sex
from shop.anthropometry.rules.ways import best_way


def explain(
    known: Mapping[str, float],
    *,
    sex: Sex | None = None,
    suspects: Collection[str] | None = None,
    insisted: Collection[str] = (),
    errors: Mapping[str, float] | None = None,
) -> Cause | None:
    """Return the most probable cause if something is probably wrong, else None.

    Only `suspects` (without them: what is measured with a tape) are named, and never what she
    `insisted` on; the others are evidence all the same. If what is odd is best explained by one of
    those, nothing is said. `errors` as for `estimate`. The order of entry does not matter. Raises
    ValueError for a value that is not above 0.
    """
    found = repairs(known, sex=sex, suspects=suspects, insisted=insisted, errors=errors)
    return found[0] if found else None


def repairs(
    known: Mapping[str, float],
    *,
    sex: Sex | None = None,
    suspects: Collection[str] | None = None,
    insisted: Collection[str] = (),
    errors: Mapping[str, float] | None = None,
) -> tuple[Cause, ...]:
    """Return all that is wrong, repaired one after the other until all may well be right.

    Several ways on are followed at once and the best in the end is told, six causes at most: of
    two wrong values, each makes the other's neighbours look wrong. A field is named once.
    """
    keys = evidence(known, errors).keys
    if not keys:
        return ()
    sheet = Sheet(
        values={key: known[key] for key in keys},
        sex=sex,
        suspects=frozenset(LENGTHS if suspects is None else suspects),
        insisted=frozenset(insisted),
        errors=errors or {},
    )
    return best_way(sheet)
