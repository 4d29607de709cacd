"""Plain text: one article a file, its id the stem of the file's name."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from core.read.decode import checked, decode
from core.read.metadata import article, sidecar
from core.records import Article


def read(path: Path) -> Iterator[Article]:
    """Read a text and the sidecar beside it. Raises ``ReadError`` when it is empty or no text."""
    name = str(path)
    text = checked(decode(path.read_bytes(), name), name)
    yield article(path.stem, text, sidecar(path), name)
