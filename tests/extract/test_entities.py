"""Entities: types from the lexicon, and one name per actor."""

from __future__ import annotations

import pytest
import spacy
from spacy.tokens import Doc, Span

from core.actors import FILE, actors
from core.extract.actors.lexicon import FILE as MILITARY
from core.extract.actors.naming import Mention, name_actors
from core.extract.components.entities import find_entities
from tests.extract.parsed import parsed


@pytest.fixture(scope="module")
def blank():
    return spacy.blank("en")


def with_entities(blank, text: str, **labels: str) -> Doc:
    doc = blank(text)
    spans = []
    for name, label in labels.items():
        start = text.index(name.replace("_", " "))
        spans.append(doc.char_span(start, start + len(name), label=label))
    doc.ents = [s for s in spans if isinstance(s, Span)]
    return doc


def mentions(*pairs: tuple[str, str]) -> list[Mention]:
    return [Mention(i * 50, i * 50 + len(text), text, label, "test") for i, (text, label) in enumerate(pairs)]


def names(*pairs: tuple[str, str]) -> list[str | None]:
    return [m.entity for m in name_actors(mentions(*pairs))]


def test_a_last_name_takes_the_full_name():
    assert names(("Gen. Maria Duarte", "PERSON"), ("Duarte", "PERSON")) == ["Maria Duarte", "Maria Duarte"]


def test_a_last_name_before_the_full_name_takes_it_too():
    assert names(("Duarte", "PERSON"), ("Maria Duarte", "PERSON"))[0] == "Maria Duarte"


def test_of_two_people_with_one_last_name_the_nearer_is_meant():
    found = names(("Ann Reed", "PERSON"), ("Reed", "PERSON"), ("Bob Reed", "PERSON"), ("Reed", "PERSON"))
    assert found == ["Ann Reed", "Ann Reed", "Bob Reed", "Bob Reed"]


def test_a_last_name_that_the_model_took_for_a_place_is_a_person():
    assert name_actors(mentions(("Maria Duarte", "PERSON"), ("Duarte", "GPE")))[1].label == "PERSON"


def test_the_longest_form_of_a_name_stands_for_all():
    assert names(("Maria Duarte", "PERSON"), ("Maria C. Duarte", "PERSON")) == ["Maria C. Duarte"] * 2


def test_aliases_share_one_name():
    assert len(set(names(("ISIL", "ORG"), ("ISIS", "ORG"), ("Islamic State group", "ORG")))) == 1
    assert len(set(names(("the Pentagon", "ORG"), ("Defense Department", "ORG")))) == 1


def test_an_acronym_of_the_article_takes_its_long_name():
    assert names(("Northern Valley Relief Committee", "ORG"), ("NVRC", "ORG"))[1] == "Northern Valley Relief Committee"


@pytest.mark.parametrize(
    ("text", "name", "label"),
    [
        ("Fighters of Jabhat al-Nusra left.", "Jabhat al-Nusra", "ARMED_GROUP"),
        ("The 3rd Mountain Brigade crossed.", "3rd Mountain Brigade", "MILITARY_UNIT"),
        ("Two Su-34s took off.", "Su-34s", "AIRCRAFT"),
        ("The USS Harlan Gray sailed.", "USS Harlan Gray", "SHIP"),
        ("They dropped barrel bombs.", "barrel bombs", "WEAPON"),
        ("A column of BMP-2 moved.", "BMP-2", "VEHICLE"),
    ],
)
def test_types_that_analysts_filter_by(blank, text, name, label):
    assert [(e.text, e.label) for e in find_entities(blank(text))] == [(name, label)]


def test_numbers_and_dates_are_no_entities(blank):
    assert list(find_entities(with_entities(blank, "It came on Tuesday.", Tuesday="DATE"))) == []


def test_possessives_are_left_out(blank):
    doc = blank("Duarte's men left.")
    doc.ents = [Span(doc, 0, 2, label="PERSON")]
    assert [e.text for e in find_entities(doc)] == ["Duarte"]


def test_offsets_fit_the_text(blank):
    text = "The\u00a0Taliban and Hezbollah met; Hezbollah’s men fired Grad rockets."
    assert all(text[e.start_char : e.end_char] == e.text for e in find_entities(blank(text)))


def test_a_name_stands_in_one_row_of_the_alias_file():
    seen: dict[str, str] = {}
    for line in FILE.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            name, _label, _kind, aliases, source = line.split("\t")
            assert source
            for form in filter(None, [name, *aliases.split(";")]):
                assert seen.setdefault(form, name) == name


def test_a_weapon_has_one_row_and_a_source():
    rows = [line.split("\t") for line in MILITARY.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    names = [name for _, listed, _ in rows for name in listed.split(";")]
    assert sorted({n for n in names if names.count(n) > 1}) == []
    assert {n for n in names if actors().get(n.casefold())} == set()
    assert {label for label, _, _ in rows} == {"AIRCRAFT", "WEAPON", "VEHICLE", "SHIP", "MILITARY_UNIT"}
    assert all(source.strip() for _, _, source in rows)


@pytest.mark.parametrize("text", ["Ms. Abrams spoke.", "A grad student spoke.", "SAS cancelled flights to Oslo.", "Abu Mohammed al-Golani spoke."])
def test_names_that_are_other_names_too_are_no_weapons_or_units(blank, text):
    assert [e for e in find_entities(blank(text)) if e.label in ("VEHICLE", "WEAPON", "MILITARY_UNIT")] == []


def test_an_acronym_in_brackets_is_its_article_s_own(blank):
    text = "The Australian Defence Force (ADF) flew in aid. The ADF sent 40 troops."
    found = find_entities(with_entities(blank, text, The_Australian_Defence_Force="ORG"))
    assert [(e.label, e.entity) for e in found] == [("ORG", "Australian Defence Force")] * 3


@pytest.mark.parametrize(
    "text",
    ["The Allied Democratic Forces (ADF) attacked Beni.", "Troops of the army (ADF rebels fled) held Beni.", "A spokesman, ADF watchers said, lied."],
)
def test_an_acronym_that_no_other_name_is_given_keeps_its_own(blank, text):
    assert {e.entity for e in find_entities(blank(text)) if "ADF" in e.text} == {"Allied Democratic Forces"}


def test_a_long_acronym_is_a_name_where_the_model_sees_none(blank):
    found = find_entities(blank("The mission MONUSCO and UNHCR confirmed it; WHO did not."))
    assert [e.text for e in found] == ["MONUSCO", "UNHCR"]


def test_a_last_name_that_the_model_overlooked():
    doc = parsed(
        "Omar/NNP/compound/1 Haddad/NNP/nsubj/2 left/VBD/ROOT/2 ././punct/2 Haddad/NNP/nsubj/5 wrote/VBD/ROOT/5 ././punct/5",
        Omar_Haddad="PERSON",
    )
    assert [(e.text, e.entity, e.rule) for e in find_entities(doc)][-1] == ("Haddad", "Omar Haddad", "last_name")


def test_no_person_has_an_article(blank):
    doc = blank("The Lowland Brigades left.")
    doc.ents = [Span(doc, 0, 3, label="PERSON")]
    assert [e.label for e in find_entities(doc)] == ["ORG"]
