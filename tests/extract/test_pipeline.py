"""The pipeline keeps the law of offsets, whatever the text."""

from __future__ import annotations

import gc
import hashlib
import subprocess
import sys

import pytest

from core.extract import pipeline
from core.extract.component import records_of
from core.extract.pipeline import MAX_BATCH_CHARS, MAX_PART_CHARS, enrich, parse
from core.records import RECORD_TYPES, Article, EnrichedArticle, Quantity, from_json, to_json

TEXTS = [
    "",
    " ",
    "\n\n\n",
    "At least 12\u00a0people were killed in Aleppo on Tuesday, officials said.",
    "😀 Five soldiers died 😀 near the border with Turkey.",
    "x" * 10_000,
    "It was 0°",
    "They paid 5€",
    '"' * 3_000,
    "وقال مسؤول إن 12 شخصا قتلوا في حلب",
]


def article(text: str) -> Article:
    return Article(id="a", text=text, published="2015-11-17", sha256=hashlib.sha256(text.encode()).hexdigest())


def check_offsets(enriched: EnrichedArticle) -> None:
    for kind in RECORD_TYPES:
        records = getattr(enriched, kind)
        assert len({r.id for r in records}) == len(records), kind
        for r in records:
            assert 0 <= r.start_char <= r.end_char <= len(enriched.article.text)
            assert enriched.article.text[r.start_char : r.end_char] == r.text
            assert r.rule


@pytest.mark.parametrize("text", TEXTS)
def test_offsets_match_the_text(nlp, text):
    (enriched,) = enrich(nlp, [article(text)])
    assert enriched.article.text == text
    check_offsets(enriched)
    assert from_json(to_json(enriched)) == enriched


def test_a_long_article_is_parsed_in_parts_with_the_same_offsets(nlp):
    paragraph = "On Tuesday at least 20 villagers were killed in Aleppo, the mayor said.\n\n"
    text = paragraph * (3 * MAX_PART_CHARS // len(paragraph))
    (enriched,) = enrich(nlp, [article(text)])
    assert enriched.article.text == text
    check_offsets(enriched)


def test_the_model_never_has_more_than_a_bounded_text_at_once(nlp, monkeypatch):
    at_once = []
    pipe = nlp.pipe

    def spied(made, **options):
        if not options.get("as_tuples"):  # spaCy calls itself for the texts of pairs
            return pipe(made, **options)
        pairs = list(made)
        at_once.append(sum(len(doc.text) for doc, _ in pairs))
        return pipe(pairs, **options)

    monkeypatch.setattr(nlp, "pipe", spied)
    texts = ["A man died. " * 10_000, "One man died.", "", *["Two men died. " * 1_000] * 9]
    docs = [doc.text for doc in parse(nlp, [article(t) for t in texts])]
    assert docs == texts
    assert max(at_once) <= MAX_BATCH_CHARS < sum(at_once) == sum(map(len, texts))


def test_memory_is_given_back_between_the_parts_of_a_long_article_only(nlp, monkeypatch):
    given = []
    monkeypatch.setattr(pipeline, "give_back", lambda: given.append(1))
    assert [len(doc.tensor) for doc in parse(nlp, [article("Two men died. " * 100)] * 3)] == [0, 0, 0]
    assert not given
    assert len(list(parse(nlp, [article("A man died. " * 5_000)]))) == 1
    assert len(given) >= 2


def test_articles_come_back_in_order(nlp):
    texts = ["One man died.", "x " * MAX_PART_CHARS, "Two men died."]
    assert [e.article.text for e in enrich(nlp, [article(t) for t in texts])] == texts


def test_what_is_loaded_is_no_work_for_the_garbage_collector(nlp):
    assert gc.get_freeze_count() > 10_000


def test_a_process_that_loaded_the_model_ends_without_a_word():
    program = "import core.store.snapshot; from core.extract.pipeline import load; load()"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=120, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_records_kept_for_a_doc_are_those_of_its_rows(nlp):
    """They are made once for each Doc, and anew when an extractor or a reader of stored Docs puts other rows there."""
    first, second = nlp("He saw 12 trucks."), nlp("She saw nine boats and 30 tents.")
    assert [q.value for q in records_of(first, "quantities", Quantity)] == [12]
    assert [q.value for q in records_of(second, "quantities", Quantity)] == [9, 30]
    assert records_of(second, "quantities", Quantity) is records_of(second, "quantities", Quantity)
    second.user_data["dateline.quantities"] = second.user_data["dateline.quantities"][:1]
    assert [(q.value, q.text) for q in records_of(second, "quantities", Quantity)] == [(9, "nine")]
    assert all(isinstance(q, Quantity) for q in records_of(first, "quantities", Quantity))
