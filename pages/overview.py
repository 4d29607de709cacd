"""Overview: what the workspace holds, and what to do next."""

import pandas as pd
import streamlit as st

from core.naming import article_name
from core.show import ui, wording
from core.show.cards import Card, Target, cards
from core.show.palette import LAYER
from core.show.record_cards import row_card, row_quote
from core.show.shell import enter

TILES = (
    ("articles", "article", "library", None),
    ("toponyms", "place name", "map", "toponyms"),
    ("events", "event", "timeline", "events"),
    ("claims", "numeric claim", "claims", "claims"),
    ("attributions", "statement", "actors", "attributions"),
    ("checks", "check", "claims", None),
)
"""Kind, its noun, the page that it leads to, and its layer's look."""


def render() -> None:
    """Draw the page."""
    st.title("Overview", anchor=False)
    found = ui.overview()
    if not found.counts["articles"]:
        if ui.filters():
            ui.empty("Nothing in this workspace passes the filters", "Clear them, or widen the dates")
        else:
            ui.empty(
                "The workspace is empty",
                "Add articles by paste or upload in the library; each takes about a second",
                "library",
                "Open the library",
            )
        return
    query = {name: value for name, value in ui.filters().to_query().items() if isinstance(value, str)}
    tiles = [
        Card(
            target=Target(page, query),
            big=f"{found.counts[kind]:,}",
            title=wording.plural(found.counts[kind], noun).split(" ", 1)[1],
            look=LAYER.get(layer or ""),
        )
        for kind, noun, page, layer in TILES
    ]
    cards(tiles, "tiles", "tiles")
    left, right = st.columns(2, gap="large")
    with left:
        _section("Largest claims, deaths first", "claims", found.claims, "claims")
        _section("Checks", "checks", found.checks, "claims")
    with right:
        _articles(found.articles)
        _section("Latest that happened", "events", found.events, "timeline")
        _places(found.places)
        _speakers(found.speakers)
    _next(found.counts)


def _section(title: str, kind: str, rows: pd.DataFrame, page: str) -> None:
    if rows.empty:
        return
    st.header(title, anchor=False)
    shown = wording.rows(rows)
    cards(
        [row_card(kind, row, row_quote(row), go="Read the sentence", brief=True) for row in shown], f"overview_{title}"
    )
    st.page_link(f"pages/{page}.py", label=f"All on the {page} page", icon=":material/arrow_forward:")


def _articles(articles: pd.DataFrame) -> None:
    st.header("Newest articles", anchor=False)
    items = [
        Card(
            target=Target("reader", {"article": str(row["id"])}),
            title=article_name(row),
            lines=[wording.listed((row.get("outlet"), row.get("byline"), row.get("published") or "date not known"))],
            go="Read",
        )
        for row in wording.rows(articles)
    ]
    cards(items, "overview_articles")


def _places(places: pd.DataFrame) -> None:
    if places.empty:
        return
    st.header("Most named places", anchor=False)
    items = [
        Card(
            target=Target("map", {"place": str(row["place"])}),
            title=wording.place(row),
            lines=[wording.plural(int(row["mentions"]), "mention")],
            look=LAYER["toponyms"],
        )
        for row in wording.rows(places)
    ]
    cards(items, "overview_places", "columns")


def _speakers(speakers: pd.DataFrame) -> None:
    if speakers.empty:
        return
    st.header("Most quoted", anchor=False)
    items = [
        Card(
            target=Target("actors", {"actor": str(row["speaker"])}),
            title=str(row["speaker"]),
            lines=[wording.plural(int(row["statements"]), "statement")],
            look=LAYER["attributions"],
        )
        for row in wording.rows(speakers)
    ]
    cards(items, "overview_speakers", "columns")


def _next(counts: dict[str, int]) -> None:
    st.header("What to do next", anchor=False)
    steps = [
        Card(
            target=Target("library"),
            title="Add your own articles",
            lines=["Paste or upload; gone when your visit ends" if ui.private() else "Paste or upload; nothing leaves this machine"],
        ),
        Card(
            target=Target("reader"),
            title="Read with the marks on",
            lines=["Every mark leads to its record, every record to its words"],
        ),
    ]
    if counts["checks"]:
        steps.append(
            Card(
                target=Target("claims"),
                title="Weigh the checks",
                lines=["Numbers that bear on each other, and how both can be true"],
            )
        )
    cards(steps, "next", "columns")


enter(render)
