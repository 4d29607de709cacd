"""Where the text stands in time while it is read from start to end.

News counts from its day of publication, a narrative from the last date told (TimeML's
document creation time and HeidelTime's document types).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from core.extract.normalize.dates import Moment, add_years, interval_of
from core.extract.time.expressions import Origin

Tense = Literal["past", "present", "future"]
TenseAt = Callable[[int], Tense | None]
"""Tense of the clause around an offset."""

PART_MONTH = {
    "Q1": 1, "Q2": 4, "Q3": 7, "Q4": 10, "H1": 1, "H2": 7, "SP": 3, "SU": 6, "FA": 9, "WI": 12,
    "EASTER": 4, "THANKSGIVING": 11,
}  # fmt: skip
"""First month of a part of the year."""
GOES_ON_MONTHS = 6
"""A month at most this far ahead goes on from where the story stands."""
NEAR_DAYS = 7
"""In news a time of day is of a day told in an earlier paragraph only if that is at most this far from publication."""
NEAR_AHEAD_DAYS = 45
"""A day without a year at most this far after one with a year, in the same paragraph, is of that year."""
REPORTED_AHEAD_DAYS = 31
"""A quarter that ends later than this after publication is not the one reported on."""


@dataclass(slots=True)
class Anchor:
    """What is known so far; ``tell`` moves it on."""

    published: date | None
    narrative: bool = False
    antiquity: bool = False
    """The text tells years before Christ."""
    tense_at: TenseAt = field(default=lambda _: None)
    offset: int = 0
    """Where the expression at hand stands."""
    opens: bool = False
    """Whether the expression at hand opens a sentence or a heading: "In 1943, ..."."""
    told: Moment | None = None
    """The last date told."""
    day: Moment | None = None
    """The last day told: what "the next day" counts from, whatever year was named since."""
    later_paragraph: bool = False
    """Whether a paragraph has ended since the last date was told."""
    night: bool = False
    """Whether what was told last is a night, whose small hours are of the next day."""
    been: Moment | None = None
    """The last day told that is not after publication."""
    exact: Moment | None = None
    """The last day of this paragraph that goes on from one told with its year."""
    main: Moment | None = None
    """Where the story stands: the last date that opened a sentence or went without its year."""
    aside: int | None = None
    """The last year named in passing; named twice, the story has come to it."""
    quarter: tuple[int, int] | None = None
    """The year and quarter that a report is on."""

    def base(self, origin: Origin) -> Moment | None:
        """Where an expression of this origin counts from."""
        if origin == "spoken" and self.narrative:
            return None
        if self.narrative or origin == "story":
            if self.told is not None:
                return self.told
            if self.narrative:
                return None
        day = self.published
        return None if day is None else Moment(day.year, day.month, day.day)

    def day_at_hand(self) -> Moment | None:
        """The day that a bare time of day is of: the last one told, in news one of the same paragraph or near."""
        if self.narrative or self.published is None:
            return self.told if self.told is None or self.told.day else self.day or self.told
        known = self.day.date() if self.day else None
        if known and known > self.published and self.tense_at(self.offset) in ("past", None):
            known = self.been.date() if self.been else None  # "would be there by Sunday. At 8.15 a.m. it stopped"
        if known is None or (self.later_paragraph and abs((self.published - known).days) > NEAR_DAYS):
            known = self.published
        return Moment(known.year, known.month, known.day)

    def tell(self, value: str | None, *, explicit: bool, aside: bool = False) -> None:
        """Remember the date that a TIMEX3 value tells.

        ``explicit`` when the text named its year, ``aside`` when it
        leaves the story for a moment ("the previous year").
        """
        told = moment_of(value)
        if told is None:
            return
        part = (value or "").removeprefix("BC")[5:7]
        if part[:1] == "Q" and part[1:].isdigit():
            self._report(told.year, int(part[1:]))
        self.told, self.later_paragraph = told, False
        self.night = (value or "").endswith(("TNI", "T24:00"))
        self.day = told if told.day else self.day
        if self.published and (known := told.date()) and known <= self.published:
            self.been = told
        if told.day and (explicit or (self.exact and self.exact.year == told.year)):
            self.exact = told
        if (aside or (explicit and not self.opens)) and self.main and told.year not in (self.aside, self.main.year):
            self.aside = told.year
        elif told.month or part or self.main is None or self.main.year != told.year:
            self.main = told if told.month else Moment(told.year, PART_MONTH.get(part))

    def _report(self, year: int, quarter: int) -> None:
        """Remember the newest quarter told that has ended, or is about to."""
        last = interval_of(f"{year:04d}-Q{quarter}")[1] if year > 0 else None
        if last is None or (self.published and (date.fromisoformat(last) - self.published).days > REPORTED_AHEAD_DAYS):
            return
        if self.quarter is None or (year, quarter) > self.quarter:
            self.quarter = (year, quarter)

    def not_ahead(self, base: Moment | None) -> Moment | None:
        """In news the day of publication instead of one after it, which nobody looks back from."""
        if self.narrative or base is None or self.published is None or (base.date() or self.published) <= self.published:
            return base
        return Moment(self.published.year, self.published.month, self.published.day)

    def goes_on(self, month: int, day: int | None) -> int | None:
        """In news the year of a date told right after an old one: "on 5 June 1942 ... on 7 June"."""
        if self.exact is None or self.published is None or self.exact.year >= self.published.year:
            return None
        before, then = self.exact.date(), Moment(self.exact.year, month, day).date()
        if before is None or (day and then is None):
            return None
        near = 0 <= (then - before).days <= NEAR_AHEAD_DAYS if then else 0 <= month - before.month <= 1
        return self.exact.year if near else None

    def running_year(self, month: int) -> int | None:
        """The year that a narrative has come to, for a month that is told without one.

        A date told in passing ("as in 1614", "declassified in June 1978") counts only where the
        month goes on from it and not from where the story stands. After an autumn's date the
        first months are the next year's.
        """
        base = self._running(month)
        if base is None:
            return None
        turned = base.month is not None and base.month >= 10 and month <= 3
        return add_years(base.year, 1) if turned else base.year

    def _running(self, month: int) -> Moment | None:
        told, main = self.told, self.main
        if told is None or main is None:
            return told
        if main.year == told.year:
            return told if told.month else main
        ahead = month - (main.month or 1)
        if told.month:
            return main if 0 <= ahead <= GOES_ON_MONTHS and (main.month or not 0 <= month - told.month <= GOES_ON_MONTHS) else told
        return told if 0 <= (told.year - main.year) * 12 + ahead <= GOES_ON_MONTHS else main


def moment_of(value: str | None) -> Moment | None:
    """The last year, month or day of what a TIMEX3 value stands for; ``None`` without a known year."""
    head = (value or "").partition("T")[0]
    parts = head.removeprefix("BC").split("-")
    if not (parts[0].isdigit() and len(parts[0]) == 4):
        return None
    year = -int(parts[0]) if head.startswith("BC") else int(parts[0])
    if len(parts) > 1 and parts[1].isdigit():
        return Moment(year, int(parts[1]), int(parts[2]) if len(parts) > 2 and parts[2].isdigit() else None)
    _, end, precision = interval_of(value)
    if end is None or precision not in ("week", "day"):
        return Moment(year)
    last = date.fromisoformat(end)
    return Moment(last.year, last.month)
