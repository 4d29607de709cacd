"""One name per actor: titles stripped, aliases known, merges proposed with a reason.

The names of well-known actors and their sources stand in ``core/data/actors.tsv``.
Nothing here merges by itself across articles: a person accepts a proposal or undoes it.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

FILE = Path(__file__).parent / "data" / "actors.tsv"


class Actor(NamedTuple):
    """A well-known actor, as the alias file has it."""

    name: str
    label: str
    """Entity label: ORG, GPE, ARMED_GROUP, MILITARY_UNIT."""
    kind: str
    """armed_group, military, ministry, government, state, alliance, international, ngo, party, media, platform."""
    aliases: tuple[str, ...]
    source: str


class Merge(NamedTuple):
    """A proposal that two names mean one actor."""

    a: str
    b: str
    reason: str


TITLES = frozenset(
    """mr mrs ms miss mx dr prof professor sir dame lord lady president vice prime minister secretary of state defense
    defence foreign interior deputy general gen lt lieutenant col colonel maj major capt captain sgt sergeant cpl corporal
    adm admiral rear brig brigadier cmdr commander chief marshal staff sen senator rep representative congressman
    congresswoman gov governor mayor king queen prince princess emir sheikh shaykh imam ayatollah mullah maulana pope
    cardinal bishop archbishop rev reverend rabbi judge justice attorney ambassador spokesman spokeswoman spokesperson
    chancellor premier chairman chairwoman director officer detective sheriff first lady former then""".split()
)
"""Words that stand before a name and are no part of it."""

_WORD = re.compile(r"[^\W_]+(?:[.'’-][^\W_]+)*\.?")
_POSSESSIVE = re.compile(r"(?:['’]s|['’])$")
_SMALL = frozenset("of the and for in on de la le to".split())


@cache
def actors() -> dict[str, Actor]:
    """Every actor of the alias file by each of its names, in ``look_up``'s spelling."""
    found: dict[str, Actor] = {}
    for line in FILE.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            name, label, kind, aliases, source = line.split("\t")
            actor = Actor(name, label, kind, tuple(filter(None, aliases.split(";"))), source)
            for form in (name, *actor.aliases):
                found.setdefault(_spelling(form), actor)
    return found


@lru_cache(maxsize=8192)
def look_up(name: str) -> Actor | None:
    """The well-known actor of a name, or ``None``. Acronyms need their capitals."""
    return actors().get(_spelling(name))


def _spelling(name: str) -> str:
    name = _POSSESSIVE.sub("", " ".join(name.split())).replace("’", "'")
    if name[:4].lower() == "the ":
        name = name[4:]
    return name if len(name) <= 4 or name.isupper() else name.casefold()


def is_media(name: str) -> bool:
    """Whether a name is a news organisation's: by the alias file, else by what papers and channels call themselves."""
    actor = look_up(name)
    return actor.kind == "media" if actor is not None else bool(_MEDIA.search(name))


_MEDIA = re.compile(
    r"\b(?:news|news agency|times|post|tv|television|radio|daily|herald|journal|press|gazette|tribune|chronicle|courier|"
    r"telegraph|newspaper|magazine|broadcaster|channel|media)\b(?!\W+(?:conference|secretary|office|briefing|reporters))",
    re.IGNORECASE,
)


@lru_cache(maxsize=8192)
def bare_name(name: str) -> str:
    """A name without article, titles and possessive: "the late Gen. Peter Cook's" is "Peter Cook".

    A name that is nothing but titles is given back whole.
    """
    words = _POSSESSIVE.sub("", " ".join(name.split())).split(" ")
    rest = list(words)
    while rest and (rest[0].lower().strip(".") in TITLES or rest[0].lower() in ("the", "late")):
        del rest[0]
    return " ".join(rest) or " ".join(words)


def canonical(name: str) -> str:
    """The name that an actor goes by across articles: the alias file's, else the bare name."""
    actor = look_up(name) or look_up(bare_name(name))
    return actor.name if actor is not None else bare_name(name)


def skeleton(name: str) -> str:
    """A transliteration key: Arabic and Cyrillic names spelt differently share it.

    Drops the article al-/el-/ash-, marks, and doubled letters; takes kh as h, gh, g and q as
    k, ou as u, ei and ay as i, as transliteration tables do (ALA-LC, BGN/PCGN).
    """
    plain = "".join(c for c in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(c))
    plain = re.sub(r"\b(?:al|el|ash|as|ad|an|ar|az)[- ]", "", plain)
    for written, taken in (("kh", "h"), ("gh", "k"), ("dh", "d"), ("th", "t"), ("g", "k"), ("q", "k"), ("ou", "u"), ("oo", "u"), ("ee", "i"), ("ei", "i"), ("ay", "i"), ("ai", "i"), ("y", "i"), ("e", "a"), ("o", "u"), ("w", "v")):
        plain = plain.replace(written, taken)
    return re.sub(r"(.)\1+", r"\1", re.sub(r"[^\w]+", "", plain))


def initials(name: str) -> str:
    """The acronym of a name: "Kurdistan Workers' Party" gives KWP; small words are left out."""
    return "".join(w[0] for w in re.split(r"[\s-]+", name) if w and w.lower() not in _SMALL).upper()


def propose_merges(names: Iterable[str]) -> list[Merge]:
    """Pairs of names that may mean one actor, each with the reason; the surer name first.

    Proposals only: two people can share a surname. Linear in the number of names but for
    the pairs themselves.
    """
    unique = sorted(set(names))
    proposals: dict[tuple[str, str], Merge] = {}
    for a, b, reason in (*_by_key(unique), *_by_acronym(unique), *_by_surname(unique)):
        proposals.setdefault((min(a, b), max(a, b)), Merge(a, b, reason))
    return sorted(proposals.values())


def _by_key(names: list[str]) -> Iterator[Merge]:
    keys: tuple[tuple[str, Callable[[str], str]], ...] = (
        ("names of one actor in the alias file", lambda n: (look_up(n) or look_up(bare_name(n)) or _NOBODY).name),
        ("the same name with and without a title", lambda n: bare_name(n).casefold()),
        ("one name in two transliterations", lambda n: skeleton(bare_name(n)) if len(n) > 5 else ""),
    )
    for reason, key in keys:
        groups: dict[str, list[str]] = defaultdict(list)
        for name in names:
            groups[key(name)].append(name)
        for value, group in groups.items():
            if value:
                first = max(group, key=len)
                yield from (Merge(first, other, reason) for other in group if other != first)


_NOBODY = Actor("", "", "", (), "")


def _by_acronym(names: list[str]) -> Iterator[Merge]:
    long = defaultdict(list)
    for name in names:
        if " " in name:
            long[initials(bare_name(name))].append(name)
    for name in names:
        if 2 < len(name) < 8 and name.isupper():
            for full in long.get(name.replace(".", ""), ()):
                yield Merge(full, name, "an acronym of the other name")


def _by_surname(names: list[str]) -> Iterator[Merge]:
    full = defaultdict(list)
    for name in names:
        words = bare_name(name).split()
        if len(words) > 1:
            full[words[-1].casefold()].append(name)
    for name in names:
        words = bare_name(name).split()
        if len(words) == 1 and len(full.get(words[0].casefold(), ())) == 1:
            yield Merge(full[words[0].casefold()][0], name, "the only full name with this last name")


def independent_roots(speakers: Iterable[str | None]) -> tuple[str, ...]:
    """The distinct speakers at the root of some claims or attributions, in order of appearance.

    Whoever only passed a statement on is no root. Records in the article's own voice,
    without a speaker, count for none: the outlet then is their one root.
    """
    return tuple(dict.fromkeys(canonical(speaker) for speaker in speakers if speaker))
