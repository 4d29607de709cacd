"""Figures: pure functions from a frame to a Plotly figure as a plain dict.

A figure is a dict with ``data`` and ``layout``, because a dict costs a millisecond
where a ``go.Figure`` costs eight; ``plotly.graph_objects.Figure(figure)`` reads it.
Every mark carries a dict as its ``customdata``, so that a click can be followed:
``article_id`` and ``record_id`` of the mark's first record, ``n`` how many records it
stands for, and what else the figure's docstring names.
"""

from core.show.figures.claims_chart import claims_chart
from core.show.figures.entity_map import at_place, entity_map, place_keys
from core.show.figures.timeline import overlapping, timeline, undated

__all__ = ["at_place", "claims_chart", "entity_map", "overlapping", "place_keys", "timeline", "undated"]
