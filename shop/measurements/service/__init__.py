"""Commands about profiles, walks with the tape and corrections."""

from shop.measurements.service.corrections import accept, decline, propose, withdraw
from shop.measurements.service.profiles import (
    create,
    erase,
    export_for,
    forget,
    record,
    rename,
    take_over,
    write,
)

__all__ = [
    "accept",
    "create",
    "decline",
    "erase",
    "export_for",
    "forget",
    "propose",
    "record",
    "rename",
    "take_over",
    "withdraw",
    "write",
]
