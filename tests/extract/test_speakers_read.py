"""Who speaks, and through whom, in short passages read by the model."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from core.extract.pipeline import enrich
from core.records import Article, Attribution

GOLD = Path(__file__).resolve().parents[1] / "gold"


def passages(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (GOLD / name).read_text(encoding="utf-8").splitlines()]


def read(nlp: Any, rows: list[dict[str, Any]]) -> list[tuple[dict[str, Any], Attribution | None]]:
    """Each row with the attribution that has its words: the outermost, or of ``exactly`` the innermost."""
    found = []
    for row, enriched in zip(rows, enrich(nlp, [Article(id=str(i), text=row["text"]) for i, row in enumerate(rows)]), strict=True):
        around = [a for a in enriched.attributions if any(row["said"] in row["text"][s:e] for s, e in a.content)]
        choose = min if row.get("exactly") else max
        found.append((row, choose(around, key=lambda a: sum(e - s for s, e in a.content)) if around else None))
    return found


def bare(name: str | None) -> str:
    return (name or "").casefold().removeprefix("the ")


@pytest.fixture(scope="module")
def speakers(nlp) -> list[tuple[dict[str, Any], Attribution | None]]:
    return read(nlp, passages("speakers.jsonl"))


@pytest.fixture(scope="module")
def chains(nlp) -> list[tuple[dict[str, Any], Attribution | None]]:
    return read(nlp, passages("chains.jsonl"))


@pytest.mark.parametrize("at", range(len(passages("speakers.jsonl"))), ids=lambda i: passages("speakers.jsonl")[i]["said"])
def test_the_speaker_by_the_fullest_name(speakers, at):
    row, found = speakers[at]
    assert bare(found.speaker if found else None) == bare(row["speaker"])


@pytest.mark.parametrize("at", range(len(passages("chains.jsonl"))), ids=lambda i: passages("chains.jsonl")[i]["said"])
def test_the_chain(chains, at):
    row, found = chains[at]
    assert found is not None
    assert bare(found.speaker) == bare(row["speaker"])
    assert [bare(name) for name in found.via] == [bare(name) for name in row.get("via", [])]
    assert bare(found.addressee) == bare(row.get("addressee"))
    assert (found.nested_in is not None) == row.get("nested", False)


NOTHING_SAID = (
    "Twelve soldiers attacked a checkpoint near the border on Monday.",
    "Gunmen attacked the village of Dori and killed 12 people.",
    "Belgium plans to send 30 jets by 2028.",
    "The army intends to recruit 4,000 men.",
)


@pytest.mark.parametrize("text", NOTHING_SAID)
def test_deeds_and_plans_are_not_said(nlp, text):
    assert nlp(text)._.attributions == ()


SAID = {
    "Senator Lee attacked Governor Park for ignoring the report.": "Governor Park for ignoring the report",
    "Deaths rose to 40 and injuries fell to 12, according to the health ministry.": "Deaths rose to 40 and injuries fell to 12",
    "But the bridge was open, residents said.": "the bridge was open",
    "The minister called the report baseless in a statement carried by the Tass news agency.": "the report baseless",
    "16:45 GMT - Port still closed\nA harbour pilot told us by phone on Friday afternoon that nine ships had been waiting outside the harbour since the morning, two of them with grain.": "that nine ships had been waiting outside the harbour since the morning, two of them with grain",
}


@pytest.mark.parametrize("text", SAID)
def test_what_is_said_ends_where_the_saying_begins(nlp, text):
    (found,) = nlp(text)._.attributions
    assert found.text == SAID[text]


def test_a_heading_is_no_part_of_who_speaks(nlp):
    text = next(t for t in SAID if "\n" in t)
    (found,) = nlp(text)._.attributions
    assert found.speaker == "A harbour pilot"


def test_data_speak_for_who_compiled_them(nlp):
    text = "Exports fell by a third, according to figures that the Trade Ministry released on Friday."
    (found,) = nlp(text)._.attributions
    assert bare(found.speaker) == "trade ministry"
    assert text[found.source[0][0] : found.source[0][1]].startswith("figures")


def test_a_dateline_is_no_part_of_who_speaks(nlp):
    (found,) = nlp("ADEN/MUSCAT - Oman's shipping office said on Thursday it had lost touch with a tanker.")._.attributions
    assert found.speaker == "Oman's shipping office"


def test_a_source_keeps_the_end_of_its_bracket(nlp):
    text = "The relief office (ORA) said last week that 640 people had fled."
    (found,) = nlp(text)._.attributions
    assert text[slice(*found.source[0])] == found.speaker == "The relief office (ORA)"


@pytest.mark.parametrize("odd", ["", "the", "The group said.", "It said it said it.", "The 43-year-old said.", "He " * 50 + "said so.", "قال: the group said no."])
def test_odd_words_for_speakers_do_no_harm(nlp, odd):
    assert all(odd[a.start_char : a.end_char] == a.text for a in nlp(odd)._.attributions)
