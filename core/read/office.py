"""What office documents have in common: a ZIP archive of XML, whose paragraphs and rows of tables are the text."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from xml.etree.ElementTree import Element

from core.errors import ReadError
from core.read.metadata import Given, confirmed
from core.read.xmltree import MOST_BYTES, local, tree

LOCKED = b"\xd0\xcf\x11\xe0"
"""A compound file: an encrypted document, or one of Word before 2007."""
LONG_CELL = 400
"""Characters of a cell above which its table lays out text and is no table of figures."""
DC = "{http://purl.org/dc/elements/1.1/}"


@contextmanager
def opened(path: Path, kind: str) -> Iterator[zipfile.ZipFile]:
    """The archive of a document. Raises ``ReadError``, also for what goes wrong while it is read."""
    name = str(path)
    with path.open("rb") as file:
        start = file.read(4)
    if not start:
        raise ReadError(name, "empty")
    if start == LOCKED:
        raise ReadError(name, "encrypted, or of Word before 2007: save it as .docx without a password")
    try:
        with zipfile.ZipFile(path) as archive:
            yield archive
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, KeyError, ValueError, OSError) as error:
        raise ReadError(name, f"no {kind} that can be read") from error


def part(archive: zipfile.ZipFile, part: str, name: str) -> Element:
    """One part of a document. Raises ``KeyError`` when it has none of that name."""
    with archive.open(part) as file:
        raw = file.read(MOST_BYTES + 1)  # a ZIP archive can hold a thousand times its size
    return tree(raw, f"{name} ({part})")


def walk(root: Element, enters: Callable[[str], bool]) -> Iterator[tuple[Element, str, bool]]:
    """Each element with its name, as it opens and (true) as it closes; ``enters`` says by the name whether what is in it comes too.

    Documents from strangers nest without end, so it does without recursion.
    """
    waiting: list[tuple[Element, bool]] = [(root, False)]
    while waiting:
        element, closes = waiting.pop()
        kind = local(element)
        yield element, kind, closes
        if not closes:
            waiting.append((element, True))
            if enters(kind):
                waiting.extend((child, False) for child in reversed(element))


def ended(text: list[str]) -> Iterator[str]:
    """The paragraph that has gathered in ``text``, if it has words, and none of it left there."""
    words = "".join(text).strip()
    text.clear()
    if words:
        yield words


def row_or_cells(cells: Iterable[list[str]]) -> Iterator[str]:
    """A table's row as one paragraph, a tab between its cells; the paragraphs of the cells where they hold more than figures and names."""
    filled = [cell for cell in cells if cell]
    if len(filled) > 1 and all(sum(map(len, cell)) <= LONG_CELL for cell in filled):
        yield "\t".join(" ".join(cell) for cell in filled)
    else:
        for cell in filled:
            yield from cell


def said_of_itself(about: Element, text: str, creator: str) -> Given:
    """Title and author where the text says them too."""
    found = {"title": next((e.text or "" for e in about.iter(f"{DC}title")), ""), "byline": next((e.text or "" for e in about.iter(creator)), "")}
    return confirmed(found, text)
