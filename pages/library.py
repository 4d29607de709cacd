"""Library: the articles, adding and removing them, and each one's own date."""

import datetime
from collections.abc import Mapping
from typing import Any

import streamlit as st

from core import naming
from core.records import Article
from core.show import adding, ui, wording, written
from core.show.cards import Card, Target, cards
from core.show.shell import enter
from core.show.tables import Column, table
from core.store.exports import FORMATS

REMOVED = "removed_article"
"""Key of the session: the article removed last."""
BASIS = {
    "given": "given with the article",
    "stated": "stated in the text",
    "inferred": "inferred from clues in the text",
}

COLUMNS = (
    Column("Article", naming.article_name, width="large", order="article"),
    Column("Outlet", "outlet", order="outlet"),
    Column("Byline", "byline", order="byline"),
    Column(
        "Published",
        lambda row: wording.interval(
            row["published"] or row["published_earliest"], row["published"] or row["published_latest"]
        ),
        order="published",
    ),
    Column("Date is", lambda row: BASIS.get(row["published_basis"] or "", "not known"), order="basis"),
    Column("Claims", "n_claims", order="claims"),
    Column("Places", "n_toponyms", order="places"),
    Column("Events", "n_events", order="events"),
    Column("Statements", "n_attributions", order="statements"),
    Column("Characters", "characters", order="characters"),
    Column("Added", lambda row: str(row["added"])[:10], order="added"),
    Column("Id", "id", help="By which addresses, exports and sidecar files name the article", order="id"),
)


def render() -> None:
    """Draw the page."""
    st.title("Library", anchor=False)
    st.caption(_whose())
    _removed()
    if not ui.count("articles"):
        ui.empty("No article in this selection" if ui.filters() else "No article yet", "Paste or upload one below")
    else:
        table("articles", COLUMNS, key="articles_table", download="articles", on_row=_choose)
        chosen = str(st.session_state.get("library_article"))
        if ui.workspace().known([chosen]):
            _article(chosen)
        else:
            st.caption("Pick a row to see the article's own date, to set it, or to remove the article.")
    st.header("Add articles", anchor=False)
    place = adding.draw()
    _export()
    written.everything()
    adding.watch(place)


def _whose() -> str:
    if ui.private():
        return "This workspace is yours alone and ends with your visit; other visitors cannot see it. Download what you want to keep."
    leaves = "Nothing leaves it but requests for addresses that you enter." if adding.fetches() else "Nothing leaves it."
    return f"Kept on this machine in {ui.workspace().folder}. {leaves}"


def _choose(row: Mapping[str, Any]) -> None:
    st.session_state["library_article"] = str(row["id"])


def _article(article_id: str) -> None:
    article = ui.enriched(article_id).article
    with st.container(border=True):
        st.header(ui.plain(naming.name_of(article)), anchor=False)
        left, right = st.columns(2, gap="large")
        with left:
            cards([_date_card(article)], f"date_{article_id}")
        with right:
            _set_date(article)
            _remove(article)


def _date_card(article: Article) -> Card:
    begin, end = article.published or article.published_earliest, article.published or article.published_latest
    clues = [
        f"“{clue.text}”: not {'before' if clue.cut == 'earliest' else 'after'} {clue.date}. {clue.reason}"
        for clue in article.published_clues
    ]
    narrower = (
        "A weekday with a date, a date with its year, or the page that it was printed on would narrow it."
        if not article.published
        else ""
    )
    return Card(
        target=Target("reader", {"article": article.id}),
        heading="Published",
        title=wording.interval(begin, end),
        lines=[
            line
            for line in (BASIS.get(article.published_basis or "", "Nothing in the text tells when"), narrower)
            if line
        ],
        fields=[("Id", article.id)],
        list=clues,
        go="Read the article",
    )


def _set_date(article: Article) -> None:
    with st.form(f"date_form_{article.id}", border=False):
        now = article.published or article.published_latest
        day = st.date_input(
            "Set the date of publication",
            value=datetime.date.fromisoformat(now) if now else None,
            min_value=datetime.date(1800, 1, 1),
            help="Everything relative in the article moves with it. Never overwritten",
        )
        submitted = st.form_submit_button("Set the date")
    if submitted and day:
        adding.set_date(article.id, day.isoformat())


def _remove(article: Article) -> None:
    with st.popover("Remove the article", icon=":material/delete:"):
        st.text(
            "The article and its records go. What you wrote on it stays at the desk and comes back if it is added again."
        )
        st.button("Remove it", key=f"remove_{article.id}", type="primary", on_click=_gone, args=(article.id,))


def _gone(article_id: str) -> None:
    kept = ui.workspace()
    article = kept.given(article_id)
    kept.remove([article_id])
    st.session_state.pop("library_article", None)
    st.session_state[REMOVED] = article


def _removed() -> None:
    """The article removed last, and the way back: it is read again, from the cache where that still has it."""
    article: Article | None = st.session_state.get(REMOVED)
    if article is None:
        return
    if ui.workspace().known([article.id]):
        del st.session_state[REMOVED]
        return
    with st.container(horizontal=True, vertical_alignment="center", key="removed"):
        st.caption(f"Removed: {ui.plain(naming.name_of(article))}", width="content")
        if st.button("Undo", key="undo_remove", icon=":material/undo:"):
            adding.run([article])


def _export() -> None:
    st.header("Take it with you", anchor=False)
    st.caption("Exactly the rows that pass the filters.")
    name = st.selectbox("Format", list(FORMATS), format_func=lambda n: f"{n}: {FORMATS[n].help}", key="export_format")
    chosen, shown = FORMATS[name], ui.filters()
    row = st.columns([1, 1, 3])
    row[0].download_button(
        "Download",
        lambda: chosen.text(ui.workspace(), shown),
        f"dateline-{name}{chosen.suffix}",
        chosen.media_type,
        on_click="ignore",
        icon=":material/download:",
    )
    if chosen.beside:
        row[1].download_button(
            "Data dictionary",
            chosen.beside,
            f"dateline-{name}{chosen.beside_suffix}",
            on_click="ignore",
            icon=":material/menu_book:",
        )


enter(render)
