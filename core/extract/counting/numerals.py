"""Numerals in text, in digits and in words, with what each one is worth.

One regular expression finds where a numeral may begin; everything else looks only around
such a place, so that the cost follows the numbers and not the words. No spaCy.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from core.extract.lang.en import numbers as en
from core.extract.lang.en.rates import RATE_TIMES
from core.extract.normalize.numbers import VULGAR, compose, finite, parse_digits, parse_ratio, scale


class Numeral(Struct, frozen=True, gc=False):
    """A number as written, without modifier or unit; ``end`` is exclusive."""

    start: int
    end: int
    value: float | None
    """``None`` where the digits write no finite number."""
    kind: str
    """``digits``, ``words``, ``one``, ``fraction``, ``ratio``, ``fold`` or ``vague``."""
    suffix: str = ""
    """A letter behind the digits that may be a magnitude or a unit: "m", "b", "t"."""


FOOT = "'"
"""The suffix of digits with a prime: feet."""
_PRIMES = frozenset("'’′")


def _alternatives(words: Iterable[str]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


_CARDINAL = _alternatives(en.CARDINALS)
_VAGUE = _alternatives(en.VAGUE_PLURALS)
_PARTS = _alternatives(en.DENOMINATORS)
_FRACTIONS = "".join(VULGAR)
def _by_letter(words: Iterable[str]) -> str:
    """An expression for words of which each branch begins with a letter of its own."""
    rests: dict[str, list[str]] = {}
    for word in words:
        rests.setdefault(word[0], []).append(word[1:])
    return "|".join(f"{first}(?:{_alternatives(rest)})" for first, rest in sorted(rests.items()))


_STARTS = {*en.CARDINALS, *en.VAGUE_PLURALS, *en.VAGUE_WORDS, "pair", "half", "every"} | {
    part + plural for part in ("third", "quarter", "fourth", "fifth", "tenth") for plural in ("", "s")
}
_FIRST = re.compile(rf"[^a-z](?:(?<=[\d{_FRACTIONS}])|(?<!\w)(?:{_by_letter(_STARTS)})(?:-?fold)?\b)")
"""A digit, or a word with the character in front of it: beginning with one class, a search skips over letters at once."""
_DIGITS = re.compile(
    r"(?:\d{1,3}(?:[ \u00a0\u202f](?:000|\d{3}(?!-[a-z]| ?mm\b))(?![\d.,]*\d))+|\d+(?:[.,٬٫’']\d+)*)(?:[.,٫]\d+)?(?:e[-+]?\d+|\s?[×x]\s?10\^?[-−]?\d+)?", re.IGNORECASE
)
_POWER = re.compile(r"\s?[×x]\s?10\^?[-−]?")
_RATIO = re.compile(r"\s?[/⁄](\d+)(?![\d/])")
_MIXED = re.compile(rf"[ -]?([{_FRACTIONS}])|[ -](\d)[/⁄](\d{{1,2}})(?![\d/])")
_MAGNITUDE = re.compile(r"[ \u00a0-]?(hundred|thousand|million|billion|trillion|lakh|crore|dozen)s?\b(?! of (?:thousand|million|billion)s)")
_SUFFIX = re.compile(r"[ \u00a0]?(mln|bln|trn|mrd|mld|mio|mn|bn|tn|k|m|b|t)(?![\w'’²³^/])", re.IGNORECASE)
_GOES_ON = frozenset((*"htmblcdk/⁄0123456789", *VULGAR))
"""First letters of what may go on digits: magnitudes, letters for them, fractions."""
_NEXT_WORD = re.compile(rf"(?P<gap>[ -]| and |-and-| & |, (?:and )?)(?P<word>{_CARDINAL})\b")
_DENOMINATOR = re.compile(rf"[ -](?P<part>{_PARTS})s?\b(?!-)")
_AND_PART = re.compile(rf"(?: and|-and)[ -](?:(?P<n>one|two|three|a|an)[ -])?(?P<part>{_PARTS})(?P<s>s?)\b")
_OF_MILLION = re.compile(r"(?:(?: of)?[ -]an?)?[ -](million|billion|trillion|thousand|dozen|hundred)\b")
_AFTER_PART = re.compile(r" (?:of|more|less|larger|the)\b")
_BEFORE_PART = re.compile(r"\b(?:by|up to|close to|than|about|around|almost|nearly|roughly|only|just|least|over|up|down|another) an? $")
_ENDS_PART = re.compile(r"(?=$|[.,;:)\n]| (?:in|from|since|over|last|this|to|on|and|compared|during|after|between|as|while|but|within|year|a year)\b)")
"""Words around "a third" that make it a share by itself: "fell by a third.", "up to a fifth in May"."""
_AFTER_HALF = re.compile(r"(?!-(?!hour|mile|day|year|kilo|met|minute|inch)|time|way|\w)")
_OF_VAGUE = re.compile(rf" of (?P<word>{_VAGUE})\b")
_AFTER_VAGUE = re.compile(r" (?:of )?(?P<word>hundred|thousand|million|billion|trillion|dozen)s?\b")
_EVERY_NTH = re.compile(rf" (?P<part>second|third|fourth|fifth|sixth|tenth) (?!{'|'.join(RATE_TIMES)}|time\b)[a-z]+\b(?<!s)")
_SUFFERED = re.compile(r" (?:more |others )?(?:in|across|near|were|are|have|had|died|fled|killed|wounded|injured|dead|missing|arrested|displaced|remain)\b|[,.]")
_SCORES = re.compile(r"(?:^|[.!?;,:(\n\"“] ?| and | while | with | killed | wounded | injured | killing | leaving |(?:kill|abduct|kidnap|wound|injure|detain|arrest|displace)(?:s|ed|ped|d)? )$")
_FEET = re.compile(r"(\d{1,2})['’′] ?(\d{1,2})(?:[\"”″]|''|’’)")
_FOOT = re.compile(r"[\d,.]*\d['’′](?=$|[ \n.,;:)x×-])(?!-\w)")
_OPEN_QUOTE = re.compile(r"(?:^|[\s(])['‘][^'’]*$")
_NTH = {**en.DENOMINATORS, "second": 2.0}
_SHARING = (" in ", " out of ", " of every ")
_OUT_OF = re.compile(r" (?:(?:in|out of)(?: every)?|of every) (?P<n>\d{1,3}(?:,\d{3})*|" + _CARDINAL + r")\b(?! ?(?:years?|months?|days?|weeks?|hours?|minutes?|percent|%|million|thousand|hundred))")


def find_numerals(text: str, lower: str) -> Iterator[Numeral]:
    """Yield the numerals of ``text`` from left to right, none inside another.

    ``lower`` is ``text`` in lower case, of the same length.
    """
    end = 0
    for m in _FIRST.finditer(" " + lower):  # a word may start the text
        first = m.group()
        start = m.start() if len(first) > 1 else m.start() - 1
        if start < end:
            continue
        found = _read_word(lower, start, first[1:]) if len(first) > 1 else _read_digits(lower, start)
        if found is not None:
            found = _out_of(lower, found)
            end = found.end
            yield found


def same_length_lower(text: str) -> str:
    """``text`` in lower case, letter for letter (the capital dotted I would make two)."""
    lower = text.lower()
    return lower if len(lower) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def _read_digits(lower: str, start: int) -> Numeral:
    if lower[start] in VULGAR:
        return Numeral(start, start + 1, VULGAR[lower[start]], "fraction")
    if not _PRIMES.isdisjoint(lower[start + 1 : start + 3]) and (feet := _FEET.match(lower, start)) and (not start or not lower[start - 1].isalnum()):
        return Numeral(start, feet.end(), float(feet[1]) + float(feet[2]) / 12, "digits", FOOT)
    m = _DIGITS.match(lower, start)
    assert m is not None
    end, written = m.end(), m.group()
    if start and lower[start - 1] == "." and written.isdecimal() and not lower[start - 2 : start - 1].isalnum():
        start, written = start - 1, "." + written
    value = parse_digits(_plain_exponent(written))
    if lower[end : end + 1] in _PRIMES and _FOOT.match(lower, start) and not _OPEN_QUOTE.search(lower, max(0, start - 120), start):
        return Numeral(start, end + 1, value, "digits", FOOT)
    after = lower[end : end + 2].lstrip(" \u00a0-")[:1]
    if after in _GOES_ON:
        return _read_on(lower, Numeral(start, end, value, "digits"), written)
    return Numeral(start, end, value, "digits")


def _read_on(lower: str, n: Numeral, written: str) -> Numeral:
    """Digits with what follows them: a denominator, a fraction, magnitude words or a letter."""
    start, end, value = n.start, n.end, n.value
    worded = lower[end : end + 2].lstrip(" \u00a0-")[:1].isalpha()
    if not worded and (ratio := _RATIO.match(lower, end)):
        return Numeral(start, ratio.end(), parse_ratio(written, ratio[1]), "fraction")
    if not worded and (mixed := _MIXED.match(lower, end)):
        part = VULGAR.get(mixed[1] or "") or parse_ratio(mixed[2] or "", mixed[3] or "")
        return Numeral(start, mixed.end(), None if part is None or value is None else value + part, "fraction")
    value, end = _magnitudes(lower, value, end)
    suffix = _SUFFIX.match(lower, end)
    return Numeral(start, end, value, "digits", suffix[1] if suffix else "")


def _plain_exponent(written: str) -> str:
    if written.isdecimal() or "10" not in written:
        return written
    return _POWER.sub(lambda m: "e-" if m.group()[-1] in "-−" else "e", written)


def _magnitudes(lower: str, value: float | None, end: int) -> tuple[float | None, int]:
    """Apply the magnitude words behind digits: "4.3 million", "2 hundred thousand"."""
    while m := _MAGNITUDE.match(lower, end):
        value, end = scale(value, en.MAGNITUDES[m[1]]), m.end()
    return value, end


def _read_word(lower: str, start: int, word: str) -> Numeral | None:
    if word.endswith("fold"):
        value = en.CARDINALS.get(word.removesuffix("fold").removesuffix("-"))
        return None if value is None else Numeral(start, start + len(word), value, "fold")
    end = start + len(word)
    if word in en.VAGUE_PLURALS:
        return _read_vague_plural(lower, start, end, word)
    if word in en.VAGUE_WORDS or word == "pair":
        return _read_vague_word(lower, start, end, word)
    if word == "every":
        nth = _EVERY_NTH.match(lower, end)
        return Numeral(start, nth.end("part"), 1 / _NTH[nth["part"]], "ratio") if nth else None
    if word in en.CARDINALS:
        return _read_cardinal(lower, start, end, word)
    return _read_part(lower, start, end, word)


def _read_vague_plural(lower: str, start: int, end: int, word: str) -> Numeral | None:
    if word in ("scores", "tens") and not lower.startswith(" of ", end) and not (word == "scores" and _SCORES.search(lower, max(0, start - 12), start) and _SUFFERED.match(lower, end)):
        return None
    value: float | None = en.VAGUE_PLURALS[word]
    while m := _OF_VAGUE.match(lower, end):
        value, end = scale(value, en.VAGUE_PLURALS[m["word"]]), m.end()
    return Numeral(start, end, value, "vague")


def _read_vague_word(lower: str, start: int, end: int, word: str) -> Numeral | None:
    if word != "several":
        before = lower[max(0, start - 9) : start]
        if not before.endswith("a ") or before.endswith("quite a ") or (start > 2 and lower[start - 3].isalnum()):
            return None
        start -= 2
    if word == "pair":
        return Numeral(start, end, 2.0, "words") if lower.startswith(" of ", end) else None
    value: float | None = en.VAGUE_WORDS[word]
    while m := _AFTER_VAGUE.match(lower, end):
        value, end = scale(value, en.MAGNITUDES[m["word"]]), m.end()
    return Numeral(start, end, value, "vague")


def _read_cardinal(lower: str, start: int, end: int, word: str) -> Numeral:
    """Take number words as long as they go on one number, then a fraction behind them."""
    words = [word]
    while (m := _NEXT_WORD.match(lower, end)) and _goes_on(words, m["gap"], m["word"]):
        words.append(m["word"])
        end = m.end()
    value = compose(words, en.CARDINALS, en.MAGNITUDES)
    part = _DENOMINATOR.match(lower, end)
    if part and value and (value == 1) == (not part.group().endswith("s")):
        return Numeral(start, part.end(), value / en.DENOMINATORS[part["part"]], "fraction")
    if part := _AND_PART.match(lower, end):
        n = {"two": 2.0, "three": 3.0}.get(part["n"] or "", 1.0)
        return Numeral(start, part.end(), (value or 0) + n / en.DENOMINATORS[part["part"]], "fraction")
    if words[0] in en.MAGNITUDES and lower[max(0, start - 3) : start] in (" a ", "\na ", "a "):
        start -= 2
    return Numeral(start, end, value, "one" if words == ["one"] else "words")


def _goes_on(words: list[str], gap: str, word: str) -> bool:
    """Whether ``word`` continues the number: "twenty" + "-" + "one", "two hundred" + "and" + "six"."""
    last, value = en.CARDINALS[words[-1]], en.CARDINALS[word]
    if word in en.MAGNITUDES:
        return gap in " -" and (last < 100 or value > last or value == last >= 1000)
    if gap.startswith(",") or "&" in gap or "and" in gap:
        return last >= (1000 if gap.startswith(",") else 100) and value < last and word not in ("zero",) and words[-1] != "dozen"
    if words[-1] in en.MAGNITUDES:
        return value < last and value > 0 and words[-1] != "dozen"
    return words[-1] in en.TENS and word in en.UNITS and 0 < value < 10


def _read_part(lower: str, start: int, end: int, word: str) -> Numeral | None:
    """ "half", "a third", "half a million", "a quarter of a million"; not "the third"."""
    before = lower[max(0, start - 8) : start]
    if word == "half":
        if before.endswith(("first ", "second ", "latter ", "other ", "better ", "first-", "second-", "and a ")):
            return None
        if m := _OF_MILLION.match(lower, end):
            return Numeral(start, m.end(), 0.5 * en.MAGNITUDES[m[1]], "fraction")
        return Numeral(start, end, 0.5, "fraction") if _AFTER_HALF.match(lower, end) else None
    if word == "quarter" and (m := _OF_MILLION.match(lower, end)):
        return Numeral(start - 2 if before.endswith("a ") else start, m.end(), 0.25 * en.MAGNITUDES[m[1]], "fraction")
    singular = word.rstrip("s")
    if word != singular or (not before.endswith((" a ", "\na ", '"a ')) and before != "a ") or lower.startswith("-", end):
        return None
    if not _AFTER_PART.match(lower, end) and not (_ENDS_PART.match(lower, end) and _BEFORE_PART.search(lower, max(0, start - 12), start)):
        return None
    return Numeral(start - 2, end, 1 / en.DENOMINATORS[singular], "fraction")


def _out_of(lower: str, first: Numeral) -> Numeral:
    """ "one in five" and "9 out of 10" as one share."""
    if not lower.startswith(_SHARING, first.end) or first.kind not in ("one", "words", "digits") or first.suffix:
        return first
    m = _OUT_OF.match(lower, first.end)
    if m is None or first.value is None:
        return first
    over = en.CARDINALS.get(m["n"]) or parse_digits(m["n"])
    explicit = " out of " in m.group() or " every " in m.group()
    if not over or over <= first.value or not (explicit or (first.value <= 10 and over <= 10_000)):
        return first
    share = finite(first.value / over)
    return replace(first, end=m.end(), value=share, kind="ratio")
