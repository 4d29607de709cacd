"""Verb forms to their bases and back, by the spelling rules of English."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.extract.lang.en.conflict import EVENT_TYPES, LIGHT_VERBS, cues, noun_terms, verb_terms
from core.extract.lang.en.inflection import IRREGULAR, inflect, plural, singular, verb_base

VERBS = """kill stab kidnap bomb shell raid ambush seize besiege capture release agree free flee fight shoot strike overrun
deploy deny destroy carry die lie tie begin continue resume stop plan visit submit control cancel settle handle concentrate
evacuate treat defeat invade provide include require hire fire secure order enter occur develop describe shake use accuse focus
cease withdraw sign arrest host taste change arrange belong bring announce move leave believe succeed exceed execute
massacre strafe promote shout escape hope name claim combine join explain urge damage""".split()


@pytest.mark.parametrize("verb", VERBS)
def test_every_form_leads_back_to_its_base(verb):
    forms = inflect(verb)
    tags = ["VB", "VBZ", "VBG", *["VBD"] * (len(forms) - 3)]
    # "Lay" is a verb of its own too.
    pairs = [(form, tag) for form, tag in zip(forms, tags, strict=True) if form != "lay"]
    assert {verb_base(form, tag) for form, tag in pairs} == {verb}


@pytest.mark.parametrize(
    ("verb", "form"),
    [("stab", "stabbed"), ("kidnap", "kidnapping"), ("deny", "denied"), ("flee", "fleeing"), ("die", "dying"), ("shoot", "shot"), ("clash", "clashes"), ("visit", "visited")],
)
def test_forms_are_spelled_right(verb, form):
    assert form in inflect(verb)


@pytest.mark.parametrize(("one", "many"), [("clash", "clashes"), ("casualty", "casualties"), ("strike", "strikes"), ("convoy", "convoys")])
def test_plurals_go_both_ways(one, many):
    assert (plural(one), singular(many), singular(one)) == (many, one, one)


@given(st.text(max_size=30), st.sampled_from(["VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "NN", ""]))
def test_no_word_raises(word, tag):
    assert isinstance(verb_base(word, tag), str)
    assert isinstance(singular(word), str)


def test_irregular_verbs_keep_their_forms():
    assert all(form in inflect(base) for base, forms in IRREGULAR.items() for form in forms)


def test_the_lexicon_knows_only_acleds_types_and_its_own_contexts():
    kinds = {*verb_terms().values(), *noun_terms().values()}
    assert kinds == {*EVENT_TYPES, "by context", "public", "deal", "force"}


@pytest.mark.parametrize(("word", "kind"), [("bombed", "Explosions/Remote violence"), ("ambushed", "Battles"), ("abducting", "Violence against civilians"), ("rioted", "Riots"), ("protesting", "Protests"), ("arrests", "Strategic developments")])
def test_forms_of_the_verbs_stand_in_the_table(word, kind):
    assert verb_terms()[word] == kind


def test_words_of_the_lexicon_are_lower_case_and_light_verbs_are_bases():
    assert all(w == w.lower() for w in {*verb_terms(), *noun_terms(), *cues()})
    assert all(verb_base(v, "VB") == v for v in LIGHT_VERBS)
