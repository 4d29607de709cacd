"""The shapes artefact as the rest of the house sees it."""

from __future__ import annotations

import itertools
import json
import math
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core import shapes
from core.shapes_data.packing import GRID, pack, unpack

ROOT = Path(__file__).resolve().parent.parent


def signed_area(ring: list[list[float]]) -> float:
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in itertools.pairwise(ring)) / 2


def km(line: list[list[float]]) -> float:
    """Great-circle length of a line on a sphere."""
    total = 0.0
    for (x1, y1), (x2, y2) in itertools.pairwise(line):
        a, b, c, d = map(math.radians, (y1, x1, y2, x2))
        total += 2 * 6371 * math.asin(math.sqrt(math.sin((c - a) / 2) ** 2 + math.cos(a) * math.cos(c) * math.sin((d - b) / 2) ** 2))
    return total


def inside(point: tuple[float, float], ring: list[list[float]]) -> bool:
    """Ray casting."""
    x, y = point
    hits = [(a, b) for a, b in itertools.pairwise(ring) if (a[1] > y) != (b[1] > y)]
    return sum(x < a[0] + (y - a[1]) / (b[1] - a[1]) * (b[0] - a[0]) for a, b in hits) % 2 == 1


def polygons(geometry_id: str) -> list[list[list[list[float]]]]:
    geometry = shapes.shape(geometry_id)
    assert geometry is not None
    return geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]


@pytest.mark.parametrize(
    ("geometry_id", "within", "without"),
    [
        ("country:SY", (38.0, 35.0), (36.2, 38.0)),
        ("admin1:SY.09", (37.16, 36.20), (40.1, 35.3)),
        ("admin1:FR.11", (2.35, 48.85), (4.83, 45.76)),
        ("admin1:US.TX", (-97.7, 30.3), (-90.1, 30.0)),
        ("region:sinai", (33.8, 29.5), (31.2, 30.0)),
        ("region:donbas", (37.8, 48.0), (36.2, 50.0)),
        ("country:GF", (-53.0, 4.0), (2.35, 48.85)),
        ("sea:black-sea", (34.0, 43.0), (37.0, 47.5)),
    ],
)
def test_an_area_holds_what_it_should(geometry_id, within, without):
    rings = [polygon[0] for polygon in polygons(geometry_id)]
    assert any(inside(within, ring) for ring in rings)
    assert not any(inside(without, ring) for ring in rings)


@pytest.mark.parametrize("geometry_id", ["country:SY", "country:ID", "region:sahel", "admin1:EG.27", "sea:red-sea"])
@pytest.mark.parametrize("detail", ["fine", "coarse"])
def test_outer_rings_run_counterclockwise_and_close(geometry_id, detail):
    geometry = shapes.shape(geometry_id, detail)
    parts = geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]
    for outer, *holes in parts:
        assert outer[0] == outer[-1]
        assert signed_area(outer) > 0
        assert all(signed_area(hole) < 0 for hole in holes)


def test_the_border_is_the_seam_of_its_two_countries():
    line = shapes.shape(shapes.border_id("TR", "SY"))
    points = [tuple(p) for part in (line["coordinates"] if line["type"] == "MultiLineString" else [line["coordinates"]]) for p in part]
    for country in ("country:SY", "country:TR"):
        outline = {tuple(p) for polygon in polygons(country) for ring in polygon for p in ring}
        assert sum(p in outline for p in points) >= 0.9 * len(points)


def test_a_computed_length_is_near_the_line_and_not_a_published_one():
    known = shapes.info("border:SY-TR")
    line = shapes.shape("border:SY-TR")
    drawn = sum(km(part) for part in (line["coordinates"] if line["type"] == "MultiLineString" else [line["coordinates"]]))
    assert 740 < known.computed_length_km < 800
    assert drawn == pytest.approx(known.computed_length_km, rel=0.05)
    assert shapes.info("country:SY").computed_length_km is None


@pytest.mark.parametrize(("a", "b"), [("SY", "TR"), ("TR", "SY"), ("tr", "sy")])
def test_a_border_has_one_id(a, b):
    assert shapes.border_id(a, b) == "border:SY-TR"


@pytest.mark.parametrize("geometry_id", ["", "country:", "country:ZZ", "admin1:SY.99", "border:SY-US", "Syria", "country:SY'; drop table shape; --", "x" * 10_000, "سوريا"])
def test_an_unknown_id_is_none(geometry_id):
    assert shapes.shape(geometry_id) is None
    assert shapes.info(geometry_id) is None


def test_bounds_leave_far_islands_out():
    west, south, east, north = shapes.info("country:ES").bounds
    assert (round(west), round(south), round(east), round(north)) == (-9, 36, 3, 44)


def test_every_region_of_known_parts_and_every_country_is_there():
    regions = json.loads((ROOT / "core/extract/gazetteer/data/regions.json").read_text("utf-8"))
    wanted = {f"region:{r['slug']}" for r in regions if r.get("parts")}
    assert len(wanted & set(shapes.ids("region:"))) >= 0.93 * len(wanted)
    assert len(shapes.ids("country:")) > 230
    assert shapes.ids("country:S")[0].startswith("country:S")


def test_countries_are_in_the_base_map_by_their_code():
    world = json.loads((ROOT / "static/topojson/world_50m.json").read_text("utf-8"))
    drawn = {g["id"]: g for g in world["objects"]["countries"]["geometries"]}
    for geometry_id in shapes.ids("country:"):
        assert shapes.info(geometry_id).iso3 in drawn
    assert {"land", "coastlines", "lakes", "ocean", "rivers", "subunits"} <= world["objects"].keys()
    assert all(len(g["properties"]["ct"]) == 2 for g in drawn.values())


def test_reading_a_shape_loads_no_geometry_library():
    code = "import sys; from core import shapes; shapes.shape('country:SY'); print([m for m in ('shapely', 'pandas', 'numpy', 'streamlit', 'spacy') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_the_artefact_stays_small():
    assert shapes.ARTEFACT.stat().st_size < 8 << 20
    assert (ROOT / "static/topojson/world_50m.json").stat().st_size < 2 << 20


point = st.tuples(st.floats(-180, 180), st.floats(-90, 90)).map(list)
lines = st.lists(point, min_size=1, max_size=8)


@given(st.one_of(
    lines.map(lambda c: {"type": "LineString", "coordinates": c}),
    st.lists(lines, min_size=1, max_size=3).map(lambda c: {"type": "MultiLineString", "coordinates": c}),
    st.lists(st.lists(lines, min_size=1, max_size=2), min_size=1, max_size=3).map(lambda c: {"type": "MultiPolygon", "coordinates": c}),
))  # fmt: skip
def test_packing_keeps_a_geometry_to_the_grid(geometry):
    def flat(nested):
        return [[round(v * GRID) for v in nested]] if isinstance(nested[0], float | int) else [p for part in nested for p in flat(part)]

    found = unpack(pack(geometry))
    assert found["type"] == geometry["type"]
    once = [p for p, q in zip(flat(found["coordinates"]), [None, *flat(found["coordinates"])], strict=False) if p != q]
    assert once == [p for p, q in zip(flat(geometry["coordinates"]), [None, *flat(geometry["coordinates"])], strict=False) if p != q]
