"""News and narrative passages against hand-made gold, with the model: scores must not fall below their floors.

The passages are written for this test; ``[words|TYPE|value]`` marks an expression.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from core.extract.pipeline import enrich
from core.records import Article
from tests.scoring import score

TESTS = Path(__file__).resolve().parents[1]
FLOORS: dict[str, float] = json.loads((TESTS / "floors.json").read_text(encoding="utf-8"))["timexes"]
MARK = re.compile(r"\[([^|\]]+)\|([A-Z]+)\|([^\]]*)\]")
Passage = tuple[list[dict[str, Any]], list[dict[str, Any]]]


def unmark(marked: str) -> tuple[str, list[dict[str, Any]]]:
    text, gold, end = "", [], 0
    for match in MARK.finditer(marked):
        text += marked[end : match.start()]
        gold.append({"start_char": len(text), "end_char": len(text) + len(match[1]), "type": match[2], "value": match[3]})
        text, end = text + match[1], match.end()
    return text + marked[end:], gold


@pytest.fixture(scope="module")
def passages(nlp) -> list[Passage]:
    gold, articles = [], []
    for path in sorted((TESTS / "gold" / "timexes").glob("*.txt")):
        for block in path.read_text(encoding="utf-8").strip().split("\n\n"):
            head, _, body = block.partition("\n")
            published = head.removeprefix("published: ")
            text, expected = unmark(body)
            gold.append(expected)
            articles.append(Article(id=str(len(articles)), text=text, published=None if published == "none" else published))
    fields = ("start_char", "end_char", "type", "value")
    return [(g, [{f: getattr(t, f) for f in fields} for t in e.timexes]) for g, e in zip(gold, enrich(nlp, articles), strict=True)]


@pytest.mark.parametrize(
    ("name", "right"),
    [
        ("relaxed", lambda g, f: True),
        ("strict", lambda g, f: (g["start_char"], g["end_char"]) == (f["start_char"], f["end_char"])),
        ("type", lambda g, f: g["type"] == f["type"]),
        ("value", lambda g, f: g["value"] == f["value"]),
    ],
)
def test_floor(passages, name, right):
    reached = score(passages, right)
    assert reached >= FLOORS[name], f"{name}: {reached:.3f}"
