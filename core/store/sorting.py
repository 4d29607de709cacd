"""In which orders a table's rows can come, and which of them hold some words: asked of the store, over all rows and not only those sent.

Conditions and orders are over ``r``, the row, and ``a``, its article, as in ``core.store.narrow``.
"""

from __future__ import annotations

from core.store.narrow import Narrow

_ARTICLE = "lower(strip_accents(coalesce(nullif(trim(a.title), ''), a.opening)))"

ORDERS: dict[str, dict[str, str]] = {
    "claims": {
        "number": "coalesce(r.value, r.low, r.high)",
        "counted": "lower(strip_accents(r.counted))",
        "kind": "r.category",
        "when": "coalesce(r.window_begin, r.window_end)",
        "speaker": "lower(strip_accents(r.speaker))",
        "status": "r.status",
        "article": _ARTICLE,
        "published": "a.published",
    },
    "events": {
        "when": "coalesce(r.interval_begin, r.interval_end)",
        "clock": "r.clock",
        "what": "lower(strip_accents(r.text))",
        "kind": "r.category",
        "article": _ARTICLE,
        "published": "a.published",
    },
    "toponyms": {
        "place": "lower(strip_accents(coalesce(r.name, r.text)))",
        "role": "r.role",
        "kind": "r.kind",
        "country": "r.country",
        "precision": "r.uncertainty_m",
        "article": _ARTICLE,
        "published": "a.published",
    },
    "articles": {
        "article": _ARTICLE,
        "outlet": "lower(strip_accents(a.outlet))",
        "byline": "lower(strip_accents(a.byline))",
        "published": "coalesce(a.published, a.published_earliest, a.published_latest)",
        "basis": "a.published_basis",
        "claims": "a.n_claims",
        "places": "a.n_toponyms",
        "events": "a.n_events",
        "statements": "a.n_attributions",
        "characters": "a.characters",
        "added": "a.added",
        "id": "a.id",
    },
}
"""Kind -> the name of an order -> what is compared. What is not known comes last, whichever way it goes."""

_LOOKED_AT = {
    "claims": "r.text, r.sentence, r.counted, r.speaker, r.category, a.title, a.opening, a.outlet",
    "events": "r.text, r.sentence, r.category, a.title, a.opening, a.outlet",
    "toponyms": "r.text, r.name, r.country, r.sentence, a.title, a.opening, a.outlet",
    "articles": "a.title, a.opening, a.outlet, a.byline, a.id",
}
"""Kind -> where words are looked for."""

MOST_WORDS = 8
"""Words that are looked for; more are passed over."""


def in_order(narrow: Narrow, kind: str, name: str, *, falling: bool = False) -> Narrow:
    """The same rows in an order of ``ORDERS``. Raises ``KeyError`` for one that the kind does not have."""
    return narrow._replace(order=f"{ORDERS[kind][name]} {'DESC' if falling else 'ASC'} NULLS LAST")


def holding(narrow: Narrow, kind: str, words: str) -> Narrow:
    """Of the same rows those that hold every word somewhere in what a table shows of them, whatever its case and accents."""
    for number, word in enumerate(words.split()[:MOST_WORDS]):
        # Column by column: joined into one text they take four times as long.
        held = " OR ".join(f"contains(lower(strip_accents({column})), lower(strip_accents($holds_{number})))" for column in _LOOKED_AT[kind].split(", "))
        narrow = narrow.and_(f"({held})", **{f"holds_{number}": word})
    return narrow
