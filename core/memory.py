"""Memory that is free but not given back: C's allocator keeps what it once had, for the next time."""

from __future__ import annotations

import ctypes
from functools import cache
from typing import Any


def give_back() -> bool:
    """Give the system what is free. Whether there was any; where the C library has no way to (not glibc), nothing is done.

    Takes milliseconds, and what is needed again has to be asked for again: call it after large work only.
    """
    trim = _trim()
    return bool(trim and trim(0))


@cache
def _trim() -> Any:
    try:
        return ctypes.CDLL(None).malloc_trim
    except (OSError, AttributeError, TypeError):  # another C library, or a system where a program cannot look at itself so
        return None
