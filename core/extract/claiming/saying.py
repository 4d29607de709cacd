"""Who states a number: the innermost attribution whose words hold it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Sequence

from core.extract.lang.en.claims import INTENTIONS, OWN_VOICE, PUTS, SAYS_NOT, SECTIONS
from core.records import Attribution, Claim, Span

_TOLL = re.compile(r"(?<=claimed)\s[^.;]{0,30}\b(?:lives|life|victims)\b")
_STAND_INS = frozenset(("it", "they"))
_NEAR = 400
"""Characters back to the speaker that "it" stands for."""
_LEAD = 12
"""Characters in front of the number in "the other two officials"."""


class Said:
    """Attributions by the text that their contents cover; asked with starts that never go back."""

    def __init__(self, attributions: Sequence[Attribution], text: str = "", places: Collection[Span] = ()) -> None:
        telling = [(n, x) for n, x in enumerate(attributions) if not (_intends(x, text) or _is_headed(x, text, places))]
        self._pieces = sorted((a, b, n) for n, x in telling for a, b in x.content if not _is_beyond(text, x, a, b))
        self._ahead = self._pieces[::-1]
        self._open: list[tuple[int, int, int]] = []
        self._attributions = attributions
        self._names = sorted((x.source[-1][1], x.speaker) for x in attributions if x.source and x.speaker and x.speaker.lower() not in _STAND_INS)
        self._counter = (-_NEAR, "")
        self._by_id = {x.id: x for x in attributions}
        self._text = text

    def over(self, start: int, end: int) -> Attribution | None:
        """The attribution with the shortest content around a span, ``None`` for the article's own voice."""
        while self._ahead and self._ahead[-1][0] <= start:
            self._open.append(self._ahead.pop())
        self._open = [x for x in self._open if x[1] > start]
        around = [(b - a, n) for a, b, n in self._open if end <= b + 1]
        return self._attributions[min(around)[1]] if around else None


    def named(self, said: Attribution) -> str | None:
        """The speaker's name; of "it", the nearest named speaker before, close by."""
        if said.speaker is None or said.speaker.lower() not in _STAND_INS or not said.source:
            return said.speaker
        at = said.source[0][0]
        n = bisect_left(self._names, (at, "")) - 1
        end, name = max(self._names[n] if n >= 0 else (-_NEAR, ""), self._counter)
        return name if 0 <= at - end < _NEAR else said.speaker

    def heard(self, said: Attribution) -> None:
        """Keep who counted, for the "it" of a later sentence."""
        if not said.id and said.source and said.speaker and said.speaker.lower() not in _STAND_INS:
            self._counter = (said.source[-1][1], said.speaker)

    def again(self, claim: Claim | None) -> Attribution | None:
        """The voice of a claim made before, for a number set against it or a part of it."""
        if claim is None or not claim.source:
            return None
        known = self._by_id.get(claim.attribution_id or "")
        start, end = claim.source[0][0], claim.source[-1][1]
        return known or Attribution(id="", start_char=start, end_char=end, text="", rule="claims.counter", content=(), source=claim.source, speaker=claim.speaker, via=claim.via)

    def in_sentence(self, sentence: Span) -> bool:
        """Whether any content starts in a sentence."""
        first = bisect_left(self._pieces, (sentence[0], 0, 0))
        return first < len(self._pieces) and self._pieces[first][0] < sentence[1]

    def beside(self, at: int, sentence: Span, above: Sequence[int]) -> Attribution | None:
        """The attribution of the sentence that a number belongs to though no content holds it.

        It stands in a hole of the content, hangs in the parse on a word of it (``above``: the
        starts of the tokens over the number), or "according to" someone is the whole sentence.
        """
        first = bisect_left(self._pieces, (sentence[0], 0, 0))
        here: dict[int, list[Span]] = {}
        for a, b, n in self._pieces[first : bisect_left(self._pieces, (sentence[1], 0, 0))]:
            here.setdefault(n, []).append((a, b))
        found = ((self._reach(n, pieces, at, sentence, above), n) for n, pieces in here.items())
        ranked = sorted((reach, n) for reach, n in found if reach is not None)
        return self._attributions[ranked[0][1]] if ranked else None

    def _reach(self, n: int, pieces: list[Span], at: int, sentence: Span, above: Sequence[int]) -> int | None:
        """How far the attribution reaches beyond its words to take the number in; ``None`` if it does not."""
        said = self._attributions[n]
        if any(a <= at < b for a, b in (*said.source, *said.cue)):
            return None
        if any(a <= i < b for i in above for a, b in pieces):
            return 0
        if any(a == i and self._text[a:b].lower() in PUTS for i in above for a, b in said.cue):
            return 0  # "they put the toll at 61"
        if pieces[0][0] <= at < pieces[-1][1]:
            return 1
        cue = self._text[said.cue[0][0] : said.cue[0][1]].lower() if said.cue else ""
        return 2 if cue.startswith("according") else None


def _intends(attribution: Attribution, text: str) -> bool:
    """Whether nobody but the article says it: someone "plans to send 500", a blast "claimed 12 lives", "we ask for 6"."""
    sources = [text[a:b].lower() for a, b in attribution.source]
    if attribution.type != "direct" and not OWN_VOICE.isdisjoint(sources):
        return True
    for a, b in attribution.cue:
        cue = text[a:b].lower()
        if cue.rsplit(" ", 1)[-1] in INTENTIONS or (cue.endswith("claimed") and _TOLL.match(text, b)):
            return True
        if cue == ":" and any(source.partition(" ")[0] in SECTIONS for source in sources):
            return True
    return False


def _is_headed(attribution: Attribution, text: str, places: Collection[Span]) -> bool:
    """Whether a place and a colon head a line: "Manipur: 3 more killed" is said by nobody, nor "near Verbove, which suggests an advance of 2 km"; ``places`` are the spans of towns and provinces."""
    if any(text[a:b] == ":" for a, b in attribution.cue) and any(span in places for span in attribution.source):
        return True
    return any(text[a:b].lower() in ("which", "that") for a, b in attribution.source) and any(text[a:b] == attribution.speaker for a, b in places)


def _is_beyond(text: str, attribution: Attribution, start: int, end: int) -> bool:
    """Whether indirect words stand in another line than who says them: a headline over its lead is the article's own."""
    if attribution.type != "indirect" or not text or not attribution.cue:
        return False
    first, last = attribution.cue[0][0], attribution.cue[-1][1]
    return "\n" in (text[end:first] if end <= first else text[last:start])


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


def denies(text: str, attribution: Attribution) -> bool:
    """Whether the source says that it is not so; who "could not confirm" or "did not say" denies nothing."""
    cues = {text[a:b].lower().rsplit(" ", 1)[-1] for a, b in attribution.cue}
    return attribution.polarity == "negative" and not cues & SAYS_NOT


def source_text(text: str, attribution: Attribution) -> str | None:
    """The words of the source span."""
    return text[attribution.source[0][0] : attribution.source[-1][1]] if attribution.source else None
