"""Clauses of saying on trees made by hand: the rules that work without the scorer."""

from __future__ import annotations

import pytest

from core.extract.lang.en.speech import inflect
from core.extract.speech.clauses import Range, find_statements, subject, without
from core.extract.speech.syntax import Parse
from tests.extract.parsed import parsed

SAID = "Commander/NNP/compound/2 Lena/NNP/compound/2 Ortiz/NNP/nsubj/3 said/VBD/ROOT/3 the/DT/det/5 bridge/NN/nsubj/6 was/VBD/auxpass/7 closed/JJ/ccomp/3 ././punct/3"
INTERRUPTED = "The/DT/det/1 bridge/NN/nsubj/6 ,/,/punct/4 Ortiz/NNP/nsubj/4 said/VBD/parataxis/6 ,/,/punct/4 was/VBD/auxpass/7 closed/VBN/ROOT/7 ././punct/7"
ACCORDING = "The/DT/det/1 bridge/NN/nsubj/2 was/VBD/ROOT/2 closed/JJ/acomp/2 ,/,/punct/2 according/VBG/prep/2 to/IN/prep/5 the/DT/det/8 council/NN/pobj/6 ././punct/2"
CLAIMED = "The/DT/det/1 Front/NN/nsubj/2 claimed/VBD/ROOT/2 responsibility/NN/dobj/2 for/IN/prep/3 the/DT/det/6 blast/NN/pobj/4 ././punct/2"
DENIED = "The/DT/det/1 ministry/NN/nsubj/2 denied/VBD/ROOT/2 that/IN/mark/6 it/PRP/nsubj/6 had/VBD/aux/6 shelled/VBN/ccomp/2 the/DT/det/8 town/NN/dobj/6 ././punct/2"
NOUN = "The/DT/det/1 claim/NN/nsubjpass/8 by/IN/prep/1 Ortiz/NNP/pobj/2 that/IN/mark/7 the/DT/det/6 bridge/NN/nsubj/7 was/VBD/acl/1 closed/VBN/ROOT/8 surprised/JJ/amod/10 nobody/NN/dobj/8 ././punct/8"
TOLD = "Ortiz/NNP/nsubjpass/2 was/VBD/auxpass/2 told/VBN/ROOT/2 that/IN/mark/6 the/DT/det/5 town/NN/nsubj/6 was/VBD/ccomp/2 calm/JJ/acomp/6 ././punct/2"
BY = "The/DT/det/1 plan/NN/nsubjpass/3 was/VBD/auxpass/3 rejected/VBN/ROOT/3 by/IN/agent/3 the/DT/det/6 council/NN/pobj/4 ././punct/3"
AND = "Ortiz/NNP/nsubj/1 called/VBD/ROOT/1 the/DT/det/3 plan/NN/dobj/1 a/DT/det/5 mistake/NN/oprd/1 and/CC/cc/1 said/VBD/conj/1 it/PRP/nsubj/10 would/MD/aux/10 fail/VB/ccomp/7 ././punct/1"


def read(parse: Parse, r: Range | None) -> str | None:
    return None if r is None else parse.words(r)


@pytest.mark.parametrize(
    ("tree", "source", "cue", "content", "rule"),
    [
        (SAID, "Commander Lena Ortiz", "said", ["the bridge was closed"], "clause"),
        (INTERRUPTED, "Ortiz", "said", ["The bridge", "was closed."], "interrupted"),
        (ACCORDING, "the council", "according to", ["The bridge was closed,", "."], "according_to"),
        (CLAIMED, "The Front", "claimed", ["responsibility for the blast"], "object"),
        (DENIED, "The ministry", "denied", ["that it had shelled the town"], "clause"),
        (NOUN, "Ortiz", "claim", ["that the bridge was"], "noun"),
        (TOLD, None, "told", ["that the town was calm"], "clause"),
    ],
)
def test_each_shape_of_saying(tree, source, cue, content, rule):
    parse = Parse(parsed(tree))
    (found,) = find_statements(parse)
    assert (read(parse, found.source), read(parse, found.cue), found.rule) == (source, cue, rule)
    assert [read(parse, r) for r in found.content] == content


@pytest.mark.parametrize(("tree", "verb", "source"), [(BY, 3, "the council"), (AND, 7, "Ortiz"), (TOLD, 2, None)])
def test_the_subject_behind_passives_and_second_verbs(tree, verb, source):
    parse = Parse(parsed(tree))
    assert read(parse, subject(parse, verb)) == source


def test_without_cuts_holes_into_a_range():
    assert without((0, 10), [(3, 5), (8, 12)]) == ((0, 3), (5, 8))
    assert without((0, 3), [(0, 3)]) == ()


def test_no_verb_no_statement():
    assert list(find_statements(Parse(parsed("Map/NN/compound/1 Photo/NN/ROOT/1 ././punct/1")))) == []


@pytest.mark.parametrize(
    ("verb", "forms"),
    [
        ("claim", ("claim", "claims", "claimed", "claiming")),
        ("deny", ("deny", "denies", "denied", "denying")),
        ("agree", ("agree", "agrees", "agreed", "agreeing")),
        ("stress", ("stress", "stresses", "stressed", "stressing")),
        ("beg", ("beg", "begs", "begged", "begging")),
        ("say", ("say", "says", "said", "saying")),
    ],
)
def test_forms_of_verbs(verb, forms):
    assert inflect(verb) == forms
