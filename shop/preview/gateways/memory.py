"""The memory of this process, given back to the system."""

import ctypes
import sys
from functools import lru_cache


def give_back() -> None:
    """Return memory that is free to the system, where its library does so when asked.

    Planes of megabytes come and go in a drawing; without this the holes that they leave add up
    to more than all that is kept. It takes some two milliseconds.
    """
    library = _library()
    if library is not None:
        library.malloc_trim(0)


@lru_cache
def _library() -> ctypes.CDLL | None:
    if not sys.platform.startswith("linux"):
        return None
    library = ctypes.CDLL(None)
    return library if hasattr(library, "malloc_trim") else None
