"""The capitalised words of a text, and the place names that stand in them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from core.extract.gazetteer.lookup import ALIAS, DEMONYM, Gazetteer
from core.extract.gazetteer.names import name_key
from core.extract.lang.en.places import ARTICLE_PREFIXES, JOINERS, MERE_LINKS

MOST_WORDS = 6
"""Capitalised words in one place name."""
LONGEST_WORD = 40

_CAPITAL = r"[^\W\d_a-zß-öø-ÿ]"
_REST = r"[^\W\d_]*(?:[’'‘ʻ`](?!s\b|S\b|\s)[^\W\d_]+)*\.?"
_WORD = re.compile(
    rf"(?:(?<=#)[^\W\d_]+|(?<![\w@./])(?:(?:[A-Z]\.){{2,}}[A-Z]?|(?:(?:{ARTICLE_PREFIXES})-|[’'‘ʻ])?{_CAPITAL}{_REST}))"
)
_FROM_CAPITAL = re.compile(rf"{_CAPITAL}(?<![\w@./].)(?:(?<=[A-Z])\.(?:[A-Z]\.)+[A-Z]?|{_REST})")
"""The same from the capital on: three times as fast, as it need look no closer at small letters."""
_BEFORE_CAPITAL = re.compile(rf"(?<![\w@./])(?:(?:{ARTICLE_PREFIXES})-|[’'‘ʻ])$")
_LONGEST_PREFIX = 4


class Word(NamedTuple):
    """A capitalised word; ``text`` has no full stop unless it is an abbreviation."""

    start: int
    end: int
    text: str


class Name(NamedTuple):
    """A name of the gazetteer in the text: words ``first`` to ``last`` inclusive."""

    first: int
    last: int
    start: int
    end: int
    key: str
    flags: tuple[tuple[int, int], ...]
    """``(place id, flag)``, the most important place first."""
    capital: bool = False
    """Whether it is a usual name of a great capital."""


_ABBREVIATIONS = frozenset(["st", "ste", "mt", "ft", "pt", "gov", "gen", "sen", "rep", "dr", "mr", "mrs", "lt", "col", "sgt", "u.s", "u.k", "d.c", "n.y", "n.j", "ala", "ariz", "ark", "calif", "colo", "conn", "del", "fla", "ga", "ill", "ind", "kan", "kans", "ky", "la", "md", "mass", "mich", "minn", "miss", "mo", "mont", "neb", "nebr", "nev", "okla", "ore", "pa", "penn", "tenn", "tex", "vt", "va", "wash", "wis", "wisc", "wyo", "alta", "ont", "que", "sask", "no", "inc", "corp", "co", "jr"])


def capitalised(text: str) -> list[Word]:
    """The capitalised words of ``text`` in order, each without the full stop that ends a sentence."""
    words: list[Word] = []
    for start, end in _spans(text):
        if end - start > LONGEST_WORD:
            continue
        if text[end - 1] == "." and "." not in (word := text[start : end - 1]) and word.lower() not in _ABBREVIATIONS:
            end -= 1
        words.append(Word(start, end, text[start:end]))
    return words


def _spans(text: str) -> list[tuple[int, int]]:
    """Where ``_WORD`` matches."""
    if "#" in text:
        return [found.span() for found in _WORD.finditer(text)]
    spans: list[tuple[int, int]] = []
    for found in _FROM_CAPITAL.finditer(text):
        start = found.start()
        whole = _with_prefix(text, start, spans) if start and text[start - 1] in "-’'‘ʻ" else None
        spans.append(whole or found.span())
    return spans


def _with_prefix(text: str, start: int, spans: list[tuple[int, int]]) -> tuple[int, int] | None:
    """The word that has a capital at ``start`` and an article or a mark before it.

    A capitalised article, the "Al" of "Al-Bab", is taken off the words found.
    """
    prefix = _BEFORE_CAPITAL.search(text, max(0, start - _LONGEST_PREFIX), start)
    if prefix is None:
        return None
    if spans and spans[-1][1] > prefix.start():
        if spans[-1][0] != prefix.start():
            return None
        spans.pop()
    whole = _WORD.match(text, prefix.start())
    return whole.span() if whole else None


def names(text: str, words: list[Word], gazetteer: Gazetteer) -> Iterator[Name]:
    """The longest names of the gazetteer in ``words``, left to right, none overlapping."""
    position = 0
    while position < len(words):
        found = _longest(text, words, position, gazetteer)
        if found is None:
            position += 1
        else:
            yield found
            position = found.last + 1


def _longest(text: str, words: list[Word], first: int, gazetteer: Gazetteer) -> Name | None:
    if words[first].text.lower() in MERE_LINKS:
        return None
    last = first
    while last + 1 < len(words) and last - first + 1 < MOST_WORDS and joined(text, words[last], words[last + 1]):
        last += 1
    for end in range(last, first - 1, -1):
        start, stop = words[first].start, words[end].end
        key = name_key(text[start:stop])
        flags = gazetteer.flags(key)
        if flags:
            surface = text[start:stop]
            if end == first and first + 1 < len(words) and _goes_on(text, words[end], words[end + 1]):
                return None
            if len(key) <= 3 and not (surface.isupper() or "." in surface or (len(key) == 3 and end == first and surface[0].isupper())):
                continue
            capital = any(flag <= ALIAS and n in gazetteer.capitals for n, flag in flags)
            return Name(first, end, start, stop, key, flags, capital)
    return None


def _goes_on(text: str, left: Word, right: Word) -> bool:
    """Whether a longer name than the gazetteer has begins with the word: the "Bab" of "Bab al-Tabbaneh"."""
    return text[left.end : right.start] in _BEFORE_ARTICLE and bool(_ARTICLE_WORD.match(text, left.end))


_ARTICLE_WORD = re.compile(r" (?:al|el|ul|ad|ar|as|ash|an|at|az|ez|es|et|ed|ud)-")
_BEFORE_ARTICLE = frozenset(g for g in JOINERS if g.startswith(" ") and g.endswith("-")) | {" "}


def joined(text: str, left: Word, right: Word) -> bool:
    """Whether two capitalised words may be of one name by what stands between them."""
    gap = text[left.end : right.start]
    return gap in (" ", "-") or gap in JOINERS


def is_demonym(name: Name) -> bool:
    """Whether the name is a people's and not also the name of a place of any size."""
    return bool(name.flags) and any(flag == DEMONYM for _, flag in name.flags)
