"""Bad input: kept as text with a null value, never an exception, never a silently wrong date."""

from __future__ import annotations

import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.extract.lang.en import time as words
from core.extract.time import recognize
from core.extract.time.numbers import format_duration, parse_amount, parse_number, parse_ordinal, parse_year
from core.extract.time.tokens import tokenize

TUESDAY = date(2015, 11, 17)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("It fell on Feb. 30.", "Feb. 30"),
        ("It fell on Feb. 29, 2015, he said.", "Feb. 29, 2015"),
        ("It fell on 31 April 2014.", "31 April 2014"),
        ("It ends in the year 10000.", "the year 10000"),
        ("It fell 9999999999 months ago.", "9999999999 months ago"),
        ("It fell 99999 years ago.", "99999 years ago"),
        ("It fell two hundred thousand million years ago.", "two hundred thousand million years ago"),
        ("Posted 13/14/15 by staff.", "13/14/15"),
        ("Posted 5/6/2015 by staff.", "5/6/2015"),
        ("Posted 2015-02-30 by staff.", "2015-02-30"),
        ("It fell on Tuesday, November 18, 2015.", "Tuesday, November 18, 2015"),
        ("It fell on Monday, Nov. 17, he said.", "Monday, Nov. 17"),
        ("It took 9999999999 years.", "9999999999 years"),
    ],
)
def test_no_such_date_is_kept_without_a_value(text, kept):
    (found,) = recognize(text, TUESDAY)
    assert text[found.start : found.end] == kept
    assert found.resolved.value is None
    assert (found.resolved.begin, found.resolved.end) == (None, None)


@pytest.mark.parametrize("published", [None, TUESDAY, date.min, date.max])
@pytest.mark.parametrize("narrative", [None, True])
@given(
    text=st.text(max_size=80)
    | st.lists(
        st.sampled_from(
            [*" ".join(words.CLASSES.values()).split(), *words.MONTHS, *words.NUMBERS, *words.MULTIPLIERS, *words.ORDINALS, "Friday",
             "0", "5", "31", "99", "480", "2015", "9999999999", "1/2", "½", "12:30", "99:99", ".", ",", "-", "'", "s", "BC", "p.m."]
        ),
        max_size=12,
    ).map(" ".join)
)
def test_recognition_never_raises_and_keeps_to_the_text(published, narrative, text):
    end = 0
    for found in recognize(text, published, narrative=narrative):
        assert end <= found.start < found.end <= len(text)
        end = found.end
        begin, last = found.resolved.begin, found.resolved.end
        assert begin is None or last is None or begin <= last


@given(st.text(alphabet=st.sampled_from("a5 \n\t\r\u00a0\u2028.:/-'½é"), max_size=40) | st.text(max_size=60))
def test_tokens_stand_where_they_say(text):
    tokens = tokenize(text)
    assert len(tokens.classes) == len(tokens.texts)
    for index, token in enumerate(tokens.texts):
        first, end = tokens.span(index, index + 1)
        if not token.isspace():
            assert text[first:end] == token
            assert tokens.touches(index) == (index > 0 and not text[:first][-1:].isspace())


@given(st.lists(st.text(max_size=12) | st.sampled_from([*words.NUMBERS, *words.MULTIPLIERS, "a", "and", "half", "or", "12", "1,000"]), max_size=8))
def test_numbers_never_raise(tokens):
    amount = parse_amount(tokens)
    assert amount.count is None or amount.count >= 0
    parse_ordinal(tokens)
    parse_year(tokens) if tokens else None
    for unit in words.UNITS.values():
        assert format_duration(amount.count, unit).startswith("P")


@pytest.mark.parametrize(
    "text",
    ["", " ", "\n\n", "x" * 10_000, "2015" * 5_000, "‏الخامسة مساءً", "十一月十七日", "\ud7ff\u2028", "May " * 20_000, "the end of the " * 5_000, "twenty " * 20_000],
)
def test_odd_texts_are_read_quickly(text):
    start = time.process_time()
    list(recognize(text, TUESDAY))
    assert time.process_time() - start < 3


def test_offsets_hold_in_a_text_that_grows_when_lowered():
    text = "İİİ said on Friday."
    (found,) = recognize(text, TUESDAY)
    assert text[found.start : found.end] == "Friday"


@pytest.mark.parametrize(
    ("tokens", "number"),
    [
        ("twenty - four", 24),
        ("two hundred and ten", 210),
        ("two thousand", 2000),
        ("a dozen", 12),
        ("half a", 0.5),
        ("one and a half", 1.5),
        ("another seven", 7),
        ("1,000", 1000),
        ("few", None),
        ("", None),
    ],
)
def test_number_words(tokens, number):
    assert parse_number(tokens.split()) == number


@pytest.mark.parametrize(
    ("tokens", "year"),
    [("1944", 1944), ("nineteen ninety - six", 1996), ("two thousand and eight", 2008), ("' 44", 2044), ("' 89", 1989), ("nineteen people", None)],
)
def test_years(tokens, year):
    assert parse_year(tokens.split()) == year


@pytest.mark.parametrize(
    ("count", "unit", "value"),
    [(2, "M", "P2M"), (24, "H", "PT24H"), (2.5, "Y", "P2Y6M"), (1.5, "MIN", "PT1M30S"), (None, "Y", "PXY"), (1, "FN", "P2W"), (0.5, "H", "PT30M"), (1.5, "M", "P1.5M")],
)
def test_durations(count, unit, value):
    assert format_duration(count, unit) == value
