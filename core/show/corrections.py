"""What a person adds to a record: another place, a grade, a verdict, a note. Kept at the desk."""

from __future__ import annotations

from functools import partial
from typing import Any

import msgspec
import streamlit as st

from core.ingest.places import places_called
from core.records import Attribution, Candidate, Claim, EnrichedArticle, Record, Toponym
from core.show import ui, wording
from core.show.attempts import attempt
from core.store.deskfile import CREDIBILITY, RELIABILITY

NO_PLACE = "It is no place"
AS_FOUND = "As found"


def panel(article: EnrichedArticle, kind: str, record: Record) -> None:
    """Draw what can be corrected or added to a record."""
    if isinstance(record, Toponym):
        place(article, record)
    if isinstance(record, Claim | Attribution):
        _grades(article, kind, record)
    _verdict(article, kind, record)
    _notes(article, kind, record)


def marks_on(article: EnrichedArticle, what: str, record: Record) -> list[Any]:
    """The marks of one sort on a record, the oldest first."""
    return [m for m in ui.workspace().desk.marks(what, article.article.id) if m.record_id == record.id]  # type: ignore[arg-type]


# --- places ------------------------------------------------------------------------------
def place(article: EnrichedArticle, toponym: Toponym) -> None:
    """Which place a toponym means: what was found, its candidates, or none."""
    candidates = {_name(n, c): c for n, c in enumerate(toponym.candidates, 1)}
    picked = marks_on(article, "place", toponym)
    own = _own(picked, toponym.candidates)
    st.caption(
        "The places that it may mean, the best first, with the scores that decided. Another choice is kept as your correction."
    )
    st.radio(
        "Which place is meant",
        [AS_FOUND, *candidates, NO_PLACE, *own],
        index=len(candidates) + 2 if own else _current(picked, list(candidates.values())),
        key=f"place_{article.article.id}_{toponym.id}_{len(picked)}",
        on_change=attempt(lambda: _pick_place(article, toponym, candidates, len(picked))),
    )
    _another(article, toponym, len(picked))


def _own(picked: list[Any], candidates: tuple[Candidate, ...]) -> list[str]:
    """The place chosen last, in words, where it is none of the candidates."""
    value = picked[-1].value if picked else None
    if value is None or any((c.lat, c.lon) == (value.get("lat"), value.get("lon")) for c in candidates):
        return []
    return [f"Your choice: {_called({name: value.get(name) for name in ('name', 'country', 'kind', 'lat', 'lon')})}"]


def _another(article: EnrichedArticle, toponym: Toponym, made: int) -> None:
    """A place that is not among the candidates: by its name or its coordinates."""
    key = f"another_{article.article.id}_{toponym.id}_{made}"
    asked = st.text_input(
        "Another place",
        key=key,
        placeholder="Tripoli, Lebanon",
        help="A name, with the country behind a comma if need be, or coordinates such as 36.2, 37.1. Looked up in the gazetteer that comes with Dateline; nothing is asked online.",
    )
    if not asked.strip():
        return
    found = {_called(p): p for p in places_called(asked)}
    if not found:
        st.text("No place of that name is in the gazetteer. Coordinates are always taken.")
        return
    chosen = st.radio("Places of that name", list(found), key=f"{key}_found_{asked}")
    st.button(
        "Take this place",
        key=f"{key}_take",
        on_click=attempt(lambda: ui.workspace().desk.pick_place(article, toponym, found[chosen])),
    )


def _called(place: dict[str, Any]) -> str:
    kind = wording.place_kind(place) if place["kind"] else None
    where = wording.listed((place["name"], wording.country(place["country"]), kind))
    return f"{where} ({place['lat']:.2f}, {place['lon']:.2f})" if place["lat"] is not None else where


def _name(number: int, candidate: Candidate) -> str:
    where = wording.listed((candidate.name, wording.country(candidate.country)))
    return f"{number}. {where} ({candidate.lat:.2f}, {candidate.lon:.2f}), score {candidate.score:.2f}"


def _current(picked: list[Any], candidates: list[Candidate]) -> int:
    if not picked:
        return 0
    value = picked[-1].value
    if value is None:
        return len(candidates) + 1
    same = [n for n, c in enumerate(candidates, 1) if (c.lat, c.lon) == (value.get("lat"), value.get("lon"))]
    return same[0] if same else 0


def _pick_place(article: EnrichedArticle, toponym: Toponym, candidates: dict[str, Candidate], made: int) -> None:
    chosen = st.session_state[f"place_{article.article.id}_{toponym.id}_{made}"]
    desk = ui.workspace().desk
    if chosen == AS_FOUND:
        for mark in marks_on(article, "place", toponym):
            desk.undo(mark.id)
        return
    candidate = candidates.get(chosen)
    if candidate is None and chosen != NO_PLACE:
        return  # the choice of one's own that stands already
    meant = msgspec.to_builtins(candidate) if candidate else None
    if meant:
        meant.pop("score")
    desk.pick_place(article, toponym, meant)


# --- grades ------------------------------------------------------------------------------
RELIABLE = {
    "A": "A completely reliable", "B": "B usually reliable", "C": "C fairly reliable",
    "D": "D not usually reliable", "E": "E unreliable", "F": "F cannot be judged",
}  # fmt: skip
CREDIBLE = {
    "1": "1 confirmed by other sources", "2": "2 probably true", "3": "3 possibly true",
    "4": "4 doubtful", "5": "5 improbable", "6": "6 cannot be judged",
}  # fmt: skip
"""NATO's Admiralty code (AJP-2.1): two fields that only a person sets."""


def reliability(speaker: str) -> None:
    """The source's reliability, A to F."""
    desk = ui.workspace().desk
    now = desk.reliabilities().get(speaker, "F")
    key = f"reliability_{speaker}_{now}"
    st.selectbox(
        "Reliability of the source",
        list(RELIABILITY),
        index=list(RELIABILITY).index(now),
        format_func=RELIABLE.__getitem__,
        key=key,
        on_change=attempt(lambda: desk.grade_source(speaker, st.session_state[key])),
    )


def _grades(article: EnrichedArticle, kind: str, record: Claim | Attribution) -> None:
    desk = ui.workspace().desk
    marks = marks_on(article, "credibility", record)
    now = str(marks[-1].value) if marks else "6"
    key = f"credibility_{article.article.id}_{record.id}_{now}"
    left, right = st.columns(2)
    with left:
        if record.speaker:
            reliability(record.speaker)
    with right:
        st.selectbox(
            "Credibility of what is said",
            list(CREDIBILITY),
            index=list(CREDIBILITY).index(now),
            format_func=CREDIBLE.__getitem__,
            key=key,
            on_change=attempt(lambda: desk.grade_information(article, kind, record, st.session_state[key])),
        )


# --- verdicts and notes ------------------------------------------------------------------
def _verdict(article: EnrichedArticle, kind: str, record: Record) -> None:
    desk = ui.workspace().desk
    marks = marks_on(article, "review", record)
    key = f"review_{article.article.id}_{record.id}_{len(marks)}"

    def changed() -> None:
        chosen = st.session_state[key]
        for mark in marks:
            desk.undo(mark.id)
        if chosen:
            desk.review(article, kind, record, "right" if chosen == "Right" else "wrong")

    now = {"right": "Right", "wrong": "Wrong"}.get(str(marks[-1].value)) if marks else None
    st.segmented_control("Did the machine read it right?", ["Right", "Wrong"], default=now, key=key, on_change=attempt(changed))


def _notes(article: EnrichedArticle, kind: str, record: Record) -> None:
    desk = ui.workspace().desk
    for mark in marks_on(article, "note", record):
        text, button = st.columns([5, 1], vertical_alignment="center")
        text.text(str(mark.value))
        button.button("Remove", key=f"unnote_{mark.id}", on_click=attempt(partial(desk.undo, mark.id)), type="tertiary")
    with st.form(f"note_{article.article.id}_{record.id}", clear_on_submit=True, border=False):
        written = st.text_area(
            "Note",
            placeholder="What you know about it. Kept at your desk, never lost when the article is read again",
            height=80,
        )
        if st.form_submit_button("Keep the note") and written.strip():
            attempt(lambda: desk.note(article, written.strip(), kind, record))()
            st.rerun()
