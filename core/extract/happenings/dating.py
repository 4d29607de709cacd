"""When an event took place: the interval of the time expression that it hangs on.

First what is attached to the trigger; then what the trigger shares with its governor; then
an upper bound by the day of saying; then the article's flow (Reichenbach's reference time,
carried within a paragraph). Whatever is not attached is ``vague``.
"""

from __future__ import annotations

from typing import NamedTuple

from core.extract.happenings.attached import Row
from core.extract.happenings.parse import Parse
from core.records import Precision

_ORDER = ("day", "week", "month", "quarter", "season", "year", "decade", "vague", None)
_SINCE, _BEFORE, _AFTER, _UNTIL = frozenset(("since", "from")), frozenset(("before",)), frozenset(("after",)), frozenset(("until", "till", "by"))
_FROM = frozenset(("from", "between"))
_TO = frozenset(("to", "and", "until", "till", "through", "-", "–"))


class Dated(NamedTuple):
    """First and last day (ISO, inclusive, ``None`` is open), with the timex and the way it was found."""

    begin: str | None
    end: str | None
    precision: Precision | None
    timex_id: str | None
    how: str

    @property
    def is_known(self) -> bool:
        """Whether any side is known."""
        return self.begin is not None or self.end is not None


def _has_interval(row: Row) -> bool:
    return row["interval_begin"] is not None or row["interval_end"] is not None


def by_timex(parse: Parse, timexes: list[tuple[Row, int]], trigger: int, published: str | None) -> Dated | None:
    """The interval of the most precise time expression attached, the nearest of equals; ``None`` without one."""
    if not timexes:
        return None
    known = [t for t in timexes if _has_interval(t[0])]
    known = [t for t in known if not parse.stamps_entry(t[0]["start_char"])] or known
    if not known:
        return Dated(None, None, None, timexes[0][0]["id"], "unresolved")
    for row, _ in known:
        if parse.word_before(row["start_char"]) in _FROM and (last := _range_end(parse, known, row)):
            return Dated(row["interval_begin"], last, row["precision"], row["id"], "range")
    row, _ = min(known, key=lambda t: (t[0]["value"] == "PRESENT_REF", _ORDER.index(t[0]["precision"]), t[0]["type"] == "TIME", abs(t[1] - trigger)))
    before = parse.word_before(row["start_char"])
    begin, end, precision = row["interval_begin"], row["interval_end"], row["precision"]
    if row["type"] == "DURATION":
        return Dated(begin, end, precision or "vague", row["id"], "timex")
    if before in _SINCE:
        return Dated(begin, None if published and begin and begin > published else published, precision, row["id"], "since")
    if row["type"] == "TIME" and before in _AFTER | _BEFORE | _UNTIL:
        return Dated(begin, end, precision, row["id"], "timex")  # "shortly after noon" is of that day
    if before in _AFTER:
        return Dated(end, None, "vague", row["id"], "after")
    if before in _BEFORE:
        # "Before June" ends with May, "before the end of June" with June.
        return Dated(None, end if row["mod"] == "END" else begin, "vague", row["id"], "before")
    if before in _UNTIL:
        return Dated(None, end, "vague", row["id"], "by" if before == "by" else "until")
    return Dated(begin, end, precision, row["id"], "now" if row["value"] == "PRESENT_REF" else "timex")


def _range_end(parse: Parse, known: list[tuple[Row, int]], first: Row) -> str | None:
    """Last day of the time after "to" or "and" in "from May to June", "between 2012 and 2014"."""
    for row, _ in known:
        if row["start_char"] <= first["start_char"] or not row["interval_end"]:
            continue
        if parse.word_before(row["start_char"]) in _TO and row["interval_end"] >= (first["interval_begin"] or ""):
            return str(row["interval_end"])
    return None
