"""The gazetteer of an invented country, built as the real one is."""

from __future__ import annotations

import pytest

from core.extract.gazetteer.build import entries, write
from core.extract.gazetteer.lookup import ALIAS, ALTERNATE, DEMONYM, PRIMARY, Gazetteer
from tests.gazetteer import tiny_country


@pytest.fixture(scope="module")
def tiny(tmp_path_factory):
    folder = tmp_path_factory.mktemp("gazetteer")
    write(entries(tiny_country.write(folder)), folder / "places.sqlite", folder / "names.marisa")
    return Gazetteer(folder)


def names(tiny, name):
    return [(m.place.kind, m.place.name, m.flag) for m in tiny.lookup(name)]


def test_the_same_inputs_give_the_same_bytes(tmp_path):
    made = []
    for run in ("a", "b"):
        folder = tmp_path / run
        write(entries(tiny_country.write(folder)), folder / "places.sqlite", folder / "names.marisa")
        made.append([(folder / f).read_bytes() for f in ("places.sqlite", "names.marisa")])
    assert made[0] == made[1]


def test_every_kind_is_there_the_most_important_first(tiny):
    places = tiny.places(range(100))
    assert [(p.kind, p.name) for p in places] == [
        ("country", "Kingdom of Ruritania"),
        ("region", "The Marches"),
        ("metonym", "Old Palace"),
        ("city", "Strelsau"),
        ("admin1", "Strelsau"),
        ("admin1", "Zendoria"),
        ("facility", "Black Tower Base"),
        ("admin2", "Forest of Zenda"),
        ("city", "Zenda"),
        ("facility", "Strelsau International Airport"),
        ("city", "Al Hofbauiyah"),
        ("city", "Tarlenheim"),
    ]


def test_the_country_stands_at_its_authored_point_with_its_names(tiny):
    country = tiny.lookup("Ruritania")[0]
    assert (country.place.lat, country.place.lon, country.place.geometry, country.flag) == (50.25, 20.5, "country:XR", PRIMARY)
    assert country.place.radius == pytest.approx(100_000, rel=0.01)
    assert {tiny.lookup(n)[0].place.id for n in ("RUR", "Kingdom of Ruritania", "Ruritanian Realm")} == {country.place.id}
    assert tiny.lookup("Ruritanians")[0].flag == DEMONYM


def test_names_say_what_they_are_to_their_place(tiny):
    assert names(tiny, "Old Zenda") == [("city", "Zenda", ALIAS)]
    assert names(tiny, "Senda") == [("city", "Zenda", ALTERNATE)]
    assert names(tiny, "Zendoria Province") == [("admin1", "Zendoria", ALIAS)]


@pytest.mark.parametrize("name", ["strelso", "STR", "Стрельзау", "Зендория", "Ghost", "Farmer's Strip"])
def test_what_is_left_out(tiny, name):
    """Machine transliterations, airport codes, other scripts, empty divisions, airstrips."""
    assert tiny.matches(name.lower()) == ()


def test_a_division_has_its_stated_point_or_the_mean_of_its_cities(tiny):
    stated, computed = tiny.division("XR", "02"), tiny.lookup("Forest District")[0].place
    assert (stated.lat, stated.lon) == (50.5, 20.75)
    assert 50.4 < computed.lat < 50.5
    assert 20.6 < computed.lon < 21.0
    assert tiny.division("XR", "99") is None


def test_capitals_and_chief_cities_are_marked(tiny):
    assert [(p.name, p.seat) for p in tiny.places(range(100)) if p.kind == "city"] == [
        ("Strelsau", 2), ("Zenda", 1), ("Al Hofbauiyah", 0), ("Tarlenheim", 0),
    ]  # fmt: skip


def test_a_region_is_as_large_as_its_parts(tiny):
    region = tiny.lookup("Marches")[0].place
    parts = [tiny.division("XR", code).radius for code in ("01", "02")]
    assert region.radius == pytest.approx(sum(r * r for r in parts) ** 0.5, abs=1)
    assert (region.geometry, region.country) == ("region:the-marches", "XR")


def test_an_airport_goes_by_its_short_name_too(tiny):
    assert names(tiny, "Strelsau Airport")[0][:2] == ("facility", "Strelsau International Airport")


def test_places_near_a_point(tiny):
    assert {p.name for p in tiny.near(50.4, 20.5, 0)} == {"Strelsau", "Zenda", "Al Hofbauiyah"}
    assert tiny.near(-50.0, 179.9, 1) == []


def test_unknown_names_and_ids_find_nothing(tiny):
    assert tiny.lookup("Atlantis") == ()
    assert tiny.places([10_000]) == []
    assert "zenda" in tiny
    assert "atlantis" not in tiny


def test_a_missing_gazetteer_is_an_error_at_once(tmp_path):
    with pytest.raises(Exception, match="unable to open"):
        Gazetteer(tmp_path)
