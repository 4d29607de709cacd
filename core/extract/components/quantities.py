"""Find quantities: every number with its unit, not dates, ordinals and designators."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc

from core.extract.columns import starts_of
from core.extract.component import register, stored_records, text_of
from core.extract.counting.amount import Amount
from core.extract.counting.amounts import find_amounts
from core.extract.counting.counted import Counted
from core.extract.counting.excluded import Calendar, is_glued, is_summed, is_written_as_number, is_year
from core.extract.counting.found import Found, read_amount, read_rate
from core.extract.counting.money import of_article
from core.extract.counting.names import age_unit, is_designator, one_counts, one_measures
from core.extract.counting.numerals import same_length_lower
from core.extract.counting.parallel import inherit
from core.extract.counting.rates import timely_words
from core.extract.lang.en import numbers as en
from core.records import Quantity, record_id

_VERB = 10
"""Characters before an amount in which its verb ends."""


def find_quantities(doc: Doc) -> Iterator[Quantity]:
    """Yield the quantities of a Doc in text order."""
    text = text_of(doc)
    lower = same_length_lower(text)
    amounts = list(find_amounts(text, lower))
    if not amounts:
        return
    found = list(_found(doc, text, lower, amounts))
    inherit(doc, lower, found)
    yield from map(_record, found)


def _found(doc: Doc, text: str, lower: str, amounts: list[Amount]) -> Iterator[Found]:
    """The amounts that say a quantity, each with what it counts and what it is per."""
    starts = starts_of(doc)
    calendar = Calendar(stored_records(doc, "timexes"))
    timely = timely_words(lower)
    end = 0
    for amount in amounts:
        if is_glued(text, amount) or is_written_as_number(text, amount):
            continue
        f = read_amount(doc, text, starts, amount)
        if not _is_quantity(doc, text, f, calendar.holds(amount), amount.number < end):
            continue
        f.unit = f.unit or age_unit(doc, lower, amount, f.token, f.after, f.counted is None)
        if amount.change is not None and _is_of_things(doc, lower, f):
            amount.change = None
        f = of_article(doc, text, lower, starts, f)
        end = starts[f.counted.last] if f.counted is not None and f.counted.first == f.after else amount.end
        read_rate(doc, lower, f, timely)
        yield f


def _is_quantity(doc: Doc, text: str, f: Found, dated: bool, inside: bool) -> bool:
    """Whether a number counts something and is no name, date or pronoun.

    ``dated`` tells that it stands in a calendar expression, ``inside`` that it stands in the
    noun phrase that the number before it counts ("two new 737 jets").
    """
    a = f.amount
    inside = inside and f.after < len(doc) and doc[f.after].tag_ == "NNP"
    if a.unit is None and (inside or is_designator(doc, a, f.token, f.after, f.counted)):
        return False
    if (dated or is_year(text, a)) and not (is_summed(text, a) or _counts_years(doc, a, f.token, f.counted)):
        return False
    return a.kind != "one" or (one_measures(doc, a, f.token) if a.unit is not None else one_counts(doc, f.token, f.counted))


def _is_of_things(doc: Doc, lower: str, f: Found) -> bool:
    """Whether a verb that moves numbers has things for its object: "dropped 16 bombs", but not "dropped three places"."""
    if f.unit is not None or f.counted is None or doc[f.counted.head].lower_ in en.SCORED:
        return False
    window = lower[max(0, f.amount.start - _VERB) : f.amount.number]
    return not en.HANDLED.isdisjoint(window.split())


def _record(f: Found) -> Quantity:
    a = f.amount
    return Quantity(
        id=record_id("quantity", a.start, a.end),
        start_char=a.start,
        end_char=a.end,
        text="",
        rule=f.rule,
        value=a.value,
        low=a.low,
        high=a.high,
        modifier=a.modifier,  # type: ignore[arg-type]
        change=a.change,  # type: ignore[arg-type]
        unit=f.unit,
        counted=f.counted_text,
        per=f.per,
    )


def _counts_years(doc: Doc, a: Amount, token: int, counted: Counted | None) -> bool:
    """Whether a number that looks like a year counts something: "killed 2000 people", "some 1950 men"."""
    if counted is None or counted.first != token + 1 or not doc[counted.head].tag_.endswith("S"):
        return False
    return a.modifier != "exact" or (token > 0 and doc[token - 1].tag_.startswith("VB"))


register("news_quantities", "quantities", Quantity, find_quantities)
