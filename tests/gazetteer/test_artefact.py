"""The gazetteer as committed: small, quick to open, and right where the field's gazetteers go wrong."""

from __future__ import annotations

import subprocess
import sys
import time

import pytest

from core.extract.gazetteer.lookup import DATA, Gazetteer, gazetteer

MEBIBYTE = 1 << 20


def test_it_is_small():
    assert sum((DATA / f).stat().st_size for f in ("places.sqlite", "names.marisa")) < 40 * MEBIBYTE


def test_it_opens_at_once():
    start = time.perf_counter()
    Gazetteer().lookup("Aleppo")
    assert time.perf_counter() - start < 0.05


def test_it_takes_little_memory():
    script = (
        "import resource; from core.extract.gazetteer import lookup; rss = lambda: resource.getrusage(resource.RUSAGE_SELF).ru_maxrss\n"
        "a = rss(); g = lookup.Gazetteer(); [g.lookup(n) for n in ('Syria', 'Paris', 'Kobani', 'Springfield', 'Kunduz')]; print((rss() - a) // 1024)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert int(done.stdout) < 10


@pytest.mark.parametrize(
    ("name", "kind", "country", "lat", "lon"),
    [
        ("Syria", "country", "SY", 35.0, 38.0), ("Turkey", "country", "TR", 39.0, 35.0), ("Russia", "country", "RU", 60.0, 100.0),
        ("U.S.", "country", "US", 39.76, -98.5), ("Egypt", "country", "EG", 27.0, 30.0), ("Texas", "admin1", "US", 31.25044, -99.25061),
        ("Sinai", "region", "EG", 29.5, 33.8), ("Donbas", "region", "UA", 48.3, 38.3), ("Kremlin", "metonym", "RU", 55.752, 37.6175),
        ("Hmeimim", "facility", "SY", 35.4011, 35.9487), ("Levant", "region", "", 34.0, 37.0), ("Kobani", "city", "SY", 36.89, 38.35),
    ],
)  # fmt: skip
def test_the_first_place_of_a_name(name, kind, country, lat, lon):
    place = gazetteer().lookup(name)[0].place
    assert (place.kind, place.country) == (kind, country)
    assert (place.lat, place.lon) == pytest.approx((lat, lon), abs=0.02)


@pytest.mark.parametrize("name", ["Mediterranean Sea", "Red Sea", "Euphrates", "Danube", "Lake Chad", "Strait of Hormuz"])
def test_waters(name):
    assert "water" in {m.place.kind for m in gazetteer().lookup(name)}


@pytest.mark.parametrize(("name", "geometry"), [("Euphrates", "river:euphrates"), ("Mediterranean Sea", "sea:mediterranean-sea"), ("Sinai", "region:sinai"), ("Aleppo Governorate", "admin1:SY.09")])
def test_ids_of_what_can_be_drawn(name, geometry):
    assert gazetteer().lookup(name)[0].place.geometry == geometry


@pytest.mark.parametrize("name", ["Syrians", "Turks", "French", "South Korean"])
def test_demonyms_lead_to_their_country(name):
    assert any(m.flag == 3 and m.place.kind == "country" for m in gazetteer().lookup(name))
