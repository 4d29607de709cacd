"""A number as it is read, before it is a record."""

from __future__ import annotations

from msgspec import Struct


class Amount(Struct, gc=False):
    """A number with all that stands at it; offsets into the text, end exclusive.

    Not frozen: it is filled in while the text is read, and a copy at each step would cost
    more than the reading.
    """

    start: int
    end: int
    number: int
    """Where the digits or number words start."""
    number_end: int
    """Where they end, magnitude included."""
    value: float | None
    low: float | None
    high: float | None
    modifier: str
    unit: str | None
    kind: str
    """What wrote the number: digits, words, one, fraction, ratio, fold, vague, range."""
    change: str | None = None
    age: bool = False
    counted: str | None = None
    """What an abbreviation behind the number counts: "barrels" for "bpd"."""
    per: str | None = None
    """What that abbreviation is per."""
    clean: bool = True
    """Whether nothing is glued to the digits but signs and units."""
