"""Whole articles against hand-made gold: scores must not fall below their floors."""

from __future__ import annotations

import json
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from core.extract.pipeline import enrich
from core.records import Article, EnrichedArticle
from tests.scoring import kilometres, score

TESTS = Path(__file__).resolve().parents[1]
FLOORS: dict[str, float] = json.loads((TESTS / "floors.json").read_text(encoding="utf-8"))["articles"]
Pairs = list[tuple[list[dict[str, Any]], list[dict[str, Any]]]]


def locate(text: str, words: str, nth: int = 1) -> tuple[int, int]:
    """Offsets of the ``nth`` occurrence of ``words``."""
    start = -1
    for _ in range(nth):
        start = text.index(words, start + 1)
    return start, start + len(words)


def with_offsets(text: str, records: list[dict[str, Any]], field: str = "text") -> list[dict[str, Any]]:
    found = [(r, locate(text, r[field], r.get("nth", 1))) for r in records]
    return [{**r, "start_char": start, "end_char": end} for r, (start, end) in found]


def as_dicts(text: str, records: tuple[Any, ...]) -> list[dict[str, Any]]:
    rows = [{name: getattr(r, name) for name in r.__struct_fields__} for r in records]
    for row in rows:
        if isinstance(row.get("source"), tuple):
            row["source_text"] = " ".join(text[a:b] for a, b in row["source"])
    return rows


@pytest.fixture(scope="module")
def articles(nlp) -> list[tuple[dict[str, Any], EnrichedArticle]]:
    gold, read = [], []
    for path in sorted((TESTS / "gold" / "articles").glob("*.txt")):
        gold.append(json.loads(path.with_suffix(".json").read_text(encoding="utf-8")))
        given = {"published": gold[-1]["published"], "published_basis": "given", "outlet": gold[-1]["outlet"]}
        read.append(Article(id=path.stem, text=path.read_text(encoding="utf-8"), **given))
    return list(zip(gold, enrich(nlp, read), strict=True))


def pairs(articles: list[tuple[dict[str, Any], EnrichedArticle]], kind: str, field: str = "text") -> Pairs:
    """Gold and found records of the articles whose gold has that kind."""
    return [(with_offsets(e.article.text, gold[kind], field), as_dicts(e.article.text, getattr(e, kind))) for gold, e in articles if kind in gold]


def same(gold: dict[str, Any], found: dict[str, Any], *fields: str) -> bool:
    return all(gold[f] == found[f] for f in fields)


def shares_a_word(gold: str | None, found: str | None) -> bool:
    words = [set((name or "").lower().replace("'s", "").split()) - {"the"} for name in (gold, found)]
    return bool(words[0] & words[1]) or not (words[0] or words[1])


NUMBER = ("value", "low", "high")
CLAIM_MEASURES = {
    "claims_found": partial(same),
    "claims_number": lambda g, f: same(g, f, *NUMBER, "modifier", "unit"),
    "claims_category": lambda g, f: same(g, f, *NUMBER, "category"),
    "claims_status": lambda g, f: same(g, f, *NUMBER, "status"),
    "claims_window": lambda g, f: same(g, f, *NUMBER) and g["window"] == [f["window_begin"], f["window_end"]],
    "claims_speaker": lambda g, f: same(g, f, *NUMBER) and shares_a_word(g["speaker"], f["speaker"]),
}


@pytest.mark.parametrize("name", CLAIM_MEASURES)
def test_claims(articles, name):
    measured = [(gold, e) for gold, e in articles if name != "claims_window" or all("window" in claim for claim in gold["claims"])]
    reached = score(pairs(measured, "claims"), CLAIM_MEASURES[name])
    assert reached >= FLOORS[name], f"{name}: {reached:.3f}"


def test_timexes(articles):
    reached = score(pairs(articles, "timexes"), lambda g, f: same(g, f, "type", "value"))
    assert reached >= FLOORS["timexes_value"], f"{reached:.3f}"


def test_attributions(articles):
    reached = score(pairs(articles, "attributions", "content"), lambda g, f: mostly(g, f) and speaks(g, f))
    assert reached >= FLOORS["attributions_content_and_source"], f"{reached:.3f}"


def mostly(gold: dict[str, Any], found: dict[str, Any]) -> bool:
    """Half of what either covers is covered by both."""
    starts, ends = zip(*((r["start_char"], r["end_char"]) for r in (gold, found)), strict=True)
    return 2 * (min(ends) - max(starts)) >= max(ends) - min(starts)


def speaks(gold: dict[str, Any], found: dict[str, Any]) -> bool:
    return shares_a_word(gold["source"], found["source_text"])


def test_places(articles):
    """Recall and distance only: the gold names some of the places of each article."""
    expected = found = 0
    for gold, predicted in pairs(articles, "toponyms"):
        for g in gold:
            near = [f for f in predicted if f["start_char"] < g["end_char"] and g["start_char"] < f["end_char"]]
            expected += 1
            found += any(f["lat"] is not None and kilometres((g["lat"], g["lon"]), (f["lat"], f["lon"])) <= 161 for f in near)
    assert found / expected >= FLOORS["places_161km"], f"{found} of {expected}"
