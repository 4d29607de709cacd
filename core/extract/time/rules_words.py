"""Rules for words that are expressions by themselves: "now", "recently", "the past"."""

from __future__ import annotations

from core.extract.time.expressions import Expression, Fixed
from core.extract.time.grammar import Match, Rule, rule


def _refer(value: str) -> object:
    def build(m: Match) -> Expression | None:
        return Fixed("DATE", value)

    return build


WORD_RULES: tuple[Rule, ...] = (
    rule("now", "NOW|THESE UNITS", _refer("PRESENT_REF")),  # type: ignore[arg-type]
    rule("current", "CURRENT|CURRENTLY", _refer("PRESENT_REF")),  # type: ignore[arg-type]
    rule("recently", "RECENTLY|RECENT [UNITS QUARTERS] (?:AND UNITS)?", _refer("PAST_REF")),  # type: ignore[arg-type]
    rule("past", "THE PAST", _refer("PAST_REF")),  # type: ignore[arg-type]
    rule("future", "THE NEAR? FUTURE", _refer("FUTURE_REF")),  # type: ignore[arg-type]
)
