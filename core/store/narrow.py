"""What a page asks for beyond the shared filters: one place, one actor, a stretch of time, another order.

Each is a condition over ``r``, the row, with its values as parameters, so that the store
sends a page the rows that it shows and no others.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

from core.store.where import Condition


class Narrow(NamedTuple):
    """A condition beyond the filters, and an order before that of the text. Hashable: made for cache keys."""

    condition: str = "true"
    values: tuple[tuple[str, Any], ...] = ()
    order: str = ""
    skip: int = 0
    """Rows to leave out at the beginning."""

    def and_(self, condition: str, **values: Any) -> Narrow:
        """The same with one condition more."""
        return self._replace(condition=f"{self.condition} AND {condition}", values=(*self.values, *values.items()))

    @property
    def whole(self) -> bool:
        """Whether it asks for a part that many ask for: no one actor, place or stretch of time."""
        return {name for name, _ in self.values} <= {"clocks"}

    def of_articles(self, first: int, last: int) -> Narrow:
        """Of the articles from one place to another in the order of lists; the newest is 1."""
        return self.and_("a.nth BETWEEN $first_nth AND $last_nth", first_nth=first, last_nth=last)

    def by_time(self) -> Narrow:
        """In order of the day on which each event begins, or ends where its beginning is open; what has no date comes last."""
        return self._replace(order="coalesce(r.interval_begin, r.interval_end) NULLS LAST")

    def in_lane(self, column: str, lane: str, lanes: tuple[str, ...]) -> Narrow:
        """Events with a value of a column that the timeline is told apart by; ``OTHERS`` and ``NOT_SAID`` are what no other of ``lanes`` is."""
        where, value = _IN_LANE[column]
        has_one = f"coalesce({value}, '') <> ''"
        if lane == NOT_SAID:
            return self.and_(f"NOT coalesce({where.format(has_one)}, false)")
        if lane == OTHERS:
            named = tuple(name for name in lanes if name != OTHERS)
            return self.and_(where.format(f"{has_one} AND {value} NOT IN (SELECT unnest($named))"), named=named)
        return self.and_(where.format(f"{value} = $lane"), lane=lane)

    def applied(self, where: Condition) -> Condition:
        """A condition of the filters with this one added."""
        return f"{where[0]} AND {self.condition}", where[1] | {n: list(v) if isinstance(v, tuple) else v for n, v in self.values}


OTHERS, NOT_SAID = "others", "not said"
"""Lanes of the rarer values, and of no value."""
_IN_LANE = {
    "place_name": ("(r.article_id, r.toponym_ids[1]) IN (SELECT (article_id, id) FROM toponyms WHERE {})", "name"),
    "speaker": ("(r.article_id, r.attribution_id) IN (SELECT (article_id, id) FROM attributions WHERE {})", "speaker"),
    "outlet": ("({})", "a.outlet"),
    "category": ("({})", "r.category"),
}
"""How a row is of a lane, with the value's column."""

EVERY = Narrow()
"""Nothing beyond the filters."""

_FIRST = "CASE WHEN r.interval_end < r.interval_begin THEN r.interval_end ELSE r.interval_begin END"
# A prefix ("2014-09") reaches to the end of what it names: "~" sorts after every digit and dash.
_LAST = "greatest(r.interval_begin || '~', r.interval_end || '~')"
_KNOWN = f"coalesce({_FIRST}, CASE WHEN length(r.interval_end) < 10 THEN r.interval_end || '~' ELSE r.interval_end END)"


def at_spot(spot: str) -> Narrow:
    """Toponyms of one place of the map."""
    return EVERY.and_("r.spot = $spot", spot=spot)


def events(clocks: Iterable[str] | None = None, *, dated: bool | None = None, days: tuple[str | None, str | None] = (None, None)) -> Narrow:
    """Events of some clocks, with or without a date, whose interval overlaps the days from the first to the last (ISO dates).

    One with an open end is of the days on which the end that it has lies, as the timeline draws and counts it.
    """
    found, (begin, end) = EVERY, days
    if clocks is not None:
        found = found.and_("r.clock IN (SELECT unnest($clocks))", clocks=tuple(clocks))
    if dated is not None:
        found = found.and_(f"(r.interval_begin IS NULL AND r.interval_end IS NULL) = {'false' if dated else 'true'}")
    if begin is not None:
        found = found.and_(f"{_LAST} >= $on_or_after", on_or_after=begin)
    if end is not None:
        found = found.and_(f"{_KNOWN} <= $on_or_before", on_or_before=end)
    return found


def one(article_id: str, record_id: str) -> Narrow:
    """One record."""
    return EVERY.and_("r.article_id = $of AND r.id = $record", of=article_id, record=record_id)


def by_actor(actor: str) -> Narrow:
    """Claims and attributions of an actor, by its name across articles."""
    return EVERY.and_("r.actor = $actor", actor=actor)


def told_by(actor: str) -> Narrow:
    """Dated events that an actor tells of."""
    return events(dated=True).and_("(r.article_id, r.attribution_id) IN (SELECT (article_id, id) FROM attributions WHERE actor = $actor)", actor=actor)


def taken_part(actor: str) -> Narrow:
    """Events that name an actor."""
    return EVERY.and_(
        "(r.article_id, r.id) IN (SELECT (v.article_id, v.id) FROM (SELECT article_id, id, unnest(entity_ids) AS entity_id FROM events) v "
        "JOIN entities e ON e.article_id = v.article_id AND e.id = v.entity_id WHERE e.actor = $actor)",
        actor=actor,
    )


def happened_near(actor: str) -> Narrow:
    """Toponyms of locations in a sentence that names an actor."""
    return EVERY.and_("r.role = 'location' AND (r.article_id, r.sentence_start) IN (SELECT (article_id, sentence_start) FROM entities WHERE actor = $actor)", actor=actor)


def alike(category: str, units: tuple[str, ...], per: str, counted: str) -> Narrow:
    """Claims of a category in one of the units, per the same where they are rates, that count the same thing or do not say what.

    An empty unit or rate is none. ``counted`` is the last word of what is counted, without a plural's s; empty for whatever it is.
    """
    found = EVERY.and_("coalesce(r.category, 'other') = $alike AND coalesce(r.per, '') = $per", alike=category, per=per)
    found = found.and_("coalesce(r.unit, '') IN (SELECT unnest($units))", units=units)
    return found.and_(f"{_HEAD} IN ('', $counted)", counted=counted) if counted else found


_WORD = r"[\p{L}\p{N}_]"
_HEAD = f"regexp_replace(regexp_extract(lower(coalesce(r.counted, '')), '({_WORD}+)[^\\p{{L}}\\p{{N}}_]*$', 1), 's+$', '')"
