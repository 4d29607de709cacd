"""The pattern language: what a pattern can begin with, and that sparing rules loses nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.extract.lang.en import time as words
from core.extract.time.grammar import expand
from core.extract.time.rules import GRAMMAR
from core.extract.time.starts import LENGTH, may_begin, starts
from core.extract.time.tokens import CHARS, tokenize

NAMES = {char: name for name, char in CHARS.items()}


@pytest.mark.parametrize(
    ("pattern", "beginnings"),
    [
        ("MONTH DAYNUM", "MONTH+DAYNUM"),
        ("MONTH DAYNUM?", "MONTH MONTH+DAYNUM"),
        ("THE? UNIT OF", "THE+UNIT UNIT+OF"),
        ("(?P<a>MONTH|MAY) OF", "MONTH+OF MAY+OF"),
        ("[UNIT UNITS] (?!HYPHEN)", "UNIT UNITS"),
        ("DAYNUM(?=[ERA AD])", "DAYNUM"),
        ("(?<=ON) THE DAYNUM SUFFIX", "THE+DAYNUM"),
        ("DAYNUM{2} HALF", "DAYNUM+DAYNUM DAYNUM+HALF"),
        ("DAYNUM{0,2} HALF", "DAYNUM+DAYNUM DAYNUM+HALF HALF"),
        ("(?:THE? (?:LAST|PAST))? UNIT", "THE+LAST THE+PAST LAST+UNIT PAST+UNIT UNIT"),
    ],
)
def test_what_a_pattern_can_begin_with(pattern, beginnings):
    """A repeat counts as at least one: what is found may be too much, never too little."""
    found = {"+".join(NAMES[c] for c in s) for s in starts(expand(pattern))}
    assert found == set(beginnings.split())


def test_a_pattern_of_options_may_begin_with_anything():
    assert "" in starts(expand("THE? UNIT?"))
    assert may_begin(starts(expand("THE? UNIT?")), CHARS["MONTH"])


def test_macros_expand_to_class_characters():
    assert expand("NUMDAY") == f"(?:{CHARS['DAYNUM']}{CHARS['SUFFIX']}?)"
    assert expand("[UNIT UNITS]") == f"[{CHARS['UNIT']}{CHARS['UNITS']}]"


@given(st.lists(st.sampled_from([*" ".join(words.CLASSES.values()).split(), *words.MONTHS, "5", "2015", "12:30", "480", "-", ",", "'", "s"]), max_size=8))
def test_a_rule_that_matches_begins_with_what_it_can_begin_with(tokens):
    """A token whose class and the next one's are no beginning of a rule is one where it does not match."""
    classes = tokenize(" ".join(tokens)).classes
    for rule in GRAMMAR.rules:
        for index in range(len(classes)):
            if rule.pattern.match(classes, index):
                assert may_begin(rule.starts, classes[index : index + LENGTH]), rule.name
