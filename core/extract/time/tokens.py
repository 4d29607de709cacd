"""Cut a text into tokens and give each the one-character class that the grammar's patterns match.

A sentence such as "in late May 2014" becomes a short string, one character a token, over
which the rules run as plain regular expressions: the idea of SUTime's TokensRegex and of
SynTime's token types, at the price of a dictionary look-up a word.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import accumulate

from core.extract.lang.en import time as words

TOKEN = re.compile(
    r"""(?:\ (?=[A-Za-z])|[^\S\n]*(?:\n(?![^\S\n]*\n)[^\S\n]*)?)    # the space before it, less than an empty line
    (?: [A-Za-z]{2,}+(?![^\W\d_])                       # most tokens are words
    | (?:[ap]\.\ ?m|[AP]\.M|[Bb]\.[Cc](?:\.[Ee])?|[Aa]\.[Dd])\b\.?
    | [^\W\d_]+
    | \d{4}-\d\d?-\d\d?(?:[T ]\d\d:\d\d(?::\d\d)?(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)?)?(?![\d-])  # ISO date
    | \d{1,4}/\d{1,2}/\d{1,4}(?![\d/]) | \d{1,4}\.\d{1,2}\.\d{1,4}(?![\d/])  # numeric date
    | \d{1,2}:\d\d(?::\d\d)?(?!\d)                     # clock
    | \d{1,3}(?:,\d{3})+(?!\d) | \d{1,3}/\d+ | \d+\.\d+ | \d+
    | \n\s*\n | \S)""",
    re.VERBOSE,
)
"""A token with the space before it, so that the lengths of all add up to the offsets."""
EMPTY_LINE = "\n\n"

_DIGIT_CLASSES = ("DAYNUM", "INT", "YEARNUM", "DECIMAL", "FRACTION", "CLOCK", "ISODATE", "NUMDATE", "HUNDREDS", "MILITARY")
_MARKS = {".": "DOT", ",": "COMMA", "-": "HYPHEN", "–": "HYPHEN", "—": "DASH", "'": "APOS", "’": "APOS", "(": "OPEN", ")": "CLOSE", "/": "SLASH", "½": "FRACTION"}
_NAMES = (
    *_DIGIT_CLASSES, *dict.fromkeys(_MARKS.values()), "MONTH", "MONTHABBR", "MAY", "WEEKDAY", "WEEKDAYS", "WDABBR",
    "NUMWORD", "TEEN", "MULTIPLIER", "ORDWORD", "DECADEWORD", "AD", *words.CLASSES, "OTHER",
)  # fmt: skip
CHARS: dict[str, str] = {name: chr(0xE000 + i) for i, name in enumerate(dict.fromkeys(_NAMES))}
"""Class name to its character, out of Unicode's private use area."""


def _table() -> dict[str, str]:
    """Every spelling that has a class, to its class name."""
    lower: dict[str, str] = {w: name for name, spellings in words.CLASSES.items() for w in spellings.split()}
    lower.update(dict.fromkeys(words.NUMBERS, "NUMWORD") | dict.fromkeys(words.MULTIPLIERS, "MULTIPLIER"))
    lower.update(dict.fromkeys(words.CENTURY_WORDS, "TEEN"))
    lower.update(dict.fromkeys(words.ORDINALS, "ORDWORD") | dict.fromkeys(words.DECADE_WORDS, "DECADEWORD"))
    lower.update(dict.fromkeys(words.WEEKDAYS, "WEEKDAY") | {f"{w}s": "WEEKDAYS" for w in words.WEEKDAYS})
    lower["second"] = "SECOND"
    capital: dict[str, str] = dict.fromkeys(words.WEEKDAY_ABBREVIATIONS, "WDABBR")
    for month in words.MONTHS:
        name = "MAY" if month == "may" else "MONTH" if len(month) > 4 or month in ("june", "july") else "MONTHABBR"
        (capital if month in words.AMBIGUOUS_MONTHS or name == "MONTHABBR" else lower)[month] = name
    table = {form: n for w, n in lower.items() for form in (w, w.capitalize(), w.upper())}
    table.update({form: n for w, n in capital.items() for form in (w.capitalize(), w.upper())})
    table["may"] = table["am"] = "OTHER"
    return table


def _dotted() -> dict[str, str]:
    """Spellings of "a.m." and "B.C."; the only words with dots inside."""
    halves = {f"{x}.{gap}m{end}" for x in "ap" for gap in ("", " ") for end in ("", ".")}
    eras = {f"b.c{mid}{end}" for mid in ("", ".e") for end in ("", ".")}
    table = dict.fromkeys(halves, "AMPM") | dict.fromkeys(eras, "ERA") | {"a.d": "AD", "a.d.": "AD"}
    return table | {w.upper(): n for w, n in table.items()}


_CHAR_OF: dict[str, str] = {w: CHARS[n] for w, n in (_table() | _MARKS | _dotted()).items()}
_CHAR_OF.update({"BC": CHARS["ERA"], "AD": CHARS["AD"], "CE": CHARS["AD"], "am": CHARS["AMPM"], "AM": CHARS["AMPM"]})
_OTHER = CHARS["OTHER"]
_DIGITS = frozenset("0123456789")


def _number_class(token: str) -> str:
    if len(token) > MAX_WORD:
        return _OTHER
    if token.isdigit():
        n = len(token)
        if n == 4:
            return CHARS["YEARNUM"] if "1000" <= token <= "2199" else CHARS["MILITARY"]
        if n <= 2:
            return CHARS["DAYNUM"] if 1 <= int(token) <= 31 else CHARS["INT"]
        return CHARS["HUNDREDS"] if n == 3 else CHARS["INT"]
    if ":" in token and "-" not in token[:5]:
        return CHARS["CLOCK"]
    if "-" in token:
        return CHARS["ISODATE"]
    marks = token.count("/") + token.count(".")
    if marks == 2:
        return CHARS["NUMDATE"]
    return CHARS["FRACTION"] if "/" in token else CHARS["DECIMAL"] if "." in token else CHARS["INT"]


class _Classes(dict[str, str]):
    """Tokens met so far with their class characters: words come again, and a look-up is all they cost then."""

    def __missing__(self, token: str) -> str:
        char = _CHAR_OF.get(token) or (_number_class(token) if token[0] in _DIGITS else _OTHER)
        if len(token) <= MAX_WORD:
            self[token] = char
        return char


MAX_KNOWN = 20_000
MAX_WORD = 40
"""Characters up to which a word is remembered and figures are a number; Python refuses to make one of 4,300."""
_classes = _Classes()


@dataclass(slots=True)
class Tokens:
    """Tokens of a text: their strings, the string of their classes, and where they end."""

    texts: list[str]
    classes: str
    ends: list[int]
    lengths: list[int]
    """With the space before them."""

    def span(self, first: int, end: int) -> tuple[int, int]:
        """Offsets of the tokens ``first`` to ``end`` (exclusive)."""
        return self.ends[first] - len(self.texts[first]), self.ends[end - 1]

    def touches(self, index: int) -> bool:
        """Whether a token follows the one before it without a space."""
        if not 0 < index < len(self.texts) or self.texts[index - 1].isspace():
            return False
        return self.lengths[index] == len(self.texts[index])


def tokenize(text: str) -> Tokens:
    """Tokens of a text, in order; an empty line is one too."""
    spaced = TOKEN.findall(text)
    lengths = list(map(len, spaced))
    texts = [t.strip() or EMPTY_LINE for t in spaced]
    if len(_classes) > MAX_KNOWN:
        _classes.clear()
    return Tokens(texts, "".join(map(_classes.__getitem__, texts)), list(accumulate(lengths)), lengths)
