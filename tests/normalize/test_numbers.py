"""Digit strings and number words to numbers, however they are written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.extract.lang.en.numbers import CARDINALS
from core.extract.normalize.numbers import compose, finite, parse_digits, parse_ratio, scale


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("7", 7.0),
        (".5", 0.5),
        ("3.14", 3.14),
        ("8,000", 8000.0),
        ("1,234,567", 1234567.0),
        ("1,000.50", 1000.5),
        ("1.000,50", 1000.5),
        ("1.000.000", 1e6),
        ("12,34,567.89", 1234567.89),
        ("10 000", 10000.0),
        ("10\u00a0000", 10000.0),
        ("1'000'000", 1e6),
        ("4,5", 4.5),
        ("-12", -12.0),
        ("4e14", 4e14),
        ("٣٤٥", 345.0),
        ("٣٤٫٥", 34.5),
        ("-0", 0.0),
    ],
)
def test_digits_are_read_whatever_their_separators(written, value):
    assert parse_digits(written) == value


@pytest.mark.parametrize("written", ["", "-", ".", "1e999", "1.2.3", "1,2,3", "22,24,26", "1,234,5", "9" * 5000, "12a", "²"])
def test_what_writes_no_finite_number_has_none(written):
    assert parse_digits(written) is None


def test_minus_zero_is_zero():
    assert str(parse_digits("-0")) == "0.0"


def test_a_ratio_over_nothing_is_no_number():
    assert parse_ratio("3", "0") is None
    assert parse_ratio("3", "4") == 0.75


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("twenty one", 21),
        ("two hundred fifty four", 254),
        ("one hundred thousand", 100_000),
        ("three million two hundred forty", 3_000_240),
        ("hundred thousand million", 1e11),
        ("nineteen", 19),
        ("dozen", 12),
    ],
)
def test_number_words_are_composed(words, value):
    assert compose(words.split(), CARDINALS) == value


def test_an_unknown_word_is_no_number():
    assert compose(["two", "horses"], CARDINALS) is None


def test_scaling_leaves_no_binary_dust_and_no_infinity():
    assert scale(2.4, 1e6) == 2_400_000
    assert scale(1e300, 1e12) is None
    assert scale(None, 1e6) is None


@given(st.text(max_size=60))
def test_any_text_is_read_without_an_exception(text):
    value = parse_digits(text)
    assert value is None or finite(value) == value


@given(st.integers(min_value=0, max_value=10**15))
def test_a_number_written_with_commas_is_read_back(n):
    assert parse_digits(f"{n:,}") == n
