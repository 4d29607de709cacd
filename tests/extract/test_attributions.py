"""Attributions on small texts of our own, through the model."""

from __future__ import annotations

import pytest

from core.extract.pipeline import enrich
from core.records import Article, Attribution


@pytest.fixture(scope="module")
def says(nlp):
    def run(text: str) -> list[Attribution]:
        return list(next(iter(enrich(nlp, [Article(id="a", text=text)]))).attributions)

    return run


def test_indirect_speech(says):
    (a,) = says("Commander Lena Ortiz said the bridge was destroyed on Monday.")
    assert (a.speaker, a.type, a.polarity) == ("Lena Ortiz", "indirect", "positive")
    assert "the bridge was destroyed" in a.text


def test_direct_speech_with_the_speaker_after(says):
    (a,) = says('"The road to the airport is closed," Ortiz told reporters.')
    assert (a.speaker, a.type, a.addressee) == ("Ortiz", "direct", "reporters")


def test_a_chain(says):
    a = says('"The dam is safe," Minister Omar Haddad told CNN in an interview, as quoted by Reuters.')[0]
    assert (a.speaker, a.addressee, a.via) == ("Omar Haddad", "CNN", ("Reuters",))


def test_according_to(says):
    (a,) = says("Seven villages were flooded, according to the provincial council.")
    assert a.speaker == "the provincial council"


@pytest.mark.parametrize("text", ["", " ", "\n\n", '"' * 3000, "“" * 10 + "a b" + "”" * 10, "noverb", "— said"])
def test_odd_input_does_no_harm(says, text):
    assert isinstance(says(text), list)
