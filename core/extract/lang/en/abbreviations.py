"""Abbreviations that count something, and are no unit that Pint names.

Barrels: International Energy Agency, Glossary ("b/d", "kb/d", "mb/d": barrels, thousand and
million barrels per day); agencies write bpd, kbpd and mbpd for the same. Oil equivalent: U.S.
Energy Information Administration, Glossary ("BOE"). Parts: ISO 80000-1:2009, 6.5.5, which names
and deprecates ppb and ppt; "ppm" is a unit of Pint's.
"""

from __future__ import annotations

from typing import NamedTuple


class Counts(NamedTuple):
    """What an abbreviation counts, by which factor, and what it is per."""

    counted: str
    factor: float = 1.0
    per: str | None = None


_BARRELS, _EQUIVALENT = "barrels", "barrels of oil equivalent"

ABBREVIATIONS: dict[str, Counts] = {
    "bpd": Counts(_BARRELS, per="day"), "b/d": Counts(_BARRELS, per="day"), "bbl/d": Counts(_BARRELS, per="day"),
    "kbpd": Counts(_BARRELS, 1e3, "day"), "kb/d": Counts(_BARRELS, 1e3, "day"),
    "mbpd": Counts(_BARRELS, 1e6, "day"), "mb/d": Counts(_BARRELS, 1e6, "day"), "mmbpd": Counts(_BARRELS, 1e6, "day"),
    "mmb/d": Counts(_BARRELS, 1e6, "day"), "mmbbl/d": Counts(_BARRELS, 1e6, "day"),
    "bbl": Counts(_BARRELS), "bbls": Counts(_BARRELS), "boe": Counts(_EQUIVALENT), "boepd": Counts(_EQUIVALENT, per="day"),
    "boe/d": Counts(_EQUIVALENT, per="day"), "boed": Counts(_EQUIVALENT, per="day"),
    "ppb": Counts("parts per billion"), "ppt": Counts("parts per trillion"),
}  # fmt: skip
"""In lower case. "M" is a thousand in some trades; news and the IEA write it for a million."""
