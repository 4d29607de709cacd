"""Adding articles in the library: paste or upload, with progress, and stopping between articles.

The language model is loaded with the first article added and not before.
"""

from __future__ import annotations

import threading
import weakref
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from core.errors import ReadError
from core.ingest import FORMATS, Done, from_address, from_text, from_upload, ingest, reenrich
from core.ingest.engines import Local
from core.naming import article_name
from core.records import Article
from core.settings import FETCH
from core.show import ui, wording
from core.show.cards import Card, Target, cards
from core.show.jobs import Job, Part
from core.store.filters import Filters

SUFFIXES = tuple(suffix.lstrip(".") for suffix in FORMATS)
ADDRESSES = 20
AT_A_TIME, OF_MANY, MANY = 4, 12, 40
"""Articles in one commit, and in one of more than ``MANY``: a commit takes as long as half a dozen short articles."""
MOST_LINKS = 6
"""Links to articles just added."""
PASTED = "pasted"
"""Key of the session: how many pasted articles were stored."""
JOB, THEN, ENDED = "adding_job", "adding_then", "adding_ended"
"""Keys of the session: the job under way, what to do after it, what ended the last one early."""
EVERY = 0.3
"""Seconds between two looks at how far it is."""
SAID = {"stored": "added", "unchanged": "there already, unchanged", "failed": "not added"}
FACTS = (
    ("title", "Title"),
    ("outlet", "Outlet"),
    ("byline", "Byline"),
    ("published", "Published (YYYY-MM-DD)"),
    ("url", "Address"),
)


def draw() -> DeltaGenerator:
    """Draw the ways to add, and what became of the last articles added; gives the place for ``watch``."""
    ways = {"Paste a text": _paste, "Upload files": _upload} | ({"Fetch addresses": _fetch} if fetches() else {})
    # Above the forms, which are a screen long: else nobody sees that it is done.
    said = st.container()
    place = st.container(key="adding")
    for tab, way in zip(st.tabs(list(ways)), ways.values(), strict=True):
        with tab:
            way()
    with said:
        _said()
    return place


def fetches() -> bool:
    """Whether this dashboard may ask the network for addresses that a person enters."""
    return FETCH.get() in ("1", "local")


def _paste() -> None:
    # A number in the keys: a form whose article is stored starts afresh, one that failed keeps what was typed.
    number = st.session_state.get(PASTED, 0)
    with st.form("paste", clear_on_submit=False, border=False):
        text = st.text_area(
            "Text of the article",
            key=f"paste_text_{number}",
            height=200,
            placeholder="Paste the whole article, with its dateline. Line breaks are kept",
        )
        columns = [*st.columns(3), *st.columns(3)]  # row by row: on a phone they stand in this order
        given = {name: column.text_input(label, key=f"paste_{name}_{number}") for column, (name, label) in zip(columns, FACTS, strict=False)}
        st.caption("All but the text may stay empty. Without a date, the text's own clues give an interval.")
        submitted = st.form_submit_button("Add the article", type="primary", icon=":material/add:")
    if submitted:
        _add_pasted(text, given)


def _add_pasted(text: str, given: dict[str, str]) -> None:
    if not text.strip():
        st.error("The text is empty: paste the article first", icon=":material/error:")
        return
    try:
        run([from_text(text, **given)], then=_afresh)
    except ReadError as error:
        st.error(str(error), icon=":material/error:")


def _afresh() -> None:
    st.session_state[PASTED] = st.session_state.get(PASTED, 0) + 1


def _upload() -> None:
    with st.form("upload", clear_on_submit=True, border=False):
        files = st.file_uploader(
            "Files",
            type=list(SUFFIXES),
            accept_multiple_files=True,
            help=".txt, .md, .html, .eml, .pdf, .docx, .odt, .rtf: one article a file. .xml, .rss, .atom: a saved feed, one article an item. .csv, .tsv: one article a row, .jsonl: one a line, with text, and id, published, title, outlet where known. .zip: any of these",
        )
        submitted = st.form_submit_button("Add the articles", type="primary", icon=":material/upload:")
    if submitted and files:
        run([item for file in files for item in from_upload(file.name, file.getvalue())])


def _fetch() -> None:
    with st.form("fetch", clear_on_submit=True, border=False):
        entered = st.text_area(
            "Addresses, one a line",
            height=100,
            placeholder="https://",
            help=f"A page, a feed (one article an item), a text or a PDF. At most {ADDRESSES} at a time",
        )
        st.caption("Each address is asked once, from this machine; its server sees that. Links are not followed.")
        submitted = st.form_submit_button("Fetch and add", type="primary", icon=":material/download:")
    addresses = [*dict.fromkeys(entered.split())]
    if submitted and len(addresses) > ADDRESSES:
        st.error(f"At most {ADDRESSES} addresses at a time", icon=":material/error:")
    elif submitted and addresses:
        with st.spinner("Fetching"):
            items = [item for address in addresses for item in from_address(address)]
        run(items)


def run(items: list[Article | ReadError], then: Callable[[], None] | None = None) -> None:
    """Enrich and store, with progress. Stopping keeps what is done; the rest can be added again.

    ``then`` is called where every article went through. The page is drawn again at once.
    """
    st.session_state.pop(ENDED, None)
    work(_parts(items), len(items), then)


def set_date(article_id: str, day: str) -> None:
    """Keep an article's own date and enrich it again, so that everything relative moves."""
    ui.workspace().desk.set_published(article_id, day)
    read_again([article_id])


def read_again(ids: list[str]) -> None:
    """Enrich stored articles again whose date a person has set."""
    kept = ui.workspace()
    work([partial(reenrich, kept, ids[start : start + AT_A_TIME]) for start in range(0, len(ids), AT_A_TIME)], len(ids))


@st.cache_resource(show_spinner=False)
def engine() -> tuple[Local, threading.Lock]:
    """The loaded model, kept for the next articles, and who may use it: one visitor at a time."""
    return Local(), threading.Lock()


def _parts(items: list[Article | ReadError]) -> list[Part]:
    kept = ui.workspace()
    seen: dict[str, Article | ReadError] = {}
    again = [i for i in items if seen.setdefault(i.id if isinstance(i, Article) else str(id(i)), i) is not i]
    twice = [ReadError(i.id, "two articles of this id were given") for i in again if isinstance(i, Article)]
    waiting = [*twice, *seen.values()]
    size = AT_A_TIME if len(waiting) <= MANY else OF_MANY
    return [partial(ingest, kept, waiting[start : start + size]) for start in range(0, len(waiting), size)]


def work(parts: list[Part], total: int, then: Callable[[], None] | None = None) -> None:
    """Begin with the parts, or have them done after those under way, and draw the page again; ``watch`` shows how far they are."""
    state = st.session_state
    job: Job | None = state.get(JOB)
    if job is None or not job.add(parts, total):
        job = state[JOB] = Job(*engine())
        job.add(parts, total)
        state["added"] = job.done
        if ui.private():
            # A visitor's workspace goes with the visit, and what is being added to it has nowhere to go.
            weakref.finalize(state["own_folder"], job.stop)
    state[THEN] = then
    st.rerun()


def watch(place: DeltaGenerator) -> None:
    """Show how far adding is until it ends; the last thing on a page, all the rest of which can be used meanwhile.

    Any click ends the drawing, not the work: the next run draws on.
    """
    state = st.session_state
    job: Job | None = state.get(JOB)
    if job is None:
        return
    with place:
        bar, stop = st.progress(0.0, text="Loading the language model"), st.empty()
    if not job.stopped:
        stop.button("Stop after this article", key="stop_adding", on_click=job.stop, help="What is added stays; the rest can be added again")
    while not job.wait(EVERY):
        done = len(job.done)
        if done or job.stopped:
            said = "Stopping" if job.stopped else f"{done} of {job.total}: {job.done[-1].name}"
            bar.progress(done / max(job.total, done, 1), text=said)
    then = state.pop(THEN, None)
    del state[JOB]
    left = job.total - len(job.done)
    state[ENDED] = job.error or (f"Stopped: {wording.plural(left, 'article')} of {job.total:,} not added" if job.stopped and left > 0 else None)
    if then and not job.error and len(job.done) >= job.total and all(d.state != "failed" for d in job.done):
        then()
    st.rerun()


def _said() -> None:
    if error := st.session_state.get(ENDED):
        st.warning(ui.plain(error), icon=":material/error:")
    done: list[Done] = [*st.session_state.get("added", [])]
    if not done:
        return
    for state, said in SAID.items():
        names = [d for d in done if d.state == state]
        if names and state != "failed":
            st.success(f"{wording.plural(len(names), 'article')} {said}", icon=":material/check:")
        for d in names if state == "failed" else ():
            st.error(ui.plain(f"{d.name}: {d.reason}"), icon=":material/error:")
    _to_read([d.name for d in done if d.state != "failed"])
    st.button("Dismiss", on_click=_dismiss, type="tertiary")


def _dismiss() -> None:
    for name in ("added", ENDED):
        st.session_state.pop(name, None)


def _to_read(ids: list[str]) -> None:
    """The articles just added, as links to the reader."""
    first = tuple(ids[:MOST_LINKS])
    known = ui.by_id(ui.rows("articles", limit=MOST_LINKS, under=Filters(article=first)).frame) if first else {}
    items = [
        Card(target=Target("reader", {"article": i}), title=article_name(known[i]), lines=[said] if (said := _found(known[i])) else [], go="Read with the marks on")
        for i in first
        if i in known
    ]
    if items:
        cards(items, "just_added", "columns")


def _found(row: Mapping[str, Any]) -> str:
    """What was found in an article: ``12 places, 3 claims, 8 statements``."""
    kinds = (("n_toponyms", "place name"), ("n_claims", "claim"), ("n_events", "event"), ("n_attributions", "statement"))
    if row.get("n_claims") is None:
        return ""
    return wording.listed(wording.plural(int(row[kind]), noun) for kind, noun in kinds if row[kind]) or "Nothing was found in it"
