"""What people wrote, in lists: all of it, each with a way to take it back, and what has lost its words.

An article that changes may lose the words that someone wrote about, and better rules may
make no record of them any more. What was written is kept all the same, shown with the words
that it was about, and can be moved to a record that is there.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

import streamlit as st

from core.errors import StoreError
from core.naming import article_name
from core.records import RECORD_TYPES, EnrichedArticle, Record
from core.show import adding, ui, wording
from core.show.attempts import attempt
from core.show.cards import Card, Target, cards
from core.show.corrections import CREDIBLE
from core.show.record_cards import quote
from core.store.anchors import elsewhere, find_quote
from core.store.desk import Mark
from core.store.deskfile import entries, lines
from core.store.filters import Filters

SAYS = {"place": "Place", "note": "Note", "review": "Read right or wrong", "credibility": "Credibility", "published": "Date of publication"}
DECIDED = {"merge": "Same actor", "apart": "Not the same actor", "reliability": "Reliability of the source"}
"""What was decided on a name, in words."""
NOUNS = {
    "entities": "name", "toponyms": "place", "timexes": "date or time", "quantities": "number",
    "claims": "claim", "attributions": "statement", "events": "event", "checks": "check",
}  # fmt: skip
"""One record of each kind, in a person's words."""
MOST_SHOWN = 60
"""Characters shown on either side of a record's words."""


# --- lost words --------------------------------------------------------------------------
def lost_in(article: EnrichedArticle, *, expanded: bool) -> None:
    """Draw what was written on an article and has lost its words, with the records that it may be moved to."""
    marks = [m for m in ui.workspace().desk.lost_marks() if m.article_id == article.article.id]
    if not marks:
        return
    with st.expander(wording.plural(len(marks), "entry has lost its words", "entries have lost their words"), expanded=expanded):
        for mark in marks:
            cards([_lost_card(mark, _why(mark, article))], f"lost_{mark.id}")
            _moves(mark, article)


def _why(mark: Mark, article: EnrichedArticle) -> str:
    if mark.anchor and find_quote(mark.anchor, article.article.text):
        return "The words are still in the text, but no such record is made of them any more."
    return "The article changed, and the words are gone from its text."


def _lost_card(mark: Mark, why: str, target: Target | None = None) -> Card:
    anchor = mark.anchor
    return Card(
        target=target,
        heading=SAYS[mark.what],
        title=CREDIBLE.get(str(mark.value), value(mark.value)) if mark.what == "credibility" else value(mark.value),
        quote=("… " * (anchor.start_char > len(anchor.prefix)) + anchor.prefix, anchor.quote, f"{anchor.suffix} …") if anchor else None,
        lines=[why, f"Written {mark.at[:10]}" + (f" on a {NOUNS[anchor.kind]}" if anchor else "")],
        go="Open the article" if target else "",
    )


def _moves(mark: Mark, article: EnrichedArticle) -> None:
    desk = ui.workspace().desk
    found = elsewhere(mark.anchor, article, _kinds(mark)) if mark.anchor else []
    st.caption("It can be moved to:" if found else "No record is like the one that it was about. It is kept here, in case the words come back.")
    for kind, record in found:
        st.text(f"{NOUNS[kind].capitalize()}: {_around(article, record)}")
        move = attempt(partial(desk.reattach, mark.id, article, kind, record))
        st.button("Move here", key=f"move_{mark.id}_{record.id}", on_click=move)
    st.button("Take it back", key=f"lost_undo_{mark.id}", on_click=attempt(partial(desk.undo, mark.id)), type="tertiary")


def _kinds(mark: Mark) -> Sequence[str]:
    """The kinds of record that a mark may be moved to, its own first."""
    own = mark.anchor.kind if mark.anchor else ""
    allowed = {"note": tuple(RECORD_TYPES), "credibility": ("claims", "attributions")}.get(mark.what, ())
    return tuple(dict.fromkeys([own, *allowed]))


def _around(article: EnrichedArticle, record: Record) -> str:
    before, words, after = quote(article.article.text, record.start_char, record.end_char)
    before, after = " ".join(before[-MOST_SHOWN:].split()), " ".join(after[:MOST_SHOWN].split())
    shown = " ".join(words.split())
    return f"{before} “{shown if len(shown) <= 3 * MOST_SHOWN else shown[: 3 * MOST_SHOWN] + ' …'}” {after}".strip()


# --- everything --------------------------------------------------------------------------
def everything() -> None:
    """Draw all that people wrote: what lost its words first, then every entry with a way to take it back."""
    desk = ui.workspace().desk
    marks, decisions, views = desk.marks(), desk.decisions(), desk.views()
    if not (marks or decisions or views):
        _bring_back()
        return
    st.subheader("What you wrote", anchor=False)
    st.caption("Corrections, notes, grades and saved views are kept apart from the articles and stay when those are read again or removed.")
    st.download_button(
        "Download what you wrote",
        lambda: "".join(lines(desk.entries())),
        "dateline-desk.jsonl",
        "application/jsonl",
        on_click="ignore",
        icon=":material/download:",
    )
    _bring_back()
    _lost_anywhere(marks)
    if marks or decisions:
        with st.expander(f"All of it: {wording.plural(len(marks) + len(decisions), 'entry', 'entries')}"):
            for mark in reversed(marks):
                _entry(_said(mark), f"undo_{mark.id}", partial(desk.undo, mark.id))
            for decision in reversed(decisions):
                said = f"{DECIDED.get(decision.what, wording.capital(decision.what))}: {decision.name} → {decision.value}"
                _entry(said, f"undo_name_{decision.id}", partial(desk.undo_name, decision.id))


def _bring_back() -> None:
    """Take in a file of what was written before, or at another desk."""
    with st.expander("Bring back what was written", expanded=False), st.form("bring_back", clear_on_submit=True, border=False):
        file = st.file_uploader(
            "A file of what was written",
            type=["jsonl", "json"],
            help="As downloaded here or at another desk. What is here already is not added twice; of entries that contradict each other both are kept and the newest counts",
        )
        submitted = st.form_submit_button("Add it to the desk", icon=":material/upload:")
    said = st.session_state.pop("brought_back", None)
    if said:
        st.success(said, icon=":material/check:")
    if submitted and file is not None:
        _take_in(file.name, file.getvalue())


def _take_in(name: str, content: bytes) -> None:
    kept = ui.workspace()
    try:
        taken = kept.take_in(entries(name, content))
    except StoreError as error:
        st.error(ui.plain(str(error)), icon=":material/error:")
        return
    st.session_state["brought_back"] = taken.said
    dated = kept.known(taken.dated)
    if dated:
        adding.read_again(sorted(dated))
    st.rerun()


def _lost_anywhere(marks: Sequence[Mark]) -> None:
    """What has no words or no article any more, each leading to the reader where it can be moved."""
    on = tuple(dict.fromkeys(m.article_id for m in marks))
    there = ui.by_id(ui.rows("articles", limit=len(on) or 1, under=Filters(article=on)).frame) if on else {}
    lost = [m for m in marks if (m.anchor and m.record_id is None) or m.article_id not in there]
    if not lost:
        return
    with st.expander(f"Lost their words: {wording.plural(len(lost), 'entry', 'entries')}", expanded=True):
        items = []
        for mark in lost:
            row = there.get(mark.article_id)
            target = Target("reader", {"article": mark.article_id}) if row else None
            why = f"In {article_name(row)}" if row else f"Its article {mark.article_id} is not in the workspace; it comes back with it"
            items.append(_lost_card(mark, why, target))
        cards(items, "lost_marks")


def _said(mark: Mark) -> str:
    """One entry in a line: ``Note: seen by OCHA, on “at least 7,000 people” (2025-03-21), article 17``."""
    shown = CREDIBLE.get(str(mark.value), value(mark.value)) if mark.what == "credibility" else value(mark.value)
    about = f", on “{mark.anchor.quote}”" if mark.anchor else ""
    return f"{SAYS[mark.what]}: {shown}{about} ({mark.at[:10]}), article {mark.article_id}"


def value(written: Any) -> str:
    """What was written, in words."""
    if isinstance(written, dict):
        return wording.listed((written.get("name"), wording.country(written.get("country"))))
    return "no place" if written is None else str(written)


def _entry(text: str, key: str, undo: Callable[[], object]) -> None:
    left, right = st.columns([6, 1], vertical_alignment="center")
    left.text(text)
    right.button("Take back", key=key, on_click=attempt(undo), type="tertiary")
