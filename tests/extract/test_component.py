"""Records on a Doc: kept while the rows that they come from are the same, and made anew from any others."""

from __future__ import annotations

import spacy
from spacy.tokens import Doc, DocBin

from core.extract.component import Extractor, records_of, register, set_article
from core.records import Article, Entity, record_id

NLP = spacy.blank("en")
TEXT = "Ana met Bo\u00a0in Rome"


def named(doc: Doc):
    for token in reversed(doc):
        if token.text.istitle():
            start, end = token.idx, token.idx + len(token)
            yield Entity(
                id=record_id("entity", start, end),
                start_char=start,
                end_char=end,
                text="",
                rule="title",
                label="PERSON",
                entity=token.text,
            )


def read(text: str = TEXT) -> Doc:
    doc = NLP.make_doc(text.replace("\u00a0", " "))
    set_article(doc, Article(id="a", text=text))
    return Extractor("entities", named)(doc)


def test_records_are_in_text_order_and_their_words_are_the_articles_own():
    doc = read()
    assert [r.text for r in records_of(doc, "entities", Entity)] == ["Ana", "Bo", "Rome"]
    assert [row["text"] for row in doc.user_data["dateline.entities"]] == ["Ana", "Bo", "Rome"]


def test_records_are_made_once():
    doc = read()
    assert records_of(doc, "entities", Entity) is records_of(doc, "entities", Entity)


def test_what_is_kept_is_what_the_stored_rows_say():
    doc = read()
    kept = records_of(doc, "entities", Entity)
    doc.user_data["dateline.entities"] = [dict(row) for row in doc.user_data["dateline.entities"]]
    made = records_of(doc, "entities", Entity)
    assert made == kept
    assert made is not kept


def test_other_rows_make_other_records():
    doc = read()
    rows = doc.user_data["dateline.entities"]
    doc.user_data["dateline.entities"] = [{**rows[0], "label": "ORG"}]
    assert [r.label for r in records_of(doc, "entities", Entity)] == ["ORG"]
    doc.user_data["dateline.entities"].append(rows[1])
    assert [r.label for r in records_of(doc, "entities", Entity)] == ["ORG", "PERSON"]
    doc.user_data.clear()
    assert records_of(doc, "entities", Entity) == ()


def test_two_docs_asked_in_turn_keep_their_own():
    one, other = read(), read("Zoe left")
    for _ in range(2):
        assert [r.text for r in records_of(one, "entities", Entity)] == ["Ana", "Bo", "Rome"]
        assert [r.text for r in records_of(other, "entities", Entity)] == ["Zoe"]


def test_an_extractor_that_runs_again_leaves_its_new_records():
    doc = read()
    Extractor("entities", lambda doc: iter(()))(doc)
    assert records_of(doc, "entities", Entity) == ()
    assert doc.user_data["dateline.entities"] == []


def test_records_outlive_a_file():
    register("news_titles", "titles", Entity, named)
    doc = NLP.make_doc("Ana met Bo")
    NLP.create_pipe("news_titles")(doc)
    (again,) = DocBin(store_user_data=True, docs=[doc]).get_docs(NLP.vocab)
    assert again._.titles == doc._.titles
    assert [r.text for r in again._.titles] == ["Ana", "Bo"]
