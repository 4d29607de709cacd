"""OpenDocument texts (ISO/IEC 26300): a ZIP archive of XML, read with Python's own means.

The text is the paragraphs and headings of the body, a table's row on a line of its own. Headers, footers, notes,
comments and what tracked changes deleted are not read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element

from core.errors import ReadError
from core.read.decode import checked
from core.read.metadata import Given, article, sidecar
from core.read.office import DC, ended, opened, part, row_or_cells, said_of_itself, walk
from core.read.xmltree import local
from core.records import Article

_SPACES = {"tab": "\t", "line-break": "\n"}
_SKIPPED = frozenset({"annotation", "tracked-changes", "note", "forms", "sequence-decls", "desc", "title"})
_PARAGRAPHS = frozenset({"p", "h"})
_COUNT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}c"


def read(path: Path) -> Iterator[Article]:
    """Read one document and the sidecar beside it. Raises ``ReadError`` on one that has no text to give."""
    name = str(path)
    with opened(path, "OpenDocument text") as archive:
        if "META-INF/manifest.xml" in archive.namelist() and any(local(e) == "encryption-data" for e in part(archive, "META-INF/manifest.xml", name).iter()):
            raise ReadError(name, "encrypted: save a copy without a password")
        text = "\n\n".join(_paragraphs(part(archive, "content.xml", name)))
        given: Given = said_of_itself(part(archive, "meta.xml", name), text, f"{DC}creator") if "meta.xml" in archive.namelist() else {}
    yield article(path.stem, checked(text, name), given | sidecar(path), name)


def _paragraphs(root: Element, rows: bool = True) -> Iterator[str]:
    """Texts of the paragraphs, in the order of the document. Nesting costs no recursion but the one of a row."""
    text: list[str] = []
    for element, kind, closes in walk(root, lambda kind: kind not in _SKIPPED and not (rows and kind == "table-row")):
        if kind in _PARAGRAPHS:  # where it closes, and where another one opens within it (a text box)
            yield from ended(text)
        if closes:
            text.append(_plain(element.tail))
        elif kind == "table-row" and rows:
            yield from row_or_cells([*_paragraphs(cell, rows=False)] for cell in element)
        else:
            text.append(_spaces(element, kind))
            text.append(_plain(element.text) if kind not in _SKIPPED else "")
    yield from ended(text)


def _plain(text: str | None) -> str:
    """Spaces as the format has them: several are one, more are elements of their own."""
    return re.sub(r"[ \t\r\n]+", " ", text or "")


def _spaces(element: Element, kind: str) -> str:
    if kind == "s":
        count = element.get(_COUNT, "1")
        return " " * min(int(count), 100) if count.isdecimal() else " "
    return _SPACES.get(kind, "")
