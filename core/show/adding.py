"""Adding articles in the library: paste or upload, with progress, and stopping between articles.

The language model is loaded here and not before: ``core.ingest`` is imported by the action.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import streamlit as st

from core.errors import DatelineError, ReadError
from core.records import Article
from core.show import ui, wording

if TYPE_CHECKING:
    from core.ingest import Done

SUFFIXES = ("txt", "jsonl")
SAID = {"stored": "added", "unchanged": "there already, unchanged", "failed": "not added"}
FACTS = (
    ("title", "Title"),
    ("outlet", "Outlet"),
    ("byline", "Byline"),
    ("published", "Published (YYYY-MM-DD)"),
    ("url", "Address"),
)


def draw() -> None:
    """Draw both ways to add, and what became of the last articles added."""
    pasted, uploaded = st.tabs(["Paste a text", "Upload files"])
    with pasted:
        _paste()
    with uploaded:
        _upload()
    _said()


def _paste() -> None:
    with st.form("paste", clear_on_submit=False, border=False):
        text = st.text_area(
            "Text of the article",
            height=200,
            placeholder="Paste the whole article, with its dateline. Line breaks are kept",
        )
        columns = st.columns(3)
        given = {name: columns[n % 3].text_input(label, key=f"paste_{name}") for n, (name, label) in enumerate(FACTS)}
        st.caption("All but the text may stay empty. Without a date, the text's own clues give an interval.")
        submitted = st.form_submit_button("Add the article", type="primary", icon=":material/add:")
    if submitted:
        _add_pasted(text, given)


def _add_pasted(text: str, given: dict[str, str]) -> None:
    if not text.strip():
        st.error("the text: empty", icon=":material/error:")
        return
    from core.ingest import from_text

    try:
        run([from_text(text, **given)])
    except ReadError as error:
        st.error(str(error), icon=":material/error:")


def _upload() -> None:
    with st.form("upload", clear_on_submit=True, border=False):
        files = st.file_uploader(
            "Files",
            type=list(SUFFIXES),
            accept_multiple_files=True,
            help=".txt: one article a file. .jsonl: one article a line, with id, text, and published, title, outlet where known",
        )
        submitted = st.form_submit_button("Add the articles", type="primary", icon=":material/upload:")
    if submitted and files:
        from core.ingest import from_upload

        run([item for file in files for item in from_upload(file.name, file.getvalue())])


def run(items: Iterable[Article | ReadError]) -> None:
    """Enrich and store, with progress. Stopping keeps what is done; the rest can be added again."""
    from core.ingest import ingest

    work(ingest(ui.workspace(), waiting := list(items)), len(waiting))


def work(steps: Iterable[Done], total: int) -> None:
    """Go through the steps of an ingest, drawing how far it is."""
    bar = st.progress(0.0, text="Loading the language model")
    stop = st.empty()
    # Any click ends a running script; this button is the one that says so.
    stop.button("Stop after this article", key="stop_adding", help="What is added stays; the rest can be added again")
    done: list[dict[str, Any]] = []
    st.session_state["added"] = done
    try:
        for step in steps:
            done.append({"name": step.name, "state": step.state, "reason": step.reason})
            bar.progress(len(done) / max(total, len(done)), text=f"{len(done)} of {total}: {step.name}")
    except DatelineError as error:
        st.error(str(error), icon=":material/error:")
        return
    bar.empty()
    stop.empty()
    st.rerun()


def _said() -> None:
    done = st.session_state.get("added", [])
    if not done:
        return
    for state, said in SAID.items():
        names = [d for d in done if d["state"] == state]
        if names and state != "failed":
            st.success(f"{wording.plural(len(names), 'article')} {said}", icon=":material/check:")
        for d in names if state == "failed" else ():
            st.error(ui.plain(f"{d['name']}: {d['reason']}"), icon=":material/error:")
    st.button("Dismiss", on_click=lambda: st.session_state.pop("added", None) and None, type="tertiary")
