"""PDF (ISO 32000): the running text of its pages, without furniture.

PDFium (the PDF engine of Chromium) reads the file and says of every letter where it stands; pieces of lines
come from that here, their order from ``columns`` and the paragraphs from ``printed``.

What the file says of itself is mostly the program's word and not the publisher's: a title
or an author is taken only where the text's beginning says it too, and the date on which
the file was made is no date of publication, so it is not taken at all.
"""

from __future__ import annotations

import ctypes
import math
import threading
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from core.errors import ReadError
from core.read.columns import Piece, in_order
from core.read.decode import MOST_CHARACTERS, checked
from core.read.metadata import Given, article, confirmed, sidecar
from core.read.printed import Line, cleaned, running_text
from core.records import Article

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage

MOST_BYTES = 50_000_000
MOST_PAGES = 300
SLANTED = 0.1
"""Rise over run of a line above which it is a watermark or stands on its side."""
UNREADABLE = 0.3
"""Part of the characters without a meaning above which a file does not say which letters it draws."""
APART = 0.6
"""Distance between letters, in their size, from which they belong to two pieces; in a column they join again."""

_ONE_AT_A_TIME = threading.Lock()
"""PDFium may be used by one thread at a time."""
_PASSWORD, _SECURITY = 4, 5
"""What PDFium calls a wrong password, and protection of a kind that it does not know."""
_HYPHEN = 2
"""What PDFium gives for a hyphen at a line's end that it takes for a broken word's."""


def read(path: Path) -> Iterator[Article]:
    """Read one file and the sidecar beside it. Raises ``ReadError`` on one that has no text to give."""
    name = str(path)
    size = path.stat().st_size
    if size > MOST_BYTES:
        raise ReadError(name, f"{size / 1e6:,.0f} MB: a PDF may have at most {MOST_BYTES // 1_000_000}")
    if not size:
        raise ReadError(name, "empty")
    text, given = contents(path.read_bytes(), name)
    yield article(path.stem, checked(text, name), given | sidecar(path), name)


def contents(raw: bytes, name: str) -> tuple[str, Given]:
    """The running text of a file and what it says of itself. Raises ``ReadError``."""
    with _ONE_AT_A_TIME:
        return _read(raw, name)


def _read(raw: bytes, name: str) -> tuple[str, Given]:
    document = _opened(raw, name)
    try:
        lines = list(_lines(document, name))
        if not lines:
            pages = len(document)
            raise ReadError(name, f"no text on its {pages} page{'s' * (pages != 1)}: pictures, such as a scan, need text recognition (OCR) first")
        text = running_text(lines)
        strange = sum(c == "\ufffd" or "\ue000" <= c <= "\uf8ff" for c in text)
        if strange > UNREADABLE * len(text):
            raise ReadError(name, "its fonts do not say which letters they draw: it needs text recognition (OCR) first")
        return text, _given(document, text)
    finally:
        document.close()


def _opened(raw: bytes, name: str) -> PdfDocument:
    from pypdfium2 import PdfDocument, PdfiumError

    try:
        document = PdfDocument(raw)
    except PdfiumError as error:
        if error.err_code == _PASSWORD and b"/Encrypt" in raw:  # the code can be that of a file before
            raise ReadError(name, "encrypted: it opens with a password only; save a copy without one") from error
        if error.err_code == _SECURITY and b"/Encrypt" in raw:
            raise ReadError(name, "encrypted: save a copy without protection") from error
        raise ReadError(name, "no PDF that can be read") from error
    pages = len(document)
    if not 0 < pages <= MOST_PAGES:
        document.close()
        raise ReadError(name, f"{pages:,} pages: an article has 1 to {MOST_PAGES}")
    return document


def _lines(document: PdfDocument, name: str) -> Iterator[Line]:
    from pypdfium2 import PdfiumError

    characters = 0
    for number in range(len(document)):
        try:
            pieces = _pieces(document[number])
        except PdfiumError as error:  # a page left out in silence would be worse than none
            raise ReadError(name, f"page {number + 1} cannot be read") from error
        characters += sum(len(piece.text) for piece in pieces)
        if characters > MOST_CHARACTERS:
            raise ReadError(name, f"more than {MOST_CHARACTERS:,} characters: too long for one article, so split it")
        yield from _joined(in_order(pieces), number + 1)


def _joined(pieces: list[Piece], page: int) -> Iterator[Line]:
    """Lines of what stands side by side."""
    open_: list[Piece] = []
    for piece in pieces:
        if open_ and (abs(open_[-1].y - piece.y) >= open_[-1].size / 3 or piece.x0 < open_[-1].x0):
            yield _line(open_, page)
            open_ = []
        open_.append(piece)
    if open_:
        yield _line(open_, page)


def _line(pieces: list[Piece], page: int) -> Line:
    first = pieces[0]
    return Line(page, first.x0, first.y, first.size, cleaned(" ".join(piece.text for piece in pieces)))


# --- letters -----------------------------------------------------------------------------
@dataclass(frozen=True)
class _Letter:
    text: str
    x: float
    width: float
    y: float
    size: float


def _pieces(page: PdfPage) -> list[Piece]:
    """The upright words of a page, in the order of the file, cut at wide gaps."""
    pieces: list[Piece] = []
    letters: list[_Letter] = []
    spaced = ""

    def end() -> None:
        text = cleaned("".join(letter.text for letter in letters))
        if text:
            pieces.append(Piece(letters[0].x, letters[-1].x + letters[-1].width, letters[0].y, letters[0].size, text))
        letters.clear()

    for text, letter in _letters(page):
        if letter is None:
            spaced = text
            continue
        if letters and (spaced == "\n" or _apart(letters[-1], letter)):
            end()
        elif letters and spaced:
            letter = replace(letter, text=spaced + letter.text)
        spaced = ""
        letters.append(letter)
    end()
    return pieces


def _apart(before: _Letter, letter: _Letter) -> bool:
    gap = letter.x - before.x - before.width
    return abs(letter.y - before.y) > before.size / 2 or gap > APART * before.size or gap < -2 * before.size


def _letters(page: PdfPage) -> Iterator[tuple[str, _Letter | None]]:
    """The letters of a page that stand upright, and where they end words and lines."""
    import pypdfium2.raw as pdfium

    words = page.get_textpage()
    turns = page.get_rotation() // 90 % 4
    box, matrix, x, y = pdfium.FS_RECTF(), pdfium.FS_MATRIX(), ctypes.c_double(), ctypes.c_double()
    for n in range(words.count_chars()):
        code = pdfium.FPDFText_GetUnicode(words, n)
        text = "-" if code == _HYPHEN else chr(code) if 0 < code < 0x110000 else "\ufffd"
        if text in "\r\n":
            yield "\n", None
        elif text.isspace():
            yield " ", None
        elif pdfium.FPDFText_GetMatrix(words, n, matrix) and pdfium.FPDFText_GetCharOrigin(words, n, x, y):
            pdfium.FPDFText_GetLooseCharBox(words, n, box)
            width = abs(box.top - box.bottom if turns % 2 else box.right - box.left)
            size = pdfium.FPDFText_GetFontSize(words, n)
            yield from _upright(_Letter(text, x.value, width, y.value, size), (matrix.a, matrix.b, matrix.c, matrix.d), turns)


def _upright(letter: _Letter, m: tuple[float, ...], turns: int) -> Iterator[tuple[str, _Letter | None]]:
    """A letter where it stands on its page as shown, and how large; nothing for one that is not upright."""
    x, y = letter.x, letter.y
    for _ in range(turns):  # a page is turned clockwise: (x, y) comes to (y, -x)
        m = (m[1], -m[0], m[3], -m[2])
        x, y = y, -x
    run, rise, high = m[0], m[1], letter.size * math.hypot(m[2], m[3])
    if run > 0 and abs(rise) <= SLANTED * run and high > 0:
        yield letter.text, _Letter(letter.text, x, letter.width, y, high)


def _given(document: PdfDocument, text: str) -> Given:
    """Title and author where the text says them too, and the language that the file names."""
    said = document.get_metadata_dict()
    language = _language(document)
    return confirmed({"title": said.get("Title", ""), "byline": said.get("Author", "")}, text) | ({"language": language} if language else {})


def _language(document: PdfDocument) -> str:
    import pypdfium2.raw as pdfium

    buffer = (pdfium.FPDF_WCHAR * 64)()
    pdfium.FPDFCatalog_GetLanguage(document, buffer, ctypes.sizeof(buffer))
    language = bytes(buffer).decode("utf-16-le", errors="replace").partition("\0")[0]
    return language if language.isascii() else ""
