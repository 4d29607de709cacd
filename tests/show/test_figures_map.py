"""The map draws no more precision than the text gave."""

from __future__ import annotations

import itertools
import json
import math

import pandas as pd
import plotly.graph_objects as go
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.show.figures.entity_map import FINE_PLACES, at_place, entity_map, place_keys
from core.show.figures.geography import _scene, circle, for_globe, view
from core.show.figures.places import gather
from core.show.palette import PLACE
from tests.show.frames import ALEPPO, BORDER, RUSSIA, SINAI, SYRIA, WASHINGTON, hovers, marks, notes, places

SEED = places(WASHINGTON, SYRIA, SYRIA, RUSSIA, SINAI, BORDER, ALEPPO)


def traces(figure, kind, role=None):
    return [t for t in figure["data"] if t["type"] == kind and t.get("customdata") and (role is None or t["customdata"][0]["role"] == role)]


def pins(figure):
    """Coordinates that are marked as a spot."""
    return [(t["lat"][i], t["lon"][i]) for t in traces(figure, "scattergeo") if t["mode"] == "markers" for i in range(len(t["lat"]))]


def test_the_map_opens_on_what_the_filter_keeps_to_and_outlines_it():
    figure = entity_map(SEED, kept=frozenset({"country:SY"}))
    west, south, east, north = figure["layout"]["meta"]["fit"]
    assert 30 < west < 36.5 < east < 46
    assert 30 < south < 33 < 36 < north < 40
    assert [t["locations"] for t in figure["data"] if t["name"] == "Selected"] == [["SYR"]]
    assert figure["layout"]["meta"]["fit"] != entity_map(SEED)["layout"]["meta"]["fit"]


@pytest.mark.parametrize("dark", [False, True])
def test_plotly_takes_the_figure(dark):
    figure = entity_map(SEED, selected="country:SY", dark=dark)
    go.Figure(figure)
    json.dumps(figure, allow_nan=False)


def test_a_country_is_an_area_named_by_its_code_and_has_no_pin():
    figure = entity_map(places(SYRIA))
    assert [t["locations"] for t in traces(figure, "choropleth")] == [["SYR"]]
    assert pins(figure) == []


def test_a_region_is_an_area_and_a_border_a_line_that_can_be_clicked():
    figure = entity_map(places(SINAI, BORDER))
    area = traces(figure, "choropleth")[0]
    assert area["geojson"]["features"][0]["geometry"]["type"].endswith("Polygon")
    line = traces(figure, "scattergeo")[0]
    assert line["mode"] == "lines+markers"
    assert line["marker"]["opacity"] < 0.05
    assert {d["place"] for d in line["customdata"]} == {"border:SY-TR"}
    assert len(line["customdata"]) == len(line["lat"]) == len(line["lon"])


def test_a_town_is_a_spot_inside_its_radius():
    figure = entity_map(places(ALEPPO))
    assert pins(figure) == [(36.2, 37.16)]
    ring = traces(figure, "choropleth")[0]["geojson"]["features"][0]["geometry"]["coordinates"][0]
    reach = max(math.hypot((x - 37.16) * math.cos(math.radians(36.2)), y - 36.2) * 111.2 for x, y in ring)
    assert reach == pytest.approx(15, rel=0.02)


def test_an_exact_spot_needs_no_circle():
    assert traces(entity_map(places({**ALEPPO, "uncertainty_m": 200.0})), "choropleth") == []


def test_a_wide_place_without_a_shape_is_its_radius_and_no_pin():
    figure = entity_map(places({"name": "the marshes", "kind": "region", "lat": 31.0, "lon": 47.0, "uncertainty_m": 60_000.0}))
    assert pins(figure) == []
    assert len(traces(figure, "choropleth")) == 1


@pytest.mark.parametrize("row", [
    {"name": "somewhere", "kind": "region", "lat": 31.0, "lon": 47.0},
    {"name": "nowhere"},
    {"name": "half", "kind": "city", "lat": 31.0},
])  # fmt: skip
def test_what_cannot_be_pinned_is_counted_and_not_drawn(row):
    figure = entity_map(places(SYRIA, row))
    assert {d["place"] for d in marks(figure)} == {"country:SY"}
    assert "1 mention without a place" in notes(figure)


def test_no_coordinate_is_moved():
    spread = places(*[{**ALEPPO, "geonameid": i, "lat": 36.2, "lon": 37.16} for i in range(30)])
    assert set(pins(entity_map(spread))) == {(36.2, 37.16)}


def test_actors_look_unlike_locations_by_more_than_colour():
    figure = entity_map(places(SYRIA, {**SYRIA, "role": "actor"}, ALEPPO, {**ALEPPO, "role": "actor"}))
    place, actor = traces(figure, "choropleth", "location")[0], traces(figure, "choropleth", "actor")[0]
    assert actor["marker"]["line"]["width"] > place["marker"]["line"]["width"]
    faint, full = (float(t["colorscale"][1][1].rstrip(")").split(",")[-1]) for t in (actor, place))
    assert faint < 0.1 < full
    symbols = {t["customdata"][0]["role"]: t["marker"]["symbol"] for t in traces(figure, "scattergeo")}
    assert symbols["actor"] != symbols["location"]
    names = {t["name"] for t in figure["data"] if t.get("showlegend", True)}
    assert f"{PLACE['actor'].label} · area" in names
    assert f"{PLACE['location'].label} · area" in names


def test_peoples_are_off_until_asked_for():
    figure = entity_map(places(SYRIA, {**SYRIA, "role": "demonym"}))
    assert {t.get("visible", True) for t in traces(figure, "choropleth", "demonym")} == {"legendonly"}


def test_peoples_are_drawn_when_asked_for():
    figure = entity_map(places(SYRIA, {**SYRIA, "role": "demonym"}), peoples=True)
    assert {t["visible"] for t in traces(figure, "choropleth", "demonym")} == {True}


def test_mentions_of_one_place_are_one_mark_that_counts_them():
    figure = entity_map(places(SYRIA, {**SYRIA, "article_id": "b"}, SYRIA))
    (mark,) = marks(figure)
    assert mark["n"] == 3
    assert (mark["article_id"], mark["record_id"]) == ("a", "toponym-0-5")
    assert "3 mentions in 2 articles" in hovers(figure)


def test_counts_of_an_aggregated_frame_are_added():
    assert marks(entity_map(places({**SYRIA, "count": 4}, {**SYRIA, "count": 3})))[0]["n"] == 7


def test_the_key_of_a_mark_gives_its_mentions():
    for mark in marks(entity_map(SEED)):
        assert len(at_place(SEED, mark["place"])) == mark["n"]
    assert place_keys(SEED).tolist()[-1] == "geonameid:170063"


def test_the_view_opens_on_the_locations_and_names_what_lies_beyond():
    figure = entity_map(SEED)
    west, south, east, north = figure["layout"]["meta"]["fit"]
    assert 20 < west < 32 < 43 < east < 60
    assert 15 < south < 28 < 38 < north < 45
    assert "Washington" in notes(figure)
    assert "Russia" in notes(figure)
    assert "Aleppo" not in notes(figure)


def test_the_view_does_not_move_with_the_selection():
    with_one, without = (entity_map(SEED, selected=key)["layout"] for key in ("country:SY", None))
    assert with_one["meta"] | {"labels": ()} == without["meta"] | {"labels": ()}
    assert with_one["geo"] == without["geo"]


@pytest.mark.parametrize(("rows", "inside"), [((WASHINGTON,), (38.9, -77.0)), ((RUSSIA,), (55.0, 60.0))])
def test_without_locations_the_view_opens_on_datelines_then_actors(rows, inside):
    west, south, east, north = view(gather(places(*rows)))
    assert west < inside[1] < east
    assert south < inside[0] < north


def test_two_parts_of_the_world_open_on_the_one_with_most_mentions():
    capital = {**WASHINGTON, "role": "location"}
    figure = entity_map(places(SYRIA, ALEPPO, BORDER, capital))
    west, _, east, _ = figure["layout"]["meta"]["fit"]
    assert 20 < west < east < 60
    assert "Washington" in notes(figure)
    evenly = entity_map(places(SYRIA, capital))["layout"]["meta"]["fit"]
    assert evenly[0] < -77 < 38 < evenly[2]


def test_a_continent_does_not_set_the_view_where_a_country_does():
    europe = {"name": "Europe", "kind": "region", "geometry": "region:europe"}
    assert entity_map(places(SYRIA, europe))["layout"]["meta"]["fit"] == entity_map(places(SYRIA))["layout"]["meta"]["fit"]
    alone = entity_map(places(europe))["layout"]["meta"]["fit"]
    assert alone[2] - alone[0] > 35


def test_a_far_outlier_does_not_blow_up_the_view():
    town = [{**ALEPPO, "geonameid": i, "lat": 36 + i / 100} for i in range(100)]
    west, _, east, _ = view(gather(places(*town, {**ALEPPO, "geonameid": 999, "lat": -40.0, "lon": 170.0})))
    assert east - west < 30


def test_places_in_two_parts_of_the_world_make_two_scenes_and_a_chain_of_near_ones_makes_one():
    def box(west: float) -> tuple[float, float, float, float]:
        return west, 10.0, west + 1, 11.0

    here, there = [(box(0.0), 3), (box(-25.0), 2), (box(29.0), 2)], [(box(150.0), 2)]
    assert sorted(_scene([*there, *here])) == sorted(here)
    assert _scene([(box(0.0), 1), (box(90.0), 1)]) == [(box(0.0), 1), (box(90.0), 1)]


def test_areas_among_very_many_places_are_drawn_coarsely():
    towns = [{**ALEPPO, "geonameid": i, "lat": 30 + i / 100} for i in range(FINE_PLACES)]
    region = {**ALEPPO, "name": "Sinai", "kind": "region", "geometry": "region:sinai"}

    def sent(*rows: dict[str, object]) -> int:
        return len(json.dumps(next(t["geojson"] for t in entity_map(places(*rows))["data"] if "geojson" in t and t["geojson"]["features"][0]["id"].startswith("region:"))))

    assert sent(region, *towns) < sent(region)


def test_the_choice_of_boundaries_stands_on_the_map():
    assert "Natural Earth, de facto" in notes(entity_map(SEED))


def test_a_selection_is_outlined_and_lets_clicks_through():
    figure = entity_map(SEED, selected="geonameid:170063")
    outline = [t for t in figure["data"] if t["name"] == "Selected"]
    assert len(outline) == 1
    assert outline[0]["hoverinfo"] == "skip"


def test_an_empty_frame_says_so():
    for frame in (places(), pd.DataFrame(), places({"name": "nowhere"})):
        assert "can be drawn" in notes(entity_map(frame))


def test_names_cannot_carry_markup():
    figure = entity_map(places({**ALEPPO, "name": "<img src=x onerror=alert(1)>", "kind": "<b>"}))
    assert "<img" not in hovers(figure)
    assert "&lt;img" in hovers(figure)


def test_many_places_are_capped_by_mentions_and_the_rest_is_told():
    many = places(*[{**ALEPPO, "geonameid": i, "count": 1 + (i == 5)} for i in range(900)])
    figure = entity_map(many)
    assert len(pins(figure)) == 800
    assert any(d["n"] == 2 for d in marks(figure))
    assert "100 rarer places left out" in notes(figure)


@given(st.floats(-80, 80), st.floats(-180, 180), st.floats(1, 2e6))
def test_a_circle_is_closed_and_runs_counterclockwise(lat, lon, radius):
    (ring,) = circle(lat, lon, radius)["coordinates"]
    assert ring[0] == ring[-1]
    if radius > 5_000 and abs(lat) < 70:
        assert sum(a[0] * b[1] - b[0] * a[1] for a, b in itertools.pairwise(ring)) > 0


def test_rings_are_turned_for_the_globe_and_lines_left():
    square = {"type": "Polygon", "coordinates": [[[0, 0], [1, 0], [1, 1], [0, 0]]]}
    assert for_globe(square)["coordinates"] == [[[0, 0], [1, 1], [1, 0], [0, 0]]]
    line = {"type": "LineString", "coordinates": [[0, 0], [1, 1]]}
    assert for_globe(line) == line
    assert for_globe(None)["coordinates"] == []


@given(st.lists(st.fixed_dictionaries({
    "name": st.none() | st.text(max_size=8), "kind": st.sampled_from([None, "city", "country", "region", "border", "?"]), "country": st.none() | st.text(max_size=2),
    "lat": st.none() | st.floats(-90, 90), "lon": st.none() | st.floats(-180, 180), "uncertainty_m": st.none() | st.floats(0, 1e7),
    "geonameid": st.none() | st.integers(0, 10**7), "role": st.sampled_from(["location", "dateline", "actor", "demonym"]),
    "geometry": st.sampled_from([None, "country:SY", "border:SY-TR", "region:none", "x"]),
}), max_size=6))  # fmt: skip
def test_no_frame_of_toponyms_raises(rows):
    json.dumps(entity_map(places(*rows), selected="country:SY"), allow_nan=False)


def test_a_very_wide_place_does_not_set_the_view_beside_narrower_ones():
    russia = {**SYRIA, "name": "Russia", "country": "RU", "geometry": "country:RU"}
    both, one = entity_map(places(SYRIA, russia)), entity_map(places(SYRIA))
    assert both["layout"]["meta"]["fit"] == one["layout"]["meta"]["fit"]
    west, _, east, _ = entity_map(places(russia))["layout"]["meta"]["fit"]
    assert east - west > 90


def test_places_that_the_store_counted_are_drawn_as_their_mentions():
    nowhere = {"name": None, "text": "the village"}
    many = places(ALEPPO, ALEPPO, SYRIA, nowhere, nowhere)
    few = places({**ALEPPO, "count": 2}, {**SYRIA, "count": 1}, {**nowhere, "count": 2}).assign(articles=1, spot=["geonameid:170063", "country:SY", None])
    one, other = entity_map(few), entity_map(many)
    assert hovers(one) == hovers(other)
    assert notes(one) == notes(other)
    assert "2 mentions without a place" in notes(one)


def labels(figure):
    return figure["layout"]["meta"]["labels"]


def test_each_place_is_named_once_where_it_happened_before_who_acts():
    actor = {**SYRIA, "role": "actor"}
    found = labels(entity_map(places(actor, actor, RUSSIA, SYRIA, WASHINGTON, ALEPPO, ALEPPO)))
    assert [label["text"] for label in found] == ["Aleppo", "Syria", "Washington", "Russia"]
    assert [label["group"] for label in found[:2]] == [PLACE["location"].label] * 2


def test_a_name_stands_in_its_area_or_half_way_along_its_line():
    by = {label["text"]: label for label in labels(entity_map(SEED, selected="region:sinai"))}
    assert labels(entity_map(SEED, selected="region:sinai"))[0] == by["Sinai"]
    assert (by["Sinai"]["on"], by["Syria"]["on"]) == (True, False)
    west, south, east, north = by["Syria"]["box"]
    assert west < by["Syria"]["lon"] < east
    assert south < by["Syria"]["lat"] < north
    line = by["the border"]
    assert line["line"]
    assert 36 < line["lon"] < 42
    assert 36 < line["lat"] < 38
    assert by["Aleppo"]["box"] is None


def test_a_long_name_is_shortened_on_the_map_and_what_has_no_place_has_no_name():
    found = labels(entity_map(places({**ALEPPO, "name": "The very long name of a place that goes on"}, {"name": "Nowhere", "kind": "city"})))
    assert [len(label["text"]) <= 26 for label in found] == [True]
