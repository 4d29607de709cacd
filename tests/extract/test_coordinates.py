"""Points in degrees, however they are written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.extract.places.precision import coordinates


@pytest.mark.parametrize(
    ("text", "uncertainty"),
    [
        ("36.2 N, 37.15 E", 11_132), ("36.20°N 37.15°E", 1113.2), ("36°12'N 37°09'E", 1850), ("36º12'N, 37º09'E", 1850),
        ("36° 12′ 00″ N, 37° 09′ 00″ E", 30), ("36.2° north and 37.15° east", 11_132),
        ("36 degrees 12 minutes north, 37 degrees 9 minutes east", 1850), ("36.20° N / 37.15° E", 1113.2),
    ],
)  # fmt: skip
def test_degrees(text, uncertainty):
    (point,) = coordinates(f"It lay at {text}, they said.")
    assert (point.lat, point.lon) == (pytest.approx(36.2), pytest.approx(37.15))
    assert point.uncertainty_m == pytest.approx(uncertainty)
    assert f"It lay at {text}, they said."[point.start : point.end] == text


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("at coordinates 36.2012, -37.1612.", "36.2012, -37.1612"),
        ("(GPS: 36.2012,-37.1612)", "36.2012,-37.1612"),
        ("latitude 36.2012, longitude -37.1612", "36.2012, longitude -37.1612"),
        ("Lat 36.2012 Long -37.1612", "36.2012 Long -37.1612"),
    ],
)
def test_bare_decimals_behind_a_word_for_them(text, words):
    (point,) = coordinates(text)
    assert text[point.start : point.end] == words
    assert (point.lat, point.lon) == (36.2012, -37.1612)


def test_the_other_hemispheres():
    (point,) = coordinates("33°51′S 151°12′W")
    assert (point.lat, point.lon) == (pytest.approx(-33.85), pytest.approx(-151.2))


@pytest.mark.parametrize(
    "text",
    ["", "model 5 N 6 E", "36.2, 37.1", "rates of 1.2345, 1.3456", "99.2 N, 37.1 E", "36.2 N, 237.1 E", "coordinates 136.20, 37.10", "Unit 36.2 N", "he coordinates 3 teams of 12"],
)
def test_other_figures_are_no_points(text):
    assert list(coordinates(text)) == []


@given(st.text(alphabet="0123456789 .,°'NSEWnsew-latcordingPGmute", max_size=60))
def test_any_text_gives_points_on_the_globe(text):
    for point in coordinates(text + " coordinates 1.5, 2.5"):
        assert abs(point.lat) <= 90
        assert abs(point.lon) <= 180
