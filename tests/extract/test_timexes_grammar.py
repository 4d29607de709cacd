"""The pattern language: what a pattern cannot do without, and that sparing rules loses nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.extract.lang.en import time as words
from core.extract.time.grammar import MACROS, expand
from core.extract.time.required import required
from core.extract.time.rules import GRAMMAR
from core.extract.time.tokens import CHARS, tokenize


@pytest.mark.parametrize(
    ("pattern", "names"),
    [
        ("MONTH DAYNUM?", "MONTH"),
        ("THE? UNIT", "UNIT"),
        ("THE UNIT", "UNIT"),
        ("(?P<a>MONTH|MAY) OF", "MONTH MAY"),
        ("AMPM|CLOCK ZONE?", "AMPM CLOCK"),
        ("[UNIT UNITS] (?!HYPHEN)", "UNIT UNITS"),
        ("DIGITS(?=[ERA AD])", "ERA AD"),
        ("DAYNUM{0,2} HALF", "HALF"),
    ],
)
def test_what_a_pattern_cannot_do_without(pattern, names):
    assert required(pattern, MACROS, CHARS) == {CHARS[name] for name in names.split()}


def test_a_pattern_of_options_needs_nothing():
    assert required("THE? UNIT?", MACROS, CHARS) is None


def test_macros_expand_to_class_characters():
    assert expand("NUMDAY") == f"(?:{CHARS['DAYNUM']}{CHARS['SUFFIX']}?)"
    assert expand("[UNIT UNITS]") == f"[{CHARS['UNIT']}{CHARS['UNITS']}]"


@given(st.lists(st.sampled_from([*" ".join(words.CLASSES.values()).split(), *words.MONTHS, "5", "2015", "12:30", "480", "-", ",", "'", "s"]), max_size=8))
def test_a_rule_that_matches_has_what_it_requires(tokens):
    """A run whose classes lack what a rule requires is one that the rule does not match."""
    classes = tokenize(" ".join(tokens)).classes
    for rule in GRAMMAR.rules:
        match = rule.pattern.search(classes)
        if match and match.end() > match.start():
            assert not rule.required.isdisjoint(classes), rule.name
