"""The gazetteer behind geopy's interface, and another geocoder in its stead."""

from __future__ import annotations

import pytest
from geopy.exc import GeocoderQueryError, GeocoderServiceError, GeocoderTimedOut
from geopy.geocoders.base import Geocoder
from geopy.location import Location
from geopy.point import Point

from core.errors import SettingError
from core.extract.gazetteer import geocoder as module
from core.extract.gazetteer.geocoder import NoNetwork, Offline, asker, stand_in
from core.extract.gazetteer.lookup import gazetteer
from core.extract.places.mention import Mention
from core.extract.places.resolve import resolve


@pytest.fixture(scope="module")
def offline():
    return Offline()


def test_one_location_or_all(offline):
    one, all_of_them = offline.geocode("Tripoli"), offline.geocode("Tripoli", exactly_one=False)
    assert isinstance(one, Location)
    assert one.raw["country"] == "LY"
    assert all_of_them[0] == one
    assert {"LY", "LB"} <= {location.raw["country"] for location in all_of_them}
    assert len(offline.geocode("Springfield", exactly_one=False, limit=3)) == 3


@pytest.mark.parametrize(
    ("query", "country", "lat", "lon"),
    [("Paris", "FR", 48.85, 2.35), ("Paris, Texas", "US", 33.66, -95.56), ("Tripoli, Lebanon", "LB", 34.43, 35.84), ("the Deir al-Zour", "SY", 35.34, 40.14)],
)
def test_commas_say_what_a_place_lies_in(offline, query, country, lat, lon):
    found = offline.geocode(query)
    assert found.raw["country"] == country
    assert found[1] == pytest.approx((lat, lon), abs=0.05)


@pytest.mark.parametrize("query", ["", " , ", "Qwxzvr", "дамаск", "x" * 10_000, "Syrians"])
def test_nothing_found_is_none(offline, query):
    assert offline.geocode(query) is None
    assert offline.geocode(query, exactly_one=False) is None


def test_a_query_that_is_no_text_is_the_callers_fault(offline):
    with pytest.raises(GeocoderQueryError):
        offline.geocode({"city": "Paris"})


def test_reverse_gives_the_nearest_first(offline):
    assert offline.reverse("36.2, 37.16").raw["name"] == "Aleppo"
    assert offline.reverse(Point(33.34, 44.40)).raw["name"] == "Baghdad"
    near = offline.reverse((33.34, 44.40), exactly_one=False, limit=4)
    assert [n.raw["score"] for n in near] == sorted((n.raw["score"] for n in near), reverse=True)
    assert len(near) == 4


def test_reverse_on_the_open_sea_is_none(offline):
    assert offline.reverse((-45.0, -120.0)) is None


def test_it_refuses_the_network():
    with pytest.raises(GeocoderServiceError):
        NoNetwork(proxies=None, ssl_context=None).get_json("https://example.org", timeout=1, headers={})


class Elsewhere(Geocoder):
    """A geocoder that puts every name at one point and counts how often it is asked."""

    def __init__(self, *, token="", fail=False):
        super().__init__()
        self.asked, self.fail = [], fail

    def geocode(self, query, *, exactly_one=True):
        self.asked.append(query)
        if self.fail:
            raise GeocoderTimedOut("too slow")
        return [Location("Elsewhere", Point(1.0, 2.0), {"countryCode": "ke", "fcl": "P"})]


def test_another_geocoder_is_asked_once_a_name():
    elsewhere = Elsewhere()
    ask = asker(elsewhere, seconds_between=0)
    place = ask("aleppo")[0].place
    ask("aleppo")
    assert elsewhere.asked == ["aleppo"]
    assert (place.lat, place.lon, place.country, place.kind) == (1.0, 2.0, "KE", "city")


def test_the_gazetteer_answers_where_the_other_fails():
    mention = Mention(0, 6, "aleppo", "test", "Aleppo")
    resolve([mention], gazetteer(), asker(Elsewhere(fail=True), seconds_between=0))
    assert mention.chosen.place.country == "SY"


def test_the_other_geocoder_places_a_mention():
    mention = Mention(0, 6, "aleppo", "test", "Aleppo")
    resolve([mention], gazetteer(), asker(Elsewhere(), seconds_between=0))
    assert mention.chosen.place.name == "Elsewhere"


def test_no_other_geocoder_by_default(monkeypatch):
    monkeypatch.delenv("DATELINE_GEOCODER", raising=False)
    assert stand_in() is None


def test_the_setting_names_a_geopy_service(monkeypatch):
    monkeypatch.setenv("DATELINE_GEOCODER", "elsewhere token=secret")
    monkeypatch.setattr(module, "get_geocoder_for_service", {"elsewhere": Elsewhere}.__getitem__)
    assert stand_in()("Paris")[0].place.name == "Elsewhere"


def test_a_service_that_geopy_lacks_is_a_setting_error(monkeypatch):
    monkeypatch.setenv("DATELINE_GEOCODER", "no-such-service")
    with pytest.raises(SettingError, match="DATELINE_GEOCODER"):
        stand_in()
