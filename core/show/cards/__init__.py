"""Cards: small blocks that may hold an article's words.

``st.markdown`` would fetch images that a text asks for, so words from articles are drawn
by this component, as text nodes only. A card with a target leads to another page.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal
from urllib.parse import urlencode

import streamlit as st

from core.show import ui
from core.show.palette import Look
from core.store.filters import SINGLE

HERE = Path(__file__).parent
Shape = Literal["stack", "tiles", "columns"]

_component = st.components.v2.component(
    "dateline_cards",
    html=(HERE / "cards.html").read_text(encoding="utf-8"),
    css=(HERE / "cards.css").read_text(encoding="utf-8"),
    js=(HERE / "cards.js").read_text(encoding="utf-8"),
)


@dataclass(frozen=True)
class Target:
    """A page by its address, with what follows the question mark."""

    page: str
    query: Mapping[str, str] = field(default_factory=dict)

    @property
    def href(self) -> str:
        """Relative to any page, so that it holds under a base path too."""
        return (self.page or "./") + (f"?{urlencode(self.query)}" if self.query else "")


@dataclass(frozen=True)
class Tag:
    """A short label with the glyph and colour of what it means."""

    text: str
    look: Look | None = None

    def data(self) -> dict[str, str]:
        """For the browser."""
        if self.look is None:
            return {"text": self.text}
        return {"text": self.text, "glyph": self.look.glyph, "light": self.look.light, "dark": self.look.dark}


@dataclass(frozen=True, kw_only=True)
class Card:
    """One card, drawn from the top: tags, big figure, heading, title, lines, quote, fields, list, go."""

    target: Target | None = None
    tags: Sequence[Tag] = ()
    big: str = ""
    heading: str = ""
    title: str = ""
    lines: Sequence[str] = ()
    quote: tuple[str, str, str] | None = None
    """The words before, the words meant, the words after."""
    look: Look | None = None
    fields: Sequence[tuple[str, str]] = ()
    list: Sequence[str] = ()
    go: str = ""
    on: bool = False
    plain: bool = False

    def data(self) -> dict[str, Any]:
        """For the browser; what is empty is left out."""
        out: dict[str, Any] = {
            "big": self.big,
            "heading": self.heading,
            "title": self.title,
            "lines": [*self.lines],
            "quote": self.quote,
            "look": {"light": self.look.light, "dark": self.look.dark} if self.look else None,
            "fields": [*self.fields],
            "list": [*self.list],
            "go": self.go,
            "on": self.on,
            "plain": self.plain,
            "tags": [tag.data() for tag in self.tags],
        }
        if self.target:
            out |= {"href": self.target.href, "target": {"page": self.target.page, "query": dict(self.target.query)}}
        return {name: value for name, value in out.items() if value}


def cards(items: Sequence[Card], key: str, shape: Shape = "stack") -> None:
    """Draw cards; a click on one with a target goes there within this session."""

    def opened() -> None:
        chosen = st.session_state[key].get("opened")
        if chosen:
            _follow(dict(chosen["query"]))

    result = _component(
        key=key, data={"items": [item.data() for item in items], "shape": shape}, on_opened_change=opened
    )
    chosen = result.get("opened")
    if chosen:
        # The filters stay in the address by themselves, and Streamlit lets nobody else set them.
        rest = {name: value for name, value in chosen["query"].items() if name not in ui.FILTER_KEYS}
        st.switch_page(f"pages/{chosen['page'] or 'overview'}.py", query_params=rest)


def _follow(query: dict[str, str]) -> None:
    """Before the page runs again: a record in the target is picked, a filter in it is set."""
    if "record" in query:
        ui.pick(query["article"], query["record"])
    ui.narrow(**{n: v if n in SINGLE else [v] for n, v in query.items() if n in ui.FILTER_KEYS})
