"""Where the ways in lead from and to."""

from typing import Any, Final

from flask import request, url_for

from shop.infra.web import onward

CARRIED: Final = ("garment", "keys", "next")  # what the address says about where it leads


def carried() -> dict[str, Any]:
    """Return what the address says about where this leads, for the next address."""
    return {name: request.args[name] for name in CARRIED if request.args.get(name)}


def onward_with(public_id: str) -> str:
    """Return where she came from, told which profile it is; else the profile's own page."""
    own = url_for("measurements.show", public_id=public_id)
    return onward("profile", public_id, fallback=own)
