"""Cut a text into tokens and give each the one-character class that the grammar's patterns match.

A sentence such as "in late May 2014" becomes a short string, one character a token, over
which the rules run as plain regular expressions: the idea of SUTime's TokensRegex and of
SynTime's token types, at the price of a dictionary look-up a word.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from core.extract.lang.en import time as words

TOKEN = re.compile(
    r"""\d{4}-\d\d?-\d\d?(?:[T ]\d\d:\d\d(?::\d\d)?(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)?)?(?![\d-])  # ISO date
    | \d{1,4}([/.])\d{1,2}\1\d{1,4}(?![\d/])          # numeric date
    | \d{1,2}:\d\d(?::\d\d)?(?!\d)                     # clock
    | \d{1,3}(?:,\d{3})+(?!\d) | \d+/\d+ | \d+\.\d+ | \d+
    | (?:[ap]\.\ ?m|[AP]\.M|[Bb]\.[Cc](?:\.[Ee])?|[Aa]\.[Dd])\b\.?
    | [^\W\d_]+ | \n\s*\n | \S""",
    re.VERBOSE,
)

_DIGIT_CLASSES = ("DAYNUM", "INT", "YEARNUM", "DECIMAL", "FRACTION", "CLOCK", "ISODATE", "NUMDATE", "HUNDREDS", "MILITARY")
_MARKS = {".": "DOT", ",": "COMMA", "-": "HYPHEN", "–": "HYPHEN", "—": "DASH", "'": "APOS", "’": "APOS", "(": "OPEN", ")": "CLOSE", "½": "FRACTION"}
_NAMES = (
    *_DIGIT_CLASSES, *dict.fromkeys(_MARKS.values()), "MONTH", "MONTHABBR", "MAY", "WEEKDAY", "WEEKDAYS", "WDABBR",
    "NUMWORD", "TEEN", "MULTIPLIER", "ORDWORD", "DECADEWORD", *words.CLASSES, "OTHER",
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


_CHAR_OF: dict[str, str] = {w: CHARS[n] for w, n in (_table() | _MARKS).items()}
_CHAR_OF.update({"BC": CHARS["ERA"], "AD": CHARS["AD"], "am": CHARS["AMPM"], "AM": CHARS["AMPM"]})
_OTHER = CHARS["OTHER"]


def _class_of(token: str) -> str:
    """Class of a token that is no known word: by its shape."""
    first = token[0]
    if "0" <= first <= "9":
        return _number_class(token)
    if len(token) > 1 and token[1] == ".":
        return CHARS["AMPM" if first in "apAP" and "d" not in token.lower() else "AD" if first in "aA" else "ERA"]
    return _OTHER


def _number_class(token: str) -> str:
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


@dataclass(slots=True)
class Tokens:
    """Tokens of a text: their strings, their offsets and the string of their classes."""

    texts: list[str]
    starts: list[int]
    classes: str

    def span(self, first: int, end: int) -> tuple[int, int]:
        """Offsets of the tokens ``first`` to ``end`` (exclusive)."""
        return self.starts[first], self.starts[end - 1] + len(self.texts[end - 1])


def tokenize(text: str, start: int = 0, end: int | None = None) -> Tokens:
    """Tokens of ``text[start:end]``; offsets count from the start of ``text``."""
    texts: list[str] = []
    starts: list[int] = []
    for match in TOKEN.finditer(text, start, len(text) if end is None else end):
        texts.append(match[0])
        starts.append(match.start())
    known = _CHAR_OF.get
    return Tokens(texts, starts, "".join([known(t) or _class_of(t) for t in texts]))
