"""Rules, labels and TIMEX3 values in a reader's words. No Streamlit, no figures.

Every record names the rule that made it. That name stays in the exports; on a page it
stands behind what it means.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

RULES: dict[str, str] = {
    "analyst": "a person, at this desk",
    "lexicon": "a list of known names",
    "spacy_ner": "the language model",
    "gazetteer-name": "a name in the gazetteer",
    "gazetteer-dateline": "the place at the head of the article",
    "gazetteer-demonym": "a word for a people",
    "model-place": "the language model, placed by the gazetteer",
    "border": "words for a border",
    "timex": "the form of the date",
    "number.digits": "a number in digits",
    "number.words": "a number in words",
    "number.vague": "a vague number word",
    "number.range": "two bounds of a range",
    "number.fraction": "a fraction in words",
    "number.one": "“one” as a count",
    "number": "the form of the number",
    "scorer": "learned weights on the grammar of the sentence",
    "clause": "a clause after a word of saying",
    "trailing": "a speaker named behind the words",
    "event.verb.lexicon": "a verb of conflict",
    "event.verb.dated": "a verb with a date",
    "event.verb.placed": "a verb with a place",
    "event.noun": "a noun for something that happened",
    "event.said": "a word of saying",
    "event.published": "the article's own date",
    "check.rate_over_window": "the number spread over its time",
    "check.total_and_part": "a total and a part of it",
    "check.part_and_remainder": "a part and what remains",
    "check.event_date": "the published date of a known event",
    "check": "claims set side by side",
}
"""Beginnings of rules' names to words; the longest that fits is taken."""

NAMED: dict[str, str] = {
    "PERSON": "person", "ORG": "organisation", "NORP": "people, religion or party", "GPE": "country or town", "LOC": "region or water",
    "FAC": "building or site", "ARMED_GROUP": "armed group", "MILITARY_UNIT": "military unit", "WEAPON": "weapon", "AIRCRAFT": "aircraft",
    "VEHICLE": "vehicle", "SHIP": "ship", "PRODUCT": "product", "EVENT": "named event", "WORK_OF_ART": "title of a work", "LAW": "law or treaty",
    "LANGUAGE": "language",
}  # fmt: skip
"""An entity's label in words."""

TYPES: dict[str, str] = {"DATE": "a date", "TIME": "a time of day", "DURATION": "a length of time", "SET": "something that recurs"}
"""TIMEX3's types."""

REFERENCES = {"PRESENT_REF": "now", "PAST_REF": "some time before", "FUTURE_REF": "some time to come"}
SEASONS = {"SP": "spring", "SU": "summer", "FA": "autumn", "WI": "winter"}
LENGTHS = {"Y": "year", "M": "month", "W": "week", "D": "day", "DE": "decade", "CE": "century", "TH": "hour", "TM": "minute", "TS": "second"}


@lru_cache(maxsize=1000)
def rule(name: str) -> str:
    """A rule in words with its name: ``a number in digits (number.digits)``; one without words as it is."""
    fits = [known for known in RULES if name == known or re.match(re.escape(known) + r"[.:+/]", name)]
    return f"{RULES[max(fits, key=len)]} ({name})" if fits else name


def label(name: Any) -> str:
    """An entity's label in words: ``NORP`` is a ``people, religion or party``."""
    return NAMED.get(str(name), str(name).replace("_", " ").lower())


def timex(value: Any, text: str) -> str:
    """A TIMEX3 value in words: ``P2M`` is ``2 months``, ``2015-W46`` is ``week 46 of 2015``.

    What is no calendar date and has no words of its own is said as the ``text`` says it.
    """
    value = str(value or "")
    if value in REFERENCES:
        return REFERENCES[value]
    if found := re.fullmatch(r"P(T?)(\d+(?:\.\d+)?|X+)(DE|CE|[YMWDHS])", value):
        clock, count, unit = found.groups()
        noun = LENGTHS.get(clock + unit, "")
        return text if not noun else f"some {noun}s" if "X" in count else f"{count} {noun}{'' if count == '1' else 's'}"
    if found := re.fullmatch(r"(\d{4})-W(\d\d)", value):
        return f"week {int(found[2])} of {found[1]}"
    if found := re.fullmatch(r"(\d{4})-Q([1-4])", value):
        return f"quarter {found[2]} of {found[1]}"
    if found := re.fullmatch(r"(\d{4})-(SP|SU|FA|WI)", value):
        return f"{SEASONS[found[2]]} {found[1]}"
    return value if re.fullmatch(r"\d{4}(-\d\d){0,2}", value) else text
