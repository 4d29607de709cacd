"""The time that a number covers, from the calendar expressions of its sentence."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from core.extract.lang.en.claims import SAID
from core.records import Span, Timex

Window = tuple[str | None, str | None]
_DATE = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")
_SINCE = re.compile(r"\bsince\b[^.;:\"“”]*$")
_UNTIL = re.compile(r"\b(?:by|until|till|before|through|up to)(?: the)? ?$")
_FROM = re.compile(r"\b(?:after|from|starting|beginning)(?: in| on)? ?$")
_TO = frozenset((" and ", " to ", "-", "–", " until ", " through ", " till "))
_FRAME = re.compile(r"\b(?:[Bb]etween|[Ff]rom) (?:the )?$")
_REACH = 60


def window_of(text: str, span: Span, sentence: Span, timexes: Sequence[Timex], status: str, published: str | None) -> Window:
    """Begin and end of the number's time as ISO prefix dates, ``None`` where the text does not say.

    ``span`` is the claim and ``sentence`` what it may look at (the sentence, or the speaker's
    words), all in characters. "Since" a date runs to the day of publication when the event is
    told as done or going on.
    """
    first = bisect_left(timexes, sentence[0], key=lambda t: t.start_char)
    last = bisect_left(timexes, sentence[1], key=lambda t: t.start_char)
    near = [t for t in timexes[first:last] if not _is_when_said(text, t)]
    usable = [(_gap(t, span), _span_of(text, near, n) or _interval(text, t, sentence[0], status, published)) for n, t in enumerate(near)]
    ranked = sorted((gap, window) for gap, window in usable if window is not None)
    return ranked[0][1] if ranked else (None, None)


def _span_of(text: str, near: Sequence[Timex], n: int) -> Window | None:
    """From the first date to the second of "between 2011 and 2015" and "from May to July", asked of either."""
    for a, b in ((n - 1, n), (n, n + 1)):
        if a >= 0 and b < len(near) and text[near[a].end_char : near[b].start_char] in _TO:
            begin, end = _bounds(near[a])[0], _bounds(near[b])[1]
            if begin and end and _FRAME.search(text, max(0, near[a].start_char - 12), near[a].start_char):
                return begin, end
    return None


def _gap(t: Timex, span: Span) -> int:
    return max(t.start_char - span[1], span[0] - t.end_char, 0)


def _is_when_said(text: str, t: Timex) -> bool:
    """Whether the expression dates the saying: "Cook said Tuesday", "told reporters on Friday"."""
    words = re.findall(r"\w+", text[max(0, t.start_char - 30) : t.start_char])[-3:]
    return any(w.lower() in SAID for w in words)


def _interval(text: str, t: Timex, start: int, status: str, published: str | None) -> Window | None:
    before = text[max(start, t.start_char - _REACH) : t.start_char].lower()
    if t.value == "PRESENT_REF":
        return (None, published) if status in ("done", "ongoing") else (published, None)
    begin, end = _bounds(t)
    if begin is None and end is None:
        return None
    if _SINCE.search(before):
        return begin, published if status in ("done", "ongoing") else None
    if _UNTIL.search(before):
        return None, end
    if _FROM.search(before) and t.type == "DATE":
        return begin, None
    return begin, end


def _bounds(t: Timex) -> Window:
    """A calendar value as the text is precise; else the interval that the expression stands for."""
    if t.type == "SET":
        return None, None
    if t.value and _DATE.fullmatch(t.value):
        return t.value, t.value
    return t.interval_begin, t.interval_end
