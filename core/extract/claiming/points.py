"""The line over a list, whose time is that of its points: "Nine strikes were conducted on Monday:"."""

from __future__ import annotations

import re
from bisect import bisect_right

from core.records import Span

_POINT = re.compile(r"[ \t]*(?:--?|[–—•*·▪◦‣]|\(?(?:\d{1,2}|[a-z])[.)])[ \t]")
"""How a point begins: "-- Near Raqqa", "• Two", "3. In"."""
_LONGEST = 400
"""Characters of a line that heads a list."""
_REACH = 2_000
"""And of a point before a number in it."""


class Points:
    """The points of an article's lists by the characters where their lines start, each with the line over the list."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts: list[int] = []
        self._leads: list[Span] = []
        self._is_read = False

    def _read(self) -> None:
        """Read all lines; asked only of an article with a number in a point."""
        self._is_read = True
        lead: Span | None = None
        at = 0
        for line in self._text.splitlines(keepends=True):
            words = line.rstrip()
            if not words:
                pass
            elif not _POINT.match(line):
                lead = (at, at + len(words)) if words[-1] == ":" and len(words) <= _LONGEST else None
                self._add(at, (at, at))
            elif lead is not None:
                self._add(at, lead)
            at += len(line)

    def _add(self, start: int, lead: Span) -> None:
        self._starts.append(start)
        self._leads.append(lead)

    def lead_of(self, char: int) -> Span | None:
        """The line over the list whose point holds a character, ``None`` outside of lists."""
        first = max(0, char - _REACH)
        line = self._text.rfind("\n", first, char)
        if (line < 0 and first) or not _POINT.match(self._text, line + 1):
            return None
        if not self._is_read:
            self._read()
        n = bisect_right(self._starts, char) - 1
        return self._leads[n] if n >= 0 and self._leads[n][0] < self._leads[n][1] else None
