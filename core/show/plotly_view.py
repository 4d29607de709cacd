"""A Plotly figure in the page that keeps its zoom, its node and its selection.

``st.plotly_chart`` builds its chart anew whenever the figure changes, and zoom and
selection go with it. This component redraws into the same node (``Plotly.react``),
holds the view that the reader chose, also when they come back from another page, and
reports clicks, boxes and zoom. Everything is served from ``static/``: no network.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

import streamlit as st

from core.show.figures.sheet import Figure

PLOTLY = "plotly-4.1.1.min.js"
"""In ``static/``, which Streamlit serves at ``app/static/``: plotly.js with the four traces
that the figures use, less than a third of the whole. ``plotly_bundle`` builds it."""
SCRIPTS = tuple(Path(__file__).with_name(f"{name}.js") for name in ("map_labels", "plotly_view"))
"""Made one module, in this order."""

Picked = dict[str, Any]
"""The ``customdata`` of a mark, see the figures."""


class Drawn(NamedTuple):
    """A figure as the browser gets it."""

    source: str
    """JSON of the figure."""
    meta: dict[str, Any]
    """``meta`` of its layout."""

    @classmethod
    def of(cls, figure: Figure, height: int | None = None) -> Drawn:
        """Make a figure ready to send; ``height`` in pixels overrides its own."""
        layout = figure["layout"] if height is None else {**figure["layout"], "height": height}
        return cls(json.dumps({**figure, "layout": layout}), layout.get("meta") or {})


class Seen(NamedTuple):
    """What the reader did in the figure.

    ``picked`` and ``selected`` are there in the one run that the click or box caused;
    ``window`` stays until the reader goes back to the whole.
    """

    picked: Picked | None
    selected: dict[str, Any] | None
    """``x``: the box's range as two ISO dates or numbers, or None when cleared."""
    window: tuple[str, str] | None
    """The x range on screen, of a figure drawn with ``report_window``."""


def plotly_view(
    figure: Figure | Drawn,
    *,
    key: str,
    label: str,
    on_pick: Callable[[Picked], None] | None = None,
    report_window: bool = False,
) -> Seen:
    """Draw ``figure`` and return what the reader did in it.

    ``label`` is read out in place of the figure by a screen reader; the same facts must
    stand in a table beside it, because a drawing can't be walked by keyboard.
    ``on_pick`` is called with the clicked mark's ``customdata`` before the page runs
    again. ``report_window`` runs the page again when the reader zooms along x.
    """

    def picked() -> None:
        chosen = _attribute(st.session_state.get(key), "picked")
        if on_pick is not None and chosen:
            on_pick(chosen)

    data = {
        "figure": (figure if isinstance(figure, Drawn) else Drawn.of(figure)).source,
        "label": label,
        "script": PLOTLY,
        "reportWindow": report_window,
        "name": key,
    }
    result = _component()(
        key=key, data=data, default={"window": None},
        on_picked_change=picked, on_selected_change=_nothing, on_window_change=_nothing,
    )  # fmt: skip
    window = _attribute(result, "window")
    return Seen(_attribute(result, "picked"), _attribute(result, "selected"), tuple(window) if window else None)


@lru_cache(maxsize=1)
def _component() -> Any:
    return st.components.v2.component(
        "dateline_plotly",
        html='<div class="dateline-figure" role="figure" style="width:100%"></div>',
        css=CSS,
        js="\n".join(script.read_text(encoding="utf-8") for script in SCRIPTS),
        isolate_styles=False,
    )


CSS = """
.dateline-figure .modebar-btn:focus-visible { outline: 2px solid currentColor; }
.dateline-figure .js-plotly-plot .plotly .modebar { background: transparent !important; }
"""


def _attribute(result: Any, name: str) -> Any:
    if isinstance(result, dict):
        return result.get(name)
    return getattr(result, name, None)


def _nothing() -> None:
    """A state attribute counts only where there is a callback for it."""
