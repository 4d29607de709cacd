"""The map of places: areas, lines and points, each no more precise than the text."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pandas as pd

from core import shapes
from core.show import wording
from core.show.figures.geography import Box, circle, extents, for_globe, lines_of, outside, view
from core.show.figures.map_labels import map_labels
from core.show.figures.places import Drawing, Place, at_place, gather, mentions, place_keys
from core.show.figures.sheet import Figure, counted, empty, note, said, sheet, shorten
from core.show.palette import PLACE, Look, rgba, surface

__all__ = ["at_place", "entity_map", "place_keys"]

ROLES = ("actor", "location", "dateline", "demonym")
"""From the bottom of the map to the top."""
RANK = {look.label: 900 + number for number, look in enumerate(PLACE.values())}
"""The legend's order: where it happened comes first, as in the switches above the map."""

KINDS = {
    "country": "country", "admin1": "province or state", "admin2": "district", "city": "town or city", "region": "region",
    "water": "sea, lake or river", "facility": "facility", "border": "border",
}  # fmt: skip
"""Words for ``Toponym.kind``."""

LEGEND: dict[Drawing, str] = {
    "country": "area",
    "area": "area",
    "circle": "area",
    "line": "border or river",
    "point": "spot",
}

FINE_SHAPES, FINE_PLACES = 60, 200
"""Above so many areas, or so many places of any kind, on one map areas are drawn coarsely: it shows much of the world then."""
MOST_PLACES, MOST_CIRCLES = 800, 250
"""The most mentioned are drawn, and of them the most mentioned with a circle."""
PIN_RADIUS_M = 1_000.0
"""A spot known to within this is drawn without its circle."""


BEYOND = "Beyond this view at first: "


def entity_map(
    places: pd.DataFrame,
    *,
    selected: str | None = None,
    kept: frozenset[str] = frozenset(),
    dark: bool = False,
    peoples: bool = False,
    height: int = 520,
) -> Figure:
    """Where it happened, where it was reported from, and who acts.

    ``places`` has a row for each mention: ``id``, ``article_id``, ``name``, ``kind``,
    ``country``, ``lat``, ``lon``, ``uncertainty_m``, ``geonameid``, ``role`` and
    ``geometry`` as in ``records.Toponym``, and ``count`` and ``articles`` where rows are
    aggregated already (``core.store.aggregates.map_places``). ``selected`` is the key of a place (see ``place_keys``),
    ``kept`` are those that a filter keeps to: all of these are outlined. Places that stand for their people are off, but in the legend, unless ``peoples`` is true. A mark's
    ``customdata`` has ``place`` (its key), ``name``, ``role``, ``article_id``,
    ``record_id`` and ``n``; ``at_place(places, key)`` gives its mentions.

    The view opens on what is kept, else on the locations, not on actors. Mentions that can't be pinned are
    counted below the map, never placed. Needs ``topojsonURL`` in the config.
    """
    found = gather(places)
    drawn = found[-MOST_PLACES:]
    if not drawn:
        return empty("No place in this selection can be drawn", dark, name="map")
    detail: shapes.Detail = "fine" if len(drawn) <= FINE_PLACES and sum(p.drawing == "area" for p in drawn) <= FINE_SHAPES else "coarse"
    traces: list[dict[str, Any]] = []
    for role in ROLES:
        own = [p for p in drawn if p.role == role]
        traces += [trace for trace in _role(own, PLACE[role], dark, detail) if trace]
    if any(_needs_circle(p) for p in drawn):
        traces.append(_circle_legend(dark))
    if peoples:
        traces = [{**trace, "visible": True} for trace in traces]
    traces += _selection([p for p in drawn if p.key == selected or p.key in kept], dark, detail)
    box = view([p for p in drawn if p.key in kept] or drawn)
    return {"data": traces, "layout": _layout(drawn, box, places, len(found) - len(drawn), dark, height, selected)}


def _role(places: list[Place], look: Look, dark: bool, detail: shapes.Detail) -> Iterable[dict[str, Any]]:
    """All traces of one role, areas first."""
    by: dict[str, list[Place]] = {}
    for place in places:
        by.setdefault(place.drawing, []).append(place)
    points = by.get("point", [])
    rounds = [p for p in points if _needs_circle(p)][-MOST_CIRCLES:]
    yield _countries(by.get("country", []), look, dark)
    yield _areas(by.get("area", []), [shapes.shape(p.key, detail) for p in by.get("area", [])], look, dark)
    circles = by.get("circle", []) + rounds
    yield _areas(circles, [circle(p.lat, p.lon, p.uncertainty_m) for p in circles], look, dark, faint=True)
    yield _lines(by.get("line", []), look, dark, detail)
    yield _points(points, look, dark)
    yield from _legend(set(by), look, dark)


def _needs_circle(place: Place) -> bool:
    return place.drawing == "point" and (place.uncertainty_m or 0) > PIN_RADIUS_M


def _circle_legend(dark: bool) -> dict[str, Any]:
    ink = surface(dark).ink
    marker = {"symbol": "circle", "size": 16, "color": rgba(ink, 0.12), "line": {"color": ink, "width": 1}}
    return {"type": "scattergeo", "mode": "markers", "lat": [None], "lon": [None], "marker": marker, "name": "Somewhere in this circle", "legendrank": 999, "hoverinfo": "skip"}


def _data(place: Place) -> dict[str, Any]:
    return {
        "place": place.key, "name": place.name, "role": place.role, "article_id": place.article_id, "record_id": place.record_id, "n": place.n,
    }  # fmt: skip


def _hover(place: Place) -> str:
    look = PLACE[place.role]
    where = said(KINDS.get(place.kind, place.kind)) + (f", {said(wording.country(place.country))}" if place.country and place.drawing != "country" else "")
    mentions = counted(place.n, "mention") + (f" in {counted(place.articles, 'article')}" if place.articles else "")
    return f"<b>{said(place.name)}</b> · {where}<br>{look.glyph} {said(look.label)}<br>{mentions}<br>{_precision(place)}"


def _precision(place: Place) -> str:
    if place.drawing == "line":
        return "Drawn as a line: the text names no spot on it"
    if place.drawing != "point":
        return "Drawn as an area: the text names no spot in it"
    if not place.uncertainty_m:
        return "A spot"
    radius = place.uncertainty_m / 1000
    return f"Within {radius:,.0f} km of this spot" if radius >= 1 else f"Within {place.uncertainty_m:,.0f} m of this spot"


def _base(places: list[Place], look: Look) -> dict[str, Any]:
    return {
        "customdata": [_data(p) for p in places],
        "hovertext": [_hover(p) for p in places],
        "hoverinfo": "text",
        "name": look.label,
        "legendgroup": look.label,
        "showlegend": False,
        "visible": "legendonly" if look is PLACE["demonym"] else True,
    }


def _fill(places: list[Place], look: Look, dark: bool, *, faint: bool = False) -> dict[str, Any]:
    """Fill by number of mentions; an actor's area is an outline with next to no fill."""
    color, actor = look.color(dark), look is PLACE["actor"]
    low, high = (0.03, 0.06) if actor else (0.12, 0.2) if faint else (0.22, 0.5)
    return {
        "type": "choropleth",
        "z": [min(p.n, 50) for p in places],
        "zmin": 1,
        "zmax": 50,
        "colorscale": [[0, rgba(color, low)], [1, rgba(color, high)]],
        "showscale": False,
        "marker": {"line": {"color": color, "width": 2.2 if actor else 1.0}},
        **_base(places, look),
    }


def _countries(places: list[Place], look: Look, dark: bool) -> dict[str, Any]:
    """Countries are in the base map already: named by id, not sent."""
    if not places:
        return {}
    codes = [known.iso3 for p in places if (known := shapes.info(p.key))]
    return {"locations": codes, "locationmode": "ISO-3", **_fill(places, look, dark)}


def _areas(places: list[Place], geometries: list[Any], look: Look, dark: bool, *, faint: bool = False) -> dict[str, Any]:
    if not places:
        return {}
    ids = [f"{p.key}/{p.role}" for p in places]
    features = [{"type": "Feature", "id": i, "properties": {}, "geometry": for_globe(g)} for i, g in zip(ids, geometries, strict=True)]
    collection = {"type": "FeatureCollection", "features": features}
    return {"locations": ids, "locationmode": "geojson-id", "geojson": collection, **_fill(places, look, dark, faint=faint)}


def _lines(places: list[Place], look: Look, dark: bool, detail: shapes.Detail, color: str | None = None) -> dict[str, Any]:
    """Lines with a near-invisible marker on each vertex: only markers can be clicked."""
    if not places:
        return {}
    lat: list[float | None] = []
    lon: list[float | None] = []
    owner: list[int] = []
    for number, place in enumerate(places):
        for line in lines_of(shapes.shape(place.key, detail)):
            lon += [x for x, _ in line] + [None]
            lat += [y for _, y in line] + [None]
            owner += [number] * (len(line) + 1)
    base = _base(places, look)
    per_vertex = {name: [base[name][i] for i in owner] for name in ("customdata", "hovertext")}
    color = color or look.color(dark)
    style = {"line": {"color": color, "width": 3.5, "dash": look.dash}, "marker": {"size": 11, "opacity": 0.01, "color": color}}
    return {"type": "scattergeo", "mode": "lines+markers", "lat": lat, "lon": lon, **style, **base, **per_vertex}


def _points(places: list[Place], look: Look, dark: bool) -> dict[str, Any]:
    if not places:
        return {}
    marker = {
        "symbol": look.symbol,
        "size": [min(9 + 3 * (p.n - 1) ** 0.5, 24) for p in places],
        "color": look.color(dark),
        "opacity": 0.9,
        "line": {"color": look.color(dark) if look.symbol.endswith("-open") else surface(dark).page, "width": 2 if look.symbol.endswith("-open") else 1},
    }
    where = {"lat": [p.lat for p in places], "lon": [p.lon for p in places]}
    return {"type": "scattergeo", "mode": "markers", "marker": marker, **where, **_base(places, look)}


def _legend(drawings: set[str], look: Look, dark: bool) -> Iterable[dict[str, Any]]:
    """Entries in words: one for the role's areas, one for its lines, one for its spots."""
    if not drawings:
        return
    color, outline = look.color(dark), look is PLACE["actor"]
    wide = {"symbol": "square", "size": 14, "color": rgba(color, 0.05 if outline else 0.4), "line": {"color": color, "width": 2}}
    marks: dict[str, dict[str, Any]] = {
        "country": {"mode": "markers", "marker": wide},
        "line": {"mode": "lines", "line": {"color": color, "width": 3.5, "dash": look.dash}},
        "point": {"mode": "markers", "marker": {"symbol": look.symbol, "size": 10, "color": color}},
    }
    if drawings & {"area", "circle"}:
        drawings = drawings | {"country"}
    for drawing, mark in marks.items():
        if drawing in drawings:
            label = f"{look.label} · {LEGEND[drawing]}"  # type: ignore[index]
            hidden = {"visible": "legendonly"} if look is PLACE["demonym"] else {}
            yield {"type": "scattergeo", "lat": [None], "lon": [None], "name": label, "legendgroup": look.label, "legendrank": RANK[look.label], "hoverinfo": "skip", **mark, **hidden}


def _selection(places: list[Place], dark: bool, detail: shapes.Detail) -> Iterable[dict[str, Any]]:
    """A heavy outline in the page's ink around what is selected; clicks go through it."""
    ink = surface(dark).selected
    for place in places:
        look = PLACE[place.role]
        if place.drawing == "line":
            trace = _lines([place], look, dark, detail, color=ink)
        elif place.drawing == "point":
            trace = _points([place], look, dark)
            trace["marker"] = {"symbol": "circle-open", "size": 30, "color": ink, "line": {"color": ink, "width": 3}}
        else:
            shape = circle(place.lat, place.lon, place.uncertainty_m) if place.drawing == "circle" else shapes.shape(place.key, detail)
            trace = _countries([place], look, dark) if place.drawing == "country" else _areas([place], [shape], look, dark)
            trace |= {"colorscale": [[0, "rgba(0,0,0,0)"], [1, "rgba(0,0,0,0)"]], "marker": {"line": {"color": ink, "width": 3}}}
        yield {**trace, "name": "Selected", "legendgroup": "Selected", "visible": True, "hoverinfo": "skip"}


def _extents(drawn: list[Place]) -> list[list[Any]]:
    return [[said(shorten(name, 24)), *(round(edge, 2) for edge in box)] for name, *box in extents(drawn)]


def _some(names: list[str], most: int = 2) -> str:
    """The first names, and how many more there are."""
    told = ", ".join(said(shorten(name, 24)) for name in names[:most])
    return f"{told} and {len(names) - most:,} more" if len(names) > most else told


def _layout(drawn: list[Place], box: Box, places: pd.DataFrame, rarer: int, dark: bool, height: int, selected: str | None) -> dict[str, Any]:
    colors, base = surface(dark), sheet(dark, name="map", height=height)
    west, south, east, north = box
    geo = {
        "resolution": 50, "scope": "world", "projection": {"type": "mercator"},
        "lonaxis": {"range": [west, east]}, "lataxis": {"range": [south, north]},
        "bgcolor": colors.water, "showland": True, "landcolor": colors.land, "showocean": False, "showlakes": True, "lakecolor": colors.water,
        "showcountries": True, "countrycolor": colors.border, "countrywidth": 0.7, "showcoastlines": False, "showframe": False,
    }  # fmt: skip
    lines = shapes.BOUNDARIES.replace("; ", ";<br>").split("<br>")
    unpinned = 0 if rarer else int(mentions(places)[~place_keys(places).isin({p.key for p in drawn})].sum())
    lines += [f"{counted(unpinned, 'mention')} without a place on the map"] if unpinned else []
    lines += [f"{counted(rarer, 'rarer place')} left out: narrow the filters"] if rarer else []
    caption_alone = "<br>".join(lines)
    lines += [f"{BEYOND}{_some(beyond)}"] if (beyond := outside(drawn, (west, south, east, north))) else []
    text = "<br>".join(lines)
    # How much is on screen hangs on the width of the page: the view in the browser names what is beyond it.
    meta = {**base["meta"], "fit": [west, south, east, north], "caption": f"{caption_alone}<br>{BEYOND}", "extents": _extents(drawn), "labels": map_labels(drawn, selected)}
    legend = {**base["legend"], "y": -0.01, "groupclick": "togglegroup", "tracegroupgap": 0}
    caption = note(text, dark, x=0.005, y=0.005, bgcolor=rgba(colors.page, 0.7))
    return {**base, "geo": geo, "dragmode": "pan", "meta": meta, "legend": legend, "annotations": [caption]}
