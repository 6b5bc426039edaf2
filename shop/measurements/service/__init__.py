"""Commands about profiles, walks with the tape and corrections."""

from shop.measurements.service.corrections import accept, decline, propose, withdraw
from shop.measurements.service.preferences import give_to, prefer, weigh, write_letters
from shop.measurements.service.profiles import (
    create,
    erase,
    record,
    rename,
)
from shop.measurements.service.reminding import due_letters
from shop.measurements.service.restoring import restore
from shop.measurements.service.walks import begin_walk, end_walk, put, read_again, skip

__all__ = [
    "accept",
    "begin_walk",
    "create",
    "decline",
    "due_letters",
    "end_walk",
    "erase",
    "give_to",
    "prefer",
    "propose",
    "put",
    "read_again",
    "record",
    "rename",
    "restore",
    "skip",
    "weigh",
    "withdraw",
    "write_letters",
]
