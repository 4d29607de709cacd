"""Records in an analyst's words: amounts, precision of places, cards, more cards."""

from __future__ import annotations

import pandas as pd
import pytest

from core.show import found_by, wording
from core.show.figures.bins import counts, edges
from core.show.record_cards import row_card, row_quote

VAGUE = {"value": None, "low": 100_000_000.0, "high": None, "modifier": "vague", "unit": "USD"}
EVENT = {
    "id": "event-0", "article_id": "a", "interval_begin": "2015-10-31", "interval_end": "2015-10-31", "precision": "day", "clock": "happened",
    "category": None, "lemma": "down", "rule": "event.verb", "place_name": "Sinai", "speaker": None, "via": [],
}  # fmt: skip


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (VAGUE, "100,000,000 USD or more"),
        ({**VAGUE, "unit": None, "low": None, "high": 30.0}, "30 or less"),
        ({"value": 75.0, "modifier": "exact", "unit": "percent"}, "75%"),
        ({"value": 8000.0, "modifier": "about", "unit": None}, "about 8,000"),
    ],
)
def test_an_amount_has_its_unit_beside_its_number(row, said):
    assert wording.amount(row) == said


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ({"lat": 60.0, "uncertainty_m": 2_333_045.0, "kind": "country"}, "an area about 4,700 km across"),
        ({"lat": 36.0, "uncertainty_m": 9_400.0, "kind": "city"}, "within about 9.4 km"),
        ({"lat": None, "geometry": "line:SY-TR", "kind": "border"}, "somewhere along its line"),
        ({"lat": None, "geometry": None, "kind": "city"}, "not placed"),
    ],
)
def test_a_place_is_no_closer_than_it_is_known(row, said):
    assert wording.pinned(row) == said


def test_a_country_needs_no_code_beside_its_name():
    assert wording.place({"name": "Syria", "country": "SY", "kind": "country"}) == "Syria"
    assert wording.place({"name": "Raqqa", "country": "SY", "kind": "city"}) == "Raqqa, Syria"
    assert wording.place({"name": "Nowhere", "country": "ZZ", "kind": "city"}) == "Nowhere, ZZ"


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("category", "fatalities", "Killed"),
        ("category", "Battles", "Battles"),
        ("place", "Raqqa, SY", "Raqqa, Syria"),
        ("place", "Syria", "Syria"),
        ("place", "Paris, Texas", "Paris, Texas"),
        ("speaker", "Smith, US", "Smith, US"),
    ],
)
def test_the_value_of_a_filter_is_said_in_words(name, value, said):
    assert wording.filter_value(name, value) == said


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("2015-11-17", "2015-11-17"),
        ("P2M", "2 months"),
        ("PT24H", "24 hours"),
        ("PT1M", "1 minute"),
        ("PXY", "some years"),
        ("2015-W46", "week 46 of 2015"),
        ("2025-Q1", "quarter 1 of 2025"),
        ("2024-WI", "winter 2024"),
        ("PAST_REF", "some time before"),
        ("XXXX-WXX-2", "every Tuesday"),
        ("2025-03-14TNI", "every Tuesday"),
        (None, "every Tuesday"),
    ],
)
def test_a_time_is_said_without_its_code(value, said):
    assert found_by.timex(value, "every Tuesday") == said


def test_a_rule_is_explained_and_named():
    assert found_by.rule("number.digits+counted.subject") == "a number in digits (number.digits+counted.subject)"
    assert found_by.rule("timex:weekday") == "the form of the date (timex:weekday)"
    assert found_by.rule("event.verb.dated/timex").startswith("a verb with a date")
    assert found_by.rule("check.something_new").startswith("claims set side by side")
    assert found_by.rule("borderline") == "borderline"
    assert found_by.label("NORP") == "people, religion or party"
    assert found_by.label("NEW_KIND") == "new kind"


def test_rows_hold_none_for_what_is_not_known():
    frame = pd.DataFrame({"n": [1.5, float("nan")], "s": ["a", None], "l": [["x"], None], "k": [1, 2]})
    assert wording.rows(frame) == [{"n": 1.5, "s": "a", "l": ["x"], "k": 1}, {"n": None, "s": None, "l": None, "k": 2}]
    assert wording.rows(frame.iloc[:0]) == []


def test_an_event_is_headed_by_when_and_where_and_names_its_article():
    row = {**EVENT, "title": "T" * 30 + " " + "long " * 20, "outlet": "Wire", "published": "2015-11-17"}
    card = row_card("events", row, None, brief=True)
    assert card.title == "2015-10-31, Sinai"
    fields = dict(card.fields)
    assert fields["Known to"] == "the day"
    assert fields["Article"].endswith("…, Wire, 2015-11-17")
    assert row_card("events", {**EVENT, "interval_begin": None, "interval_end": None, "place_name": None}, None).title == "Date not stated"


def test_a_very_long_sentence_is_cut_around_the_words_meant():
    sentence = "a " * 3000 + "forty dead" + " b" * 3000
    start = sentence.index("forty")
    before, hit, after = row_quote({"sentence": sentence, "sentence_start": 50, "start_char": start + 50, "end_char": start + 60, "text": "forty dead"})
    assert hit == "forty dead"
    assert before.startswith("… ")
    assert after.endswith(" …")
    assert len(before + hit + after) < 500


def test_an_open_end_does_not_fill_the_bins_before_it():
    at = edges(pd.Timestamp("2000-01-01"), pd.Timestamp("2020-01-01"))
    inside, loose = counts(pd.DataFrame({"start": [pd.NaT], "stop": [pd.Timestamp("2015-06-01")]}), at)
    assert inside.sum() == 0
    assert loose.sum() == 1
    assert at[int(loose.argmax())] <= pd.Timestamp("2015-06-01") < at[int(loose.argmax()) + 1]
