"""The article's own date through the pipeline: given, stated, inferred."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.extract.pipeline import enrich
from core.records import Article, EnrichedArticle

SEEDS = Path(__file__).resolve().parents[2] / "seeds"


def one(nlp, text: str, **article) -> EnrichedArticle:
    (made,) = enrich(nlp, [Article(id="a", text=text, **article)])
    return made


def test_a_given_date_is_never_overwritten(nlp):
    made = one(nlp, "Published: 3 May 2024\n\nJets bombed Homs on Monday.", published="2015-11-17", published_basis="given").article
    assert (made.published, made.published_basis, made.published_earliest, made.published_latest) == ("2015-11-17", "given", "2015-11-17", "2015-11-17")
    assert made.published_clues == ()


def test_a_given_month_stays_an_interval(nlp):
    given = {"published_basis": "given", "published_earliest": "2015-11-01", "published_latest": "2015-11-30"}
    made = one(nlp, "Published: 3 May 2024\n\nJets bombed Homs.", **given).article
    assert (made.published, made.published_basis, made.published_earliest, made.published_latest) == (None, "given", "2015-11-01", "2015-11-30")


def test_a_stated_date_anchors_what_is_relative(nlp):
    made = one(nlp, "ANKARA, 17 November 2015 — Jets bombed Homs on Monday.")
    assert (made.article.published, made.article.published_basis) == ("2015-11-17", "stated")
    bombed = next(e for e in made.events if e.lemma == "bomb")
    assert (bombed.interval_begin, bombed.precision) == ("2015-11-16", "day")


def test_a_dateline_may_set_commas_between_its_parts(nlp):
    made = one(nlp, "BOUAR, Kemo Province, June 4, 2013 -- Rebels took a bridge.")
    assert (made.article.published, made.article.published_basis) == ("2013-06-04", "stated")


def test_a_text_without_clues_has_no_date(nlp):
    made = one(nlp, "Jets bombed Homs on Monday.")
    assert (made.article.published, made.article.published_basis, made.article.published_earliest) == (None, None, None)
    assert [e.interval_begin for e in made.events] == [None]


def test_the_seed_without_its_sidecar_names_its_clues(nlp):
    text = next(SEEDS.glob("*.txt")).read_text(encoding="utf-8")
    made = one(nlp, text)
    article = made.article
    assert (article.published, article.published_basis) == (None, "inferred")
    assert article.published_earliest is not None
    assert article.published_latest is not None
    assert "2015-10-31" <= article.published_earliest <= "2015-11-17" <= article.published_latest <= "2015-12-31"
    assert {c.cut for c in article.published_clues if c.date in (article.published_earliest, article.published_latest)} == {"earliest", "latest"}
    for clue in article.published_clues:
        assert text[clue.start_char : clue.end_char] == clue.text
        assert clue.reason
        assert clue.rule
    dates = {t.text: t.value for t in made.timexes}
    assert dates["October"] == "2015-10"
    assert dates["Tuesday"].startswith("XXXX")


@pytest.mark.parametrize("text", ["", "\n", "Feb. 30", "PARIS, 31 June 2015 — x", "13/14/15", "9999999999 months ago the war in Gaza began", "© 0000"])
def test_odd_input_leaves_the_date_unknown(nlp, text):
    article = one(nlp, text).article
    assert (article.published, article.published_earliest, article.published_latest) == (None, None, None)


def test_contradictory_clues_are_told_and_not_hidden(nlp):
    article = one(nlp, "President George W. Bush spoke of MH17 after the Grenfell Tower fire.").article
    assert (article.published_earliest, article.published_latest) == ("2017-06-14", None)
    assert [(c.text, c.kept) for c in article.published_clues if c.cut == "latest"] == [("President George W. Bush", False)]
