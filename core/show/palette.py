"""One look for each meaning: a colour, a symbol, a texture and the words for it.

The map, the timeline, the claims chart, the tables and the reader take their looks
from here, so that a colour means the same thing on every page. No meaning hangs on
colour alone: each look has a symbol of its own within its family and a label in an
analyst's words.

Colours follow Okabe and Ito's colour-blind safe set (Color Universal Design, 2008),
darkened for a light page and lightened for a dark one until each has a contrast of
at least 3:1 with the page (WCAG 2.2, 1.4.11). The tests compute both.
"""

from __future__ import annotations

from dataclasses import dataclass

LIGHT_PAGE, DARK_PAGE = "#ffffff", "#0e1117"
"""Streamlit's page colours, against which contrast is measured."""


@dataclass(frozen=True)
class Look:
    """How one meaning is drawn.

    ``symbol`` is a Plotly marker symbol and ``glyph`` the same shape as a character,
    for tables and legends in text. ``pattern`` is a Plotly fill pattern (empty:
    solid) and ``dash`` a Plotly line dash.
    """

    label: str
    light: str
    dark: str
    symbol: str = "circle"
    glyph: str = "●"
    pattern: str = ""
    dash: str = "solid"
    opacity: float = 1.0

    def color(self, dark: bool) -> str:
        """The colour on a dark page or a light one, ``#rrggbb``."""
        return self.dark if dark else self.light


BLUE = ("#0067a5", "#56b4e9")
VERMILLION = ("#c04a00", "#ff8a4c")
GREEN = ("#007a5a", "#2fc79b")
PURPLE = ("#9b4f80", "#e29bc8")
AMBER = ("#9a6a00", "#f0c23c")
GREY = ("#5b6670", "#a3adb8")
INK = ("#20262d", "#eef1f5")
TEAL = ("#00707f", "#4fd0dd")

PLACE: dict[str, Look] = {
    "location": Look("Where it happened", *BLUE, symbol="circle", glyph="●"),
    "dateline": Look("Dateline: reported from", *PURPLE, symbol="star", glyph="★"),
    "actor": Look("Stands for a government", *VERMILLION, symbol="square-open", glyph="□", dash="dash"),
    "demonym": Look("Stands for a people", *GREEN, symbol="triangle-up-open", glyph="△", dash="dot"),
}
"""By ``Toponym.role``."""

CLOCK: dict[str, Look] = {
    "happened": Look("Happened", *BLUE, symbol="diamond", glyph="◆"),
    "said": Look("Was said", *GREEN, symbol="diamond-open", glyph="◇"),
    "printed": Look("Was published", *PURPLE, symbol="star", glyph="★"),
    "planned": Look("Planned or expected", *AMBER, symbol="triangle-right-open", glyph="▷", dash="dash"),
}
"""By ``Event.clock``, in the order of the lanes from the top."""

PRECISION: dict[str, Look] = {
    "day": Look("Known to the day", *INK, pattern="", opacity=1.0),
    "week": Look("Known to the week", *INK, pattern="", opacity=0.8),
    "month": Look("Known to the month", *INK, pattern="", opacity=0.62),
    "quarter": Look("Known to the quarter or season", *INK, pattern="/", opacity=0.6),
    "season": Look("Known to the quarter or season", *INK, pattern="/", opacity=0.6),
    "year": Look("Known to the year", *INK, pattern="-", opacity=0.5),
    "decade": Look("Known to the decade or vaguer", *INK, pattern=".", opacity=0.45),
    "vague": Look("Known to the decade or vaguer", *INK, pattern=".", opacity=0.45),
}
"""By ``Event.precision``: the coarser, the paler and the more broken up."""

CATEGORY: dict[str, Look] = {
    "fatalities": Look("Killed", *VERMILLION, symbol="x", glyph="✕"),
    "injuries": Look("Wounded", *VERMILLION, symbol="cross", glyph="✚"),
    "missing": Look("Missing", *VERMILLION, symbol="circle-open", glyph="○"),
    "displaced": Look("Displaced", *AMBER, symbol="triangle-right", glyph="▶"),
    "detained": Look("Detained", *AMBER, symbol="square", glyph="■"),
    "strikes": Look("Strikes and attacks", *PURPLE, symbol="star", glyph="★"),
    "personnel": Look("People, counted otherwise", *BLUE, symbol="circle", glyph="●"),
    "equipment": Look("Equipment", *BLUE, symbol="diamond", glyph="◆"),
    "territory": Look("Ground held or lost", *GREEN, symbol="hexagon", glyph="⬢"),
    "distance": Look("Distance", *GREEN, symbol="line-ew", glyph="↔"),
    "area": Look("Area", *GREEN, symbol="square-open", glyph="□"),
    "speed": Look("Speed", *GREEN, symbol="triangle-up", glyph="▲"),
    "money": Look("Money", *TEAL, symbol="pentagon", glyph="⬟"),
    "share": Look("Share", *TEAL, symbol="circle-dot", glyph="◉"),
    "vote": Look("Votes", *TEAL, symbol="triangle-down", glyph="▼"),
    "other": Look("Other numbers", *GREY, symbol="diamond-open", glyph="◇"),
}
"""By ``Claim.category``."""

MODIFIER: dict[str, Look] = {
    "exact": Look("exactly", *INK, symbol="circle", glyph="="),
    "about": Look("about", *INK, symbol="circle-open", glyph="≈"),
    "at_least": Look("at least", *INK, symbol="triangle-right", glyph="≥"),
    "more_than": Look("more than", *INK, symbol="triangle-right-open", glyph=">"),
    "at_most": Look("at most", *INK, symbol="triangle-left", glyph="≤"),
    "less_than": Look("less than", *INK, symbol="triangle-left-open", glyph="<"),
    "range": Look("between", *INK, symbol="line-ns", glyph="↔"),
    "vague": Look("vague words, coded by their lower bound", *INK, symbol="diamond-open", glyph="~"),
}
"""By ``Quantity.modifier``."""

STATUS: dict[str, Look] = {
    "done": Look("happened", *BLUE, symbol="circle", glyph="●", pattern=""),
    "ongoing": Look("under way", *TEAL, symbol="circle-dot", glyph="◉", pattern=""),
    "planned": Look("planned", *AMBER, symbol="triangle-right-open", glyph="▷", pattern="/", dash="dash"),
    "hypothetical": Look("hypothetical", *PURPLE, symbol="diamond-open", glyph="◇", pattern=".", dash="dot"),
    "denied": Look("denied", *VERMILLION, symbol="x", glyph="✕", pattern="x", dash="dashdot"),
}
"""By ``Claim.status``."""

LAYER: dict[str, Look] = {
    "toponyms": Look("Places", *BLUE, glyph="●", dash="solid"),
    "timexes": Look("Times", *GREEN, glyph="◆", dash="dash"),
    "claims": Look("Claims", *VERMILLION, glyph="■", dash="double"),
    "quantities": Look("Numbers", *AMBER, glyph="#", dash="dot"),
    "attributions": Look("Says who", *PURPLE, glyph="❝", dash="wave"),
    "entities": Look("Names", *TEAL, glyph="▲", dash="dot"),
    "events": Look("Events", *GREY, glyph="▷", dash="dash"),
}
"""By record kind, for the reader's marks; ``dash`` is the underline's style there."""


@dataclass(frozen=True)
class Surface:
    """The neutral colours of a page: what figures are drawn on."""

    page: str
    ink: str
    muted: str
    grid: str
    land: str
    water: str
    border: str
    selected: str


LIGHT = Surface(LIGHT_PAGE, "#20262d", "#56616c", "#d9dee3", "#f4f2ec", "#dfe9f0", "#98a2ab", "#000000")
DARK = Surface(DARK_PAGE, "#eef1f5", "#a3adb8", "#2b323c", "#242b34", "#131a22", "#5d6874", "#ffffff")


def surface(dark: bool) -> Surface:
    """The neutral colours of a dark page or a light one."""
    return DARK if dark else LIGHT


def rgba(color: str, opacity: float) -> str:
    """``#rrggbb`` as a CSS colour with an opacity from 0 to 1."""
    r, g, b = (int(color[i : i + 2], 16) for i in (1, 3, 5))
    return f"rgba({r},{g},{b},{opacity:g})"
