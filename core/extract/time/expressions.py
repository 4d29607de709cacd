"""What an expression means before it is anchored: the grammar makes these, the resolver reads them."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
Origin = Literal["published", "story", "reported", "compared", "spoken", "night"]
"""Counted from the day of publication ("ago"), from the last date told ("later"), or from the
quarter reported on; a comparison ("from a year earlier") from that quarter or else from publication;
"today" from whoever speaks, who is not the teller in a narrative; "through the night" is the last
night of the writer, or that of the day told last."""


class Fixed(Struct, frozen=True):
    """A value that needs no anchor: ``PRESENT_REF``, ``P2M``, ``XXXX-WXX-2``; ``None`` is kept as null."""

    type: TimexType
    value: str | None
    mod: str | None = None


class Shift(Struct, frozen=True):
    """``count`` units away from an anchor; count ``None`` is vague ("years ago").

    ``count`` 0 is the unit that holds the anchor ("this week"). ``exact`` counts are steps
    of the calendar ("last month"), others distances ("a month ago").
    """

    count: int | None
    unit: str
    sign: Literal[-1, 0, 1]
    origin: Origin
    mod: str | None = None
    clock: str = ""
    step: bool = False


class Stretch(Struct, frozen=True):
    """A duration that ends or begins at an anchor: "the past two weeks", "the next few years"."""

    count: float | None
    unit: str
    sign: Literal[-1, 1]
    origin: Origin
    mod: str | None = None


class Calendar(Struct, frozen=True):
    """Named parts of the calendar; what is missing above them comes from ``within`` or the anchor."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    part: str | None = None
    """Season, quarter or half of a year: ``SU``, ``Q3``, ``H1``."""
    pick: Literal["last", "this", "next", "previous", "following"] | None = None
    within: Expression | None = None
    clock: str = ""
    """``TNI``, ``T10:35``."""
    mod: str | None = None
    on: int = 0
    """Days on from the weekday: "a week from Sunday"."""
    bare: bool = False
    """A year of three digits, one only where the text tells years before Christ."""


class Long(Struct, frozen=True):
    """A decade (``span`` 10) or a century (100) by its first year, negative before Christ."""

    first: int | None
    span: Literal[10, 100]
    mod: str | None = None
    year_in_century: int | None = None
    """For "the nineties": the century comes from the anchor."""


class Week(Struct, frozen=True):
    """Some seven days by a day or a month that they begin, end or lie in: "the week of 1 to 7 November"."""

    of: Calendar
    place: int
    """Days from that day to the first one; for a month the number of the week in it, -1 the last."""
    days: int = 7
    length: str | None = None
    """The duration that it is called by, ``P1W``, where it is one."""


Expression = Fixed | Shift | Stretch | Calendar | Long | Week


class ByGenre(Struct, frozen=True):
    """What means one thing in news and another in a history; ``None`` where it is no expression.

    Histories go by the TIDES guidelines (Ferro et al. 2005): words such as "former" tell time too,
    and what recurs is a calendar pattern and not its period.
    """

    news: Expression | None
    history: Expression | None


Matched = Expression | ByGenre
"""What the rules make of a match."""
