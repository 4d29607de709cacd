"""Rules that hold an article's claims against each other. Pure functions of claims and sentences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise

from core.extract.checking.finding import Finding, bounds, inside, noun, stated, written
from core.extract.lang.en.checks import CORRECTIONS, PART_LEADS, PART_TAILS, REMAINDERS, SHARE_LEADS
from core.extract.lang.en.claims import DEGREES, EVENT_NOUNS, EVENTS
from core.isodates import first_day, last_day
from core.records import Claim

Pairs = Sequence[tuple[Claim, str]]
"""Claims in text order, each with its sentence in lower case."""

DAYS: dict[str, float] = {"day": 1, "week": 7, "month": 365.25 / 12, "year": 365.25}
"""Spans that a rate may be per, in days (Julian year)."""
MOST_RATES = 200
"""Rates of one article that its totals are held against: bounds the time."""
_NEAR = 400
"""Characters within which a remainder still belongs to its share."""


def part_and_remainder(claims: Pairs) -> Iterator[tuple[Claim, Claim, float]]:
    """Yield share, remainder and the whole that they imply: 75 percent and 98 km left imply 392 km."""
    for (share, _), (rest, _) in pairwise(claims):
        if share.category != "share" or share.unit != "percent" or share.value is None or not 0 < share.value < 100:
            continue
        if share.per != rest.per:
            continue
        words = rest.text.lower().split()
        if share.modifier not in ("exact", "about") or (rest.unit is None and not (noun(rest) and noun(rest) == noun(share))):
            continue
        if rest.value and rest.unit != "percent" and rest.start_char - share.end_char < _NEAR and any(w in REMAINDERS for w in words):
            yield share, rest, rest.value / (1 - share.value / 100)


def totals_and_parts(claims: Pairs) -> Iterator[Finding]:
    """ "Seven dead, among them three medics": a total, its part and what that leaves."""
    for (whole, sentence), (part, other) in pairwise(claims):
        if sentence != other or whole.category != part.category or whole.category not in EVENTS or whole.value is None or part.value is None:
            continue
        if whole.per != part.per or not _is_part(sentence, whole, part):
            continue
        left = whole.value - part.value
        figures = {"total": whole.value, "part": part.value, "rest": left}
        says = f"leaves {written(left)}" if left >= 0 else f"is {written(-left)} more than the total"
        yield Finding(
            "total_and_part", (whole, part), f"{stated(part)} of {stated(whole)} {whole.category} ({part.text} of {inside(whole.text)}) {says}.", figures,
            ("the part is contained in the total", "the part is counted on top of the total", "total and part were counted at different times"),
        )


def _is_part(sentence: str, whole: Claim, part: Claim) -> bool:
    """Whether words make the second number a part of the first: "seven, among them three medics", "171 attacks, 43 of them here".

    "43 of them here and 110 drones" says that of the 43, not of the 110.
    """
    gap = between(sentence, whole, part)
    if any(lead in gap for lead in PART_LEADS) and not gap.startswith(PART_TAILS):
        return True
    behind = sentence.find(gap + part.text.lower()) + len(gap) + len(part.text) if gap else len(sentence)
    return sentence.startswith(PART_TAILS, behind) or (part.text.lower().endswith(PART_TAILS) and bool(gap))


def between(sentence: str, a: Claim, b: Claim) -> str:
    """What stands between two claims of a sentence, in lower case."""
    start = sentence.find(a.text.lower())
    end = sentence.find(b.text.lower(), start + 1)
    return sentence[start + len(a.text) : end] if 0 <= start < end else ""


def percent_and_count(claims: Pairs) -> Iterator[Finding]:
    """ "6,650 employees, or 5 percent of its workforce": a count and its share give the whole."""
    for (first, sentence), (second, other) in pairwise(claims):
        share, count = (first, second) if first.unit == "percent" else (second, first)
        if sentence != other or share.unit != "percent" or count.unit is not None or not share.value or not count.value:
            continue
        if share.per or count.per or share.value > 100 or count.value < 1 or not count.counted or share.change or count.change or between(sentence, first, second).strip() not in SHARE_LEADS:
            continue
        whole = count.value / share.value * 100
        yield Finding(
            "percent_and_count", (first, second), f"{stated(count)} being {stated(share)} implies a whole of {written(round(whole))}.",
            {"count": count.value, "percent": share.value, "implied_whole": whole},
            ("both are rounded, and the whole is near the implied one", "the percentage is of another whole than the count"),
        )


def rates(claims: Pairs) -> Iterator[Finding]:
    """A count over a window of some months as a rate: 8,000 in 14 months is 571 a month."""
    for claim, _ in claims:
        if claim.per or claim.category not in EVENTS or claim.category == "vote" or not claim.value or claim.status not in ("done", "ongoing"):
            continue
        months = months_between(claim.window_begin, claim.window_end)
        if months is None or months < 2 or claim.value < months:
            continue
        rate = claim.value / months
        thing = noun(claim) or claim.category
        thing += f" ({claim.category})" if claim.category in DEGREES and thing != claim.category and EVENT_NOUNS.get(thing) != claim.category else ""
        yield Finding(
            "rate_over_window", (claim,),
            f"{stated(claim)} {thing} from {claim.window_begin} to {claim.window_end} ({months} months) is about {written(round(rate))} a month.",
            {"count": claim.value, "months": float(months), "per_month": rate},
            ("the pace was steady over the window", "the pace rose or fell within the window, so that no month need have seen this number"),
        )


def months_between(begin: str | None, end: str | None) -> int | None:
    """Months from one ISO prefix date to another, ``None`` where either says no month.

    Of two days the nearest number of months, of two months both counted, and from some day of a
    month to a day the calendar months between. A year that the end lies in began in January.
    """
    if not begin or not end or len(end) < 7:
        return None
    if len(begin) == 4 and len(end) == 10 and end[:4] == begin:
        begin = f"{begin}-01-01"
    if len(begin) < 7:
        return None
    if len(begin) == len(end) == 10:
        return round((days_between(begin, end) or 0) / DAYS["month"])
    return (int(end[:4]) - int(begin[:4])) * 12 + int(end[5:7]) - int(begin[5:7]) + (len(begin) == len(end) == 7 and begin < end)


def rate_and_total(claims: Pairs) -> Iterator[Finding]:
    """A rate over the days that a total covers: 500 a day from 1 to 30 June is 15,000, and the text says 9,000.

    Only where the two do not meet, and the rate is not of another time.
    """
    rated = [c for c, _ in claims if c.per in DAYS and (c.value or c.low or c.high) and c.category in (*EVENTS, "money")][:MOST_RATES]
    if not rated:
        return
    for total, _ in claims:
        days = days_between(total.window_begin, total.window_end)
        if total.per is not None or days is None or days < 2 or total.category not in (*EVENTS, "money") or total.status not in ("done", "ongoing"):
            continue
        rate = next((r for r in rated if _of_one_thing(r, total) and not apart(r, total) and days >= 2 * DAYS[r.per or ""]), None)
        if rate is not None:
            yield from _over(rate, total, days)


def _of_one_thing(rate: Claim, total: Claim) -> bool:
    nouns = {noun(rate), noun(total)} - {""}
    same = (rate.category, rate.unit, rate.status in ("done", "ongoing")) == (total.category, total.unit, True)
    return same and len(nouns) < 2 and (rate.toponym_id == total.toponym_id or None in (rate.toponym_id, total.toponym_id))


def _over(rate: Claim, total: Claim, days: int) -> Iterator[Finding]:
    times = days / DAYS[rate.per or ""]
    (low, high), (least, most) = bounds(rate), bounds(total)
    if low * times <= most * 1.1 and least <= high * times * 1.1:
        return
    implied = figure(rate) * times
    thing = noun(total) or noun(rate) or total.category
    when = f"of {total.window_begin}" if total.window_begin == total.window_end else f"from {total.window_begin} to {total.window_end}"
    yield Finding(
        "rate_and_total", (rate, total),
        f"{stated(rate)} over the {days} days {when} would be {written(round(implied), rate.unit)}; the text gives {stated(total)} {thing} for that time.",
        {"rate": figure(rate), "days": float(days), "implied_total": implied, "total": figure(total)},
        ("the rate held for part of that time only", "the rate is a peak, or an average of another time", "the total is not complete, or counts by another rule"),
    )


def days_between(begin: str | None, end: str | None) -> int | None:
    """Days from one ISO prefix date to another, both included ("2024-06" has 30); ``None`` where either is open."""
    first, last = first_day(begin), last_day(end)
    return (date.fromisoformat(last) - date.fromisoformat(first)).days + 1 if first and last else None


def apart(a: Claim, b: Claim) -> bool:
    """Whether two claims are about times that do not meet; 2014 meets May 2014."""
    return _before(a, b) or _before(b, a)


def _before(a: Claim, b: Claim) -> bool:
    ends, begins = last_day(a.window_end), first_day(b.window_begin)
    return ends is not None and begins is not None and ends < begins


def figure(claim: Claim) -> float:
    """A claim's number, else the bound that it has."""
    return next((v for v in (claim.value, claim.low, claim.high) if v is not None), 0.0)


def corrections(claims: Pairs) -> Iterator[Finding]:
    """A number that a later sentence sets right or brings up to date."""
    last: dict[tuple[str, str | None, str | None], tuple[Claim, str]] = {}
    for claim, sentence in claims:
        key = (claim.category, claim.unit, claim.per)
        before, spoken = last.get(key, (None, ""))
        if before is not None and spoken != sentence and claim.category in EVENTS and figure(before) != figure(claim) and (cue := _cue(sentence)):
            yield Finding(
                "corrected", (before, claim), f"{stated(before)} {before.category} is followed by {stated(claim)}, where the text says “{cue}”.",
                {"earlier": figure(before), "later": figure(claim)},
                ("the later number replaces the earlier one", "both stand, for different times or groups"),
            )
        last[key] = claim, sentence


def _cue(sentence: str) -> str | None:
    return next((cue for cue in CORRECTIONS if cue in sentence), None)
