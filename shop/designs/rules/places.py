"""Where a design hangs in the gallery, as it stands in an address."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Final, Self

_MOMENT: Final = timedelta(microseconds=1)  # what databases can tell apart
_BEGINNING: Final = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, kw_only=True)
class Place:
    """Where a design hangs in the gallery: the moment it was published, and its public id."""

    at: datetime
    public_id: str

    def written(self) -> str:
        """Return the place as it stands in an address."""
        return f"{(self.at - _BEGINNING) // _MOMENT}-{self.public_id}"

    @classmethod
    def read(cls, text: str) -> Self | None:
        """Return the place that was written; None for anything else."""
        count, _dash, public_id = text.partition("-")
        if not (count.isascii() and count.isdigit() and public_id):
            return None
        try:
            return cls(at=_BEGINNING + int(count) * _MOMENT, public_id=public_id)
        except (OverflowError, ValueError):
            return None
