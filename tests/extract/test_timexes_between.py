"""Expressions of an article that appeared on an unknown day of a known interval."""

from __future__ import annotations

from datetime import date

import pytest

from core.extract.time.between import recognize_between

EARLIEST, LATEST = date(2015, 11, 3), date(2015, 12, 20)


def values(text: str, earliest: date = EARLIEST, latest: date = LATEST) -> list[str | None]:
    return [found.resolved.value for found in recognize_between(text, earliest, latest, lambda _: "past")]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("They met in October.", "2015-10"),
        ("They met on Oct. 31.", "2015-10-31"),
        ("They met this year.", "2015"),
        ("They met in May 2012.", "2012-05"),
    ],
)
def test_what_both_ends_agree_on_is_kept(text, value):
    assert values(text) == [value]


@pytest.mark.parametrize("text", ["They met on Tuesday.", "They met yesterday.", "They met 14 months ago.", "They met last month."])
def test_what_depends_on_the_day_keeps_unknown_parts(text):
    (value,) = values(text)
    assert value is None or "X" in value


def test_a_long_interval_anchors_nothing():
    (value,) = values("They met in October.", date(2015, 11, 3), date(2017, 11, 3))
    assert value == "XXXX-10"


def test_one_day_is_as_good_as_a_given_date():
    assert values("They met on Tuesday.", date(2015, 11, 17), date(2015, 11, 17)) == ["2015-11-17"]


def test_contradictory_ends_anchor_nothing():
    (value,) = values("They met on Tuesday.", LATEST, EARLIEST)
    assert value == "XXXX-WXX-2"
