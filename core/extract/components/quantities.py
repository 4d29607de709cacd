"""Find quantities: every number with its unit, not dates, ordinals and designators."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from spacy.tokens import Doc

from core.extract.component import records_of, register, text_of
from core.extract.counting.amount import Amount
from core.extract.counting.amounts import find_amounts
from core.extract.counting.counted import Counted, counted_noun
from core.extract.counting.excluded import Calendar, is_glued, is_written_as_number, is_year
from core.extract.counting.names import age_unit, is_designator, one_counts
from core.records import Quantity, Timex, record_id


def find_quantities(doc: Doc) -> Iterator[Quantity]:
    """Yield the quantities of a Doc in text order."""
    text = text_of(doc)
    amounts = list(find_amounts(text))
    if not amounts:
        return
    starts: list[int] = doc.to_array(["IDX"]).tolist() if len(doc) else []
    calendar = Calendar(records_of(doc, "timexes", Timex))
    end = 0
    for amount in amounts:
        if is_glued(text, amount) or is_written_as_number(text, amount):
            continue
        found = _quantity(doc, text, starts, amount, calendar.holds(amount), amount.number < end)
        if found is not None:
            quantity, end = found
            yield quantity


def _quantity(doc: Doc, text: str, starts: list[int], a: Amount, dated: bool, inside: bool) -> tuple[Quantity, int] | None:
    """The record and where its counted noun ends; ``None`` for a number that counts nothing.

    ``dated`` tells that it stands in a calendar expression, ``inside`` that it stands in the
    noun phrase that the number before it counts ("two new 737 jets").
    """
    token = max(bisect_right(starts, a.number) - 1, 0)
    after = bisect_left(starts, a.end)
    counted = counted_noun(doc, after)
    inside = inside and after < len(doc) and doc[after].tag_ == "NNP"
    if a.unit is None and (inside or is_designator(doc, a, token, after, counted)):
        return None
    if (dated or is_year(text, a)) and not _counts_years(doc, a, token, counted):
        return None
    if a.kind == "one" and not one_counts(doc, token, counted):
        return None
    unit = a.unit or age_unit(doc, a, token, after)
    quantity = Quantity(
        id=record_id("quantity", a.start, a.end),
        start_char=a.start,
        end_char=a.end,
        text="",
        rule=f"number.{a.kind}",
        value=a.value,
        low=a.low,
        high=a.high,
        modifier=a.modifier,  # type: ignore[arg-type]
        change=a.change,  # type: ignore[arg-type]
        unit=unit,
        counted=_counted_text(text, doc, counted),
    )
    return quantity, doc[counted.last].idx if counted is not None and counted.first == after else a.end


def _counts_years(doc: Doc, a: Amount, token: int, counted: Counted | None) -> bool:
    """Whether a number that looks like a year counts something: "killed 2000 people", "some 1950 men"."""
    if counted is None or counted.first != token + 1 or not doc[counted.head].tag_.endswith("S"):
        return False
    return a.modifier != "exact" or (token > 0 and doc[token - 1].tag_.startswith("VB"))


def _counted_text(text: str, doc: Doc, counted: Counted | None) -> str | None:
    if counted is None:
        return None
    last = doc[counted.last]
    return text[doc[counted.first].idx : last.idx + len(last)]


register("news_quantities", "quantities", Quantity, find_quantities)
