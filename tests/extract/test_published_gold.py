"""Articles without a date: the interval that they are given holds the true day, and mostly little more.

The articles are written for this test, about what really happened on those days.
"""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from core.extract.pipeline import enrich
from core.records import Article

GOLD = [json.loads(line) for line in (Path(__file__).resolve().parents[1] / "gold" / "undated.jsonl").read_text(encoding="utf-8").splitlines()]
NARROW = 0.7
"""Share of the articles whose interval is no longer than ``most_days``; of the others an end stays open, or far."""


@pytest.fixture(scope="module")
def dated(nlp):
    return [e.article for e in enrich(nlp, [Article(id=str(n), text=g["text"]) for n, g in enumerate(GOLD)])]


def test_every_interval_holds_the_true_day(dated):
    wrong = [g["day"] for g, a in zip(GOLD, dated, strict=True) if not (a.published_earliest or "0") <= g["day"] <= (a.published_latest or "9")]
    assert wrong == []
    assert all(a.published_basis == "inferred" and a.published_clues for a in dated)


def test_most_intervals_are_narrow(dated):
    days = [
        (date.fromisoformat(a.published_latest) - date.fromisoformat(a.published_earliest)).days
        if a.published_earliest and a.published_latest
        else None
        for a in dated
    ]
    narrow = [d is not None and d <= g["most_days"] for d, g in zip(days, GOLD, strict=True)]
    assert sum(narrow) / len(narrow) >= NARROW, days
