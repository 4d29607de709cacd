"""Points of the military grid in texts, held against what NGA's GEOTRANS gives for the same degrees."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.extract.places.mgrs import grid_points, locate

GEOTRANS = [
    ("15TWG0000049776", 42.0, -93.0), ("04QFJ1234567889", 21.409796, -157.916081), ("37SCA3457607700", 36.2, 37.16),
    ("56HLH3490052290", -33.85678, 151.2153), ("32VKN9723000510", 60.39, 5.32), ("33XWG1481383004", 78.22, 15.65),
    ("35MQU4698815274", -1.67, 29.22), ("36NVF4436100011", 0.0001, 32.5), ("19FEV4500027239", -54.8, -68.3),
    ("35WMV3066078928", 71.9, 25.0), ("47CNM2034374046", -79.5, 100.0), ("38SMB4414084706", 33.3, 44.4),
    ("37SER9440646415", 32.05, 40.0), ("37SEE8542222686", 39.95, 40.0), ("37MAV6603444658", -0.5, 36.0),
    ("31PBJ7956385939", 8.01, 1.0), ("27WVL5110698512", 64.01, -22.0),
]  # fmt: skip
"""Made with mgrs 1.5, which wraps GEOTRANS."""


@pytest.mark.parametrize(("reference", "lat", "lon"), GEOTRANS)
def test_it_is_where_geotrans_says(reference, lat, lon):
    (found,) = grid_points(f"They met at {reference}.")
    assert (found.lat, found.lon) == (pytest.approx(lat, abs=2e-5), pytest.approx(lon, abs=4e-5))
    assert found.uncertainty_m == 1.0


@pytest.mark.parametrize(
    ("text", "words", "uncertainty"),
    [
        ("Shells fell at 37S CA 34576 07700 at dawn.", "37S CA 34576 07700", 1.0),
        ("Shells fell at 37S CA 345 077, a post.", "37S CA 345 077", 70.7),
        ("Shells fell at 37S CA 3457 0770.", "37S CA 3457 0770", 7.1),
        ("Shells fell at 37SCA34570770.", "37SCA34570770", 7.1),
        ("grid reference 37S CA 34 07", "37S CA 34 07", 707.1),
        ("MGRS: 37SCA30", "37SCA30", 7071.1),
        ("(37SCA 3457607700)", "37SCA 3457607700", 1.0),
    ],
)
def test_how_sure_it_is_depends_on_the_digits(text, words, uncertainty):
    (found,) = grid_points(text)
    assert text[found.start : found.end] == words
    assert found.uncertainty_m == pytest.approx(uncertainty, abs=0.1)
    assert (found.lat, found.lon) == (pytest.approx(36.2, abs=0.09), pytest.approx(37.16, abs=0.09))


@pytest.mark.parametrize(
    "text",
    [
        "model 37SCA3457", "part 37SKA34576077", "15KDE2020 and 12ABC1234", "37S CA 345 07", "37S CA 3457607", "99S CA 34576 07700",
        "37I CA 34576 07700", "37S IA 34576 07700", "X37SCA34576077", "37SCA345760770012", "37SCA34576077-B", "it cost 37S CA",
        "37A CA 34576 07700", "37SUA34576077", "37CCA34576077", "grid 0SCA3457", "", "37S", "£37SCA3.5",
    ],
)  # fmt: skip
def test_serial_numbers_are_no_points(text):
    assert list(grid_points(text)) == []


def test_a_square_has_to_lie_in_its_zone_and_band():
    assert locate(37, "S", "CA", 0, 0) is not None
    assert locate(37, "S", "JA", 0, 0) is None
    assert locate(37, "S", "CK", 0, 0) is None


@given(st.text(alphabet="0123456789 CSAVJNX.mMGRS\n", max_size=40))
def test_any_text_gives_points_on_the_globe(text):
    for found in grid_points(text):
        assert -90 <= found.lat <= 90
        assert -180 <= found.lon <= 180
        assert text[found.start : found.end].strip() == text[found.start : found.end]
