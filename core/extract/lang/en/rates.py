"""English words that make a number a rate: "a day", "per barrel", "daily"."""

from __future__ import annotations

RATE_TIMES: dict[str, str] = {
    "second": "second", "sec": "second", "minute": "minute", "min": "minute", "hour": "hour", "hr": "hour", "day": "day", "night": "night",
    "week": "week", "weekend": "weekend", "fortnight": "fortnight", "month": "month", "quarter": "quarter", "season": "season",
    "year": "year", "yr": "year", "annum": "year", "decade": "decade", "century": "century", "shift": "shift",
}
"""Spans of time that a number may be per, to Pint's names where Pint has one; a night is no day."""

EVERY: dict[str, str] = {
    "hourly": "hour", "daily": "day", "nightly": "night", "weekly": "week", "fortnightly": "fortnight", "monthly": "month",
    "quarterly": "quarter", "yearly": "year", "annual": "year", "annually": "year",
}
"""Adjectives and adverbs that say it in one word."""

PLURALS: dict[str, str] = {
    word + "s": name for word, name in RATE_TIMES.items() if word not in ("annum", "century")
} | {"centuries": "century"}
"""The same spans in "every two weeks"."""

PER_WORDS: dict[str, str] = {"capita": "person", "people": "person", "persons": "person"}
"""What stands behind "per" to the word that it is the same as."""

SOLD_BY: frozenset[str] = frozenset(
    "barrel bushel head person piece share bag sack unit ticket copy bottle canister crate carton box bale loaf plate cylinder jerrycan "
    "visit ride trip bed seat vote family household child pupil student soldier fighter recruit worker head shot dose vial round shell "
    "ton tonne kilo kilogram gram ounce pound litre liter gallon metre meter mile kilometre kilometer acre hectare".split()
)
"""Nouns that money may be "a" (an) of: "$58 a barrel"."""

FLOWS: frozenset[str] = frozenset(
    "average mean total rate toll number count tally output production consumption budget income salary salaries wage wages revenue revenues "
    "cost costs fee fees rent exports imports spending sales intake capacity quota payment payments stipend stipends allowance "
    "allowances turnover profit profits loss losses growth need needs requirement requirements dose limit volume traffic flow flows "
    "peak maximum minimum record pace death deaths casualties arrivals crossings bill subsidy subsidies inflation".split()
)
"""Nouns that run with time: "a monthly salary of $200", but no "annual meeting of 50 ministers"."""

STREAMS: frozenset[str] = frozenset(
    "die dies died dying cross crosses crossed crossing arrive arrives arrived arriving flee flees fled fleeing enter enters entered "
    "entering leave leaves left leaving pass passes passed passing reach reaches reached reaching come comes came coming return "
    "returns returned returning fall falls fell falling land lands landed landing hit hits hitting strike strikes struck striking "
    "go goes went going perish perished disappear disappeared".split()
)
"""Verbs whose subject runs with time: "200 people cross every day", but not "40 soldiers guard it every day"."""

GIVES: frozenset[str] = frozenset(
    "give gives gave given giving grant grants granted granting allow allows allowed allowing offer offers offered".split()
)
"""Verbs with which "a week" behind people is what they get: "gave 500 families a week to leave"."""

SUDDEN: frozenset[str] = frozenset(
    "killed murdered executed assassinated kidnapped abducted wounded injured hurt maimed arrested displaced evacuated born fired launched "
    "dropped destroyed reported recorded produced delivered sold shipped exported imported stolen issued admitted treated".split()
)
"""Participles of what is over at once: "20 people were killed a month" is a rate, "were held a month" a length of time."""
