"""Bytes -> text, kept exactly as given: no line feed translated, no character normalised."""

from __future__ import annotations

import codecs
import hashlib
import logging

from core.errors import ReadError

log = logging.getLogger(__name__)

MOST_CHARACTERS = 500_000
"""A text that is longer is a book: this much, some 85,000 words, takes about 600 MB to enrich, all that a small machine has."""

_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))


def decode(raw: bytes, name: str) -> str:
    """Text of a file or a line, UTF-8 unless a byte order mark says UTF-16.

    A byte order mark is no part of the text: it is left out, and that is said. Raises
    ``ReadError`` when the bytes are no text.
    """
    encoding = "utf-8"
    for mark, marked in _MARKS:
        if raw.startswith(mark):
            raw, encoding = raw[len(mark) :], marked
            log.warning("%s: begins with a byte order mark (%s), which is left out of the text", name, marked)
            break
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError as error:
        raise ReadError(name, f"no text in {encoding.upper()} (byte {error.start})") from error


def checked(text: str, name: str) -> str:
    """The same text, when an article can have it. Raises ``ReadError`` when not."""
    if "\0" in text:
        raise ReadError(name, f"no text: it has a NUL character at {text.index(chr(0))}")
    if not text.strip():
        raise ReadError(name, "empty")
    if len(text) > MOST_CHARACTERS:
        raise ReadError(name, f"more than {MOST_CHARACTERS:,} characters: too long for one article, so split it")
    return encodable(text, name)


def encodable(text: str, name: str) -> str:
    """The same text, when UTF-8 can hold it. Raises ``ReadError`` on a lone surrogate."""
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise ReadError(name, f"a lone surrogate at character {error.start}, which is no text") from error
    return text


def sha256(text: str) -> str:
    """Hash of a text in UTF-8, hexadecimal."""
    return hashlib.sha256(text.encode()).hexdigest()
