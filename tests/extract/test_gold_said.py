"""Who says what in articles made for it: what is found must not fall below its floor."""

from __future__ import annotations

import json
from typing import Any

import pytest

from core.extract.pipeline import enrich
from core.extract.speech.chains import chain
from core.records import Article, Attribution
from tests.extract.test_gold_articles import TESTS, locate
from tests.scoring import pair_spans

FLOORS: dict[str, float] = json.loads((TESTS / "floors.json").read_text(encoding="utf-8"))["said"]
Pair = tuple[dict[str, Any], Attribution]


@pytest.fixture(scope="module")
def read(nlp) -> tuple[list[Pair], int, int]:
    """Gold and found attributions that share words, and how many there are of each."""
    lines = (TESTS / "gold" / "said.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    pairs: list[Pair] = []
    found = 0
    for row, e in zip(rows, enrich(nlp, [Article(id=row["id"], text=row["text"]) for row in rows]), strict=True):
        gold = [(locate(row["text"], a["content"][0])[0], locate(row["text"], a["content"][-1])[1]) for a in row["attributions"]]
        close = pair_spans(gold, [(a.start_char, a.end_char) for a in e.attributions])
        pairs += [(row["attributions"][i], e.attributions[j]) for i, j in close]
        found += len(e.attributions)
    return pairs, found, sum(len(row["attributions"]) for row in rows)


def same_name(gold: str, found: str | None) -> bool:
    return gold.casefold().removeprefix("the ") == (found or "").casefold().removeprefix("the ")


MEASURES = {
    "exact": lambda g, a: a.text in g["content"],
    "speaker": lambda g, a: same_name(g["speaker"], a.speaker),
    "via": lambda g, a: len(g["via"]) == len(chain(a)) and all(map(same_name, g["via"], chain(a))),
}


@pytest.mark.parametrize("name", MEASURES)
def test_who_says_what(read, name):
    pairs, found, gold = read
    reached = 2 * sum(MEASURES[name](g, a) for g, a in pairs) / (found + gold)
    assert reached >= FLOORS[name], f"{name}: {reached:.3f}"
