"""From a text to its anchored temporal expressions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import TypeGuard

from msgspec import Struct
from msgspec.structs import replace

from core.extract.time.anchor import Anchor, TenseAt
from core.extract.time.expressions import ByGenre, Calendar, Expression, Shift
from core.extract.time.genre import is_narrative, tells_on
from core.extract.time.grammar import Hit, Rule
from core.extract.time.resolve import Resolved, resolve
from core.extract.time.rules import ANCIENT_GRAMMAR, GRAMMAR
from core.extract.time.tokens import CHARS, EMPTY_LINE, tokenize

Meant = tuple[int, int, Rule, Expression]
"""A hit with what it means in the text's genre."""


def _with_date(expression: Expression, end: int, following: list[Meant], texts: list[str]) -> Expression:
    """A bare time of day takes the date that stands right after it: "5:34 a.m. Baghdad time on March 20"."""
    if not (following and _is_of_day(expression)) or expression.origin != "story":
        return expression
    if not _is_clock(expression) and texts[end : following[0][0]] not in _NEXT_TO:
        return expression
    first, _, _, date_told = next((h for h in following if not _is_clock(h[3])), following[0])
    between = texts[end:first]
    if not isinstance(date_told, Calendar) or len(between) > JOINED or not _STOPS.isdisjoint(between):
        return expression
    if (date_told.day is None and date_told.weekday is None) or date_told.clock:
        return expression
    return replace(date_told, clock=expression.clock, mod=expression.mod)


def _joined(meant: Iterator[Meant], texts: list[str], narrative: bool) -> Iterator[Meant]:
    """A time of day and the date beside it as one expression: "May 22, 05:10 PM", in news "19:30 on 8 September" too."""
    last: Meant | None = None
    for hit in meant:
        one = _one(last, hit, texts, narrative) if last else None
        if last and one is None:
            yield last
        last = one or hit
    if last:
        yield last


def _one(a: Meant, b: Meant, texts: list[str], narrative: bool) -> Meant | None:
    between = texts[a[1] : b[0]]
    if _is_day(b[3]) and _is_clock(a[3]) and a[3].origin == "story" and (between in ([], [","]) or (not narrative and between == ["on"])):
        return a[0], b[1], a[2], replace(b[3], clock=a[3].clock, mod=a[3].mod)
    if _is_day(a[3]) and _is_clock(b[3]) and b[3].origin == "story" and texts[b[0]][:1].isdigit() and between in ([], [","]):
        return a[0], b[1], b[2], replace(a[3], clock=b[3].clock, mod=b[3].mod or a[3].mod)
    return None


def _is_day(expression: Expression) -> TypeGuard[Calendar]:
    """Whether it is a day by its date, without a time of day."""
    return isinstance(expression, Calendar) and expression.day is not None and not expression.clock


def _is_of_day(expression: Expression) -> TypeGuard[Shift]:
    """Whether it is a part of a day that is not named: "dawn", "5:34 a.m."."""
    return isinstance(expression, Shift) and expression.clock != "" and expression.count == 0


def _is_clock(expression: Expression) -> TypeGuard[Shift]:
    """Whether it is a time of day without a day: "5:34 a.m."."""
    return isinstance(expression, Shift) and expression.clock[1:2].isdigit() and expression.count == 0


def _opens(texts: list[str], index: int) -> bool:
    """Whether the token opens a sentence or a heading, by itself or after "In", "By", "During"."""
    back = texts[max(index - OPENING, 0) : index]
    return len(back) < OPENING or not _ENDS.isdisjoint(back)


_NEXT_TO = (["on"], ["on", "the"], ["of"], [","])
"""Between "dawn" and its day."""
_STOPS = frozenset(".!?;")
_ENDS = frozenset((".", "!", "?", EMPTY_LINE))
JOINED = 7
"""Tokens between a time of day and the date that belongs to it: "2:30 a.m. local time (2330 GMT) on Sunday"."""
OPENING = 6
"""Tokens into a sentence that still open it: "By the end of 1943"."""


class Found(Struct, frozen=True):
    """A temporal expression: offsets into the text, the rule that found it, what it stands for."""

    start: int
    end: int
    rule: str
    resolved: Resolved


def recognize(
    text: str, published: date | None = None, *, narrative: bool | None = None, tense_at: TenseAt | None = None
) -> Iterator[Found]:
    """Yield the temporal expressions of ``text`` in order, normalised to TIMEX3.

    ``published`` is the day that "yesterday" counts from; without one relative expressions
    keep unknown parts (``XXXX-10-31``). ``narrative`` says whether dates without year belong
    to the last date told instead; by default the text's own dates decide. ``tense_at`` gives
    the tense at an offset, for bare weekdays and months. Never raises on any text.
    """
    tokens = tokenize(text)
    antiquity = CHARS["ERA"] in tokens.classes
    hits = (ANCIENT_GRAMMAR if antiquity else GRAMMAR).find(tokens)
    plain = [h[3] for h in hits if not isinstance(h[3], ByGenre)]
    tells = narrative is None and tells_on(plain, published)
    if narrative is None:
        narrative = is_narrative(plain, published)
    meant = list(_joined(_of_genre(hits, narrative), tokens.texts, narrative or tells))
    anchor = Anchor(published, narrative or tells, antiquity)
    if tense_at is not None:
        anchor.tense_at = tense_at
    local: Resolved | None = None
    after, day_told = 0, False
    for index, (first, end, rule, expression) in enumerate(meant):
        start_char, end_char = tokens.span(first, end)
        told_before = day_told and first == after + 1 and tokens.texts[after] == "("  # "18 Nov (1200 UTC)"
        if not told_before:
            expression = _with_date(expression, end, meant[index + 1 : index + 3], tokens.texts)
        if EMPTY_LINE in tokens.texts[after:first]:
            anchor.later_paragraph, anchor.exact = True, None
        after = end
        anchor.opens = _opens(tokens.texts, first)
        resolved = resolve(expression, anchor, start_char)
        day_told = resolved is not None and resolved.type == "DATE" and resolved.precision == "day"
        if resolved is not None and local is not None and first > 1 and tokens.texts[first - 1] == "(":
            resolved = _same_moment(local, resolved)
        local = resolved if end < len(tokens.texts) and tokens.texts[end] == "(" else None
        if resolved is not None:
            yield Found(start_char, end_char, rule.name, resolved)


def _of_genre(hits: list[Hit], narrative: bool) -> Iterator[Meant]:
    """The hits with what they mean in a text of this genre."""
    for hit in hits:
        expression = hit[3]
        if isinstance(expression, ByGenre):
            meant = expression.history if narrative else expression.news
            if meant is not None:
                yield *hit[:3], meant
        else:
            yield *hit[:3], expression


def _same_moment(local: Resolved, utc: Resolved) -> Resolved:
    """The day of "(2120 GMT)" after a local time: clocks are from 12 hours behind to 14 ahead of it."""
    if not (_MINUTE.fullmatch(local.value or "") and _MINUTE.fullmatch(utc.value or "") and (utc.value or "")[-1] == "Z"):
        return utc
    here, there = (datetime.fromisoformat((r.value or "").rstrip("Z")) for r in (local, utc))
    days = next((d for d in (0, -1, 1) if BEHIND <= here - there - timedelta(d) <= AHEAD), 0)
    moved = there + timedelta(days)
    day = moved.date().isoformat()
    return replace(utc, value=f"{day}T{moved:%H:%M}Z", begin=day, end=day)


_MINUTE = re.compile(r"[12]\d{3}-\d\d-\d\dT(?:[01]\d|2[0-3]):[0-5]\dZ?")
BEHIND, AHEAD = timedelta(hours=-12), timedelta(hours=14)
