"""How exactly a date is known, against the codebooks' own definitions."""

from __future__ import annotations

import pytest

from core.precision import acled_time_precision, days_between, edtf, ucdp_date_prec


@pytest.mark.parametrize(
    ("begin", "end", "acled", "ucdp"),
    [
        ("2015-11-17", "2015-11-17", 1, 1),
        ("2015-11-16", "2015-11-17", 2, 2),
        ("2015-11-16", "2015-11-22", 2, 3),
        ("2015-11-01", "2015-11-30", 3, 4),
        ("2015-10-01", "2015-10-31", 3, 4),
        ("2015-07-01", "2015-09-30", None, 5),
        ("2016-01-01", "2016-12-31", None, 5),
        ("2014-01-01", "2015-12-31", None, None),
        (None, "2015-11-17", None, None),
        ("2015-11-17", None, None, None),
        ("2015-11-17", "2015-11-16", None, None),
        ("no date", "2015-11-16", None, None),
    ],
)
def test_codes_of_the_codebooks(begin: str | None, end: str | None, acled: int | None, ucdp: int | None) -> None:
    assert acled_time_precision(begin, end) == acled
    assert ucdp_date_prec(begin, end) == ucdp


@pytest.mark.parametrize(
    ("begin", "end", "precision", "expected"),
    [
        ("2015-11-17", "2015-11-17", "day", "2015-11-17"),
        ("2015-09-01", "2015-09-30", "month", "2015-09"),
        ("2015-01-01", "2015-12-31", "year", "2015"),
        ("2015-06-01", "2015-08-31", "season", "2015-22"),
        ("2015-07-01", "2015-09-30", "quarter", "2015-35"),
        ("1990-01-01", "1999-12-31", "decade", "199X"),
        ("2015-11-16", "2015-11-22", "week", "2015-11-16/2015-11-22"),
        ("2015-11-17", None, "vague", "2015-11-17/"),
        (None, "2015-11-17", None, "/2015-11-17"),
        (None, None, None, None),
        ("2015-11-17", "2015-11-16", None, None),
        ("2015-02-30", "2015-02-30", "day", None),
    ],
)
def test_edtf(begin: str | None, end: str | None, precision: str | None, expected: str | None) -> None:
    assert edtf(begin, end, precision) == expected  # type: ignore[arg-type]


def test_edtf_marks_what_is_approximate() -> None:
    assert edtf("2015-09-01", "2015-09-30", "month", approximate=True) == "2015-09~"
    assert edtf("2015-11-16", "2015-11-17", "day", approximate=True) == "2015-11-16~/2015-11-17~"


def test_days_count_both_ends() -> None:
    assert days_between("2015-11-16", "2015-11-17") == 2
    assert days_between("2016-02-01", "2016-03-01") == 30
