"""English words that tie two numbers together."""

from __future__ import annotations

REMAINDERS: frozenset[str] = frozenset(("remaining", "other", "rest", "left", "remainder", "last"))
PART_LEADS: tuple[str, ...] = ("including", "among them", "among whom", "of those", "of them", "of whom", "of which", "includes", "included", "at least one of")
"""What makes the number behind it a part of the one before."""
PART_TAILS: tuple[str, ...] = (" of them", " of whom", " of which", " of those")
"""What makes the number right before it a part of the one before that."""
SHARE_LEADS: frozenset[str] = frozenset((", or", "or", "(", ", about", ", which is", ", or about", ", representing", ", that is", "—", "–", ", or some"))
"""What stands between a count and its share when both say the same."""
CORRECTIONS: tuple[str, ...] = (
    "correction", "corrected", "revised", "earlier reported", "previously reported", "earlier said", "previously said", "earlier report",
    "initial reports", "initially reported", "initially said", "raised the toll", "lowered the toll", "toll rose", "toll has risen",
    "toll to", "updated", "raised the number", "lowered the number", "revising", "rather than", "instead of",
)
"""Words with which a text sets a number right or brings it up to date."""
FURTHER: tuple[str, ...] = ("another", "additional", "a further", "further", "the other", "other")
"""How a count begins that adds to the one before instead of standing beside it."""
BORDER: frozenset[str] = frozenset(("border", "frontier", "borders", "boundary"))
POPULATION: tuple[str, ...] = (
    "population of", "population is", "population at", "country of", "nation of", "inhabitants of", "people in", "home to",
)
"""What stands right before the number of a country's people."""
PEOPLE: dict[str, str] = {"fatalities": "dead", "injuries": "hurt", "displaced": "displaced", "detained": "held", "missing": "missing"}
"""What people are whose count has no noun of its own."""
ONE_AND_ALL: frozenset[str] = frozenset(
    ("", "people", "person", "persons", "dead", "death", "deaths", "bodies", "fatalities", "killed", "victims", "lives", "toll", "number", "wounded", "injured")
)
"""Nouns of people who are counted whoever they are."""
TOLL_WORDS: tuple[str, ...] = (
    "true number", "true figure", "true toll", "real number", "real figure", "real toll", "actual number", "actual figure", "actual toll", "toll at", "toll to",
)
"""Words beside a number that dispute another, however far they lie apart."""
