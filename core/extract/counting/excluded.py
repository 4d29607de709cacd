"""Numbers that say no quantity: designators, dates, times, scores, phone and list numbers."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from typing import Any

from core.extract.counting.amount import Amount

_GLUED_AFTER = re.compile(r"(?:[:/]\d|[.:]\d{2}(?!\d)|(?:st|nd|rd|th|s|'s|x|a)\b|[A-Z]{1,3}\b|[a-z]?-?[A-Z0-9]|\.?\d|[A-Za-z]\d|(?!p\b)[a-z]{1,2}\b)")
_CLOCK = re.compile(r"(?:[.:h]\d{2})?\s?(?:[ap]\.?m\b|o'clock|GMT\b|UTC\b|hrs\b|noon\b|midnight\b)", re.IGNORECASE)
_NUMERO = ("No. ", "no. ", "Nos. ", "nos. ")
_CLOCKS = frozenset("aApPoOgGuUhHnNmM")
"""First letters of the words of a clock time."""
_SCORE = re.compile(r"[-–](\d+)(?![\d%,]*\d|[-–\w])")
_PHONE = re.compile(r"(?<!\d)(?:\+\d|\()[\d()]*(?:[ -]\(?\d{2,}\)?){2,}|(?<!\d)\d+(?:-\d{2,}){2,}|(?<![\d.,-])\d{3}-\d{4}(?![\d,.-]*\d)")
_SHARES = frozenset((2, 3, 4, 5, 6, 8, 10, 16, 20, 32, 40, 50, 64, 100, 1000))
"""Denominators that are written with a slash; others make a date (9/11) or a saying (24/7)."""
_BORE = re.compile(r"[ -](?:cal|rifle|bore|pistol|revolver|gun|round|bullet|cartridge|hunting|sniper|Lee)")
"""Behind a calibre in inches: "two .303 rifles"."""
_CROSS = frozenset(("x", "×"))
_CASE = re.compile(r" ?[x×] ?\d{2,3} ?(?:mm)? (?:ammunition|ammo|rounds?|cartridges?|bullets?|caliber|calibre|NATO|rifle|shells?)\b")
_CASED = re.compile(r" ?(?:mm)? (?:ammunition|ammo|rounds?|cartridges?|bullets?|caliber|calibre|NATO|rifle|shells?)\b")
"""Behind the bore of a cartridge and behind its length: "7.62 x 39 ammunition"."""
_LIST = re.compile(r"(?:^|\n)[ \t]*[(\[]?$")
_YEAR = re.compile(r"(?:19|20)\d\d")
_SUMS = ("average of ", "total of ", "sum of ", "mean of ", "median of ", "peak of ", "record of ", "toll of ", "tally of ", "strength of ")
_MORE = re.compile(r" (?:more|others)\b|(?: of)? (?:them|whom)\b")
_DATING = ("in ", "since ", "by ", "from ", "until ", "till ", "of ", "to ", "before ", "after ", "during ")
_ENDS = frozenset(("", " ", "\n"))
_POINTS = frozenset((",", ".", ";", ")"))
_REACH = 100
"""Characters on either side in which the word around a number is looked for."""
_WEB = re.compile(r"://|www\.|@|\.(?:com|org|net|gov)\b")


def is_glued(text: str, a: Amount) -> bool:
    """Whether letters, signs or more digits make the number part of a name: F-16, A320, 3/11, 17:22."""
    if a.kind not in ("digits", "fraction", "range"):
        return False
    if not a.clean:
        return True
    start, end = a.start, a.end
    if a.unit is None and ((text[end : end + 2].strip()[:1] in _CROSS and _CASE.match(text, end)) or (text[start - 2 : start].strip() in _CROSS and _CASED.match(text, end))):
        return True
    if text.startswith(".", a.number) and _BORE.match(text, end):
        return True
    before = text[start - 1 : start]
    if before in ("-", "–", "/", ":", ".", "&", "+") and text[start - 2 : start - 1].isalnum() and text[start - 2 : start] != "=-":
        return not (before in "-–" and text[max(0, start - 6) : start].lower().endswith(("sub-", "minus-", "-by-")))
    if before in ("#", "№", "^") or (before == " " and text.startswith(". ", start - 2) and text.endswith(_NUMERO, max(0, start - 5), start)):
        return True
    return _glued_after(text, a, end)


def _glued_after(text: str, a: Amount, end: int) -> bool:
    after = text[end : end + 1]
    if a.unit is None and end == a.number_end and not after.isspace() and _GLUED_AFTER.match(text, end):
        return True
    return after in (":", "/") and text[end + 1 : end + 2].isdigit()


def is_written_as_number(text: str, a: Amount) -> bool:
    """Whether digits stand for a time of day, score, phone number, list item, year or address."""
    if a.kind not in ("digits", "fraction", "range"):
        return text.startswith((" o'clock", " o’clock"), a.number_end)
    start, end = a.number, a.number_end
    after = text[end : end + 2]
    if a.unit is None:
        told = after != "" and (after[0] != " " or after[1:] in _CLOCKS) and _CLOCK.match(text, end)
        if told or _is_listed(text, a) or (a.kind == "fraction" and _is_slashed(text, a)):
            return True
        if after[:1] in ("-", "–") and a.kind == "digits" and _SCORE.match(text, end):
            return True
    return _is_number_of_something(text, start, end, a)


def _is_slashed(text: str, a: Amount) -> bool:
    slash = text.find("/", a.number, a.number_end)
    if slash < 0 or text.startswith(" of", a.end):
        return False
    under = text[slash + 1 : a.number_end]
    return " " not in text[a.number : slash] and not (under.isdecimal() and len(under) < 6 and (int(under) in _SHARES or not int(under)))


def _is_listed(text: str, a: Amount) -> bool:
    after = text[a.end : a.end + 2]
    return after[:1] in (".", ")", "]") and (after[1:].isspace() or len(after) == 1) and bool(_LIST.search(text, max(0, a.start - 8), a.start)) and len(after) > 1


def _is_number_of_something(text: str, start: int, end: int, a: Amount) -> bool:
    behind = text[end : end + 1]
    alone = behind in _ENDS or (behind in _POINTS and text[end + 1 : end + 2] in _ENDS)
    if not alone or text[start - 1 : start] not in _ENDS:
        left = max(text.rfind(" ", max(0, start - _REACH), start), text.rfind("\n", max(0, start - _REACH), start), start - _REACH) + 1
        right = text.find(" ", end, end + _REACH)
        if _WEB.search(text, max(0, left), right if right >= 0 else end + _REACH):
            return True
    if a.unit is None and (a.kind == "range" or text[end + 1 : end + 2].isdigit() or text[start - 2 : start - 1].isdigit()):
        return any(m.start() <= start < m.end() and sum(c.isdigit() for c in m.group()) >= 7 for m in _PHONE.finditer(text, max(0, start - 20), end + 20))
    return False


def is_year(text: str, a: Amount) -> bool:
    """Whether a bare number, or a range of two, is written like a year: four digits, 1900 to 2099."""
    if a.unit is not None or a.kind not in ("digits", "range") or a.modifier not in ("exact", "range"):
        return False
    first = _YEAR.match(text, a.number)
    if first is None:
        return False
    return a.number_end - a.number == 4 if a.kind == "digits" else _YEAR.fullmatch(text, a.number_end - 4, a.number_end) is not None


def is_summed(text: str, a: Amount) -> bool:
    """Whether the words around a number that looks like a year say a count: "a total of 2015", "2000 more fled", "rose by 1500"."""
    if text.endswith(_SUMS, 0, a.start):
        return True
    if _MORE.match(text, a.end):
        return not text[max(0, a.start - 8) : a.start].lower().endswith(_DATING)
    return a.change is not None and text.endswith(" by ", 0, a.start) and _YEAR.match(text, a.number) is None


class Calendar:
    """The spans of calendar expressions; a number in one of them is part of a date."""

    def __init__(self, timexes: Iterable[Mapping[str, Any]]) -> None:
        """``timexes`` as the Doc keeps them."""
        spans = [(t["start_char"], t["end_char"]) for t in timexes if t["type"] in ("DATE", "TIME")]
        spans.sort()
        self._starts = [s for s, _ in spans]
        self._ends = [e for _, e in spans]

    def holds(self, a: Amount) -> bool:
        """Whether ``a`` lies in a date or time and has no unit ("14 months ago" is a span of time)."""
        i = bisect_right(self._starts, a.number) - 1
        return i >= 0 and a.number < self._ends[i] and a.unit is None
