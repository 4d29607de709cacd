"""Columns of a page that its file draws row by row: read down the left one first.

A file may draw a page in any order. Mostly it is the order of reading, which is kept. Where it jumps from side
to side of a gutter, line for line, the columns are put one after the other. A gutter is a strip that no
letter crosses over several rows and that has running text on both sides: the cells of a table are no
running text, and its rows stay rows. The strip is found as in XY cuts (Nagy and Seth 1984, "Hierarchical
representation of optically scanned documents"), over runs of rows, so that headlines may span the columns.

Knows no file format.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from statistics import mean

GUTTER = 0.6
"""Width of a gutter at least, in sizes of the letters beside it."""
ROWS = 3
"""Rows that a column has at least."""
TALLEST = 120
"""Rows of a column at most."""
MOST_GAPS = 40
"""Gaps that several rows have in common above which they are a table's."""
PROSE = 18
"""Characters of a row on average from which a column holds running text."""
JUMPS = 0.5
"""Jumps across the gutter for each row from which a file does not draw its columns one by one."""

Gap = tuple[float, float]
"""From x to x."""


@dataclass(frozen=True)
class Piece:
    """Words drawn side by side: from where to where (points, y upwards), on which baseline, and how large."""

    x0: float
    x1: float
    y: float
    size: float
    text: str


def in_order(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces of a page in the order of reading, as far as the file's own order is none."""
    rows = _rows(pieces)
    order = list(pieces)
    at = 0
    while at < len(rows):
        end, gutter = _zone(rows, at)
        zone = [piece for row in rows[at:end] for piece in row]
        if gutter is not None and _jumps(order, zone, gutter):
            _put(order, [*_read(zone, gutter)])
            at = end
        else:
            at += 1
    return order


def _rows(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """Pieces on one baseline, from the top down, each row from left to right."""
    rows: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda piece: -piece.y):
        if rows and rows[-1][0].y - piece.y < piece.size / 3:
            rows[-1].append(piece)
        else:
            rows.append([piece])
    return [sorted(row, key=lambda piece: piece.x0) for row in rows]


def _zone(rows: Sequence[Sequence[Piece]], start: int) -> tuple[int, Gap | None]:
    """The end of the longest run of rows that have a gutter between running texts, and that gutter."""
    found: tuple[int, Gap | None] = (start, None)
    gaps, end = _gaps(rows[start]), start + 1
    while len(gaps) > 2 or end - start < ROWS:  # what is left of all letters and what is right of them always remain
        row = rows[end] if end < min(len(rows), start + TALLEST) else None
        if row is None and len(gaps) < 3:
            break
        left = [] if row is None else [gap for gap in _common(gaps, _gaps(row)) if gap[1] - gap[0] >= GUTTER * row[0].size]
        if len(left) < len(gaps) and end - start >= ROWS and (gutter := _gutter(rows[start:end], gaps)):
            found = end, gutter
        gaps, end = left, end + 1
    return found


def _gaps(row: Sequence[Piece]) -> list[Gap]:
    """Where a row has no letters."""
    gaps, x = [], float("-inf")
    for piece in row:
        if piece.x0 > x:
            gaps.append((x, piece.x0))
        x = max(x, piece.x1)
    return [*gaps, (x, float("inf"))]


def _common(some: Sequence[Gap], others: Sequence[Gap]) -> list[Gap]:
    """What is in both; either goes from left to right, so one walk along both is enough."""
    found, m, n = [], 0, 0
    while m < len(some) and n < len(others):
        (a, b), (c, d) = some[m], others[n]
        if max(a, c) < min(b, d):
            found.append((max(a, c), min(b, d)))
        m, n = m + (b <= d), n + (d <= b)
    return found


def _gutter(rows: Sequence[Sequence[Piece]], gaps: Sequence[Gap]) -> Gap | None:
    pieces = [piece for row in rows for piece in row]
    for gap in gaps if len(gaps) <= MOST_GAPS else ():
        sides = [[p for p in pieces if p.x1 <= gap[0]], [p for p in pieces if p.x0 >= gap[1]]]
        if all(_is_prose(side) for side in sides):
            return gap
    return None


def _is_prose(pieces: Sequence[Piece]) -> bool:
    lengths = [sum(len(piece.text) for piece in row) for _, row in groupby(pieces, key=lambda piece: piece.y)]
    return len(lengths) >= ROWS and mean(lengths) >= PROSE


def _jumps(order: Sequence[Piece], zone: Sequence[Piece], gutter: Gap) -> bool:
    """Whether the file goes from side to side of a gutter, row by row."""
    inside = set(map(id, zone))
    sides = [piece.x0 >= gutter[1] for piece in order if id(piece) in inside]
    return sum(a != b for a, b in pairwise(sides)) >= JUMPS * len({piece.y for piece in zone})


def _read(zone: Sequence[Piece], gutter: Gap) -> Iterator[Piece]:
    """Left of the gutter, then right of it, each with columns of its own."""
    for side in (False, True):
        yield from in_order([piece for piece in zone if (piece.x0 >= gutter[1]) == side])


def _put(order: list[Piece], zone: Sequence[Piece]) -> None:
    """Give the pieces of a zone their order, in the place of the first of them."""
    inside = set(map(id, zone))
    first = next(n for n, piece in enumerate(order) if id(piece) in inside)
    rest = [piece for piece in order[first:] if id(piece) not in inside]
    order[first:] = [*zone, *rest]
