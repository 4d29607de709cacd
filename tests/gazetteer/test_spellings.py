"""The names that the press gives places lead to them."""

from __future__ import annotations

import pytest

from core.extract.gazetteer.geocoder import Offline


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("Deir Ezzor", "SY"), ("Sloviansk", "UA"), ("Odessa", "UA"), ("Zaporizhia", "UA"), ("Mambij", "SY"), ("Palmyra", "SY"), ("Kufra", "LY"),
        ("Efrin", "SY"), ("Serekaniye", "SY"), ("Khankendi", "AZ"), ("Stepanakert", "AZ"), ("Shushi", "AZ"), ("Martakert", "AZ"), ("Makale", "ET"),
        ("Hodeida", "YE"), ("Al-Fashir", "SD"), ("Artemivsk", "UA"), ("Avdiivka", "UA"), ("Khan Younis", "PS"), ("Deir al-Balah", "PS"),
        ("Naypyidaw", "MM"), ("Maungdaw", "MM"), ("Minova", "CD"), ("Bunagana", "CD"), ("Nahr el-Bared", "LB"), ("Zamzam camp", "SD"),
        ("Kutupalong", "BD"), ("Faysh Khabur", ""), ("Kasumbalesa", "CD"), ("Sour", "LB"), ("Shire", "ET"), ("Brega", "LY"), ("Las Anod", "SO"),
    ],
)  # fmt: skip
def test_the_spellings_of_the_press_lead_to_the_place(name, country):
    found = Offline().geocode(name)
    assert found is not None
    assert found.raw["country"] == country


@pytest.mark.parametrize(("name", "lat", "lon"), [("Sicily", 37.6, 14.2), ("Andalusia", 37.4, -4.7), ("Tuscany", 43.4, 11.1), ("Calabarzon", 14.0, 121.5)])
def test_a_region_drawn_in_provinces_lies_in_their_middle(name, lat, lon):
    found = Offline().geocode(name)
    assert found is not None
    assert (found.latitude, found.longitude) == (pytest.approx(lat, abs=0.6), pytest.approx(lon, abs=0.6))
