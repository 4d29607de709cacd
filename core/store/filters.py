"""The filters that all pages and exports share, and their form in an address.

An address such as ``/claims?begin=2015-09&place=Syria&place=Sinai&speaker=Peter+Cook`` means
the same on every page; the command line has the same names (``--place Syria``).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, replace
from typing import Any

from core.isodates import first_day, last_day


@dataclass(frozen=True)
class Filters:
    """What to show. An empty filter shows all; several fields must all hold, values of one field are alternatives.

    For a record to pass:

    - ``place``, ``entity``, ``speaker``, ``category``: it has the value itself, or the sentences that it
      stands in hold a record that has it (a speaker's quotation counts for every sentence that it runs
      over). An article passes when it holds such a record anywhere.
    - ``begin``, ``end``: its interval overlaps the days from ``begin`` to ``end``, both included. Its interval is
      its own, else that of the dates in its sentences, else its article's published day (or the interval that
      day is known to lie in). Nothing known: it fails. An open side reaches one year beyond the known one: what
      lasted "until 2023" passes 2023 and 2022, and no earlier year, since the text does not say when it
      began. Where only the day of the report bounds it ("he said", "they will deploy"), that day counts alone.
    - ``outlet``, ``text``, ``article``: by its article. ``text``: the article's title or text has every word,
      and every "phrase in double quotes".
    """

    begin: str | None = None
    """ISO prefix date: ``2015``, ``2015-09``, ``2015-09-30``."""
    end: str | None = None
    place: tuple[str, ...] = ()
    """Place keys as in the ``place`` column: "Syria", "Tripoli, LB"; names for a government count, demonyms don't."""
    entity: tuple[str, ...] = ()
    """An actor or thing by any of its names (``core.actors``, and the merges of the desk)."""
    speaker: tuple[str, ...] = ()
    """Who says it, or through whom it came, by any of the actor's names."""
    category: tuple[str, ...] = ()
    """Of a claim or an event."""
    outlet: tuple[str, ...] = ()
    text: str | None = None
    article: tuple[str, ...] = ()
    """Article ids."""

    @classmethod
    def from_query(cls, query: Mapping[str, Any]) -> Filters:
        """Read query parameters; values are strings or lists of strings.

        An address is typed by hand at times: names that are no filter, empty values and
        dates that are none are left out.
        """
        return cls(
            begin=next((v for v in _values(query, "begin") if first_day(v)), None),
            end=next((v for v in _values(query, "end") if last_day(v)), None),
            text=" ".join(_values(query, "text")) or None,
            **{name: _values(query, name) for name in MANY},
        )

    def to_query(self) -> dict[str, str | list[str]]:
        """The query parameters that give these filters again; empty ones are left out."""
        single = {name: value for name in SINGLE if (value := getattr(self, name))}
        return {**single, **{name: list(value) for name in MANY if (value := getattr(self, name))}}

    def without(self, *names: str) -> Filters:
        """The same filters with some of them cleared."""
        cleared: dict[str, Any] = {name: None if name in SINGLE else () for name in names}
        return replace(self, **cleared)

    def __bool__(self) -> bool:
        """Whether anything is filtered."""
        return bool(self.to_query())

    @property
    def first_day(self) -> str | None:
        """First day asked for."""
        return first_day(self.begin)

    @property
    def last_day(self) -> str | None:
        """Last day asked for."""
        return last_day(self.end)


SINGLE = ("begin", "end", "text")
"""Filters with one value."""

MANY = tuple(f.name for f in fields(Filters) if f.name not in SINGLE)
"""Filters with alternatives."""


def _values(query: Mapping[str, Any], name: str) -> tuple[str, ...]:
    given = query.get(name)
    listed: Iterable[Any] = [given] if isinstance(given, str) else given or []
    # What a shell or an address holds may be no text; the store takes none of that.
    return tuple(dict.fromkeys(text for value in listed if (text := str(value).encode(errors="replace").decode().strip())))
