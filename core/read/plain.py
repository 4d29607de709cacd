"""Plain text, and Markdown as it is written: one article a file, its id the stem of the file's name."""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from pathlib import Path

from core.errors import ReadError
from core.read.decode import checked, decode
from core.read.metadata import article, sidecar
from core.records import Article


def read(path: Path) -> Iterator[Article]:
    """Read a text and the sidecar beside it. Raises ``ReadError`` when it is empty or no text."""
    name = str(path)
    text = checked(decode(path.read_bytes(), name), name)
    yield article(path.stem, text, sidecar(path), name)


def decoded(raw: bytes, name: str, charset: str) -> str:
    """A text in the encoding that its server names; a name that is none counts as UTF-8. Raises ``ReadError``."""
    try:
        return raw.decode(charset) if charset and codecs.lookup(charset).name not in ("utf-8", "utf-16") else decode(raw, name)
    except LookupError:
        return decode(raw, name)
    except UnicodeDecodeError as error:
        raise ReadError(name, f"no text in {charset.upper()}") from error
