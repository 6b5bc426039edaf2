"""What the worker does: take pixels away that belong to nobody any more."""

from collections.abc import Mapping
from typing import Any, Final

from sqlalchemy.orm import Session

from shop.artwork import queries, service
from shop.infra.jobs import Job
from shop.infra.store import store


def drop(session: Session, job: Mapping[str, Any]) -> None:
    """Delete the picture from the store, unless somebody else sent the very same one."""
    if not queries.is_kept(session, job["sha256"]):
        for key in queries.keys(job["sha256"]):
            store().delete(key)


JOBS: Final[Mapping[str, Job]] = {service.DROP: drop}
