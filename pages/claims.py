"""Claims: how many, of what, when, and says who."""

from collections.abc import Mapping
from typing import Any

import streamlit as st

from core.actors import independent_roots
from core.show import found_by, panels, ui, wording
from core.show.figures.claims_chart import View, claims_chart
from core.show.figures.measures import kind_of
from core.show.figures.ranges import MOST_DRAWN
from core.show.figures.sheet import Figure
from core.show.palette import CATEGORY, STATUS
from core.show.plotly_view import plotly_view
from core.show.shell import enter
from core.show.tables import Column, table
from core.store import narrow

VIEWS: dict[str, View] = {"Kind": "category", "Says who": "speaker", "Time": "time"}


def _look(looks: dict[str, object], value: object) -> str:
    look = looks.get(str(value))
    return "" if look is None else f"{look.glyph} {wording.capital(look.label)}"  # type: ignore[attr-defined]


def _number(row: Mapping[str, Any]) -> float | None:
    return next((float(row[name]) for name in ("value", "low", "high") if not wording.missing(row[name])), None)


COLUMNS = (
    Column("How many", wording.amount, "With its bounds: an open side stays open", order="number"),
    Column("Of what", "counted", order="counted"),
    Column("Kind", lambda row: _look(dict(CATEGORY), row["category"]), order="kind"),
    Column(
        "When", lambda row: wording.interval(row["window_begin"], row["window_end"]), "The time that the number covers", order="when"
    ),
    Column("Says who", lambda row: wording.says_who(row["speaker"]), order="speaker"),
    Column("Through whom", lambda row: wording.chain(row["via"])),
    Column("Status", lambda row: _look(dict(STATUS), row["status"]), order="status"),
    Column("Where", "place_name"),
    Column(
        "Grade",
        lambda row: f"{row['reliability']}{row['credibility']}",
        "NATO Admiralty code, set by a person: source A to F, information 1 to 6",
    ),
    Column("In the text", "text"),
    Column("Number", _number, "To sort by: the number itself, else its lower bound, else its upper one"),
    Column(
        "Coded from",
        lambda row: "vague words: lower bound only, as ACLED codes them" if row["modifier"] == "vague" else wording.taken_over(row["rule"]) or found_by.rule(row["rule"]),
    ),
    Column("Article", ui.article_name, order="article"),
)


def render() -> None:
    """Draw the page."""
    st.title("Claims", anchor=False)
    total = ui.count("claims")
    if not total:
        ui.nothing("No numeric claim")
        return
    table("claims", COLUMNS, key="claims_table", download="claims")
    with st.container(key="claims_view_and_record"):
        figure, side = st.columns([7, 3], gap="medium")
    with figure:
        _figure(total)
    with side:
        panels.picked_record(("claims",), "claim_card", f"Pick a row or a mark for its sentence. {ui.BY_KEYBOARD}")
        _compared()
    _checks()


def _figure(total: int) -> None:
    chosen = st.segmented_control("Chart by", list(VIEWS), default="Kind", key="chart", persist_state="session")
    view = VIEWS[chosen or "Kind"]
    plotly_view(
        ui.drawn(_chart, view, total, ui.picked()),
        key="claims_view",
        label="Chart of the claims; the table above has the same rows",
        on_pick=lambda mark: ui.pick(mark["article_id"], mark["record_id"]),
    )
    st.caption("Each number stands by itself: nothing is added up across speakers, articles or overlapping times.")


def _chart(dark: bool, view: View, total: int, last: ui.Pick | None) -> Figure:
    claims = ui.asked("chart_claims", MOST_DRAWN, view == "time", view != "category")
    return claims_chart(claims, view=view, dark=dark, selected=last, total=total)


def _compared() -> None:
    """The claims that may speak of the same quantity as the picked one."""
    last = ui.picked()
    own = wording.rows(ui.rows("claims", narrow.one(*last)).frame) if last else []
    if not own or last is None:
        return
    alike = ui.rows("claims", narrow.alike(*kind_of(own[0])), limit=panels.MOST_ASKED)
    others = alike.frame[(alike.frame["article_id"] != last.article_id) | (alike.frame["id"] != last.record_id)]
    if len(others):
        st.header("Counts of the same thing", anchor=False)
        panels.rows_as_cards("claims", others, "compared_cards", total=alike.total - 1)
        roots = independent_roots(row["speaker"] for row in wording.rows(alike.frame))
        among = f" among the first {len(alike.frame):,} of them" if alike.total > len(alike.frame) else ""
        st.caption(f"{wording.plural(len(roots), 'independent source')}{among}: {', '.join(roots) or 'the articles themselves'}")


def _checks() -> None:
    checks = ui.rows("checks", limit=panels.MOST_ASKED)
    if not checks.total:
        return
    st.header("Checks", anchor=False)
    st.caption(
        "Claims set beside each other and beside published figures, with the ways in which both can be true. Not a verdict."
    )
    panels.rows_as_cards("checks", checks.frame, "check_cards", shape="columns", total=checks.total)


enter(render)
