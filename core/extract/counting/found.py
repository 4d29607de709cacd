"""A number in its sentence: what it counts, what it is per, and which rules said so."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from msgspec import Struct
from spacy.tokens import Doc, Token

from core.extract.component import text_of
from core.extract.counting.amount import Amount
from core.extract.counting.counted import Counted, counted_noun
from core.extract.counting.rates import may_run_with_time, rate_before, rate_behind, rate_inside, rate_of_clause
from core.extract.lang.en.claims import MONEY
from core.extract.normalize.units import is_money

_NOT_COUNTED = frozenset(("more", "fewer", "less", "odd", "strong", "-"))
"""Words between a number and what it counts that belong to the number: "a 6,000-strong force"."""
_EVERY = ("per", "every")
_FREQUENCY = frozenset(("times", "time"))
"""Words of which the rate is a part of what is counted: "78,000 times a minute"."""


class Found(Struct):
    """An amount with its tokens; filled in while the sentence is read.

    ``token`` bears the number, ``after`` follows the amount; ``end`` is the character behind
    all that was read, the counted noun and the rate included.
    """

    amount: Amount
    token: int
    after: int
    counted: Counted | None
    counted_text: str | None
    unit: str | None
    end: int
    per: str | None = None
    inherited: list[str] = []
    """Rules by which it took over what a number beside it has."""

    @property
    def rule(self) -> str:
        """What wrote the number, and what it inherited: ``number.digits+counted.parallel``."""
        return "+".join((f"number.{self.amount.kind}", *self.inherited))

    def anchor(self, doc: Doc) -> Token:
        """The token that stands for it in the parse: the counted noun, the unit, or the number."""
        if self.counted is not None and self.amount.unit is None:
            return doc[self.counted.head]
        return doc[max(self.token, self.after - 1)]


def read_amount(doc: Doc, text: str, starts: list[int], a: Amount) -> Found:
    """Find an amount's tokens and what it counts."""
    token = max(bisect_right(starts, a.number) - 1, 0)
    after = bisect_left(starts, a.end)
    within = text.endswith("within ", 0, a.start) and after < len(doc) and doc[after].lower_ == "of"
    counted = None if within else counted_noun(doc, after)
    if counted is None:
        return Found(a, token, after, None, a.counted, a.unit, a.end)
    first, last = counted.first, counted.last
    last_end = starts[last] + len(doc[last])
    while first < last and doc[first].lower_ in _NOT_COUNTED:
        first += 1
    end = last_end if counted.first - after <= 2 else a.end
    return Found(a, token, after, counted, a.counted or text[starts[first] : last_end], a.unit, end)


def read_rate(doc: Doc, lower: str, f: Found, timely: list[str]) -> None:
    """Set what a number is per, from the words behind it, in front of it, or of its clause.

    ``timely`` are the ``timely_words`` of the text.
    """
    if f.amount.per is not None:
        f.per = f.amount.per
        return
    if lower[max(0, f.amount.number - 6) : f.amount.number].rstrip().endswith(_EVERY) and f.token and doc[f.token - 1].lower_ in _EVERY:
        return
    if (f.unit or "").startswith("degree"):
        return  # "above 40 degrees every day"
    if f.unit is None and f.amount.kind in ("ratio", "fraction", "fold") and (f.amount.value or f.amount.low or 0) < 1:
        return  # "a third of the daily flights" is a share
    inside = None if f.counted is None else rate_inside(doc[f.counted.first])
    money = is_money(f.unit) or (f.counted is not None and doc[f.counted.head].lower_ in MONEY)
    token = f.after if f.counted is None else f.counted.last + 1
    per, end = rate_behind(doc, lower, f.end, money, token)
    if per is None and inside is None and f.counted is not None and f.end > f.amount.end:
        per, end = rate_behind(doc, lower, f.amount.end, money, f.after)
        if per is not None:
            f.counted = f.counted_text = None  # the words behind the number are those of its rate
    if per is not None:
        if f.counted is not None and f.counted_text in _FREQUENCY:
            f.counted_text = text_of(doc)[doc[f.counted.first].idx : end]
        f.end = end
    f.per = per or inside or rate_before(lower, f.amount.start)
    if f.per is None and may_run_with_time(lower, timely, f.amount.start, f.end):
        f.per = rate_of_clause(f.anchor(doc))
