"""Who listens to what, who does which job, what the clock starts: the choreography on one page."""

from collections.abc import Callable, Mapping
from typing import Any

from shop.infra import mail
from shop.infra.events import Event
from shop.infra.jobs import Job, Sweep

SUBSCRIPTIONS: Mapping[type[Event], tuple[Callable[..., Any], ...]] = {}

JOBS: Mapping[str, Job] = {mail.SEND: mail.send}

SWEEPS: tuple[Sweep, ...] = ()
