"""Whatever a reader raises, as an error of the one file that it was reading: the others go on."""

from __future__ import annotations

import logging
from collections.abc import Iterator

from core.errors import ReadError
from core.records import Article

log = logging.getLogger(__name__)


def caught(items: Iterator[Article | ReadError], name: str) -> Iterator[Article | ReadError]:
    """What a reader yields; what it raises comes last. ``name`` is what messages call its file.

    A reader names what it knows to go wrong. Files from strangers find the rest, mostly in the libraries
    that take them apart.
    """
    try:
        yield from items
    except ReadError as error:
        yield error
    except OSError as error:
        yield ReadError(name, error.strerror or str(error))
    except Exception as error:
        log.debug("%s: %r", name, error)
        yield ReadError(name, f"cannot be read: its reader fails with {type(error).__name__}")
