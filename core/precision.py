"""How exactly a date is known, in the words of EDTF, ACLED and UCDP.

Input is what a ``Timex`` or an ``Event`` has: first and last day (ISO dates, inclusive,
either may be unknown) and the precision. Nothing here guesses: what a codebook does not
code is ``None``.

Sources: Extended Date/Time Format, ISO 8601-2:2019 and loc.gov/standards/datetime
(levels 0-2); ACLED Codebook, "Time Precision"; UCDP GED Codebook 23.1, ``date_prec``.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date

from core.records import Precision

MONTH_DAYS = 31
YEAR_DAYS = 366
_EDTF_SEASONS = {3: 21, 6: 22, 9: 23, 12: 24}
"""First month of a season to EDTF's season: spring, summer, autumn, winter."""


def days_between(begin: str | None, end: str | None) -> int | None:
    """Length of an interval in days, both ends counted; ``None`` where an end is unknown or they are crossed."""
    first, last = _date(begin), _date(end)
    if first is None or last is None or last < first:
        return None
    return (last - first).days + 1


def acled_time_precision(begin: str | None, end: str | None) -> int | None:
    """ACLED's code: 1 the day is known, 2 the week or weekend, 3 the month.

    ACLED codes no event whose month is unknown: anything longer is ``None``.
    """
    days = days_between(begin, end)
    if days is None or days > MONTH_DAYS:
        return None
    return 1 if days == 1 else 2 if days <= 7 else 3


def ucdp_date_prec(begin: str | None, end: str | None) -> int | None:
    """UCDP's code: 1 the day, 2 within 2-6 days, 3 the week, 4 within 8-30 days or the month, 5 up to a year."""
    days = days_between(begin, end)
    if days is None or days > YEAR_DAYS:
        return None
    if days == 1:
        return 1
    if days <= 7:
        return 2 if days < 7 else 3
    return 4 if days <= MONTH_DAYS else 5


def edtf(begin: str | None, end: str | None, precision: Precision | None = None, *, approximate: bool = False) -> str | None:
    """EDTF string: ``2015-11-17``, ``2015-09``, ``2015-22`` (summer), ``199X``, ``2015-11-16/2015-11-17``.

    An unknown end is empty (``2015-11-17/``). ``approximate`` adds EDTF's ``~``.
    """
    first, last = _date(begin), _date(end)
    if first is None and last is None:
        return None
    mark = "~" if approximate else ""
    if first is None or last is None or last < first:
        if first is not None and last is not None:
            return None
        return f"{first.isoformat() + mark if first else ''}/{last.isoformat() + mark if last else ''}"
    whole = _whole(first, last, precision)
    return whole + mark if whole else f"{first.isoformat()}{mark}/{last.isoformat()}{mark}"


def _whole(first: date, last: date, precision: Precision | None) -> str | None:
    """A day, month, season, quarter, year or decade that the interval fills exactly."""
    if first == last:
        return first.isoformat()
    if first.day != 1 or last.day != monthrange(last.year, last.month)[1]:
        return None
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    if months == 1:
        return f"{first.year:04d}-{first.month:02d}"
    if months == 3 and precision == "season" and first.month in _EDTF_SEASONS:
        return f"{first.year:04d}-{_EDTF_SEASONS[first.month]}"
    if months == 3 and precision == "quarter" and first.month % 3 == 1:
        return f"{first.year:04d}-{33 + first.month // 3}"
    if first.month != 1:
        return None
    if months == 12:
        return f"{first.year:04d}"
    return f"{first.year // 10:03d}X" if months == 120 and first.year % 10 == 0 else None


def _date(iso: str | None) -> date | None:
    try:
        return date.fromisoformat(iso[:10]) if iso else None
    except ValueError:
        return None
