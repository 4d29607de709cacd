"""Rules that hold an article's claims against each other. Pure functions of claims and sentences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from core.extract.checking.finding import Finding, bounds, noun, speaker, stated, written
from core.extract.lang.en.checks import CORRECTIONS, FURTHER, PART_LEADS, REMAINDERS, SHARE_LEADS
from core.extract.lang.en.claims import EVENTS
from core.records import Claim

Pairs = Sequence[tuple[Claim, str]]
"""Claims in text order, each with its sentence in lower case."""

_NEAR = 400
"""Characters within which a remainder still belongs to its share."""


def part_and_remainder(claims: Pairs) -> Iterator[tuple[Claim, Claim, float]]:
    """Yield share, remainder and the whole that they imply: 75 percent and 98 km left imply 392 km."""
    for (share, _), (rest, _) in pairwise(claims):
        if share.category != "share" or share.unit != "percent" or share.value is None or not 0 < share.value < 100:
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
        if not any(lead in between(sentence, whole, part) for lead in PART_LEADS):
            continue
        left = whole.value - part.value
        figures = {"total": whole.value, "part": part.value, "rest": left}
        says = f"leaves {written(left)}" if left >= 0 else f"is {written(-left)} more than the total"
        yield Finding(
            "total_and_part", (whole, part), f"{stated(part)} of {stated(whole)} {whole.category} ({part.text} of {whole.text}) {says}.", figures,
            ("the part is contained in the total", "the part is counted on top of the total", "total and part were counted at different times"),
        )


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
        if share.value > 100 or count.value < 1 or not count.counted or share.change or count.change or between(sentence, first, second).strip() not in SHARE_LEADS:
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
        if claim.category not in EVENTS or claim.category == "vote" or not claim.value or claim.status not in ("done", "ongoing"):
            continue
        months = months_between(claim.window_begin, claim.window_end)
        if months is None or months < 2 or claim.value < months:
            continue
        rate = claim.value / months
        thing = noun(claim) or claim.category
        yield Finding(
            "rate_over_window", (claim,),
            f"{stated(claim)} {thing} from {claim.window_begin} to {claim.window_end} ({months} months) is about {written(round(rate))} a month.",
            {"count": claim.value, "months": float(months), "per_month": rate},
            ("the pace was steady over the window", "the pace rose or fell within the window, so that no month need have seen this number"),
        )


def months_between(begin: str | None, end: str | None) -> int | None:
    """Calendar months from one ISO prefix date to another, ``None`` where either says no month."""
    if not begin or not end or len(begin) < 7 or len(end) < 7:
        return None
    return (int(end[:4]) - int(begin[:4])) * 12 + int(end[5:7]) - int(begin[5:7])


def same_count(claims: Pairs) -> Iterator[Finding]:
    """The same thing counted by two speakers who do not agree."""
    seen: dict[tuple[str, str | None, str, str | None, str | None], Claim] = {}
    for claim, _ in claims:
        key = (claim.category, claim.unit, noun(claim), claim.toponym_id, claim.status)
        first = seen.setdefault(key, claim)
        if first is claim or claim.text.lower().startswith(FURTHER) or not _both_speak(first, claim) or claim.category in ("money", "share", "other") or not noun(claim):
            continue
        (a, b), (c, d) = bounds(first), bounds(claim)
        if (a <= d and c <= b) or _apart(first, claim):
            continue
        yield Finding(
            "same_count", (first, claim),
            f"{speaker(first)} counts {stated(first)} and {speaker(claim)} {stated(claim)} {noun(claim)}.",
            {"first": _figure(first), "second": _figure(claim)},
            ("they count over different times", "they count different places or groups", "one count is older than the other", "they count by different rules"),
        )


def _both_speak(a: Claim, b: Claim) -> bool:
    return bool(a.speaker and b.speaker) and a.speaker != b.speaker


def _apart(a: Claim, b: Claim) -> bool:
    """Whether two claims are about times that do not meet."""
    return bool(a.window_end and b.window_begin and a.window_end < b.window_begin) or bool(b.window_end and a.window_begin and b.window_end < a.window_begin)


def _figure(claim: Claim) -> float:
    return next((v for v in (claim.value, claim.low, claim.high) if v is not None), 0.0)


def corrections(claims: Pairs) -> Iterator[Finding]:
    """A number that a later sentence sets right or brings up to date."""
    last: dict[tuple[str, str | None], tuple[Claim, str]] = {}
    for claim, sentence in claims:
        key = (claim.category, claim.unit)
        before, spoken = last.get(key, (None, ""))
        if before is not None and spoken != sentence and claim.category in EVENTS and _figure(before) != _figure(claim) and (cue := _cue(sentence)):
            yield Finding(
                "corrected", (before, claim), f"{stated(before)} {before.category} is followed by {stated(claim)}, where the text says “{cue}”.",
                {"earlier": _figure(before), "later": _figure(claim)},
                ("the later number replaces the earlier one", "both stand, for different times or groups"),
            )
        last[key] = claim, sentence


def _cue(sentence: str) -> str | None:
    return next((cue for cue in CORRECTIONS if cue in sentence), None)
