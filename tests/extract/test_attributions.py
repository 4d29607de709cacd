"""Attributions through the model: small texts, marked articles with floors, and bad input."""

from __future__ import annotations

import time

import pytest
from spacy.tokens import Doc

from core.extract.pipeline import enrich
from core.records import Article, Attribution
from tests.extract.marked_speech import read_articles


@pytest.fixture(scope="module")
def says(nlp):
    def run(text: str) -> list[Attribution]:
        return list(next(iter(enrich(nlp, [Article(id="a", text=text)]))).attributions)

    return run


def words_of(text: str, spans) -> set[int]:
    """The characters of some spans that are letters or digits."""
    return {i for a, b in spans for i in range(a, b) if text[i].isalnum()}


def test_indirect_speech(says):
    (a,) = says("Commander Lena Ortiz said the bridge was destroyed on Monday.")
    assert (a.speaker, a.type, a.polarity) == ("Lena Ortiz", "indirect", "positive")
    assert "the bridge was destroyed" in a.text


def test_direct_speech_with_the_speaker_after(says):
    (a,) = says('"The road to the airport is closed," Ortiz told reporters.')
    assert (a.speaker, a.type, a.addressee) == ("Ortiz", "direct", "reporters")


def test_mixed_speech(says):
    (a,) = says('Lena Ortiz said the road was "closed to everybody but doctors."')
    assert a.type == "mixed"


def test_a_chain(says):
    a = says('"The dam is safe," Minister Omar Haddad told CNN in an interview, as quoted by Reuters.')[0]
    assert (a.speaker, a.addressee, a.via) == ("Omar Haddad", "CNN", ("Reuters",))


def test_whoever_is_cited_speaks_and_the_outlet_carries(says):
    (a,) = says("CNN reported, citing two officials, that the base was empty.")
    assert (a.speaker, a.via) == ("two officials", ("CNN",))


def test_according_to_whom_another_said_it(says):
    (a,) = says("Omar Haddad said the border was closed, according to Reuters.")
    assert (a.speaker, a.via) == ("Omar Haddad", ("Reuters",))


def test_according_to(says):
    (a,) = says("Seven villages were flooded, according to the provincial council.")
    assert a.speaker == "the provincial council"


def test_a_quotation_over_paragraphs_has_one_speaker(says):
    found = says('"We lost the bridge," Lena Ortiz said.\n\n"We lost the road too.\n\n"But we hold the town."')
    assert {a.speaker for a in found} == {"Lena Ortiz"}
    assert any("But we hold the town" in a.text for a in found)


def test_speech_in_speech_is_nested(says):
    outer, inner = says("Minister Ana Lima said that General Omar Kone had told CNN that his men had left the town.")
    assert (inner.speaker, inner.nested_in, outer.nested_in) == ("Omar Kone", outer.id, None)


def test_a_transcript_has_its_speakers(says):
    found = says("Interview with Lena Ortiz.\n\nORTIZ: The bridge is closed.\n\nHOST: Until when?\n\nORTIZ: Until spring.")
    assert next(a.speaker for a in found if a.rule == "label") in ("ORTIZ", "Lena Ortiz")


def test_a_signed_quotation(says):
    (a,) = says("Readers wrote to us.\n\n“I have lost everything but my dog.” — Lena Ortiz\n")
    assert (a.speaker, a.rule) == ("Lena Ortiz", "signed_quotation")


def test_ids_are_unique_and_the_same_on_every_run(says):
    text = read_articles()[0][0]
    first, second = says(text), says(text)
    assert first == second
    assert len({a.id for a in first}) == len(first)


FLOORS = {"scorer": (0.95, 0.95, 0.92), "rules": (0.70, 0.70, 0.65)}
"""Least share of marked statements found, of statements found that are marked, of speakers named right."""


@pytest.mark.parametrize("how", sorted(FLOORS))
def test_marked_articles(says, how, monkeypatch):
    monkeypatch.setenv("DATELINE_SPEECH", how)
    gold_hits = named = golds = predicted = pred_hits = 0
    for text, gold in read_articles():
        found = [(words_of(text, a.content), a) for a in says(text)]
        wanted = [(words_of(text, g["content"]), g) for g in gold]
        matches = [(g, a) for w, g in wanted for f, a in found if len(w & f) >= 0.5 * len(w | f)]
        golds, predicted = golds + len(wanted), predicted + len(found)
        gold_hits += len({id(g) for g, _ in matches})
        pred_hits += len({a.id for _, a in matches})
        named += len({id(g) for g, a in matches if g["speaker"] in (a.speaker, f"The {a.speaker}")})
    recall, precision, speakers = FLOORS[how]
    assert gold_hits / golds >= recall
    assert pred_hits / predicted >= precision
    assert named / golds >= speakers


ODD = {
    "empty": "",
    "blank": " \n\n ",
    "three thousand straight marks": '"' * 3000,
    "three thousand opening marks": "“" * 3000,
    "nested ten deep": "“He said that " * 10 + "it is over" + ".”" * 10,
    "no verb": "Map. Photo. Graphic.",
    "one word": "said",
    "a cue and no more": "— said :",
    "a word of ten thousand letters": "a" * 10_000 + ' said "x y".',
    "labels without lines": "Name: " * 300,
    "another script": "قال المتحدث “نعم نحن هنا” اليوم.",
    "no words at all": "!!! ??? ...",
    "unbalanced": "“We lost it. He said. " + "Lena Ortiz said “we left” and ”then” went.",
}


@pytest.mark.parametrize("name", sorted(ODD))
@pytest.mark.parametrize("how", ["scorer", "rules"])
def test_odd_input_does_no_harm(says, name, how, monkeypatch):
    monkeypatch.setenv("DATELINE_SPEECH", how)
    text = ODD[name]
    assert all(text[a.start_char : a.end_char] == a.text for a in says(text))


@pytest.mark.parametrize("how", ["scorer", "rules"])
def test_a_speech_of_sixty_thousand_words_takes_linear_time(nlp, how, monkeypatch):
    monkeypatch.setenv("DATELINE_SPEECH", how)
    find = nlp.get_pipe("news_attributions")
    with nlp.select_pipes(enable=["tok2vec", "tagger", "parser"]):
        part = nlp('"We will not leave this town, the general said to us, and I say that we stay. ' * 15 + "\n\n")

    def seconds(copies: int) -> float:
        doc = Doc.from_docs([part] * copies)
        start = time.process_time()
        find(doc)
        return (time.process_time() - start) / len(doc)

    seconds(4)
    copies = 60_000 // len(part) + 1
    assert seconds(copies) < 4 * seconds(copies // 8)
