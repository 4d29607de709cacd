"""The toponyms of whole texts: records, offsets, odd input; the floor of the authored sentences."""

from __future__ import annotations

import json
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.lang.en import English

from core.extract.component import Extractor, article_of
from core.extract.components.entities import find_entities
from core.extract.components.toponyms import find_toponyms
from core.extract.pipeline import enrich
from core.records import Article
from tests.scoring import f_score, kilometres, pair_spans

TESTS = Path(__file__).resolve().parents[1]
FLOORS = json.loads((TESTS / "floors.json").read_text(encoding="utf-8"))["places"]
NEAR_KM = 161.0
"""The distance within which the field calls a toponym resolved: 100 miles."""


TOKENIZE = English().make_doc


def doc_of(text, ents=()):
    doc = TOKENIZE(text)
    doc.set_ents([doc.char_span(*span, label=label, alignment_mode="expand") for *span, label in ents])
    return doc


def test_a_record_says_where_what_and_how_sure():
    text = "Shells hit Aleppo near Syria ."
    (aleppo, syria) = find_toponyms(doc_of(text, [(11, 17, "GPE"), (23, 28, "GPE")]))
    assert (aleppo.text, aleppo.name, aleppo.kind, aleppo.country, aleppo.role) == ("Aleppo", "Aleppo", "city", "SY", "location")
    assert (aleppo.lat, aleppo.lon) == pytest.approx((36.2, 37.16), abs=0.02)
    assert aleppo.geonameid == 170063
    assert aleppo.uncertainty_m > 5000
    assert aleppo.candidates[0].geonameid == 170063
    assert [c.score for c in aleppo.candidates] == sorted((c.score for c in aleppo.candidates), reverse=True)
    assert syria.geometry == "country:SY"
    assert aleppo.rule
    assert aleppo.id == "toponym-11-17"


def test_a_dateline_is_kept_on_the_article():
    doc = doc_of("DAMASCUS — Shells fell .")
    assert [t.role for t in find_toponyms(doc)] == ["dateline"]
    assert article_of(doc).dateline == "DAMASCUS"


@pytest.mark.parametrize(
    ("text", "ents", "places"),
    [
        ("The Arakan Army took Sittwe .", [(0, 15, "ORG"), (21, 27, "GPE")], ["Sittwe"]),
        ("Fighters of M23 rebels left Goma .", [(12, 15, "GPE"), (28, 32, "GPE")], ["Goma"]),
        ("The Free Syrian Army held Azaz .", [(4, 20, "ORG"), (26, 30, "GPE")], ["Syrian", "Azaz"]),
        ("He came from Arakan .", [(13, 19, "GPE")], ["Arakan"]),
    ],
)
def test_words_of_an_armed_group_s_name_are_no_places(text, ents, places):
    doc = doc_of(text, ents)
    Extractor("entities", find_entities)(doc)
    assert [t.text for t in find_toponyms(doc)] == places


def test_a_border_has_a_line_and_no_point():
    (border,) = (t for t in find_toponyms(doc_of("Turkey guards the Turkish-Syrian border .")) if t.kind == "border")
    assert (border.geometry, border.lat, border.lon) == ("border:SY-TR", None, None)


def test_a_named_line_is_the_border_that_it_runs_along():
    (line,) = find_toponyms(doc_of("Guns fired along the Durand Line ."))
    assert (line.text, line.kind, line.geometry, line.lat, line.uncertainty_m) == ("Durand Line", "border", "border:AF-PK", None, None)


def test_a_line_without_a_drawn_course_keeps_its_point_and_its_doubt():
    (line,) = find_toponyms(doc_of("Guns fired across the Line of Control ."))
    assert (line.kind, line.geometry) == ("region", None)
    assert line.uncertainty_m >= 100_000


@pytest.mark.parametrize(
    "text",
    [
        "", " ", "\n\n\n", "X" * 10_000, "Homs " * 3000, "대한민국 서울", "دمشق وحلب", "Дамаск и Алеппо", "(" * 500, "北京,上海。",
        "Reading is nice , and Turkey the bird is in Mobile", "37S JV 12345 67890", "A.B.C.D.E.F.G. " * 200, "-" * 2000, "of of of of",
    ],
)  # fmt: skip
def test_odd_input_neither_raises_nor_pins_wildly(text):
    found = list(find_toponyms(doc_of(text)))
    assert all(text[t.start_char : t.end_char] == t.text for t in found)
    assert {t.text for t in found} <= {"Turkey", "Homs"}


@pytest.mark.parametrize(
    ("text", "words", "rule"),
    [
        ("Shells fell at 37S CA 34576 07700 .", "37S CA 34576 07700", "military-grid"),
        ("Shells fell at 36°12'N 37°09'E .", "36°12'N 37°09'E", "coordinates"),
        ("Shells fell at 36.2 N, 37.16 E .", "36.2 N, 37.16 E", "coordinates"),
        ("Shells fell at 36° 12′ 00″ N 37° 09′ 36″ E .", "36° 12′ 00″ N 37° 09′ 36″ E", "coordinates"),
    ],
)
def test_points_in_figures_are_read(text, words, rule):
    (point,) = find_toponyms(doc_of(text))
    assert (point.text, point.rule, point.kind) == (words, rule, "point")
    assert (point.lat, point.lon) == (pytest.approx(36.2, abs=0.01), pytest.approx(37.16, abs=0.02))


def test_a_name_of_ten_thousand_characters_is_no_place():
    long = "Ab" * 5000
    assert list(find_toponyms(doc_of(long, [(0, len(long), "GPE")]))) == []


@settings(max_examples=60)
@given(st.text(max_size=200))
def test_any_text_keeps_the_law_of_offsets(text):
    doc = TOKENIZE(text)
    for t in find_toponyms(doc):
        assert doc.text[t.start_char : t.end_char] == t.text


@pytest.fixture(scope="module", params=["places", "world_news", "conflict_places"])
def read(request, nlp):
    """A gold file's name, its rows, and what was found in each: toponyms with a point, peoples apart, which no gold marks."""
    lines = (TESTS / "gold" / f"{request.param}.jsonl").read_text(encoding="utf-8").splitlines()
    gold = [json.loads(line) for line in lines]
    articles = enrich(nlp, [Article(id=row["id"], text=row["text"]) for row in gold])
    return request.param, gold, [[t for t in e.toponyms if t.lat is not None and t.role != "demonym"] for e in articles]


def end_to_end(gold, found, without_countries=False):
    """F at 161 km; a gold toponym without a point counts neither for nor against what was found there."""
    hits = n_gold = n_found = 0
    for row, records in zip(gold, found, strict=True):
        countries = [r for r in records if r.kind == "country"]
        pairs = pair_spans([(g["start"], g["end"]) for g in row["gold"]], [(r.start_char, r.end_char) for r in records])
        marked = {i for i, g in enumerate(row["gold"]) if g["lat"] is not None}
        skipped = [j for i, j in pairs if i not in marked]
        easy = {i for i, j in pairs if records[j] in countries} if without_countries else set()
        right = {i for i, j in pairs if i in marked and _is_near(row["gold"][i], records[j])}
        hits += len(right - easy)
        n_gold += len(marked - easy)
        n_found += sum(j not in skipped and not (without_countries and r in countries) for j, r in enumerate(records))
    return f_score(hits, n_found, n_gold)


def _is_near(gold, record):
    return kilometres((gold["lat"], gold["lon"]), (record.lat, record.lon)) <= NEAR_KM


def test_places_stay_above_their_floor(read):
    name, gold, found = read
    assert end_to_end(gold, found) >= FLOORS[name]["end_to_end_161km"]


def test_places_other_than_countries_stay_above_their_floor(read):
    name, gold, found = read
    assert end_to_end(gold, found, without_countries=True) >= FLOORS[name]["end_to_end_161km_without_countries"]


def test_a_gold_toponym_without_a_point_counts_neither_way():
    gold = [{"gold": [{"start": 0, "end": 4, "lat": None, "lon": None}, {"start": 5, "end": 9, "lat": 34.7, "lon": 36.7}]}]
    (homs,) = find_toponyms(doc_of("     Homs .", [(5, 9, "GPE")]))
    ignored = msgspec.structs.replace(homs, start_char=0, end_char=4)
    assert end_to_end(gold, [[ignored, homs]]) == 1.0
    assert end_to_end(gold, [[ignored]]) == 0.0


def test_roles_stay_above_their_floor(read):
    """What is no plain location has its role in the gold; only where roles are marked."""
    name, gold, found = read
    floor = FLOORS[name].get("role")
    right = n = 0
    for row, records in zip(gold, found, strict=True):
        for i, j in pair_spans([(g["start"], g["end"]) for g in row["gold"]], [(r.start_char, r.end_char) for r in records]):
            right += records[j].role == row["gold"][i].get("role", "location")
            n += 1
    assert floor is None or right / n >= floor
