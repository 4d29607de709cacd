"""Borders, datelines, actors, distances and coordinates."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.extract.places.borders import find_borders, neighbours
from core.extract.places.precision import NEARBY_M, coordinates, measure
from core.extract.places.roles import Grammar, assign, dateline
from tests.extract.made_places import mentions


def borders(text, **labels):
    return [(text[b.start : b.end], b.geometry) for b in find_borders(text, mentions(text, **labels))]


@pytest.mark.parametrize(
    ("text", "words", "line"),
    [
        ("Turkey will secure its border with Syria.", "its border with Syria", "border:SY-TR"),
        ("They crossed the Turkish-Syrian border.", "the Turkish-Syrian border", "border:SY-TR"),
        ("They crossed the Turkey-Syria border at night.", "the Turkey-Syria border", "border:SY-TR"),
        ("A wall on the border between Syria and Turkey stands.", "the border between Syria and Turkey", "border:SY-TR"),
        ("Mexico's border with Guatemala was shut.", "Mexico's border with Guatemala", "border:GT-MX"),
        ("Turkey watched. The entire border of northern Syria is shut.", "The entire border of northern Syria", "border:SY-TR"),
        ("Jordan and Turkey watched Syria's southern border.", "Syria's southern border", "border:JO-SY"),
        ("Pakistan shut the Afghan border.", "the Afghan border", "border:AF-PK"),
    ],
)  # fmt: skip
def test_a_border_is_the_line_of_two_countries(text, words, line):
    assert borders(text) == [(words, line)]


@pytest.mark.parametrize(
    "text",
    [
        "Syria guards its border.",
        "Border guards of Iceland met in Japan.",
        "The border between Iceland and Japan is the sea.",
        "The border of madness is thin.",
        "Syria said nothing of the matter.",
    ],
)
def test_a_border_that_is_not_known_is_none(text):
    assert borders(text) == []


def test_one_pair_in_the_text_completes_the_rest():
    found = borders("Turkey shut its border with Syria. Later the Turkish border was opened. Iraq and Iran protested.")
    assert [line for _, line in found] == ["border:SY-TR", "border:SY-TR"]


def test_neighbours_are_mutual():
    assert all(a in neighbours()[b] for a, others in neighbours().items() for b in others)
    assert "SY" in neighbours()["TR"]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("BEIRUT, Lebanon — Shells fell.", "BEIRUT, Lebanon"),
        ("KYIV (Own Agency) - Power failed.", "KYIV"),
        ("WASHINGTON -- The Senate met.", "WASHINGTON"),
        ("Cairo, Nov. 17 – Police said so.", "Cairo"),
        ("Shells fall again\n\nGENEVA (AP) — Talks failed.", "GENEVA"),
        ("Shells fell on Beirut — again.", None),
        ("London-based groups agree.", None),
        ("It is quiet in Homs.", None),
    ],
)
def test_datelines(text, line):
    found = mentions(text)
    assert dateline(text, found) == line
    assert [m.role for m in found if m.role == "dateline"] == ["dateline"] * (len(line.split(", ")) if line else 0)


def roles(text, governed_by, **labels):
    found = mentions(text, **labels)
    assign(found, Grammar(lambda start, end: governed_by.get(text[start:end])))
    return {text[m.start : m.end]: m.role for m in found}


@pytest.mark.parametrize(
    ("dependency", "head", "tag", "above", "role"),
    [
        ("nsubj", "alerted", "VBD", "alerted", "actor"),
        ("nsubj", "is", "VBZ", "is", "actor"),
        ("nsubj", "suffered", "VBD", "suffered", "location"),
        ("nsubjpass", "hit", "VBN", "hit", "location"),
        ("dobj", "accused", "VBD", "accused", "actor"),
        ("dobj", "crossed", "VBD", "crossed", "location"),
        ("pobj", "in", "IN", "happened", "location"),
        ("pobj", "by", "IN", "agreed", "actor"),
        ("pobj", "with", "IN", "border", "location"),
        ("pobj", "from", "IN", "fled", "location"),
        ("pobj", "from", "IN", "pressure", "actor"),
        ("pobj", "to", "IN", "communicated", "actor"),
        ("pobj", "to", "IN", "fled", "location"),
        ("pobj", "to", "IN", "warned", "location"),
    ],
)
def test_a_country_acts_by_its_place_in_the_sentence(dependency, head, tag, above, role):
    assert roles("Then Russia moved.", {"Russia": (dependency, head, tag, above)})["Russia"] == role


def test_a_town_is_no_government_but_a_capital_may_be():
    governed = {"Aleppo": ("nsubj", "warned", "VBD", ""), "Moscow": ("nsubj", "warned", "VBD", "")}
    found = roles("Aleppo and Moscow warned.", governed, GPE="Aleppo, Moscow")
    assert (found["Aleppo"], found["Moscow"]) == ("location", "actor")
    assert roles("Moscow shook.", {"Moscow": ("nsubj", "shook", "VBD", "")}, GPE="Moscow")["Moscow"] == "location"


@pytest.mark.parametrize(
    ("dependency", "head", "role"),
    [
        ("poss", "forces", "actor"),
        ("compound", "government", "actor"),
        ("poss", "streets", "location"),
        ("compound", "market", "location"),
    ],
)
def test_a_capital_before_an_army_or_office_is_a_government(dependency, head, role):
    text = f"Then Damascus {head} moved."
    assert roles(text, {"Damascus": (dependency, head, "NNS", "moved")}, GPE="Damascus")["Damascus"] == role


def test_a_town_s_own_forces_are_in_the_town():
    assert roles("Aleppo forces moved.", {"Aleppo": ("compound", "forces", "NNS", "moved")}, GPE="Aleppo")["Aleppo"] == "location"


def test_a_seat_of_power_acts_but_where_something_happens():
    assert roles("The Kremlin denied it.", {})["Kremlin"] == "actor"
    assert roles("Crowds met outside the Kremlin.", {"Kremlin": ("pobj", "outside", "IN", "met")})["Kremlin"] == "location"


def test_peoples_are_demonyms():
    assert roles("Syrian troops left.", {}, NORP="Syrian")["Syrian"] == "demonym"


@pytest.mark.parametrize(
    ("before", "metres"),
    [
        ("50 km north of ", 50_000.0), ("some 160 kilometers from ", 160_000.0), ("12 miles outside ", 12 * 1609.344),
        ("1,200 km east of the city of ", 1_200_000.0), ("2.5 km (1.5 miles) from ", 2_500.0), ("near ", NEARBY_M),
        ("outside ", NEARBY_M), ("in ", 0.0), ("50 km of road in ", 0.0),
    ],
)  # fmt: skip
def test_stated_distances(before, metres):
    text = f"It fell {before}Raqqa."
    found = mentions(text, GPE="Raqqa")
    measure(text, found)
    assert found[-1].offset_m == pytest.approx(metres)


@pytest.mark.parametrize(
    ("text", "lat", "lon", "metres"),
    [
        ("at 36.2 N, 37.1 E,", 36.2, 37.1, 11_132.0), ("at 36.20°N 37.16°E", 36.2, 37.16, 1_113.2),
        ("at 36°12'N 37°9'E", 36.2, 37.15, 1850.0), ("at 33°30′36″ S, 70°40′0″ W", -33.51, -70.6667, 30.0),
    ],
)  # fmt: skip
def test_coordinates(text, lat, lon, metres):
    (point,) = coordinates(text)
    assert (point.lat, point.lon) == pytest.approx((lat, lon), abs=1e-3)
    assert point.uncertainty_m == pytest.approx(metres)


@pytest.mark.parametrize("text", ["at 96.2 N, 37.1 E", "grid 37S BV 12345 67890", "36.2, 37.1", "Route 36 N, exit 37 E5x"])
def test_what_is_no_point_on_the_globe(text):
    assert list(coordinates(text)) == []


@given(st.text(alphabet="0123456789.,°′'″\" NSEWnorth", max_size=60))
def test_coordinates_never_raise(text):
    for point in coordinates(text):
        assert abs(point.lat) <= 90
        assert abs(point.lon) <= 180
