"""A finding before it is a record, and how figures are written in its sentence."""

from __future__ import annotations

from dataclasses import dataclass

from core.rates import per_in_words
from core.records import Check, Claim, record_id


@dataclass(frozen=True)
class Finding:
    """What a rule found: one sentence with the figures, and how both can be true."""

    kind: str
    claims: tuple[Claim, ...]
    statement: str
    figures: dict[str, float]
    readings: tuple[str, ...]
    reference: str | None = None


def to_check(finding: Finding) -> Check:
    """The record; it stands over the finding's first claim."""
    first = finding.claims[0]
    return Check(
        id=record_id(f"check-{finding.kind}", first.start_char, finding.claims[-1].end_char),
        start_char=first.start_char,
        end_char=first.end_char,
        text="",
        rule=f"check.{finding.kind}",
        kind=finding.kind,
        claim_ids=tuple(c.id for c in finding.claims),
        statement=finding.statement[:1].upper() + finding.statement[1:],
        figures=finding.figures,
        reference=finding.reference,
        readings=finding.readings,
    )


def written(value: float, unit: str | None = None) -> str:
    """A figure as a sentence has it: ``8,000``, ``75 percent``, ``98 km``, ``2.5``."""
    digits = f"{value:,.0f}" if value == round(value) else f"{value:,.2f}".rstrip("0").rstrip(".")
    return f"{digits} {_UNITS.get(unit, unit)}" if unit else digits


_UNITS: dict[str | None, str] = {"kilometer": "km", "meter": "m", "mile": "miles", "kilometer ** 2": "km²", "percent": "percent"}


def stated(claim: Claim) -> str:
    """A claim's number as the text bounds it: "at least 20", "20 to 30", "8,000", "200 per day"."""
    return _bounded(claim) + per_in_words(claim.per)


def _bounded(claim: Claim) -> str:
    if claim.value is not None:
        lead = {"about": "about ", "at_least": "at least ", "more_than": "more than ", "at_most": "at most ", "less_than": "less than "}
        return lead.get(claim.modifier, "") + written(claim.value, claim.unit)
    if claim.low is not None and claim.high is not None:
        return f"{written(claim.low)} to {written(claim.high, claim.unit)}"
    known = claim.low if claim.low is not None else claim.high
    return "an unknown number" if known is None else f"{written(known, claim.unit)} or {'more' if claim.low is not None else 'less'}"


def speaker(claim: Claim) -> str:
    """Who states a claim, the article itself when nobody else does."""
    return claim.speaker or claim.source_text or "the article"


def inside(text: str) -> str:
    """A claim's words as they stand inside a sentence: "at least 217 civilians"; names keep their capitals."""
    first = text.split(" ", 1)[0]
    return text[:1].lower() + text[1:] if first.lower() in _LEADS else text


_LEADS = frozenset("at about more over some nearly up an a fewer less almost around roughly close no as between".split())


def bounds(claim: Claim) -> tuple[float, float]:
    """Inclusive bounds of a claim, open ones infinite; "about" reaches a tenth either way."""
    if claim.modifier == "about" and claim.value is not None:
        return claim.value - abs(claim.value) / 10, claim.value + abs(claim.value) / 10
    low = claim.low if claim.low is not None else float("-inf")
    high = claim.high if claim.high is not None else float("inf")
    return low, high


def noun(claim: Claim) -> str:
    """The last word of what is counted, in lower case: two claims with the same one count the same kind of thing."""
    words = (claim.counted or "").lower().split()
    return words[-1] if words else ""
