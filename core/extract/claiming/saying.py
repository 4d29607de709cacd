"""Who states a number: the innermost attribution whose words hold it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from core.extract.lang.en.claims import INTENTIONS
from core.records import Attribution

_LEAD = 12
"""Characters in front of the number in "the other two officials"."""


class Said:
    """Attributions by the text that their contents cover; asked with starts that never go back."""

    def __init__(self, attributions: Sequence[Attribution], text: str = "") -> None:
        telling = [(n, x) for n, x in enumerate(attributions) if not _intends(x, text)]
        self._ahead = sorted(((a, b, n) for n, x in telling for a, b in x.content), reverse=True)
        self._open: list[tuple[int, int, int]] = []
        self._attributions = attributions

    def over(self, start: int, end: int) -> Attribution | None:
        """The attribution with the shortest content around a span, ``None`` for the article's own voice."""
        while self._ahead and self._ahead[-1][0] <= start:
            self._open.append(self._ahead.pop())
        self._open = [x for x in self._open if x[1] > start]
        around = [(b - a, n) for a, b, n in self._open if end <= b + 1]
        return self._attributions[min(around)[1]] if around else None


def _intends(attribution: Attribution, text: str) -> bool:
    """Whether the cue tells of a plan and not of words: the article itself says that someone "plans to send 500"."""
    return any(text[a:b].lower().rsplit(" ", 1)[-1] in INTENTIONS for a, b in attribution.cue)


class Speakers:
    """The spans that name who speaks: a number in one counts sources ("two officials said"), not the world."""

    def __init__(self, attributions: Sequence[Attribution]) -> None:
        spans = sorted(span for x in attributions for span in x.source)
        self._starts = [a for a, _ in spans]
        self._ends = [b for _, b in spans]

    def hold(self, at: int) -> bool:
        """Whether the character ``at`` lies in the nearest such span that starts before it."""
        return self._into(at) >= 0

    def begin(self, at: int) -> bool:
        """Whether such a span begins with what stands at ``at``, an article or modifier aside."""
        return 0 <= self._into(at) <= _LEAD

    def _into(self, at: int) -> int:
        i = bisect_right(self._starts, at) - 1
        return at - self._starts[i] if i >= 0 and at < self._ends[i] else -1


def source_text(text: str, attribution: Attribution) -> str | None:
    """The words of the source span."""
    return text[attribution.source[0][0] : attribution.source[-1][1]] if attribution.source else None
