"""What only looks like time: counts, ages, ordinals, names and verbs, told by the words around them."""

from __future__ import annotations

import re

from core.extract.lang.en import time as words
from core.extract.time.grammar import Match

_PLURAL = re.compile(r"[a-z]+(?<!s)s")


def introduced(m: Match) -> bool:
    """Whether the word before is one that introduces a time."""
    return m.before().lower() in words.INTRODUCERS


def is_month(m: Match) -> bool:
    """Whether a month's name by itself is one: not "Jan Smith", "the March on Rome" or "May I"."""
    word, after = m.word("month"), m.after()
    if word in words.SHORT_MONTHS and m.all()[-1] != ".":
        return (introduced(m) and not after.istitle()) or (m.before() == "(" and after in (")", ",", ";"))
    if word in words.NAME_MONTHS and after.istitle():
        return introduced(m)
    if word not in ("may", "march"):
        return True
    if word == "march" and after in ("on", "of", "to", "for"):
        return False  # a march, or one in a name
    return introduced(m) or (word == "march" and m.before().lower() == "the" and after.islower())


def is_weekday(m: Match) -> bool:
    """Whether a weekday is one, not the name of a day such as "Bloody Sunday" or "Black Friday"."""
    return m.before().lower() not in words.NAMED_WEEKDAYS


def is_season(m: Match) -> bool:
    """Whether a bare "spring" is the time of year, not the verb or part of a name."""
    after = m.after()
    if after.lower() in words.SEASONAL:
        return True
    if after[:1].isalpha() and after.istitle():
        return False
    return m.word("season") not in ("fall", "spring") or m.before().lower() in ("in", "by", "until", "since", "during")


def is_year(m: Match) -> bool:
    """Whether four digits by themselves are a year rather than a count or a number."""
    before, after = m.before().lower(), m.after()
    sooner = m.before(2).lower() in ("sooner", "later", "earlier")
    if (before in words.BEFORE_NUMBER and not sooner) or before.isdigit() or after in ("%", "°"):
        return False
    if before in ("and", "or", ",") and m.before(2).isdigit() and m.before(3).lower() in words.BEFORE_NUMBER:
        return False  # "resolutions 1970 and 1973"
    if after.lower() in words.ZONE_NAMES:
        return False  # "at 2120 GMT"
    if before == "of" and m.before(2).lower() in words.COUNTED_OF and _counts(m):
        return False  # "a total of 2015 people"
    if before == "at" and (after in words.AFTER_CLOCK):
        return False  # "at 1830 on 6 July"
    if after == "block" or (before in (",", "at", "on", "is") and after.istitle()):
        return False  # the number of a house
    if before and not before.isspace() and m.touches(m.match.start()) and not _ends_range(m, before):
        return before in "([{\"'“‘’/—"
    if after and m.touches(m.match.end()) and m.after(2).isdigit() and after not in ".,;)":
        return after in ("-", "–", "/") and len(m.after(2)) in (2, 4)
    return not _counts(m) or (before in words.BEFORE_YEAR and _is_likely(int(m.word("year"))))


def _is_likely(number: int) -> bool:
    """A number near our time that is not round: "the 2000 refugees" are counted."""
    return 1500 <= number <= 2100 and number % 50 != 0


def _counts(m: Match) -> bool:
    """Whether a plural follows: "some 1992 protesters" are a number, though "the 1992 protests" name a year."""
    after = m.after().lower()
    if after in words.PLURALS or not m.word("year").isdigit():
        return after in words.PLURALS
    return bool(_PLURAL.fullmatch(m.after())) and after not in words.AFTER_YEAR


def _ends_range(m: Match, before: str) -> bool:
    """Whether the year ends a stretch such as "1914-1918"."""
    further = m.before(2)
    return before in ("-", "–", "/") and ((len(further) == 4 and further.isdigit()) or further.isalpha())


def is_ancient_year(m: Match) -> bool:
    """Whether three digits may be a year: introduced, and not counting what follows."""
    return introduced(m) and (not m.after()[:1].isalpha() or m.after().lower() in words.FUNCTION_WORDS)


def is_rate(m: Match) -> bool:
    """ "Twice a week", "700 seats a day", "$2 million a year": the article means "per"."""
    if m.before().lower() in words.BEFORE_RATE:
        return True
    for back in range(1, RATE_REACH):
        word = m.before(back).lower()
        if word[:1].isdigit() or word in words.NUMBERS:
            return True
        if not word.isalpha() or word in words.NO_RATE:
            return False
    return False


RATE_REACH = 6
"""Words from "a day" back to the number of "2.2 million litres of clean water a day", the last not counted."""


def is_age(m: Match) -> bool:
    """ "5-year-old", "aged 40 years", "40 years of age": an age is a quantity, not a time."""
    after = m.after(2).lower() if m.after() in ("-", "–") else m.after().lower()
    of_age = after == "of" and m.after(2).lower() == "age"
    return after in ("old", "older", "olds") or m.before().lower() == "aged" or of_age


def is_ordinal_or_part(m: Match) -> bool:
    """ "A second attack" is an ordinal, "three quarters of the city" a fraction."""
    if m.word("unit") == "second":
        return not m["amount"][0][0].isdigit()
    return m.word("unit").startswith("quarter") and (m["amount"][-1] in ("a", "an") or m.after().lower() == "of")


def is_bare_length(m: Match) -> bool:
    """Whether "years" or "days" by themselves are a length of time."""
    before, unit = m.before().lower(), m.word("unit")
    if before in words.NO_LENGTH or unit in words.NO_BARE_LENGTH or is_age(m):
        return False
    if before.isdigit() or before in words.NUMBERS:
        return False  # a length that was refused, as an age
    if unit == "hours" and before not in words.BEFORE_HOURS and m.after().lower() not in words.AFTER_HOURS:
        return False
    return before != "of" or m.before(2).lower() not in words.NO_LENGTH_OF
