"""The article's own date: printed in the text, else the interval that its clues leave."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from core.extract.normalize.dates import add_days, parse_date
from core.extract.published.clues import Hint, Interval, to_clues, weigh
from core.extract.published.happened import happened_hints
from core.extract.published.offices import office_hints
from core.extract.published.stated import Printed, printed_date
from core.extract.published.told import TenseAt, bare_hints, calendar_parts, dated_hints, dateline_days, weekday_hints
from core.extract.time.genre import is_narrative
from core.records import Article

_COPYRIGHT = re.compile(r"(?:©|\(c\)|[Cc]opyright)\s+(?:©\s+)?((?:19|20)\d\d)(?!\d)")


def date_text(article: Article, text: str, tense_at: TenseAt) -> Article:
    """An article without a given date, with what its text tells of it.

    ``text`` is what the model read: the article's text with plain spaces.
    """
    printed = printed_date(text)
    if printed and printed.full:
        return _stated(article, printed)
    told = calendar_parts(text)
    hints = [*office_hints(text), *happened_hints(text), *dated_hints(text, told, tense_at), *_copyright_hints(text)]
    if is_narrative((part for _, part in told), None):
        # A history calls the dead by their titles and counts the months of other wars.
        hints = [h for h in hints if h.cut == "earliest" and h.rule != "published.duration"]
    interval, _ = weigh(hints)
    hints += weekday_hints(text, interval)
    if printed:
        hints += _dateline_hints(printed, interval)
    interval, _ = weigh(hints)
    hints += bare_hints(text, told, tense_at, interval)
    interval, kept = weigh(hints)
    if interval.earliest is None and interval.latest is None:
        return article
    day = _only_day(printed, interval)
    return msgspec.structs.replace(
        article,
        published=day,
        published_basis="inferred",
        published_earliest=interval.earliest,
        published_latest=interval.latest,
        published_clues=to_clues(kept, article.text),
    )


def _stated(article: Article, printed: Printed) -> Article:
    assert printed.full is not None
    day = printed.full.isoformat()
    hints = [(Hint(printed.span, cut, day, "the text prints it as its own date", printed.rule), True) for cut in ("earliest", "latest")]
    return msgspec.structs.replace(
        article,
        published=day,
        published_basis="stated",
        published_earliest=day,
        published_latest=day,
        published_clues=to_clues(hints, article.text),
    )


def _only_day(printed: Printed | None, interval: Interval) -> str | None:
    """The dateline's day, where the other clues leave one year for it."""
    days = dateline_days(interval, printed.month, printed.day) if printed else []
    return days[0].isoformat() if len(days) == 1 else None


def _copyright_hints(text: str) -> Iterator[Hint]:
    """A notice is of the year of publication or, on a page that goes on, of a later one."""
    for match in _COPYRIGHT.finditer(text):
        yield Hint(match.span(), "latest", f"{match[1]}-12-31", "copyright of that year", "published.copyright", None, 1)


def _dateline_hints(printed: Printed, known: Interval) -> Iterator[Hint]:
    """A dateline without a year: the first and the last such day that the other clues allow.

    A story appears on the day of its dateline or on the next.
    """
    days = dateline_days(known, printed.month, printed.day)
    if days:
        why = "the dateline's day" + (f", in {days[0].year}" if len(days) == 1 else "")
        last = add_days(days[-1], 1) or days[-1]
        yield Hint(printed.span, "earliest", days[0].isoformat(), why, printed.rule, None, 1)
        yield Hint(printed.span, "latest", last.isoformat(), why, printed.rule, None, 1)


def is_open(article: Article) -> bool:
    """Whether nothing that was given says when the article was published."""
    return parse_date(article.published) is None and article.published_basis != "given"
