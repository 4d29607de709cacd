"""Rates: what a number is per, and what only looks like a rate. Docs are made by hand unless the parse matters."""

from __future__ import annotations

from typing import Any

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc

from core.extract.components.quantities import find_quantities
from core.extract.counting.rates import rate_before
from core.extract.pipeline import enrich
from core.rates import per_in_words
from core.records import Article, Quantity
from tests.extract.parsed import VOCAB, parsed
from tests.extract.test_quantities import make

BLANK = spacy.blank("en")
TAGS = {"a": "DT", "an": "DT", "per": "IN", "each": "DT", "every": "DT", "after": "IN", "later": "RB", "ago": "RB", "daily": "RB", "second": "JJ", "earlier": "RBR", "were": "VBD", "killed": "VBN", "held": "VBN", "Some": "DT"}


def only(doc: Doc) -> Quantity:
    (quantity,) = find_quantities(doc)
    return quantity


@pytest.mark.parametrize(
    ("words", "per", "counted"),
    [
        ("They lost 40 men a day .", "day", "men"),
        ("They stop 12 people an hour .", "hour", "people"),
        ("They fire 30 shells per week .", "week", "shells"),
        ("They fire 30 shells each week .", "week", "shells"),
        ("They fire 30 shells every month .", "month", "shells"),
        ("They fire 30 shells daily .", "day", "shells"),
        ("They fire 30 shells a night .", "night", "shells"),
        ("It holds 6 troops per vehicle .", "vehicle", "troops"),
        ("Some 20 men were killed a month .", "month", "men"),
        ("It saw 2.3 per 10,000 per day .", "10,000 / day", None),
        ("It has 12 deaths per 1,000 live births .", "1,000 live births", "deaths"),
        ("They pay 4,500 pounds a kilo .", "kilogram", "pounds"),
        ("It saw 40 per annum .", "year", None),
        ("It fell 68 cents a share .", "share", "cents"),
        ("They need 15 litres of water per person per day .", "person / day", "water"),
        ("It turned 900 times a minute .", "minute", "times a minute"),
    ],
)
def test_the_words_behind_what_is_counted_say_what_it_is_per(words, per, counted):
    found = next(find_quantities(make(words, tags=TAGS)))
    assert (found.per, found.counted) == (per, counted)


@pytest.mark.parametrize(
    ("text", "unit", "per"),
    [
        ("It costs $11m a day.", "USD", "day"),
        ("Oil is $58 a barrel.", "USD", "barrel"),
        ("Flats are about $1,100 per square foot.", "USD", "foot ** 2"),
        ("He got a $500-a-month pension.", "USD", "month"),
        ("Fuel is $2 a litre.", "USD", "liter"),
        ("Each got $500 apiece.", "USD", "each"),
        ("Prices grew 5 percent a year.", "percent", "year"),
        ("A third of the daily flights left.", None, None),
        ("It is above 40 degrees every day.", "degree", None),
        ("They work 40 hours a week.", "hour", "week"),
        ("It flew at 500 miles per hour.", "mile / hour", None),
        ("It makes 20 tonnes a day.", "metric_ton / day", None),
        ("It costs $11m.", "USD", None),
        ("It fell by 20 per cent.", "percent", None),
    ],
)
def test_money_and_units_keep_their_unit_and_have_a_rate(text, unit, per):
    found = only(BLANK.make_doc(text))
    assert (found.unit, found.per) == (unit, per)


@pytest.mark.parametrize(
    "words",
    [
        "They killed 40 men a day after it .",
        "They killed 40 men a week ago .",
        "They killed 40 men a day earlier .",
        "They killed 40 men a second time .",
        "They gave 40 men a week to leave .",
        "Some 40 men were held a week .",
        "They bought 40 shells a soldier .",
        "They killed 40 men per ministry figures .",
        "They saw 40 men .",
    ],
)
def test_an_article_or_a_source_is_no_rate(words):
    assert only(make(words, tags=TAGS)).per is None


@pytest.mark.parametrize(
    ("before", "per"),
    [
        ("the camp gets a daily ", "day"),
        ("a daily average of ", "day"),
        ("a monthly salary of ", "month"),
        ("the weekly death toll reached ", "week"),
        ("annual exports of ", "year"),
        ("an annual meeting of ", None),
        ("a daily newspaper of ", None),
        ("open daily ", None),
        ("nearly ", None),
        ("", None),
    ],
)
def test_words_of_time_before_a_flow_make_a_rate(before, per):
    assert rate_before(before, len(before)) == per


def test_the_adjective_of_what_is_counted_makes_a_rate():
    found = only(make("They saw 30 daily attacks .", tags={"daily": "JJ"}))
    assert (found.per, found.counted) == ("day", "daily attacks")


HIT = "They/PRP/nsubj/1 fired/VBD/ROOT/1 30/CD/nummod/3 shells/NNS/dobj/1 at/IN/prep/1 it/PRP/pobj/4 {} day/NN/npadvmod/1"


def test_a_clause_may_say_what_its_object_is_per():
    assert only(parsed(HIT.format("each/DT/det/7"))).per == "day"
    assert only(parsed(HIT.format("that/DT/det/7"))).per is None


GUARD = "Forty/CD/nummod/1 men/NNS/nsubj/2 {}/VBP/ROOT/2 it/PRP/dobj/2 every/DT/det/5 day/NN/npadvmod/2"


def test_a_subject_runs_with_time_only_where_the_verb_does():
    assert only(parsed(GUARD.format("cross"))).per == "day"
    assert only(parsed(GUARD.format("guard"))).per is None


def test_every_so_many_minutes_keeps_the_number():
    first, _ = find_quantities(parsed("One/CD/nummod/1 child/NN/nsubj/2 dies/VBZ/ROOT/2 every/DT/det/5 10/CD/nummod/5 minutes/NNS/npadvmod/2"))
    assert first.per == "10 minute"


@pytest.mark.parametrize(("per", "words"), [("day", " per day"), ("person / day", " per person per day"), ("each", " each"), (None, ""), ("", "")])
def test_a_rate_is_written_as_a_sentence_has_it(per, words):
    assert per_in_words(per) == words


def claims(nlp: Any, text: str) -> list[tuple[Any, ...]]:
    (enriched,) = enrich(nlp, [Article(id="a", text=text, published="2024-05-10")])
    return [(c.text, c.category, c.per) for c in enriched.claims]


def test_a_claim_has_the_rate_of_its_quantity_and_no_denominator_is_one(nlp):
    assert claims(nlp, "Some 200 refugees a day cross the river.") == [("Some 200 refugees", "displaced", "day")]
    assert claims(nlp, "The rate is 12 deaths per 100,000 people.") == [("12 deaths", "fatalities", "100,000 people")]


@given(st.lists(st.sampled_from(["40", "men", "a", "an", "per", "each", "every", "day", "daily", "$", "/", "-", "10", "minutes", "annual", "barrel", "after"]), max_size=25))
def test_piled_up_words_of_rates_never_raise(words):
    for q in find_quantities(Doc(VOCAB, words=words or ["none"])):
        assert q.per is None or q.per


@given(st.text(max_size=120))
def test_random_text_before_a_number_never_raises(text):
    assert rate_before(text.lower(), len(text)) is None or text
