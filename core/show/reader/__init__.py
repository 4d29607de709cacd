"""The annotated reader: a Streamlit component that marks an article's layers.

The browser side is plain JavaScript beside this file. Article text crosses as data and
is written as text nodes only, so nothing in it can run.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import streamlit as st

from core.records import EnrichedArticle
from core.show import palette
from core.show.reader.marks import LAYERS, marks, related, utf16

HERE = Path(__file__).parent
SHOWN_AT_FIRST = ("toponyms", "timexes", "claims", "attributions")
WASH = {"attributions": 7}
"""Strength of a layer's tint in percent; whole sentences of speech take a faint one."""

_component = st.components.v2.component(
    "dateline_reader",
    html=(HERE / "reader.html").read_text(encoding="utf-8"),
    css=(HERE / "reader.css").read_text(encoding="utf-8"),
    js=(HERE / "reader.js").read_text(encoding="utf-8"),
)


def payload(article: EnrichedArticle) -> dict[str, Any]:
    """What the browser needs of an article: text, spans in UTF-16 offsets, layers."""
    text = article.article.text
    at = utf16(text)
    spans = [
        {"id": m.id, "layer": m.layer, "start": at[m.start], "end": at[m.end], "label": m.label, "symbol": m.symbol}
        for m in marks(article)
    ]
    beside = {key: [(at[a], at[b]) for a, b in spans] for key, spans in related(article).items()}
    return {"article": article.article.id, "text": text, "spans": spans, "related": beside, "layers": _layers()}


def _layers() -> list[dict[str, Any]]:
    return [
        {
            "name": kind,
            "label": palette.LAYER[kind].label,
            "symbol": palette.LAYER[kind].glyph,
            "light": palette.LAYER[kind].light,
            "dark": palette.LAYER[kind].dark,
            "shown": kind in SHOWN_AT_FIRST,
            "wash": WASH.get(kind, 20),
        }
        for kind in LAYERS
    ]


def reader(data: dict[str, Any], version: str, picked: str | None, nonce: int, on_pick: Callable[[str], None]) -> None:
    """Draw the reader. ``on_pick`` is called with a record's id when a mark is picked.

    ``version`` changes when text or records do; ``nonce`` asks for the same record once more.
    """

    def changed() -> None:
        chosen = st.session_state["reader_text"].get("picked")
        if chosen:
            on_pick(str(chosen))

    _component(
        key="reader_text",
        data={**data, "version": version, "picked": picked, "nonce": nonce},
        on_picked_change=changed,
    )
