"""Sayings at the end of a sentence, people quoted by others, and datelines."""

from __future__ import annotations

import pytest

from core.extract.pipeline import enrich
from core.records import Article


def said(nlp, text):
    (enriched,) = enrich(nlp, [Article(id="a", text=text)])
    return [(a.text, " ".join(text[s:e] for s, e in a.source), a.via) for a in enriched.attributions]


@pytest.mark.parametrize(
    ("text", "content", "source"),
    [
        ("At least 30 villagers were killed in two days of raids near Gao, nurses and teachers said on Monday.",
         "At least 30 villagers were killed in two days of raids near Gao", "nurses and teachers"),
        ("Some 40 trucks were carrying grain to the camp, Captain Ali Traore, an army spokesman, told reporters.",
         "Some 40 trucks were carrying grain to the camp", "Captain Ali Traore, an army spokesman"),
        ("The fighting has displaced 9,000 families since March, the United Nations migration agency reported.",
         "The fighting has displaced 9,000 families since March", "the United Nations migration agency"),
    ],
)  # fmt: skip
def test_a_saying_trails_its_sentence(nlp, text, content, source):
    assert [(c, s) for c, s, _ in said(nlp, text)] == [(content, source)]


@pytest.mark.parametrize(
    "text",
    [
        "The soldiers left the town, and the mayor said nothing.",
        "He spoke for an hour, as the ministry announced.",
        "After the raid, three men were said to be dead.",
    ],
)
def test_no_saying_where_nothing_is_said_before(nlp, text):
    assert not [a for a in said(nlp, text) if text.startswith(a[0])]


def test_who_is_quoted_is_the_source_and_who_quotes_passed_it_on(nlp):
    text = "The agency quoted one army officer as saying that 23 soldiers had died."
    assert said(nlp, text) == [("that 23 soldiers had died", "one army officer", ("The agency",))]
