"""Dated facts of the world: who held which office when, what happened when (``data/facts.json``)."""

from __future__ import annotations

import re
from functools import cache, cached_property
from importlib import resources
from typing import NamedTuple

import msgspec

from core.isodates import first_day

WORD = re.compile(r"#?\w+")
"""What a name is looked up by: a run of letters and digits."""


class Holder(msgspec.Struct, frozen=True):
    """Someone who held an office: names as printed, terms as ``(first day, last day or None)``.

    ``family`` is the name by which papers call them when it is not the last word.
    """

    names: tuple[str, ...]
    terms: tuple[tuple[str, str | None], ...]
    family: str | None = None

    @property
    def begin(self) -> str:
        """First day of the first term."""
        return self.terms[0][0]

    @property
    def end(self) -> str | None:
        """Last day of the last term, ``None`` when it was not over as the data was written."""
        return self.terms[-1][1]


class Office(msgspec.Struct, frozen=True):
    """An office with the titles, in lower case, that papers give it."""

    country: str
    titles: tuple[str, ...]
    source: str
    holders: tuple[Holder, ...]


class Bearer(NamedTuple):
    """One printed name of an office-holder: what papers call them, and what may stand before or after that."""

    office: Office
    holder: Holder
    family: str
    given: str
    family_first: bool


class Event(msgspec.Struct, frozen=True):
    """Names that could not be printed before ``date``: of what happened then, or was named then.

    Where the text has one of ``unless``, the name is another's ("ISIS" an institute's).
    """

    names: tuple[str, ...]
    date: str
    source: str
    unless: tuple[str, ...] = ()


class Conflict(msgspec.Struct, frozen=True):
    """A campaign or war that began between ``begin`` and ``begin_latest``.

    A clause speaks of it when it has a word of each list of ``sentence`` and the article
    one of each list of ``article`` (lower case).
    """

    name: str
    begin: str
    begin_latest: str
    sentence: tuple[tuple[str, ...], ...]
    article: tuple[tuple[str, ...], ...]
    source: str


class Facts(msgspec.Struct, dict=True):
    """The whole file."""

    sources: dict[str, str]
    offices: tuple[Office, ...]
    events: tuple[Event, ...]
    names: tuple[Event, ...]
    conflicts: tuple[Conflict, ...]

    @cached_property
    def bearers(self) -> dict[str, list[Bearer]]:
        """Names of office-holders by the first word of what papers call them."""
        found: dict[str, list[Bearer]] = {}
        for office in self.offices:
            for holder in office.holders:
                for name in holder.names:
                    bearer = _bearer(office, holder, name)
                    found.setdefault(WORD.findall(bearer.family)[0], []).append(bearer)
        return found

    @cached_property
    def by_name(self) -> dict[str, Event]:
        """Events by each of their names."""
        return {name: event for event in (*self.events, *self.names) for name in event.names}

    @cached_property
    def by_first_word(self) -> dict[str, list[str]]:
        """Names of events by their first word, the longest first."""
        found: dict[str, list[str]] = {}
        for name in sorted(self.by_name, key=len, reverse=True):
            first = WORD.match(name)
            assert first is not None, name
            found.setdefault(first[0], []).append(name)
        return found

    def source_of(self, key: str) -> str:
        """What a source key stands for."""
        return self.sources.get(key, key)


def _bearer(office: Office, holder: Holder, name: str) -> Bearer:
    """ "Bashar al-Assad" is called Assad, "Xi Jinping" Xi."""
    if holder.family and name.startswith(holder.family):
        return Bearer(office, holder, holder.family, name[len(holder.family) :].strip(), True)
    last = re.sub(r"^(?:[Aa]l|[Ee]l)-", "", name.split()[-1])
    family = holder.family if holder.family and holder.family in name else last
    given = re.sub(r"(?:^|[\s-])(?:[Aa]l|[Ee]l)?[\s-]*$", "", name[: name.rfind(family)])
    return Bearer(office, holder, family, given, False)


@cache
def load_facts() -> Facts:
    """The facts that Dateline ships, read once."""
    raw = resources.files("core.extract.data").joinpath("facts.json").read_bytes()
    return msgspec.json.decode(raw, type=Facts)


def day_of(date: str) -> str:
    """First day of a fact's date, which may be a month or a year. Raises ``ValueError`` on another string."""
    day = first_day(date)
    if day is None:
        raise ValueError(f"{date!r} is no ISO date")
    return day
