"""What `flask bench pages` serves: the shop and the bare page side by side, in the same processes.

Each answer says in which process it was made and how much CPU that process had used before: the
difference between two answers is all that the first one cost, the server's own part included.
"""

import os
import time
from collections.abc import Iterable
from typing import Any, Final

from werkzeug.middleware.dispatcher import DispatcherMiddleware

from shop.cli.bare_page import bare_app

BARE: Final = "/bench-bare"
CPU, PROCESS = "X-Bench-Cpu", "X-Bench-Process"


def served() -> Any:
    """Return the WSGI application for gunicorn; settings come from the environment, as always."""
    from app import app as shop  # the whole shop, of which this module is a part

    both = DispatcherMiddleware(shop.wsgi_app, {BARE: bare_app(shop.extensions["engine"])})

    def told(environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        used = time.process_time()

        def start(status: str, headers: list[tuple[str, str]], *rest: Any) -> Any:
            here = [(CPU, repr(used)), (PROCESS, str(os.getpid()))]
            return start_response(status, [*headers, *here], *rest)

        return both(environ, start)

    return told
