"""Calendar arithmetic and the interval behind a TIMEX3 value."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.extract.normalize.dates import (
    Moment,
    add_days,
    add_months,
    add_years,
    easter,
    format_moment,
    format_week,
    format_year,
    interval_of,
    make_date,
    parse_date,
    thanksgiving,
)


@pytest.mark.parametrize(
    ("value", "begin", "end", "precision"),
    [
        ("2015-11-17", "2015-11-17", "2015-11-17", "day"),
        ("2015-11-17T09:30", "2015-11-17", "2015-11-17", "day"),
        ("2015-11-17TNI", "2015-11-17", "2015-11-17", "day"),
        ("2014-09", "2014-09-01", "2014-09-30", "month"),
        ("2016-02", "2016-02-01", "2016-02-29", "month"),
        ("1944", "1944-01-01", "1944-12-31", "year"),
        ("2015-W47", "2015-11-16", "2015-11-22", "week"),
        ("2015-W47-WE", "2015-11-21", "2015-11-22", "day"),
        ("2015-W47-2", "2015-11-17", "2015-11-17", "day"),
        ("2015-Q3", "2015-07-01", "2015-09-30", "quarter"),
        ("2015-H2", "2015-07-01", "2015-12-31", "season"),
        ("2015-SU", "2015-06-01", "2015-08-31", "season"),
        ("2015-WI", "2015-12-01", "2016-02-29", "season"),
        ("199", "1990-01-01", "1999-12-31", "decade"),
        ("19", "1900-01-01", "1999-12-31", "vague"),
        ("00", "0001-01-01", "0099-12-31", "vague"),
    ],
)
def test_interval_of_a_value(value, begin, end, precision):
    assert interval_of(value) == (begin, end, precision)


@pytest.mark.parametrize(
    "value",
    [None, "", "XXXX-10-31", "XXXX-WXX-2", "PAST_REF", "P2M", "PXY", "BC0490", "2015-02-30", "2015-13", "2015-W54", "0000", "1942-05-XX", "9999-WI"],
)
def test_a_value_without_a_known_interval_has_none(value):
    assert interval_of(value) == (None, None, None)


@given(st.text(max_size=30) | st.from_regex(r"\d{0,4}-?[WQH]?\d{0,3}-?\d{0,3}", fullmatch=True))
def test_interval_of_any_text_is_ordered_or_none(value):
    begin, end, precision = interval_of(value)
    assert (begin is None) == (end is None) == (precision is None)
    if begin is not None and end is not None:
        assert date.fromisoformat(begin) <= date.fromisoformat(end)


def test_the_calendar_has_no_such_day():
    assert make_date(2015, 2, 30) is None
    assert make_date(10000, 1, 1) is None
    assert parse_date("2015-11-17T10:00:00") == date(2015, 11, 17)
    assert parse_date("yesterday") is None
    assert parse_date(None) is None


def test_formats():
    assert format_year(-490) == "BC0490"
    assert format_year(0) is None
    assert format_year(10_000) is None
    assert format_moment(Moment(1944)) == "1944"
    assert format_moment(Moment(1944, 6)) == "1944-06"
    assert format_moment(Moment(1944, 6, 6)) == "1944-06-06"
    assert format_moment(Moment(-480, 9)) == "BC0480-09"
    assert format_moment(Moment(2015, 13)) is None
    assert format_moment(Moment(2015, 2, 29)) is None
    assert format_week(date(2016, 1, 1)) == "2015-W53"


def test_months_keep_to_the_calendar():
    assert add_months(Moment(2015, 1, 31), 1) == Moment(2015, 2, 28)
    assert add_months(Moment(2015, 11, 17), -14) == Moment(2014, 9, 17)
    assert add_months(Moment(2015, 1), -1) == Moment(2014, 12)
    assert add_months(Moment(2015), 1) is None
    assert add_months(Moment(2015, 1), -10**12) is None
    assert add_months(Moment(1, 1), -1) is None


def test_there_is_no_year_nought():
    assert add_years(-1, 1) == 1
    assert add_years(1, -1) == -1
    assert add_years(-490, 10) == -480
    assert add_years(2015, 10_000) is None


def test_days_end_with_the_calendar():
    assert add_days(date(2015, 12, 31), 1) == date(2016, 1, 1)
    assert add_days(date.max, 1) is None
    assert add_days(date.min, -(10**15)) is None


@pytest.mark.parametrize(("year", "day"), [(2015, "2015-04-05"), (2016, "2016-03-27"), (1943, "1943-04-25"), (2038, "2038-04-25")])
def test_easter(year, day):
    assert easter(year) == date.fromisoformat(day)


def test_easter_before_the_gregorian_calendar_is_unknown():
    assert easter(1066) is None


@pytest.mark.parametrize(("year", "day"), [(2014, 27), (2015, 26), (2018, 22), (2012, 22)])
def test_thanksgiving_is_the_fourth_thursday(year, day):
    assert thanksgiving(year) == date(year, 11, day)
