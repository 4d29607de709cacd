"""Printed lines -> running text: furniture dropped, paragraphs found, hyphens at line ends joined.

Knows no file format. A page has lines with a place and a size, in the order of the file;
what belongs together is told by where they stand:

- Furniture is what stands at the same height at the top or foot of several pages, whatever
  its digits, and a lone page number.
- A paragraph begins after a wider gap than between most lines, at an indented line, at another
  size of letters, and where the next word would have fitted on the line before.
- A hyphen at a line's end goes, unless the text itself writes the word with one.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import inf
from statistics import median

EDGE = 3
"""Lines at the top and at the foot of a page that may be furniture."""
SHARE = 0.25
"""Part of the pages that furniture stands on, and two at least."""
SAME_HEIGHT = 2.0
"""Points by which furniture may differ in height from page to page."""
WIDER = 1.3
"""A gap this many times the usual one parts paragraphs."""
RESIZED = 1.12
NEAR = 4
"""Lines before and after that tell how wide a column is."""
FITS = 0.85
"""Part of that width up to which a word would surely have fitted."""

BULLETS = ("•", "▪", "‣", "◦", "●", "■", "·")
ENDS = re.compile(r"[.!?:…][\"'”’)\]»]*$")
FOLIO = re.compile(r"(?:https?://\S+\s+)?(?:page\s+)?[-–—|\s]*\d{1,4}(?:\s*(?:/|of)\s*\d{1,4})?[-–—|\s]*", re.IGNORECASE)
KEEP_HYPHEN = frozenset(
    "all anti co cross counter ex half high inter long low mid multi near non post pre pro quasi self semi short so sub ultra vice well "
    "twenty thirty forty fifty sixty seventy eighty ninety two three four five six seven eight nine ten".split()
)
"""First parts that mostly keep their hyphen: "pro-government" is no "progovernment"."""
_BROKEN = re.compile(r"(\w{1,40})(-|\u2010|\u00ad)$")
_WORD = re.compile(r"\w+")
_LIGATURES = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st", 0xFB06: "st"}
_GLYPHS = _LIGATURES | dict.fromkeys((*range(9), *range(0x0E, 0x20), 0x7F, 0xFFFE, 0xFFFF, *range(0xD800, 0xE000)))
"""Glyphs that stand for letters, and codes that stand for nothing."""


@dataclass(frozen=True)
class Line:
    """One line of a page: where its first letter stands (points, y upwards), and how large it is."""

    page: int
    x: float
    y: float
    size: float
    text: str


def cleaned(text: str) -> str:
    """A line's text: ligatures as letters, no control codes, single spaces; a soft hyphen only at its end."""
    plain = " ".join(text.translate(_GLYPHS).split())
    return plain[:-1].replace("\u00ad", "") + plain[-1:]


def running_text(lines: Sequence[Line]) -> str:
    """The text of all pages, an empty line between paragraphs."""
    kept = [line for line in lines if line.text]
    furniture = set(_furniture(kept))
    body = [line for n, line in enumerate(kept) if n not in furniture]
    words = _words(body)
    return "\n\n".join(_joined(paragraph, words) for paragraph in _paragraphs(body))


# --- furniture ---------------------------------------------------------------------------
def _furniture(lines: Sequence[Line]) -> Iterator[int]:
    """Numbers of the lines that are furniture."""
    pages: dict[int, list[int]] = defaultdict(list)
    for n, line in enumerate(lines):
        pages[line.page].append(n)
    alike: dict[str, list[int]] = defaultdict(list)
    for numbers in pages.values():
        high_to_low = sorted(numbers, key=lambda n: -lines[n].y)
        yield from _folios(lines, high_to_low)
        for n in {*high_to_low[:EDGE], *high_to_low[-EDGE:]}:
            alike[_pattern(lines[n].text)].append(n)
    enough = max(2.0, SHARE * len(pages))
    for numbers in alike.values():
        heights = sorted((lines[n].y, lines[n].page) for n in numbers)
        for n in numbers:
            first = bisect_left(heights, (lines[n].y - SAME_HEIGHT,))
            last = bisect_right(heights, (lines[n].y + SAME_HEIGHT, inf))
            if last - first >= enough and len({page for _, page in heights[first:last]}) >= enough:
                yield n


def _pattern(text: str) -> str:
    return re.sub(r"\d+", "#", text.casefold())


def _folios(lines: Sequence[Line], high_to_low: Sequence[int]) -> Iterator[int]:
    """A page number: the outermost line of its page, apart from the text."""
    if len(high_to_low) < 2:
        return
    for n, neighbour in ((high_to_low[0], high_to_low[1]), (high_to_low[-1], high_to_low[-2])):
        apart = abs(lines[n].y - lines[neighbour].y) > 1.5 * lines[n].size
        if apart and FOLIO.fullmatch(lines[n].text):
            yield n


# --- paragraphs --------------------------------------------------------------------------
def _paragraphs(lines: Sequence[Line]) -> Iterator[list[Line]]:
    drops = [a.y - b.y for a, b in pairwise(lines) if a.page == b.page and 0 < a.y - b.y < 3 * a.size]
    usual = median(drops) if drops else 0.0
    open_: list[Line] = []
    for n, line in enumerate(lines):
        if open_ and _begins(lines, n, usual):
            yield open_
            open_ = []
        open_.append(line)
    if open_:
        yield open_


def _begins(lines: Sequence[Line], n: int, usual: float) -> bool:
    """Whether a paragraph begins at line ``n``."""
    before, line = lines[n - 1], lines[n]
    if not 1 / RESIZED < line.size / before.size < RESIZED or line.text.startswith(BULLETS):
        return True
    goes_on = line.text[0].islower() or before.text.endswith(("-", "\u2010", "\u00ad", ","))
    drop = before.y - line.y
    if line.page != before.page or drop < -line.size / 2:
        return not goes_on and bool(ENDS.search(before.text))
    if drop > WIDER * usual:
        return True
    indent = line.x - before.x
    if 0.8 * line.size < indent < 6 * line.size and not goes_on and not before.text.startswith(BULLETS):
        return True
    return not goes_on and _stopped(lines, n)


def _stopped(lines: Sequence[Line], n: int) -> bool:
    """Whether the line before ``n`` ended on purpose: the next word would have fitted on it."""
    before, line = lines[n - 1], lines[n]
    around = [other for other in lines[max(0, n - NEAR) : n + NEAR] if abs(other.size - line.size) < 0.5]
    width = max((len(other.text) for other in around), default=0)
    return len(before.text) + 1 + len(line.text.split(" ", 1)[0]) < FITS * width


# --- words -------------------------------------------------------------------------------
def _words(lines: Sequence[Line]) -> Counter[str]:
    """Words as the text writes them within its lines, with and without hyphens."""
    found: Counter[str] = Counter()
    for line in lines:
        inner = re.findall(r"\w+(?:[-\u2010]\w+)*", line.text)
        found.update(word.casefold().replace("\u2010", "-") for word in inner)
    return found


def _joined(paragraph: Sequence[Line], words: Counter[str]) -> str:
    pieces = [paragraph[0].text]
    for line in paragraph[1:]:
        pieces[-1] = _ended(pieces[-1], line.text, words)
        pieces.append(line.text)
    return "".join(pieces).removesuffix("\u00ad")


def _ended(text: str, after: str, words: Counter[str]) -> str:
    """A line as it goes on in the next one: with a space, or with its last word made whole."""
    last = text.rsplit(" ", 1)[-1]
    broken = _BROKEN.search(last)
    if broken is None:
        return f"{text} "
    head, mark = broken.groups()
    whole, tail = text[: -len(mark)], _WORD.match(after)
    if mark == "\u00ad":
        return whole
    if tail is None:
        return f"{text} "
    with_hyphen, without = words[f"{head}-{tail[0]}".casefold()], words[f"{head}{tail[0]}".casefold()]
    if with_hyphen != without:
        return text if with_hyphen > without else whole
    keeps = not (head[-1].isalpha() and tail[0][0].islower()) or head.casefold() in KEEP_HYPHEN
    return text if keeps else whole
