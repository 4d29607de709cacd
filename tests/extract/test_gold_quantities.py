"""Authored sentences with their quantities: scores must not fall below their floors."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from core.extract.pipeline import enrich
from core.records import Article
from tests.scoring import score

TESTS = Path(__file__).resolve().parents[1]
FLOORS: dict[str, float] = json.loads((TESTS / "floors.json").read_text(encoding="utf-8"))["quantities"]
Pairs = list[tuple[list[dict[str, Any]], list[dict[str, Any]]]]


def read(nlp: Any, name: str) -> Pairs:
    rows = [json.loads(line) for line in (TESTS / "gold" / name).read_text(encoding="utf-8").splitlines()]
    enriched = enrich(nlp, [Article(id=str(n), text=row["text"]) for n, row in enumerate(rows)])
    return [(located(row), [as_dict(q) for q in e.quantities]) for row, e in zip(rows, enriched, strict=True)]


@pytest.fixture(scope="module")
def pairs(nlp: Any) -> Pairs:
    return read(nlp, "quantities.jsonl")


@pytest.fixture(scope="module")
def conflict_pairs(nlp: Any) -> Pairs:
    return read(nlp, "conflict_quantities.jsonl")


def located(row: dict[str, Any]) -> list[dict[str, Any]]:
    at, found = 0, []
    for q in row["quantities"]:
        at = row["text"].index(q["text"], at)
        found.append({**q, "start_char": at, "end_char": at + len(q["text"])})
        at += len(q["text"])
    return found


def as_dict(record: Any) -> dict[str, Any]:
    return {name: getattr(record, name) for name in record.__struct_fields__}


def same_number(gold: dict[str, Any], found: dict[str, Any]) -> bool:
    return all(gold[f] == pytest.approx(found[f]) if gold[f] is not None else found[f] is None for f in ("value", "low", "high"))


MEASURES = {
    "value": same_number,
    "value_and_unit": lambda g, f: same_number(g, f) and g["unit"] == f["unit"],
    "value_and_rate": lambda g, f: same_number(g, f) and g.get("per") == f["per"],
}


def same_fields(gold: dict[str, Any], found: dict[str, Any]) -> bool:
    others = ("text", "modifier", "change", "unit", "counted", "per")
    return same_number(gold, found) and all(gold.get(f) == found[f] for f in others)


@pytest.mark.parametrize("name", MEASURES)
def test_quantities(pairs, name):
    reached = score(pairs, MEASURES[name])
    missed = [(g, f) for g, f in pairs if score([(g, f)], MEASURES[name]) < 1]
    assert reached >= FLOORS[name], f"{name}: {reached:.3f} {missed}"


def test_quantities_of_conflict_reports_in_every_field(conflict_pairs):
    reached = score(conflict_pairs, same_fields)
    missed = [(g, f) for g, f in conflict_pairs if score([(g, f)], same_fields) < 1]
    assert reached >= FLOORS["conflict_every_field"], f"{reached:.3f} {missed}"
