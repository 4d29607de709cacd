"""The names on the map: which, where, and in what order room is given to them.

Which of them are seen depends on what is on screen, so the view in the browser places
them (``map_labels.js``): in this order, each where it covers no other.
"""

from __future__ import annotations

from typing import Any

from core import shapes
from core.show.figures.geography import bounds
from core.show.figures.places import Place
from core.show.figures.sheet import shorten
from core.show.palette import PLACE

MOST = 80
"""Names sent; far fewer find room."""
LONGEST = 26
"""Characters of a name on the map."""
ORDER = {"location": 0, "dateline": 1, "actor": 2, "demonym": 3}


def map_labels(drawn: list[Place], selected: str | None) -> list[dict[str, Any]]:
    """A label for each place: ``text``, ``lon`` and ``lat``, ``box`` (west, south, east, north; None for a spot), ``group`` (its role's
    name in the legend) and ``on`` (selected).

    What is selected comes first, then where it happened before who acts, then the most
    mentioned. An area is named once, whatever roles it has.
    """
    order = sorted(drawn, key=lambda p: (p.key != selected, ORDER.get(p.role, 9), -p.n))
    once: dict[str, Place] = {}
    for place in order:
        once.setdefault(place.key, place)
    return [label for place in list(once.values())[:MOST] if (label := _label(place, place.key == selected))]


def _label(place: Place, on: bool) -> dict[str, Any] | None:
    where = _middle(place)
    if where is None:
        return None
    box = None if place.drawing == "point" else bounds(place)
    return {
        "text": shorten(place.name, LONGEST), "lon": round(where[0], 3), "lat": round(where[1], 3),
        "box": [round(edge, 2) for edge in box] if box else None, "line": place.drawing == "line", "group": PLACE[place.role].label, "on": on,
    }  # fmt: skip


def _middle(place: Place) -> tuple[float, float] | None:
    """Where a name stands: on the spot, in the middle of the area, or half way along the line."""
    if place.drawing == "line":
        line = max(_parts(shapes.shape(place.key, "coarse")), key=len, default=[])
        return (line[len(line) // 2][0], line[len(line) // 2][1]) if line else None
    if place.lat is not None and place.lon is not None:
        return place.lon, place.lat
    box = bounds(place)
    return ((box[0] + box[2]) / 2, (box[1] + box[3]) / 2) if box else None


def _parts(geometry: Any) -> list[list[list[float]]]:
    if not geometry:
        return []
    found: list[list[list[float]]] = [geometry["coordinates"]] if geometry["type"] == "LineString" else geometry["coordinates"]
    return found
