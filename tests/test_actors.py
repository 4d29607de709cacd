"""Actors: aliases, titles, proposals to merge, independent roots."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.actors import (
    actors,
    bare_name,
    canonical,
    independent_roots,
    initials,
    is_media,
    look_up,
    propose_merges,
    skeleton,
)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Gen. Maria Duarte", "Maria Duarte"),
        ("the late President Omar Haddad's", "Omar Haddad"),
        ("Mr. Reed", "Reed"),
        ("General", "General"),
        ("the Prime Minister", "the Prime Minister"),
        ("", ""),
    ],
)
def test_titles_are_no_part_of_a_name(name, expected):
    assert bare_name(name) == expected


@pytest.mark.parametrize("name", ["ISIS", "ISIL", "the Islamic State group", "Daesh"])
def test_an_alias_leads_to_the_one_name(name):
    assert canonical(name) == "Islamic State"


def test_an_acronym_needs_its_capitals():
    assert look_up("who") is None
    assert look_up("WHO") is not None


def test_media_are_known():
    assert is_media("the Associated Press")
    assert not is_media("the Pentagon")


def test_initials_leave_small_words_out():
    assert initials("Council of the Northern Valleys") == "CNV"


@pytest.mark.parametrize(("a", "b"), [("Bashar al-Assad", "Bashar Assad"), ("Moammar Gadhafi", "Moammar Ghadafi"), ("Zelensky", "Zelenskyy")])
def test_transliterations_share_a_key(a, b):
    assert skeleton(a) == skeleton(b)


@pytest.mark.parametrize(
    ("names", "reason"),
    [
        (("ISIL", "ISIS"), "alias file"),
        (("Gen. Maria Duarte", "Maria Duarte"), "title"),
        (("Bashar al-Assad", "Bashar Assad"), "transliterations"),
        (("Northern Valley Relief Committee", "NVRC"), "acronym"),
        (("Maria Duarte", "Duarte"), "last name"),
    ],
)
def test_merges_are_proposed_with_their_reason(names, reason):
    (merge,) = propose_merges(names)
    assert {merge.a, merge.b} == set(names)
    assert reason in merge.reason


def test_a_last_name_of_two_people_is_no_proposal():
    assert propose_merges(["Ann Reed", "Bob Reed", "Reed"]) == []


@given(st.lists(st.text(max_size=12), max_size=8))
def test_proposals_never_raise(names):
    for merge in propose_merges(names):
        assert merge.a != merge.b


def test_roots_are_the_distinct_speakers():
    said = [SimpleNamespace(speaker=s) for s in ("the Pentagon", "Defense Department", None, "Maria Duarte")]
    assert independent_roots(r.speaker for r in said) == ("US Department of Defense", "Maria Duarte")


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("FARDC", "Armed Forces of the Democratic Republic of the Congo"), ("RSF", "Rapid Support Forces"), ("TNLA", "Ta'ang National Liberation Army"),
        ("CJNG", "Jalisco New Generation Cartel"), ("the Clan del Golfo", "Gulf Clan"), ("China's foreign ministry", "Chinese Foreign Ministry"),
        ("Lebanon’s health ministry", "Lebanese Health Ministry"), ("Wilayat Sinai", "Sinai Province"), ("UKMTO", "United Kingdom Maritime Trade Operations"),
        ("the Pakistani military", "Pakistan Armed Forces"), ("Ansar Allah", "Houthis"), ("KNDF", "Karenni Nationalities Defence Force"),
    ],
)  # fmt: skip
def test_actors_of_every_region_have_one_name(said, name):
    assert canonical(said) == name


def test_every_row_names_where_its_names_are_printed():
    assert all(a.source.strip() for a in actors().values())
