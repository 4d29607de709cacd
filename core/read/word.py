"""Word documents (Office Open XML, ISO/IEC 29500): a ZIP archive of XML, read with Python's own means.

The text is the paragraphs of the body, those in tables and text boxes too. Headers, footers
and notes are parts of their own and not read; of tracked changes the text is as if all were
accepted.
"""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element

from core.errors import ReadError
from core.read.decode import checked
from core.read.metadata import Given, article, confirmed, sidecar
from core.read.xmltree import MOST_BYTES, local, tree
from core.records import Article

BODY = "word/document.xml"
ABOUT = "docProps/core.xml"
LOCKED = b"\xd0\xcf\x11\xe0"
"""A compound file: an encrypted document, or one of Word before 2007."""

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_W_STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_SKIPPED = frozenset({"del", "moveFrom", "instrText", "delText", "Fallback", "rPr", "pPr"})
"""Elements whose text is not the document's: deleted, codes of fields, and second copies for old programs."""
_SPACES = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011"}


def read(path: Path) -> Iterator[Article]:
    """Read one document and the sidecar beside it. Raises ``ReadError`` on one that has no text to give."""
    name = str(path)
    with path.open("rb") as file:
        start = file.read(4)
    if not start:
        raise ReadError(name, "empty")
    if start == LOCKED:
        raise ReadError(name, "encrypted, or of Word before 2007: save it as .docx without a password")
    try:
        with zipfile.ZipFile(path) as archive:
            text = "\n\n".join(_paragraphs(_part(archive, BODY, name)))
            given = _given(archive, text, name)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, KeyError) as error:
        raise ReadError(name, "no Word document that can be read") from error
    yield article(path.stem, checked(text, name), given | sidecar(path), name)


def _part(archive: zipfile.ZipFile, part: str, name: str) -> Element:
    """One part of the document. Raises ``KeyError`` when it has none of that name."""
    with archive.open(part) as file:
        raw = file.read(MOST_BYTES + 1)  # a ZIP archive can hold a thousand times its size
    return tree(raw, f"{name} ({part})")


def _paragraphs(root: Element) -> Iterator[str]:
    """Texts of the paragraphs, in the order of the document. Nesting costs no recursion."""
    text: list[str] = []
    waiting: list[tuple[Element, bool]] = [(root, False)]
    while waiting:
        element, done = waiting.pop()
        kind = local(element)
        if done or kind == "p":
            # A paragraph ends where it closes, and where another one opens within it (a text box).
            if words := "".join(text).strip():
                yield words
            text = []
        if done or kind in _SKIPPED:
            continue
        if kind == "t" and element.tag in (_W + "t", _W_STRICT + "t"):
            text.append(element.text or "")
        text.append(_SPACES.get(kind, ""))
        if kind == "p":
            waiting.append((element, True))
        waiting.extend((child, False) for child in reversed(element))
    if words := "".join(text).strip():
        yield words


def _given(archive: zipfile.ZipFile, text: str, name: str) -> Given:
    """Title and author where the text says them too."""
    try:
        about = _part(archive, ABOUT, name)
    except (KeyError, ReadError):
        return {}
    return confirmed({"title": about.findtext(_DC + "title") or "", "byline": about.findtext(_DC + "creator") or ""}, text)
