"""Which names are places where they stand; entities stated by hand, no model."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.extract.places.evidence import THRESHOLD, WEIGHTS, evidence, governing, neighbour, read
from core.extract.places.words import capitalised, names
from tests.extract.made_places import entities, mentions, places


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("U.S. troops left Sana'a.", ["U.S.", "Sana'a"]),
        ("Syria's al-Bab fell.", ["Syria", "al-Bab"]),
        ("He left Paris. She stayed.", ["He", "Paris", "She"]),
        ("Near St. Louis, Mo., it rained.", ["Near", "St.", "Louis", "Mo."]),
        ("Étaples and Łódź", ["Étaples", "Łódź"]),
        ("see http://Paris.example or mail@Homs", []),
        ("#ferguson #Gaza", ["ferguson", "Gaza"]),
        ("Al-Bab, An-Nasiriyah and ‘Ain al-Arab", ["Al-Bab", "An-Nasiriyah", "‘Ain", "al-Arab"]),
        ("El-As-Foo and Cal-Ax", ["El-As", "Foo", "Cal", "Ax"]),
        ("X" * 10_000, []),
    ],
)  # fmt: skip
def test_capitalised_words(text, words):
    assert [w.text for w in capitalised(text)] == words


@given(st.text(alphabet="aAlLsSeEuU.-'’ʻ` @/1_QéÉßñЖж中\n", max_size=20))
def test_a_text_without_hashtags_has_the_same_words(text):
    """The quick way from capital to capital finds what the whole pattern finds, which hashtags need."""
    with_hashtag = capitalised(text + " #1")
    assert capitalised(text + "  1") == with_hashtag


@pytest.mark.parametrize(
    ("text", "word", "article", "of", "noun"),
    [
        ("fled to the ", "to", True, "", "the"),
        ("the province of ", "of", False, "province", "of"),
        ("the northern Governorate of the ", "of", True, "Governorate", "the"),
        ("the 2nd Army of\n", "of", False, "Army", "of"),
        ("two, the ", "the", False, "", "the"),
        ("3rd-largest ", "rd-largest", False, "", "3rd-largest"),
        ("in (", "", False, "", ""),
        ("of ", "of", False, "", "of"),
        ("", "", False, "", ""),
        ("   ", "", False, "", ""),
    ],
)  # fmt: skip
def test_the_words_before_a_name(text, word, article, of, noun):
    assert governing(text + "Homs", len(text)) == (word, article, of, noun)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Troops left Deir ez-Zor for Port-au-Prince.", ["Deir ez-Zor", "Port-au-Prince"]),
        ("In Bosnia and Herzegovina and in Rio de Janeiro", ["Bosnia and Herzegovina", "Rio de Janeiro"]),
        ("Turkish-Syrian talks in Cox's Bazar", ["Turkish", "Syrian", "Cox's Bazar"]),
        ("La paz is peace; LA is a city", ["LA"]),
    ],
)
def test_the_longest_name_is_read(text, found):
    from core.extract.gazetteer.lookup import gazetteer

    assert [text[n.start : n.end] for n in names(text, capitalised(text), gazetteer())] == found


def signs(text, name, **labels):
    from core.extract.gazetteer.lookup import gazetteer

    context = read(text, entities(text, **labels) if labels else [])
    for n in names(text, context.words, gazetteer()):
        if text[n.start : n.end] == name:
            before, after = (neighbour(context.words, i, text, side) for i, side in ((n.first - 1, -1), (n.last + 1, 1)))
            return set(evidence(n, context, before, after))
    raise AssertionError(f"{name} is no name of the gazetteer")


@pytest.mark.parametrize(
    ("text", "name", "sign"),
    [
        ("It rained in Homs.", "Homs", "after-place-preposition"),
        ("the town of Homs fell", "Homs", "after-kind-of"),
        ("Coach Springfield shouted", "Springfield", "after-title"),
        ("near Homs province", "Homs", "before-kind"),
        ("Homs said it", "Homs", "opens"),
        ("the Homs residents", "Homs", "before-official"),
        ("HOMS — Shells fell", "HOMS", "dateline"),
        ("the Boston Herald", "Boston", "before-firm"),
        ("a Boston-based firm", "Boston", "before-hyphen"),
        ("the Damascus University gate", "Damascus", "before-building"),
        ("went to Reading", "Reading", "common-word"),
        ("met Paris Green", "Paris", "given-name"),
        ("Budapest praised it", "Budapest", "capital"),
        ("Lyon praised it", "Lyon", "middle"),
        ("Rebels retook Homs again", "Homs", "after-taking"),
        ("the tanker Lyon sank", "Lyon", "after-ship"),
        ("the Duke of Lyon spoke", "Lyon", "after-rank-of"),
        ("the Lyon agreements failed", "Lyon", "before-firm"),
        ("It fell. Lyon praised it", "Lyon", "opens-known"),
    ],
)
def test_signs(text, name, sign):
    assert sign in signs(text, name)
    assert sign in WEIGHTS


@pytest.mark.parametrize(
    ("label", "sign"), [("GPE", "place-whole"), ("PERSON", "person-whole"), ("ORG", "org-whole"), ("DATE", "number"), ("EVENT", "other-entity")]
)
def test_what_the_model_took_it_for(label, sign):
    assert sign in signs("They saw Homs there.", "Homs", **{label: "Homs"})


def test_every_sign_has_its_weight():
    assert all(isinstance(w, float) for w in WEIGHTS.values())
    assert max(WEIGHTS.values()) < 2.5 > abs(min(WEIGHTS.values()))
    assert 0 <= THRESHOLD < 1


def test_the_models_places_are_taken():
    assert places("They fought in Homs and Hama.", GPE="Homs, Hama") == {"Homs": ("city", "SY"), "Hama": ("city", "SY")}


def test_great_names_are_taken_without_the_model():
    assert set(places("Talks between Turkey and Iran went on in Baghdad.")) == {"Turkey", "Iran", "Baghdad"}


def test_names_vouch_for_each_other_in_a_list():
    assert "Kidal" in places("Jihadists attacked Gao, Timbuktu and Kidal in Mali.")
    assert "Kidal" not in places("Kidal spoke first.")


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("Mr. Reading said it was nice to eat turkey in March.", {"PERSON": "Reading"}),
        ("Paris Milton met Austin Cole and Sydney Moreno.", {"PERSON": "Paris Milton, Austin Cole, Sydney Moreno"}),
        ("Houston said she would sing. Whitney Houston smiled.", {"PERSON": "Whitney Houston"}),
        ("It broke on St. John's Day, said Dr. Victoria Lincoln.", {"PERSON": "Victoria Lincoln"}),
        ("The EU and the ICC met; the SWAT team left.", {"ORG": "EU, ICC, SWAT"}),
        ("I'll wash it, OK? Mass was said in May.", {}),
        ("The North and the East disagree.", {}),
    ],
)
def test_names_that_are_no_places(text, labels):
    assert places(text, **labels) == {}


def test_state_abbreviations_need_their_comma_or_party():
    assert places("Police in Aurora, Colo., and Dayton, OH, agreed.", GPE="Aurora, Dayton")["Colo."] == ("admin1", "US")
    assert "OK" not in places("OK, said the man in Ohio.")
    assert places("Sen. Paul (R-Ky.) spoke.")["Ky."] == ("admin1", "US")


def test_demonyms_are_kept_apart():
    found = mentions("Syrian troops met the Turks.", NORP="Syrian, Turks")
    assert [(m.key, m.demonym, m.chosen.place.country) for m in found] == [("syrian", True, "SY"), ("turks", True, "TR")]


def test_a_surname_is_no_demonym():
    assert places("Monica French left. French said so.", PERSON="Monica French") == {}


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("in Raqqa Governorate", "Raqqa Governorate", "admin1"),
        ("in Idlib province", "Idlib", "admin1"),
        ("the city of Idlib", "Idlib", "city"),
        ("jets left Hmeimim air base", "Hmeimim air base", "facility"),
        ("the New York state budget", "New York", "admin1"),
        ("ships in the Red Sea", "Red Sea", "water"),
        ("gold in the Yukon.", "Yukon", "admin1"),
        ("troops in the Suwalki gap", "Suwalki gap", "region"),
        ("families of the Nineveh plains", "Nineveh plains", "region"),
    ],
)
def test_the_words_around_ask_for_a_kind(text, name, kind):
    assert places(text, GPE=name)[name][0] == kind


def test_a_place_of_the_models_that_no_gazetteer_has_is_kept_without_a_point():
    (unknown,) = mentions("Shells hit Qwzrbad again.", GPE="Qwzrbad")
    assert unknown.chosen is None


def test_another_romanisation_is_resolved_by_its_sound():
    (found,) = mentions("Shells hit Dayr al Zour again.", GPE="Dayr al Zour")
    assert found.chosen.place.country == "SY"


def test_the_rest_of_the_text_makes_no_place_of_a_persons_name():
    text = "Jack Cook spoke in Chicago of Illinois and the United States. \nCook, however, stayed away. A statement from Secretary of State Jack Cook followed in Chicago."
    found = places(text, PERSON="Jack Cook", GPE="Chicago, Illinois, United States")
    assert "Cook" not in found
    assert "Secretary" not in found
    assert "Chicago" in found


@pytest.mark.parametrize(
    ("text", "labels", "name", "known"),
    [
        ("BONGOR, Chad (AFP) - Rain fell on Sarh.", {"PERSON": "Chad"}, "Chad", True),
        ("He met Chad Green (a friend) - again.", {"PERSON": "Chad Green"}, "Chad", False),
        ("Dynamo Kyiv play on, Kyiv officials said.", {"PERSON": "Dynamo Kyiv"}, "Kyiv", True),
        ("Valencia CF lost. They marched through Valencia.", {"PERSON": "Valencia CF"}, "Valencia", True),
        ("Buses ran in Córdoba, Rosario and Mendoza, Ana Rosario said.", {"GPE": "Córdoba, Mendoza", "PERSON": "Rosario"}, "Rosario", True),
        ("Ana Rosario met Eva. Rosario left Mendoza.", {"GPE": "Mendoza", "PERSON": "Ana Rosario"}, "Rosario", False),
        ("They held a post north of Azaz.", {"ORG": "Azaz"}, "Azaz", True),
        ("Typhoon Georgia hit Manila.", {"GPE": "Georgia, Manila"}, "Georgia", False),
        ("Aston Villa drew in Leeds.", {"GPE": "Aston Villa, Leeds"}, "Aston", False),
        ("They signed the Kyoto Protocol in Leeds.", {"GPE": "Leeds", "LAW": "the Kyoto Protocol"}, "Kyoto", False),
        ("Buenos Aires - Argentina beat Peru in Leeds.", {"PERSON": "Buenos Aires - Argentina", "GPE": "Leeds"}, "Argentina", True),
        ("Algiers expelled them.", {}, "Algiers", True),
        ("Marburg virus killed nine in Leeds.", {"GPE": "Marburg, Leeds"}, "Marburg", False),
        ("Sydney McLaughlin ran in Leeds.", {"GPE": "Sydney, Leeds"}, "Sydney", False),
        ("Real Madrid won in Leeds.", {"GPE": "Leeds", "ORG": "Real Madrid"}, "Madrid", False),
        ("The USS Cole and the HMCS Toronto left Leeds.", {"GPE": "Toronto, Leeds"}, "Toronto", False),
        ("The frigate Portland left Leeds.", {"ORG": "Portland", "GPE": "Leeds"}, "Portland", False),
        ("The frigate left Portland for Leeds.", {"GPE": "Portland, Leeds"}, "Portland", True),
        ("The Minsk agreements were named in Leeds.", {"GPE": "Leeds"}, "Minsk", False),
        ("Bayern Munich drew in Leeds.", {"GPE": "Munich, Leeds"}, "Munich", False),
        ("Bayern Munich drew in Leeds.", {"GPE": "Bayern, Leeds"}, "Bayern", False),
        ("Kofi Accra met Eva in Kumasi. Accra said so.", {"PERSON": "Kofi Accra", "GPE": "Kumasi"}, "Accra", False),
        ("Rebels retook Walikale from Goma.", {"GPE": "Goma"}, "Walikale", True),
        ("Shots rang in Bukavu. Goma saw none.", {"GPE": "Bukavu"}, "Goma", True),
        ("A study of King's College named Leeds and Hull.", {"GPE": "Leeds, Hull"}, "King", False),
    ],
)  # fmt: skip
def test_places_persons_clubs_storms_and_treaties(text, labels, name, known):
    found = [text[m.start : m.end] for m in mentions(text, **labels) if m.chosen]
    assert (name in found) == known


def test_a_country_that_plays_another_does_not_hold_it():
    assert places("Georgia beat Albania in Tirana.", GPE="Georgia, Albania, Tirana")["Albania"] == ("country", "AL")
    assert places("The Lebanese city of Tripoli was calm.", GPE="Tripoli", NORP="Lebanese")["Tripoli"] == ("city", "LB")


def test_a_country_is_not_in_itself():
    found = mentions("SAN JOSE, Costa Rica - Costa Rica will pay.", GPE="SAN JOSE, Costa Rica")
    assert [m.chosen.place.country for m in found if m.chosen] == ["CR", "CR", "CR"]


def test_the_beginning_of_a_longer_arabic_name_is_no_town():
    assert places("They left Bab al-Zawiyeh and al-Bab.") == {"al-Bab": ("city", "SY")}
    assert places("Fighters held Homs and al-Bab.")["Homs"] == ("city", "SY")


@pytest.mark.parametrize(
    ("text", "name", "found"),
    [
        ("They camped in the Black Rock Desert in Nevada.", "Black Rock Desert", ("", "")),
        ("They crossed the Sinai Peninsula.", "Sinai Peninsula", ("region", "EG")),
        ("It rained on Lake Springfield in Illinois.", "Lake Springfield", ("", "")),
        ("They fished in Lake Garda.", "Lake Garda", ("water", "IT")),
        ("A boat left Black Rock.", "Black Rock", None),
    ],
)
def test_no_town_stands_for_a_landscape_of_its_name(text, name, found):
    read_as = places(text, LOC=name).get(name)
    assert read_as == found if found else read_as and read_as[0] == "city"
