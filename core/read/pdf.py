"""PDF (ISO 32000): the text of its pages in the order of the file, without furniture.

What the file says of itself is mostly the program's word and not the publisher's: a title
or an author is taken only where the text's beginning says it too, and the date on which
the file was made is no date of publication, so it is not taken at all.
"""

from __future__ import annotations

import logging
import math
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from core.errors import ReadError
from core.read.decode import checked
from core.read.metadata import Given, article, confirmed, sidecar
from core.read.printed import Line, cleaned, running_text
from core.records import Article

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader

MOST_BYTES = 50_000_000
MOST_PAGES = 300
MOST_CHARACTERS = 150_000
"""An article that is larger is a book, and its parse (about 3 KB a character) would not fit a small machine's memory."""
SLANTED = 0.1
"""Rise over run of a line above which it is a watermark or stands on its side."""
UNREADABLE = 0.3
"""Part of the characters without a meaning above which a file does not say which letters it draws."""

# What is odd in a file is no matter for a person unless the file cannot be read, and then it is told.
logging.getLogger("pypdf").setLevel(logging.CRITICAL)


def read(path: Path) -> Iterator[Article]:
    """Read one file and the sidecar beside it. Raises ``ReadError`` on one that has no text to give."""
    name = str(path)
    size = path.stat().st_size
    if size > MOST_BYTES:
        raise ReadError(name, f"{size / 1e6:,.0f} MB: a PDF may have at most {MOST_BYTES // 1_000_000}")
    if not size:
        raise ReadError(name, "empty")
    with path.open("rb") as file:
        text, given = _contents(file, name)
    yield article(path.stem, checked(text, name), given | sidecar(path), name)


def _contents(file: BinaryIO, name: str) -> tuple[str, Given]:
    reader = _opened(file, name)
    lines = list(_lines(reader, name))
    if not lines:
        pages = len(reader.pages)
        raise ReadError(name, f"no text on its {pages} page{'s' * (pages != 1)}: pictures, such as a scan, need text recognition (OCR) first")
    text = running_text(lines)
    strange = sum(c == "\ufffd" or "\ue000" <= c <= "\uf8ff" for c in text)
    if strange > UNREADABLE * len(text):
        raise ReadError(name, "its fonts do not say which letters they draw: it needs text recognition (OCR) first")
    return text, _given(reader, text)


def _opened(file: BinaryIO, name: str) -> PdfReader:
    from pypdf import PdfReader
    from pypdf.errors import DependencyError

    try:
        reader = PdfReader(file)
        if reader.is_encrypted and not reader.decrypt(""):
            raise ReadError(name, "encrypted: it opens with a password only; save a copy without one")
        pages = len(reader.pages)
    except DependencyError as error:
        raise ReadError(name, "encrypted: save a copy without protection") from error
    except ReadError:
        raise
    except Exception as error:  # a broken file fails in pypdf in as many ways as it can be broken
        raise ReadError(name, "no PDF that can be read") from error
    if not 0 < pages <= MOST_PAGES:
        raise ReadError(name, f"{pages:,} pages: an article has 1 to {MOST_PAGES}")
    return reader


def _lines(reader: PdfReader, name: str) -> Iterator[Line]:
    characters = 0
    for number, page in enumerate(reader.pages, 1):
        try:
            found = _page_lines(page, number)
        except Exception as error:  # as above; a page left out in silence would be worse than none
            raise ReadError(name, f"page {number} cannot be read") from error
        characters += sum(len(line.text) for line in found)
        if characters > MOST_CHARACTERS:
            raise ReadError(name, f"more than {MOST_CHARACTERS:,} characters: too long for one article, so split it")
        yield from found


def _page_lines(page: PageObject, number: int) -> list[Line]:
    """The upright lines of a page. pypdf tells text piece by piece, a line feed at the end of each line."""
    lines: list[Line] = []
    pieces: list[str] = []
    at: list[tuple[float, float, float]] = []

    def end() -> None:
        text = cleaned("".join(pieces))
        if text and at:
            lines.append(Line(number, *at[0], text))
        pieces.clear()
        at.clear()

    def take(text: str, cm: list[float], tm: list[float], _font: Any, size: float) -> None:
        for n, part in enumerate(text.split("\n")):
            if n:
                end()
            if part.strip() and not at:
                at.extend(_placed(_product(tm, cm), page.rotation, size))
            if at:
                pieces.append(part)

    page.extract_text(visitor_text=take)
    end()
    return lines


def _placed(m: list[float], rotation: int, size: float) -> list[tuple[float, float, float]]:
    """Where a piece of text stands on its page as shown, and its size; nothing for one that is not upright."""
    turns = rotation // 90 % 4
    for _ in range(turns):  # a page is turned clockwise: (x, y) comes to (y, -x)
        m = [m[1], -m[0], m[3], -m[2], m[5], -m[4]]
    run, rise = m[0], m[1]
    high = size * math.hypot(m[2], m[3])
    return [(m[4], m[5], high)] if run > 0 and abs(rise) <= SLANTED * run and high > 0 else []


def _product(tm: list[float], cm: list[float]) -> list[float]:
    """Text matrix times transformation matrix (ISO 32000-2, 9.4.4)."""
    a, b, c, d, e, f = tm
    return [
        a * cm[0] + b * cm[2], a * cm[1] + b * cm[3], c * cm[0] + d * cm[2], c * cm[1] + d * cm[3],
        e * cm[0] + f * cm[2] + cm[4], e * cm[1] + f * cm[3] + cm[5],
    ]  # fmt: skip


def _given(reader: PdfReader, text: str) -> Given:
    """Title and author where the text says them too, and the language that the file names."""
    try:
        said = reader.metadata
        found = {"title": str(said.title or ""), "byline": str(said.author or "")} if said else {}
        language = str(reader.root_object.get("/Lang", ""))
    except Exception:  # what it says of itself is no reason to refuse its text
        return {}
    return confirmed(found, text) | ({"language": language} if language.isascii() and language else {})
