"""Word documents (Office Open XML, ISO/IEC 29500): a ZIP archive of XML, read with Python's own means.

The text is the paragraphs of the body, those in text boxes too, and a table's row on a line of its own. Headers,
footers, notes and comments are parts of their own and not read; of tracked changes the text is as if all were accepted.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element

from core.errors import ReadError
from core.read.decode import checked
from core.read.metadata import Given, article, sidecar
from core.read.office import DC, ended, opened, part, row_or_cells, said_of_itself, walk
from core.records import Article

BODY = "word/document.xml"
ABOUT = "docProps/core.xml"

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_W_STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
_SKIPPED = frozenset({"del", "moveFrom", "instrText", "delText", "Fallback", "rPr", "pPr"})
"""Elements whose text is not the document's: deleted, codes of fields, and second copies for old programs."""
_SPACES = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011"}


def read(path: Path) -> Iterator[Article]:
    """Read one document and the sidecar beside it. Raises ``ReadError`` on one that has no text to give."""
    name = str(path)
    with opened(path, "Word document") as archive:
        text = "\n\n".join(_paragraphs(part(archive, BODY, name)))
        try:
            given = said_of_itself(part(archive, ABOUT, name), text, f"{DC}creator")
        except (KeyError, ReadError):
            given = Given()
    yield article(path.stem, checked(text, name), given | sidecar(path), name)


def _paragraphs(root: Element, rows: bool = True) -> Iterator[str]:
    """Texts of the paragraphs, in the order of the document. Nesting costs no recursion but the one of a row."""
    text: list[str] = []
    for element, kind, closes in walk(root, lambda kind: kind not in _SKIPPED and not (rows and kind == "tr")):
        if kind == "p":  # where it closes, and where another one opens within it (a text box)
            yield from ended(text)
        if closes or kind in _SKIPPED:
            continue
        if kind == "tr" and rows:
            yield from row_or_cells([*_paragraphs(cell, rows=False)] for cell in element)
            continue
        if kind == "t" and element.tag in (_W + "t", _W_STRICT + "t"):
            text.append(element.text or "")
        text.append(_SPACES.get(kind, ""))
    yield from ended(text)
