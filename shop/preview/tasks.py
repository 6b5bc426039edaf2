"""What the clock asks for: the pictures' files stay within their bound."""

from typing import Final

from sqlalchemy.orm import Session

from shop.infra.jobs import Sweep
from shop.infra.log import say
from shop.preview import service


def keep_bounded(_session: Session) -> None:
    """Take the oldest pictures away while there are more than the settings allow."""
    removed, left = service.prune()
    if removed:
        say("preview.pruned", removed=removed, left_bytes=left)


SWEEPS: Final[tuple[Sweep, ...]] = (keep_bounded,)
