"""Clues from office-holders: who is called by a title is in office, or has left it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from core.extract.normalize.dates import add_days, parse_date
from core.extract.published.clues import TITLE, WEAK, Hint
from core.extract.published.facts import WORD, Bearer, Facts, Holder, load_facts
from core.records import Span

_NOT_THE_OFFICE = frozenset("a an would vice deputy assistant under acting interim shadow for as nominee candidate mock honorary undersecretary".split())
_FORMER = frozenset("former ex late ousted deposed onetime one-time past disgraced longtime then".split())
_OF_ANOTHER = frozenset("of to with for".split())
""" "The former chairman of President Obama's council": it is the chairman who left."""

_LOOKING_BACK = frozenset("by under during since after like before".split())
"""Words that call up a time in office that may be over: "appointed by President Clinton"."""

_COMMON_NAMES = frozenset("brown may martin howard fox lee park moon kim khan singh ahmed mohamed santos francis salman".split())
"""Surnames too frequent to stand for an office-holder after a bare "President"."""

_BROAD_TITLES = frozenset(("president", "prime minister", "leader", "premier", "chancellor", "king"))
ELECT_DAYS = 100
"""A president-elect takes office within so many days."""


_PARTICLE = r"(?:(?:[A-Z]\.?|[Aa]l|[Ee]l|bin|[A-Z][a-z]+)[\s-]+)?"
_TITLED = r"(?P<words>(?:[\w.’'-]+\s+){0,3}(?:(?:ex|then|vice|co)-)?)(?<!\w)(?P<title>(?i:%s))(?P<elect>-elect)?\s+(?P<given>(?:[\w.’'-]+\s+){0,4}(?:[Aa]l-|[Ee]l-)?)$"
_SENTENCE_END = re.compile(r"(?<=\w{3}[.!?])['’]?\s+")
"""Not that of "U.S." or "Mr."."""
_GOES_ON = re.compile(r"-|\s+[A-Z]")
"""The name goes on, so that it is another's: "President Petro Poroshenko" is not Mr. Petro."""

_INITIAL = re.compile(r"[A-Z]\.?|(?:[Aa]l|[Ee]l)-?|bin|Mr\.|Mrs\.")
BEFORE, AFTER = 90, 80
"""Characters before and after a name where its title can stand."""


class Titled(NamedTuple):
    """A name with a title: where, the words before the title, and how much of the name is printed."""

    bearer: Bearer
    span: Span
    words: frozenset[str]
    elect: bool
    full: int
    """2 where the given names are printed as the facts have them, 1 where only the first is, else 0."""


def office_hints(text: str) -> Iterator[Hint]:
    """Clues of all titles with the names of those who held them."""
    facts = load_facts()
    ends: dict[str, list[Hint]] = {}
    for match in WORD.finditer(text):
        bearers = facts.bearers.get(match[0])
        if bearers is None:
            continue
        found = [t for b in bearers if (t := _titled(text, match.start(), b))]
        best = max((t.full for t in found), default=0)
        for hint in _hints([t for t in found if t.full == best], facts):
            if hint.cut == "earliest":
                yield hint
            else:
                ends.setdefault(found[0].bearer.office.country, []).append(hint)
    yield from _last_ends(ends)


def _last_ends(ends: dict[str, list[Hint]]) -> Iterator[Hint]:
    """Of those of one country, only who left last can be in office still: the others may be told of."""
    for hints in ends.values():
        last = max(h.date for h in hints)
        yield from (h for h in hints if h.date == last)


@cache
def _before(titles: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(_TITLED % "|".join(_spaced(t) for t in titles))


def _spaced(words: str) -> str:
    return re.escape(words).replace(r"\ ", r"\s")


def _titled(text: str, start: int, bearer: Bearer) -> Titled | None:
    end = start + len(bearer.family)
    if not text.startswith(bearer.family, start) or text[end : end + 1].isalnum():
        return None
    low = max(0, start - BEFORE)
    follows = bearer.family_first and text.startswith(bearer.given, end + 1)
    found = _before(bearer.office.titles).search(text[low:start])
    if found is None:
        return _after(text, start, end, bearer)
    given = found["given"].split()
    named = 2 if follows or " ".join(given) == bearer.given else int(bool(given) and bearer.given.split()[:1] == given[:1])
    bare = all(_INITIAL.fullmatch(g) for g in given)
    common = bearer.family.lower() in _COMMON_NAMES and found["title"].lower() in _BROAD_TITLES
    if not named and (not bare or common or (bearer.family_first and text[end : end + 1] == "-")):
        return None
    return Titled(bearer, (low + found.start("title"), end), _words(found["words"]), bool(found["elect"]), named)


def _words(before: str) -> frozenset[str]:
    """The words before a title in its own sentence."""
    return frozenset(re.split(r"[\s-]+", _SENTENCE_END.split(before)[-1].lower()))


def _after(text: str, start: int, end: int, bearer: Bearer) -> Titled | None:
    """ "John Kerry, the US secretary of state"."""
    if not bearer.given or bearer.family_first:
        return None
    name = re.search(rf"(?<!\w){re.escape(bearer.given)}\s+{_PARTICLE}$", text[max(0, start - 60) : start])
    if name is None:
        return None
    titles = "|".join(_spaced(t) for t in bearer.office.titles)
    found = re.match(rf",[ \t]+(?P<words>(?:[\w.’'-]+[ \t]+){{0,4}}?)(?i:{titles})(?!\w|\s+[A-Z])", text[end : end + AFTER])
    if not found:
        return None
    return Titled(bearer, (max(0, start - 60) + name.start(), end + found.end()), _words(found["words"]), False, 2)


def _hints(found: list[Titled], facts: Facts) -> Iterator[Hint]:
    """Clues of one name; where several may be meant ("President Bush"), of the time in which any was in office."""
    found = [t for t in found if t.words.isdisjoint(_NOT_THE_OFFICE)]
    if not found:
        return
    t = min(found, key=lambda t: t.bearer.holder.begin)
    first = t.bearer.holder
    last = max((t.bearer.holder for t in found), key=lambda h: h.end or "9999")
    source, title = facts.source_of(t.bearer.office.source), t.bearer.office.titles[0]
    name = " or ".join(dict.fromkeys((first.names[0], last.names[0])))
    if t.elect:
        yield from _elect_hints(t, first, title, source)
    elif "then" in t.words:
        yield Hint(t.span, "earliest", first.begin, f"{name} was {title} from {first.begin}", "published.office.then", source, WEAK)
    elif not t.words.isdisjoint(_FORMER) and t.words.isdisjoint(_OF_ANOTHER):
        left = first.terms[0][1]
        if left:
            yield Hint(t.span, "earliest", left, f"{name} had left office as {title}", "published.office.former", source)
    else:
        why = f"{name} was {title} from {first.begin}" + (f" to {last.end}" if last.end else "")
        yield Hint(t.span, "earliest", first.begin, why, "published.office", source)
        if last.end and t.words.isdisjoint(_LOOKING_BACK):
            # A name of the past may keep its title, so this end gives way to what is known to have happened.
            yield Hint(t.span, "latest", last.end, why, "published.office", source, TITLE)


def _elect_hints(t: Titled, holder: Holder, title: str, source: str) -> Iterator[Hint]:
    begin = parse_date(holder.begin)
    first = add_days(begin, -ELECT_DAYS) if begin else None
    if first:
        why = f"{holder.names[0]} was elected shortly before taking office as {title} on {holder.begin}"
        yield Hint(t.span, "earliest", first.isoformat(), why, "published.office.elect", source)
