"""The shapes, built anew from a world of two countries and a strait."""

from __future__ import annotations

import json
import pickle
import sqlite3
from pathlib import Path

import pytest
import shapefile
import shapely
from shapely.geometry import box, mapping

from core import shapes
from core.shapes_data import build
from core.shapes_data.divisions import Census
from core.shapes_data.packing import unpack
from core.shapes_data.sources import City
from core.shapes_data.topology import SCALE, Topology

# Two countries side by side, Aland (AA, two provinces) and Beland (BB, one and an overseas territory).
NORTH, SOUTH, ISLE = box(0, 1, 2, 2), box(0, 0, 2, 1), box(10, 0, 11, 1)
EAST = shapely.Polygon([(2, 0), (4, 0), (4, 2), (2, 2), (2, 1)])
PROVINCES = [("AAA", "AA", "North", NORTH), ("AAA", "AA", "South", SOUTH), ("BBB", "BB", "East", EAST), ("BBB", "BB", "Isle", ISLE)]
CITIES = [("AA", "01", 1.5, 1.0), ("AA", "01", 1.6, 0.5), ("AA", "02", 0.5, 1.0), ("BB", "07", 1.0, 3.0), ("BB", "07", 0.5, 3.5), ("II", "00", 0.5, 10.5)]


def geopackage(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("create table states_provinces (fid integer primary key, geom blob, iso_a2 text, name text, adm0_a3 text, fips text)")
        for unit, iso, name, polygon in PROVINCES:
            blob = b"GP\x00\x01" + (4326).to_bytes(4, "little") + shapely.to_wkb(polygon)
            connection.execute("insert into states_provinces (geom, iso_a2, name, adm0_a3) values (?, ?, ?, ?)", (blob, iso, name, unit))


def write_shapefile(path: Path, fields: list[str], rows: list[tuple[list[str], object]]) -> None:
    with shapefile.Writer(str(path)) as writer:
        for field in fields:
            writer.field(field, "C")
        for values, polygon in rows:
            writer.shape(mapping(polygon))
            writer.record(*values)


@pytest.fixture
def inputs(tmp_path: Path) -> build.Inputs:
    found = build.Inputs(*(tmp_path / name for name in ("world.gpkg", "countries.shp", "lakes.shp", "cities", "territories", "seas", "rivers", "regions")))
    geopackage(found.world_map)
    fields = ["ADM0_A3", "ISO_A2_EH", "ISO_A3_EH", "NAME_LONG"]
    whole = [(["AAA", "AA", "AAA", "Aland"], NORTH | SOUTH), (["BBB", "BB", "BBB", "Beland"], shapely.union_all([EAST, ISLE]))]
    write_shapefile(found.countries, fields, whole)
    write_shapefile(found.lakes, ["name"], [(["Lake"], box(0.5, 0.5, 0.7, 0.7))])
    rows = [{"countrycode": c, "admin1code": a, "latitude": y, "longitude": x} for c, a, y, x in CITIES]
    found.cities.write_text(json.dumps(dict(enumerate(rows))))
    names = {"AA": "Aland", "BB": "Beland", "II": "Isle"}
    found.territories.write_text(json.dumps({k: {"iso": k, "iso3": k + k[0], "name": v} for k, v in names.items()}))
    found.marine.write_bytes(pickle.dumps({"marine": [("THE STRAIT", (), [((), [(4, 0), (10, 0), (10, 2), (4, 2)])])]}))
    line = {"type": "Feature", "properties": {"name": "Long  River"}, "geometry": {"type": "LineString", "coordinates": [[0, 0.5], [4, 0.5]]}}
    found.rivers.write_text(json.dumps({"features": [line]}))
    regions = [{"slug": "all", "name": "All", "parts": ["AA", "BB.07"]}, {"slug": "none", "name": "None", "parts": ["AA", "ZZ.01"]}, {"slug": "vague", "name": "Vague"}]
    found.regions.write_text(json.dumps(regions))
    return found


def built(inputs: build.Inputs, folder: Path) -> tuple[Path, dict]:
    artefact, world = folder / "shapes.sqlite", folder / "static" / "world.json"
    build.build(inputs, artefact, world)
    return artefact, json.loads(world.read_text("utf-8"))


def rows(artefact: Path) -> dict[str, tuple]:
    with sqlite3.connect(artefact) as connection:
        return {row[0]: row for row in connection.execute("select * from shape")}


def test_a_small_world_is_built_whole(inputs, tmp_path):
    found = rows(built(inputs, tmp_path)[0])
    assert sorted(found) == [
        "admin1:AA.01", "admin1:AA.02", "admin1:BB.07", "admin1:II.00", "border:AA-BB", "country:AA", "country:BB", "country:II",
        "region:all", "river:long-river", "sea:the-strait",
    ]  # fmt: skip
    assert found["admin1:AA.01"][1] == "North"
    assert found["country:AA"][2:6] == (0, 0, 2, 2)
    assert found["sea:the-strait"][1] == "The Strait"


def test_a_border_is_the_seam_and_its_length_geodesic(inputs, tmp_path):
    border = rows(built(inputs, tmp_path)[0])["border:AA-BB"]
    line = unpack(border[8])
    assert line["type"] == "LineString"
    assert {x for x, _ in line["coordinates"]} == {2.0}
    assert border[6] == pytest.approx(221.1, abs=0.1)
    assert border[1] == "border of Aland and Beland"


def test_a_territory_is_no_part_of_the_country_that_holds_it(inputs, tmp_path):
    found = rows(built(inputs, tmp_path)[0])
    assert found["country:BB"][2:6] == (2, 0, 4, 2)
    assert found["country:II"][2:6] == (10, 0, 11, 1)
    assert found["country:II"][7] == "III"


def test_the_same_inputs_give_the_same_bytes(inputs, tmp_path):
    first = built(inputs, tmp_path)[0].read_bytes()
    assert built(inputs, tmp_path)[0].read_bytes() == first


def test_the_artefact_is_what_the_house_reads(inputs, tmp_path, monkeypatch):
    monkeypatch.setattr(shapes, "ARTEFACT", built(inputs, tmp_path)[0])
    for cached in (shapes._artefact, shapes.shape, shapes.info):
        cached.cache_clear()
    try:
        assert shapes.info("country:AA").iso3 == "AAA"
        assert shapes.shape("region:all")["type"] == "Polygon"
        assert shapes.ids("admin1:AA") == ["admin1:AA.01", "admin1:AA.02"]
    finally:
        for cached in (shapes._artefact, shapes.shape, shapes.info):
            cached.cache_clear()


def points(world: dict, arc: int) -> list[tuple[float, float]]:
    x = y = 0
    found = []
    for dx, dy in world["arcs"][arc if arc >= 0 else ~arc]:
        x, y = x + dx, y + dy
        found.append((x * SCALE - 180, y * SCALE - 90))
    return found if arc >= 0 else found[::-1]


def test_the_base_map_draws_a_shared_border_once(inputs, tmp_path):
    world = built(inputs, tmp_path)[1]
    countries = {g["id"]: g["arcs"] for g in world["objects"]["countries"]["geometries"]}
    uses = [abs(a) if a >= 0 else ~a for arcs in countries.values() for polygon in arcs for ring in polygon for a in ring]
    assert sorted(countries) == ["AAA", "BBB", "III"]
    shared = {a for a in uses if uses.count(a) == 2}
    assert [sorted({round(x) for x, _ in points(world, a)}) for a in shared] == [[2]]
    ring = [p for a in countries["AAA"][0][0] for p in points(world, a)[:-1]]
    area = sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, [*ring[1:], ring[0]], strict=True)) / 2
    assert area == pytest.approx(-4, abs=0.05), "outer rings run clockwise, as d3 reads them"


def test_a_province_of_mixed_towns_belongs_to_no_division():
    cities = [City("AA.01", 0.5, 0.5), City("AA.02", 0.6, 0.5), City("AA.03", 5, 5)]
    census = Census([box(0, 0, 1, 1)], cities)
    assert census.provinces_of({"AA.01"}) == []
    assert census.provinces_of({"AA.01", "AA.02"}) == [0]
    assert census.provinces_of({"AA.03"}) == []
    assert census.provinces_of(set()) == []


def test_a_code_of_natural_earths_own_helps_but_does_not_decide():
    cities = [City("AA.01", 0.5, 0.5), City("AA.01", 0.6, 0.5), City("AA.02", 0.7, 0.5), City("AA.01", 0.5, 1.5), City("AA.03", 0.6, 1.5)]
    squares = [box(0, 0, 1, 1), box(1, 0, 2, 1)]
    assert Census(squares, cities).provinces_of({"AA.01"}) == []
    assert Census(squares, cities, ["AA.01", "AA.03"]).provinces_of({"AA.01"}) == [0]
    assert Census(squares, cities, ["AA.02", "AA.01"]).provinces_of({"AA.02"}) == []


def test_towns_never_move_a_province_between_countries():
    census = Census([box(0, 0, 1, 1)], [City("UA.11", 0.5, 0.5)])
    assert census.country_of(0, "RU", {"RU", "UA"}) == "RU"
    assert census.country_of(0, "RU", {"RU"}) == "UA"
    assert census.country_of(7, "RU", set()) == "RU"


def test_what_vanishes_on_the_grid_is_left_out():
    topology = Topology()
    speck = box(0, 0, SCALE / 4, SCALE / 4)
    topology.learn([speck])
    assert topology.encode(speck)["arcs"] == []
