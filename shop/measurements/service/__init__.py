"""Commands about profiles, walks with the tape and corrections."""

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
    "create",
    "erase",
    "export_for",
    "forget",
    "record",
    "rename",
    "take_over",
    "write",
]
