"""Reader: the article with its layers marked, and the record of the picked mark."""

import streamlit as st

from core import naming
from core.records import EnrichedArticle
from core.show import corrections, ui, wording, written
from core.show.cards import cards
from core.show.reader import payload, reader
from core.show.reader.marks import find
from core.show.record_cards import record_card
from core.show.shell import enter

MOST_LISTED = 1000
"""Articles in the list to choose from."""


UNMARKED = "Nothing is marked here: the text names no place, date, number or speaker that the rules know, or it is not in English, the one language that is read so far."


def render() -> None:
    """Draw the page."""
    articles = ui.rows("articles", limit=MOST_LISTED)
    if not articles.total:
        st.title("Reader", anchor=False)
        ui.empty(
            "No article in this selection",
            "Clear the filters, or add an article in the library",
            "library",
            "Open the library",
        )
        return
    article_id = _chosen(list(articles.frame["id"]))
    article = ui.enriched(article_id)
    _heading(article, ui.by_id(articles.frame), articles.total)
    text, side = st.columns([7, 4], gap="large")
    picked = _picked(article)
    with text:
        version = f"{ui.workspace().version}|{article_id}"
        reader(
            payload(article),
            version,
            picked,
            st.session_state.get("reader_nonce", 0),
            lambda record: _pick(article_id, record),
        )
    with side:
        written.lost_in(article, expanded=picked is None)
        _record(article, picked)


def _chosen(ids: list[str]) -> str:
    """The article of the address, else of the last pick, else the newest."""
    asked = st.query_params.get("article")
    last = ui.picked()
    known = ui.workspace().known([asked or "", last.article_id if last else ""])
    for candidate in (asked, last.article_id if last else None):
        if candidate in known:
            return str(candidate)
    if asked:
        st.warning(f"{asked}: no such article in this workspace", icon=":material/link_off:")
    return ids[0]


def _heading(article: EnrichedArticle, shown: dict[str, dict[str, object]], total: int) -> None:
    head = article.article
    ids = list(dict.fromkeys([head.id, *shown]))
    # With one article there is nothing to choose, and on a phone an empty column is a hole.
    left, right = (
        st.columns([7, 4], gap="large", vertical_alignment="bottom") if len(ids) > 1 else (st.container(),) * 2
    )
    with left:
        st.title(ui.plain(naming.name_of(head)), anchor=False)
        st.text(wording.listed((head.outlet, head.byline, head.published or "date not known", head.dateline)))
    if len(ids) > 1:
        right.selectbox(
            "Article",
            ids,
            index=0,
            format_func=lambda i: ui.article_name(shown.get(i, {"id": i})),
            key=f"reader_choice_{head.id}",
            on_change=_switch,
            args=(head.id,),
            help=f"The first {len(shown):,} of {total:,}; the library and the filters find the others" if total > len(shown) else None,
        )


def _switch(current: str) -> None:
    chosen = st.session_state[f"reader_choice_{current}"]
    st.query_params["article"] = chosen
    st.query_params.pop("record", None)
    st.session_state.pop("picked_record", None)


def _picked(article: EnrichedArticle) -> str | None:
    """The record of the address, else of the last pick, when it is in this article."""
    last = ui.picked()
    asked = st.query_params.get("record")
    for record in (asked, last.record_id if last and last.article_id == article.article.id else None):
        if record and find(article, record):
            return record
    return None


def _pick(article_id: str, record_id: str) -> None:
    ui.pick(article_id, record_id)
    st.query_params["article"] = article_id
    st.query_params["record"] = record_id


def _marked(article: EnrichedArticle) -> bool:
    return any(getattr(article, kind) for kind in ("toponyms", "timexes", "claims", "attributions"))


def _record(article: EnrichedArticle, picked: str | None) -> None:
    found = find(article, picked) if picked else None
    if found is None:
        counts = ", ".join(
            wording.plural(len(getattr(article, kind)), word)
            for kind, word in (("claims", "claim"), ("toponyms", "place name"), ("timexes", "time"))
        )
        st.caption(f"{counts}. Pick a mark for its record, or press j and k to go from mark to mark." if _marked(article) else UNMARKED)
        checks = [record_card(article, "checks", check, go="Read the sentence") for check in article.checks]
        if checks:
            st.header("Checks", anchor=False)
            cards(checks, "reader_checks")
        return
    kind, record = found
    cards([record_card(article, kind, record, on=True)], "reader_record")
    corrections.panel(article, kind, record)


enter(render)
