"""The time that a number covers, from the calendar expressions of its sentence."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence
from datetime import date

from core.extract.dateline import dateline_at
from core.extract.lang.en.claims import BE, NOWS, SAID
from core.extract.normalize.dates import add_days
from core.records import Span, Timex

Window = tuple[str | None, str | None]
Distance = Callable[[Timex], int | None]
"""Clauses between the number and an expression, ``None`` for one that dates something else."""
_DATE = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")
_SINCE = re.compile(r"\bsince\b[^.;:\"“”]*$")
_SO_FAR = re.compile(r"\b(?:so far|already|to date)(?: in| during)? $")
_SO_FAR_AFTER = re.compile(r",? (?:so far|to date)\b")
_UNTIL = re.compile(r"\b(?:by|until|till|before|through|up to|as of|as at)(?: the)? ?$")
_BY_THE_TIME = re.compile(r"\bby the time\b[^.;:\"“”]*$")
_HOURS = ("dawn", "daybreak", "sunrise", "noon", "midday", "dusk", "sunset", "nightfall", "midnight", "daylight", "first light")
"""Behind "before", times of the day that is named with them: "before dawn on Monday"."""
_FROM = re.compile(r"\b(?:after|(?<!images )(?<!imagery )(?<!footage )(?<!pictures )(?<!photos )from|starting|beginning)(?: in| on)? ?$")
_WEEK_TO = re.compile(r"\bweek (?:ending|ended|to)(?: on)? ?$")
_TO = frozenset((" and ", ", and ", " to ", "-", "–", " until ", " through ", " till ", " – "))
_RANGES = frozenset((" to ", "-", "–", " through "))
"""What joins two dates that need no "from": "October 19 to 20"."""
_FRAME = re.compile(r"\b(?:[Bb]etween|[Ff]rom|[Ww]eek of|[Pp]eriod of) (?:the )?$")
_BASE = re.compile(
    r"\b(?:same (?:period|month|week|day|time|quarter)(?: of| in)?(?: the)?|as (?:many|much|high|large) as(?: in| on)?"
    r"|than(?: in| on| at)?|(?:compared|relative) (?:with|to)(?: the)?)(?: in| on)? ?$"
)
"""What is compared with: its time is not the number's."""
_COMPARING = ("from", "compared", "against", "versus", "than")
"""One of these is in whatever ``_COMPARISON`` finds."""
_COMPARISON = re.compile(r"\b(?:(?:up|down) from|compared (?:with|to)|as against|against (?:an? |(?=\d))|versus|(?<!more )(?<!less )(?<!fewer )than|(?:more|less|fewer) than(?= (?:in|on|at|the|last|during|before|a (?:year|month|week))\b))\b")
_FROM_NUMBER = re.compile(r",? from (?:an? |about |around |some |nearly |just |over |under |roughly )*[^\w\s]?\d")
"""Behind a level reached, the one before: "rose to 1,403 from 600 in December"."""
_SUPERLATIVE = re.compile(r"\b(?:\w{3,}iest|worst|largest|biggest|highest|lowest|greatest|most \w+|first|last)\b[^.;:,\d\n]*\bsince $")
"""What has had no like since: "the deadliest week since 2015"."""
_SINCES = ("since ", "since \n")
_BASE_WITHIN = 30
"""More than ``_BASE`` can be long."""
_BEHIND = 20
"""More than ``_SO_FAR``, ``_UNTIL``, ``_FROM`` and ``_WEEK_TO`` can be long, each of which ends where it is looked for."""
_DATELINE_WITHIN = 60
_REACH = 80
_TWO_DAYS = re.compile(r"\d(?:st|nd|rd|th)? ?(?:[-–/]|to|and|into) ?(?:the )?\d")
"""How a night is called by both its days: "the night of May 2 to 3"."""
_DAY = 10
"""Characters of a full ISO date."""
_ENDING = re.compile(r",? (?:(?:that|which) end(?:ed|s)|ending|ended|to|up to|until|before|through|prior to)(?: (?:on|at|the|early|late)){0,2} ")
"""Between a length of time and the day on which it ends: "the 48 hours that ended Sunday"."""
_LENGTH = re.compile(r"P(?:T(\d{1,9})H|(\d{1,9})([DW]))")
_SO_FAR_HERE = re.compile(r"(?:, or [^,;.\n]{1,20},|,)?[^.,;:\d\n\"”]{0,40}\b(?:so far|thus far|to date|until now)\b(?! (?:this|in)\b)")
_SO_FAR_BEFORE = re.compile(r"\b(?:so far|to date)\b(?! (?:this|in)\b)[^.,;:\n\"”]{0,30}$")
_WORD = re.compile(r"\w+")
_STOP = re.compile(r"[.!?][\"”’]?\s+(?=[A-Z])")


def window_of(
    text: str,
    span: Span,
    sentence: Span,
    timexes: Sequence[Timex],
    status: str,
    published: str | None,
    distance: Distance = lambda _: 0,
) -> Window:
    """Begin and end of the number's time as ISO prefix dates, ``None`` where the text does not say.

    ``span`` is the claim and ``sentence`` what it may look at (the sentence, or the speaker's
    words), all in characters; ``distance`` ranks the expressions there, nearer ones first.
    "Since" a date runs to the day of publication when the event is told as done or going on.
    """
    first = bisect_left(timexes, sentence[0], key=lambda t: t.start_char)
    last = bisect_left(timexes, sentence[1], key=lambda t: t.start_char)
    near = [t for t in timexes[first:last] if not (_is_when_said(text, t) or _is_dateline(text, t))]
    ranked: list[tuple[int, int, Window]] = []
    if status in ("done", "ongoing") and (so_far := _SO_FAR_HERE.match(text, span[1], sentence[1])):
        ranked.append((0, so_far.end() - span[1], (None, published)))
    elif status in ("done", "ongoing") and _SO_FAR_BEFORE.search(text, max(sentence[0], span[0] - 40), span[0]):
        ranked.append((1, 0, (None, published)))
    for n, t in enumerate(near):
        window = None if _is_compared(text, span, t) or _is_dated(text, near, n) else _span_of(text, near, n) or _ended(text, near, n) or _interval(text, t, sentence[0], status, published)
        if window is not None and not _is_ahead(window, status, published) and (far := distance(t)) is not None:
            ranked.append((far, _gap(t, span), window))
    begin, end = min(ranked, key=lambda found: (*found[:2], found[2][0] or "", found[2][1] or ""))[2] if ranked else (None, None)
    return (None, None) if begin and end and begin[: len(end)] > end[: len(begin)] else (begin, end)


def _is_ahead(window: Window, status: str, published: str | None) -> bool:
    """Whether a time is all to come and the event is told as past: the time is another event's."""
    begin = window[0] or window[1]
    return status in ("done", "ongoing") and bool(begin and published and begin > published[: len(begin)])


def is_comparison(between: str) -> bool:
    """Whether the words between two numbers set one against the other: "94, compared with about 230"."""
    return len(between) < _REACH and _compares(between, 0, len(between))


def _compares(text: str, start: int, end: int) -> bool:
    for word in _COMPARING:
        if text.find(word, start, end) >= 0:
            return _COMPARISON.search(text, start, end) is not None
    return False


def _is_dateline(text: str, t: Timex) -> bool:
    """Whether the expression stands in a line like "CAIRO, Aug. 3 (Reuters) -"."""
    line = text.rfind("\n", max(0, t.start_char - _DATELINE_WITHIN), t.start_char) + 1
    found = dateline_at(text, line) if t.start_char - line < _DATELINE_WITHIN else None
    return found is not None and found.date is not None and found.date[0] <= t.start_char < found.date[1]


def _is_compared(text: str, span: Span, t: Timex) -> bool:
    """Whether the expression dates the other side of a comparison: "61, down from 70 in May", "in May 61, up from 40"."""
    if text.endswith(_SINCES, 0, t.start_char) and _SUPERLATIVE.search(text, max(0, t.start_char - _REACH), t.start_char):
        return True
    if _BASE.search(text, max(0, t.start_char - _BASE_WITHIN), t.start_char):
        return True
    if t.end_char <= span[0]:
        return _compares(text, max(t.end_char, span[0] - _REACH), span[0]) or text[t.end_char : span[0]].strip() == "from"
    return span[1] <= t.start_char and bool(_compares(text, span[1], t.start_char) or _FROM_NUMBER.match(text, span[1], t.start_char))


def _span_of(text: str, near: Sequence[Timex], n: int) -> Window | None:
    """From the first date to the second of "between 2011 and 2015" and "from May to July", asked of either."""
    for a, b in ((n - 1, n), (n, n + 1)):
        if a >= 0 and b < len(near) and text[near[a].end_char : near[b].start_char] in _TO:
            begin, end = _bounds(near[a])[0], _bounds(near[b])[1]
            framed = _FRAME.search(text, max(0, near[a].start_char - 12), near[a].start_char)
            if begin and end and (framed or text[near[a].end_char : near[b].start_char] in _RANGES or near[a].text.lower().startswith("the night of")):
                return begin, end
    return None


def _is_dated(text: str, near: Sequence[Timex], n: int) -> bool:
    """Whether the expression is a time of day that the next one dates: "overnight on October 19 to 20"."""
    return n + 1 < len(near) and near[n].text.lower() == "overnight" and text[near[n].end_char : near[n + 1].start_char] in (" on ", " of ", " into ", " ")


def _ended(text: str, near: Sequence[Timex], n: int) -> Window | None:
    """The days of "the 24 hours to Monday morning", asked of either expression."""
    for a, b in ((n - 1, n), (n, n + 1)):
        if a < 0 or b >= len(near) or not _ENDING.fullmatch(text, near[a].end_char, near[b].start_char):
            continue
        length, end = _LENGTH.fullmatch(near[a].value or ""), near[b].interval_end
        if length and end and len(end) >= _DAY:
            days = -(-int(length[1]) // 24) if length[1] else int(length[2]) * (7 if length[3] == "W" else 1)
            begin = add_days(date.fromisoformat(end[:_DAY]), -days)
            return (begin.isoformat(), end[:_DAY]) if begin else None
    return None


def _gap(t: Timex, span: Span) -> int:
    return max(t.start_char - span[1], span[0] - t.end_char, 0)


def _is_when_said(text: str, t: Timex) -> bool:
    """Whether the expression dates the saying: "Cook said Tuesday", "told reporters on Friday"."""
    near = _STOP.split(text[max(0, t.start_char - 40) : t.start_char])[-1]
    if near.endswith(" since "):
        return False
    words = [w.lower() for w in _WORD.findall(near)[-4:]]
    return any(w in SAID and not {*words[:n]} & BE for n, w in enumerate(words) if n or len(words) < 4)


def _interval(text: str, t: Timex, start: int, status: str, published: str | None) -> Window | None:
    before = text[max(start, t.start_char - _REACH) : t.start_char].lower()
    if t.value == "PRESENT_REF" and t.text.lower() not in NOWS:
        return None
    if t.value == "PRESENT_REF":
        return (None, published) if status in ("done", "ongoing") else (published, None)
    begin, end = _bounds(t)
    if begin is None and end is None:
        return None
    behind = max(0, len(before) - _BEHIND)
    if _SO_FAR.search(before, behind) or _SO_FAR_AFTER.match(text, t.end_char):
        return begin, published if status in ("done", "ongoing") else end
    if "since" in before and _SINCE.search(before):
        return begin, published if status in ("done", "ongoing") else None
    if (_UNTIL.search(before, behind) or ("by the time" in before and _BY_THE_TIME.search(before))) and not (t.type == "TIME" and t.text.lower().startswith(_HOURS) and before.endswith("before ")):
        return None, end
    if _WEEK_TO.search(before, behind) and t.type == "DATE" and end and len(end) == _DAY:
        first = add_days(date.fromisoformat(end), -6)
        return first.isoformat() if first else None, end
    if _FROM.search(before, behind) and t.type == "DATE":
        return begin, None
    return begin, end


def _bounds(t: Timex) -> Window:
    """A calendar value as the text is precise; else the interval that the expression stands for."""
    if t.type == "SET":
        return None, None
    if t.value and _DATE.fullmatch(t.value):
        return t.value, t.value
    if t.value and t.value.endswith("TNI") and t.interval_begin and _TWO_DAYS.search(t.text):
        morning = add_days(date.fromisoformat(t.interval_begin), 1)
        return t.interval_begin, morning.isoformat() if morning else t.interval_end
    return t.interval_begin, t.interval_end
