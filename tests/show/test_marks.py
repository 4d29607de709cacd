"""What the reader marks, and the offsets that cross to the browser."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from core.records import (
    Article,
    Attribution,
    Claim,
    EnrichedArticle,
    Entity,
    Event,
    Quantity,
    Timex,
    Toponym,
    record_id,
)
from core.show.reader import payload
from core.show.reader.marks import find, marks, related, utf16

TEXT = "HOMS 😀 — Russia said on Monday that 20 shells hit Homs."


def span(kind: str, words: str, last: bool = False) -> dict[str, object]:
    start = TEXT.rindex(words) if last else TEXT.index(words)
    end = start + len(words)
    return {"id": record_id(kind, start, end), "start_char": start, "end_char": end, "text": words, "rule": "made"}


def made() -> EnrichedArticle:
    said = span("attribution", "20 shells hit Homs")
    source, cue = (TEXT.index("Russia"), TEXT.index("Russia") + 6), (TEXT.index("said"), TEXT.index("said") + 4)
    monday = Timex(**span("timex", "Monday"), type="DATE", value="2016-05-02")
    number = span("quantity", "20 shells")
    return EnrichedArticle(
        article=Article(id="a", text=TEXT),
        entities=(Entity(**span("entity", "Russia"), label="GPE", entity="Russia"),),
        toponyms=(
            Toponym(**span("toponym", "HOMS"), name="Homs", role="dateline"),
            Toponym(**span("toponym", "Russia"), name="Russia", role="actor"),
            Toponym(**span("toponym", "Homs", last=True), name="Homs"),
        ),
        timexes=(monday,),
        quantities=(Quantity(**number, value=20.0),),
        claims=(Claim(**{**number, "id": "claim-1"}, value=20.0, attribution_id=str(said["id"]), source=(source,)),),
        attributions=(Attribution(**said, content=((said["start_char"], said["end_char"]),), source=(source,), cue=(cue,), speaker="Russia"),),
        events=(Event(**span("event", "20 shells hit Homs"), trigger=(TEXT.index("hit"), TEXT.index("hit") + 3), lemma="hit", timex_id=monday.id),),
    )


def test_marks_come_in_text_order_the_outer_before_the_inner():
    found = [(m.layer, TEXT[m.start : m.end]) for m in marks(made())]
    starts = [m.start for m in marks(made())]
    assert starts == sorted(starts)
    assert found.index(("attributions", "20 shells hit Homs")) < found.index(("claims", "20 shells"))
    assert ("events", "hit") in found


def test_a_quantity_that_is_a_claim_is_marked_once():
    assert [m.layer for m in marks(made()) if TEXT[m.start : m.end] == "20 shells"] == ["claims"]


def test_a_dateline_and_an_actor_have_symbols_of_their_own():
    symbols = [m.symbol for m in marks(made()) if m.layer == "toponyms"]
    assert len(set(symbols)) == 3
    assert "named as actor" in next(m.label for m in marks(made()) if m.layer == "toponyms" and TEXT[m.start : m.end] == "Russia")


def test_a_claim_rests_on_its_source_and_the_cue_of_its_speech():
    beside = related(made())
    assert {TEXT[a:b] for a, b in beside["claim-1"]} == {"Russia", "said"}
    assert {TEXT[a:b] for spans in beside.values() for a, b in spans} == {"Russia", "said", "Monday"}


def test_a_record_is_found_with_its_kind():
    found = find(made(), "claim-1")
    assert found is not None
    assert (found[0], found[1].text) == ("claims", "20 shells")
    assert find(made(), "claim-0") is None


def test_offsets_cross_to_the_browser_in_utf16_units():
    data = payload(made())
    units = data["text"].encode("utf-16-le")
    for one in data["spans"]:
        words = units[2 * one["start"] : 2 * one["end"]].decode("utf-16-le")
        assert words in {"HOMS", "Russia", "Homs", "Monday", "20 shells", "20 shells hit Homs", "hit"}


@given(st.text())
def test_utf16_ends_where_the_browser_ends(text):
    at = utf16(text)
    assert len(at) == len(text) + 1
    assert at[-1] == len(text.encode("utf-16-le", "surrogatepass")) // 2
