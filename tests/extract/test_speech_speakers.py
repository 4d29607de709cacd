"""Who a source is, and through whom a statement came, on trees made by hand."""

from __future__ import annotations

from typing import Any

import pytest

from core.extract.components.entities import find_entities
from core.extract.speech.chains import addressee, chain, cited, denies, passed_on
from core.extract.speech.clauses import Range
from core.extract.speech.speakers import Speakers
from core.extract.speech.syntax import Parse
from core.records import Attribution
from tests.extract.parsed import parsed

NAMED = "Commander/NNP/compound/3 spokesman/NN/compound/3 Leo/NNP/compound/3 Ortiz/NNP/nsubj/4 spoke/VBD/ROOT/4 first/RB/advmod/4 ././punct/4"
SHE = "She/PRP/nsubj/{1} said/VBD/ROOT/{1} so/RB/advmod/{1} ././punct/{1}"
QUOTED = "“/``/punct/8 The/DT/det/2 bridge/NN/nsubj/3 is/VBZ/ccomp/8 closed/JJ/acomp/3 ,/,/punct/8 ”/''/punct/8 Ortiz/NNP/nsubj/8 told/VBD/ROOT/8 CNN/NNP/dobj/8 ,/,/punct/8 as/IN/mark/12 quoted/VBN/advcl/8 by/IN/agent/12 Reuters/NNP/pobj/13 ././punct/8"
CITING = "The/DT/det/1 base/NN/nsubj/2 was/VBD/ccomp/6 empty/JJ/acomp/2 ,/,/punct/6 CNN/NNP/nsubj/6 said/VBD/ROOT/6 ,/,/punct/6 citing/VBG/advcl/6 two/CD/nummod/10 officials/NNS/dobj/8 ././punct/6"
CONCERNS = CITING.replace("two/CD/nummod/10 officials/NNS", "two/CD/nummod/10 worries/NNS")
NOT = "Ortiz/NNP/nsubj/3 did/VBD/aux/3 not/RB/neg/3 confirm/VB/ROOT/3 that/IN/mark/8 the/DT/det/6 town/NN/nsubjpass/8 was/VBD/auxpass/8 taken/VBN/ccomp/3 ././punct/3"
DENIED = "It/PRP/nsubj/1 denied/VBD/ROOT/1 the/DT/det/3 claim/NN/dobj/1 ././punct/1"
WHO = "Lena/NNP/compound/1 Ortiz/NNP/nsubj/10 ,/,/punct/1 who/WP/nsubj/4 said/VBD/relcl/1 the/DT/det/6 town/NN/nsubj/7 was/VBD/ccomp/4 calm/JJ/acomp/7 ,/,/punct/1 left/VBD/ROOT/10 ././punct/10"


def after_leo(second: str, **entities: str) -> tuple[Parse, Speakers]:
    """The Doc of NAMED with another sentence after it, in which every head counts from its start."""
    shifted = " ".join(f"{t.rsplit('/', 1)[0]}/{int(t.rsplit('/', 1)[1]) + 7}" for t in second.split())
    doc = parsed(f"{NAMED} {shifted}", Leo_Ortiz="PERSON", **entities)
    parse = Parse(doc)
    return parse, Speakers(parse, tuple(find_entities(doc)))


def words(parse: Parse, r: Range | None) -> str | None:
    return None if r is None else parse.words(r)


def said(**fields: Any) -> Attribution:
    return Attribution(id="a", start_char=0, end_char=1, text="x", rule="test", content=((0, 1),), **fields)


def test_a_title_leads_to_the_name():
    _, speakers = after_leo("He/PRP/nsubj/1 left/VBD/ROOT/1 ././punct/1")
    assert speakers.name((0, 4)) == "Leo Ortiz"


def test_a_pronoun_takes_the_last_speaker_that_fits():
    _, speakers = after_leo("He/PRP/nsubj/1 left/VBD/ROOT/1 ././punct/1")
    speakers.name((0, 4))
    assert speakers.name((7, 8)) == "Leo Ortiz"


def test_she_is_not_the_spokesman():
    _, speakers = after_leo("She/PRP/nsubj/1 left/VBD/ROOT/1 ././punct/1")
    speakers.name((0, 4))
    assert speakers.name((7, 8)) != "Leo Ortiz"


def test_the_spokesman_is_who_was_called_so():
    _, speakers = after_leo("The/DT/det/1 spokesman/NN/nsubj/2 left/VBD/ROOT/2 ././punct/2")
    speakers.name((0, 4))
    assert speakers.name((7, 9)) == "Leo Ortiz"


def test_another_spokesman_keeps_his_own_words():
    _, speakers = after_leo("One/CD/nummod/1 spokesman/NN/nsubj/2 left/VBD/ROOT/2 ././punct/2")
    speakers.name((0, 4))
    assert speakers.name((7, 9)) == "One spokesman"


def test_an_unnamed_official_keeps_his_words():
    doc = parsed("One/CD/nummod/2 local/JJ/amod/2 official/NN/nsubj/3 left/VBD/ROOT/3 ././punct/3")
    assert Speakers(Parse(doc), ()).name((0, 3)) == "One local official"


def test_who_is_the_name_that_its_clause_hangs_from():
    doc = parsed(WHO, Lena_Ortiz="PERSON")
    assert Speakers(Parse(doc), tuple(find_entities(doc))).name((3, 4)) == "Lena Ortiz"


def test_to_whom_and_by_whom_quoted():
    parse = Parse(parsed(QUOTED))
    assert words(parse, addressee(parse, 8)) == "CNN"
    assert [words(parse, r) for r in passed_on(parse, 8)] == ["Reuters"]


def test_whom_it_cites_is_the_source():
    parse = Parse(parsed(CITING))
    assert words(parse, cited(parse, 6)) == "two officials"


def test_a_reason_cited_is_no_source():
    parse = Parse(parsed(CONCERNS))
    assert cited(parse, 6) is None


@pytest.mark.parametrize(("tree", "cue", "expected"), [(NOT, 3, True), (DENIED, 1, True), (QUOTED, 8, False)])
def test_denials(tree, cue, expected):
    assert denies(Parse(parsed(tree)), cue) is expected


@pytest.mark.parametrize(
    ("told", "via", "expected"),
    [
        ("CNN", ("Reuters",), ("CNN", "Reuters")),
        ("reporters", ("Reuters",), ("Reuters",)),
        ("state television", (), ("state television",)),
        ("the Daily Courier", (), ("the Daily Courier",)),
        ("a news conference", (), ()),
        ("the president", (), ()),
        (None, (), ()),
    ],
)
def test_the_chain_has_the_media_that_were_told_first(told, via, expected):
    assert chain(said(addressee=told, via=via)) == expected


def test_the_group_is_the_organisation_that_spoke_last():
    _, speakers = after_leo(
        "Hamas/NNP/nsubj/1 left/VBD/ROOT/1 ././punct/1 The/DT/det/4 group/NN/nsubj/5 left/VBD/ROOT/5 ././punct/5", Hamas="ORG"
    )
    speakers.name((7, 8))
    assert speakers.name((10, 12)) == "Hamas"


def test_a_name_after_a_description():
    doc = parsed(
        "The/DT/det/1 mayor/NN/nsubj/7 of/IN/prep/1 Kher/NNP/pobj/2 ,/,/punct/3 Ihor/NNP/compound/6 Kolyk/NNP/appos/3 left/VBD/ROOT/7 ././punct/7",
        Ihor_Kolyk="PERSON",
    )
    assert Speakers(Parse(doc), tuple(find_entities(doc))).name((0, 7)) == "Ihor Kolyk"
