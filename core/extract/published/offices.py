"""Clues from office-holders: who is called by a title is in office, or has left it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from core.extract.normalize.dates import add_days, parse_date
from core.extract.published.clues import STRONG, WEAK, Hint
from core.extract.published.facts import WORD, Facts, Holder, Office, load_facts

_NOT_THE_OFFICE = frozenset("vice deputy assistant under acting interim shadow for as nominee candidate mock honorary undersecretary".split())
_FORMER = frozenset("former ex late ousted deposed onetime one-time past disgraced longtime then".split())
_COMMON_NAMES = frozenset("brown may martin howard fox lee park moon kim khan singh ahmed mohamed santos francis salman".split())
"""Surnames too frequent to stand for an office-holder after a bare "President"."""

_BROAD_TITLES = frozenset(("president", "prime minister", "leader", "premier", "chancellor", "king"))
ELECT_DAYS = 100
"""A president-elect takes office within so many days."""


def office_hints(text: str) -> Iterator[Hint]:
    """Clues of all titles with the names of those who held them."""
    facts = load_facts()
    for match in WORD.finditer(text):
        for office, holder in facts.by_surname.get(match[0], ()):
            found = _titled(text, match.start(), match.end(), office, holder)
            if found:
                yield from _hints(text, found, office, holder, facts)


class _Titled:
    """A title with a name: where, and the words before the title."""

    def __init__(self, start: int, end: int, words: str, elect: bool) -> None:
        self.span, self.elect = (start, end), elect
        self.words = frozenset(re.split(r"[\s-]+", words.lower()))


@cache
def _before(office_titles: tuple[str, ...], given: tuple[str, ...]) -> re.Pattern[str]:
    titles = "|".join(re.escape(t).replace(r"\ ", r"\s") for t in office_titles)
    names = "|".join(sorted((re.escape(g).replace(r"\ ", r"\s+") for g in given if g), key=len, reverse=True))
    middle = r"(?:[A-Z]\.?\s+|(?:[Aa]l|[Ee]l|bin|Ben)[\s-])?"
    full = rf"(?P<full>(?:{names})[\s-]+{middle})" if names else r"(?P<full>)"
    return re.compile(rf"(?P<words>(?:[\w.’'-]+\s+){{0,3}})(?<![\w-])(?P<title>(?i:{titles}))(?P<elect>-elect)?[\s,]+(?:{full}|{middle})$")


def _given_names(holder: Holder, surname: str) -> tuple[str, ...]:
    """What stands before the surname in each of the names: "Bashar" of "Bashar al-Assad"."""
    found = []
    for name in holder.names:
        at = name.rfind(surname)
        given = re.sub(r"[\s-]+(?:al|el)?[\s-]*$", "", name[:at], flags=re.IGNORECASE)
        found.append(given.strip())
    return tuple(dict.fromkeys(found))


def _titled(text: str, start: int, end: int, office: Office, holder: Holder) -> _Titled | None:
    surname = text[start:end]
    given = _given_names(holder, surname)
    window = text[max(0, start - 90) : start]
    found = _before(office.titles, given).search(window)
    if found:
        named = bool(found["full"]) or given == ("",)
        if named or not (surname.lower() in _COMMON_NAMES and found["title"].lower() in _BROAD_TITLES):
            return _Titled(max(0, start - 90) + found.start("title"), end, found["words"], bool(found["elect"]))
    return _after(text, start, end, office, given)


def _after(text: str, start: int, end: int, office: Office, given: tuple[str, ...]) -> _Titled | None:
    """ "John Kerry, the US secretary of state"."""
    name = next((g for g in given if g and re.search(rf"(?<!\w){re.escape(g)}\s+(?:(?:[Aa]l|[Ee]l|[A-Z]\.?)[\s-])?$", text[max(0, start - 60) : start])), None)
    if name is None:
        return None
    titles = "|".join(re.escape(t).replace(r"\ ", r"\s") for t in office.titles)
    found = re.match(rf",\s+(?P<words>(?:[\w.’'-]+\s+){{0,4}}?)(?:{titles})(?!\w)", text[end : end + 80], re.IGNORECASE)
    if not found:
        return None
    return _Titled(max(0, text.rfind(name, 0, start)), end + found.end(), found["words"], False)


def _hints(text: str, t: _Titled, office: Office, holder: Holder, facts: Facts) -> Iterator[Hint]:
    if not t.words.isdisjoint(_NOT_THE_OFFICE):
        return
    source, name, title = facts.source_of(office.source), holder.names[0], office.titles[0]
    if t.elect:
        begin = parse_date(holder.begin)
        first = add_days(begin, -ELECT_DAYS) if begin else None
        if first:
            yield Hint(t.span, "earliest", first.isoformat(), f"{name} was elected shortly before taking office as {title} on {holder.begin}", "published.office.elect", source)
    elif t.words.isdisjoint(_FORMER):
        until = f" to {holder.end}" if holder.end else ""
        why = f"{name} was {title} from {holder.begin}{until}"
        yield Hint(t.span, "earliest", holder.begin, why, "published.office", source)
        if holder.end:
            # A name of the past may keep its title, so this end gives way to what is known to have happened.
            yield Hint(t.span, "latest", holder.end, why, "published.office", source)
    elif holder.end and "then" not in t.words:
        yield Hint(t.span, "earliest", holder.terms[0][1] or holder.end, f"{name} had left office as {title}", "published.office.former", source, STRONG)
    elif "then" in t.words:
        yield Hint(t.span, "earliest", holder.begin, f"{name} was {title} from {holder.begin}", "published.office.then", source, WEAK)
