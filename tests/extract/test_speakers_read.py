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
