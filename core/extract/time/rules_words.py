"""Rules for words that are expressions by themselves: "now", "recently", "the past"."""

from __future__ import annotations

from core.extract.time.expressions import ByGenre, Expression, Fixed, Matched
from core.extract.time.grammar import Builder, Match, Rule, rule


def _refer(value: str) -> Builder:
    return lambda m: Fixed("DATE", value)


def _these_days(m: Match) -> Expression | None:
    return Fixed("DATE", "PRESENT_REF") if m.all()[-1] == "days" else None


def _in_history(m: Match) -> Matched:
    """The "former king", "future revolts", "recent works", "present-day Syria"."""
    return ByGenre(None, Fixed("DATE", HISTORY_WORDS[m.all()[0]]))


HISTORY_WORDS = {"former": "PAST_REF", "recent": "PAST_REF", "future": "FUTURE_REF", "modern": "PRESENT_REF", "present": "PRESENT_REF"}

WORD_RULES: tuple[Rule, ...] = (
    rule("now", "NOW|CURRENT|CURRENTLY", _refer("PRESENT_REF")),
    rule("these-days", "THESE UNITS", _these_days),
    rule("recently", "RECENTLY|RECENT [UNITS QUARTERS] (?:AND UNITS)?", _refer("PAST_REF")),
    rule("past", "THE PAST", _refer("PAST_REF")),
    rule("future", "THE NEAR? FUTURE", _refer("FUTURE_REF")),
    rule("in-history", "FORMER|FUTURE|RECENT|PRESENT HYPHEN UNIT", _in_history),
)
