"""Rules that hold claims against published figures: border lengths, populations, well-known events."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from core import shapes
from core.extract.checking.figures import Event, Figure, border_lengths, events, populations
from core.extract.checking.finding import Finding, stated, written
from core.extract.checking.rules import Pairs, part_and_remainder
from core.extract.lang.en.checks import BORDER, POPULATION
from core.records import Check, Claim, Timex, Toponym, record_id

_WINDOW = 320
"""Characters around a claim in which the two countries of a border must be named."""


class Border(NamedTuple):
    """The line between two neighbours: their names, its published lengths, and the one computed on the map."""

    names: tuple[str, str]
    lengths: list[Figure]
    computed_km: float | None

    def published(self) -> str:
        """The published lengths in words."""
        low, high = self.lengths[0].value, self.lengths[-1].value
        return written(low, "kilometer") if low == high else f"{written(low)} to {written(high, 'kilometer')}"

    def figures(self) -> dict[str, float]:
        """The named numbers; the computed one says so in its name."""
        named = {"published_low": self.lengths[0].value, "published_high": self.lengths[-1].value}
        return named if self.computed_km is None else {**named, "computed_on_map": round(self.computed_km, 1)}

    def computed(self) -> str:
        """What the map computes, named as such."""
        return "" if self.computed_km is None else f" (computed on the map, not published: {written(round(self.computed_km), 'kilometer')})"

    def sources(self) -> str:
        """Who published which length."""
        return "; ".join(f"{written(f.value)}: {f.source}" for f in self.lengths)


def borders(claims: Pairs, text: str, toponyms: Sequence[Toponym]) -> Iterator[Finding]:
    """Hold the whole that a share and a remainder imply, and stated border lengths, against published ones."""
    seen: set[str] = set()
    for share, rest, whole in part_and_remainder(claims):
        seen.update((share.id, rest.id))
        yield _whole(share, rest, whole, border_near(text, toponyms, share.start_char, rest.end_char) if rest.unit == "kilometer" else None)
    for claim, sentence in claims:
        if claim.unit == "kilometer" and not claim.per and claim.id not in seen and claim.value and BORDER & set(sentence.split()) and "long" in sentence:
            border = border_near(text, toponyms, claim.start_char, claim.end_char)
            if border:
                yield _border(claim, border)


def border_near(text: str, toponyms: Sequence[Toponym], start: int, end: int) -> Border | None:
    """The border that the words around a claim are about: that of the two neighbours named nearest to it."""
    around = text[max(0, start - _WINDOW) : end + _WINDOW].lower()
    if not any(word in around for word in BORDER):
        return None
    named: dict[str, tuple[int, str]] = {}
    first, last = (cut(toponyms, at, key=lambda t: t.start_char) for cut, at in ((bisect_left, start - _WINDOW), (bisect_right, end + _WINDOW)))
    for t in toponyms[first:last]:
        if t.country:
            gap = max(t.start_char - end, start - t.end_char, 0)
            known_gap, name = named.get(t.country, (gap, t.country))
            named[t.country] = (min(gap, known_gap), t.name if t.kind == "country" and t.name else name)
    ranked = [(named[a][0] + named[b][0], a, b) for a, b in combinations(sorted(named), 2) if border_lengths(a, b)]
    if not ranked:
        return None
    _, a, b = min(ranked)
    drawn = shapes.info(shapes.border_id(a, b))
    return Border((named[a][1], named[b][1]), border_lengths(a, b), drawn.computed_length_km if drawn else None)


def _whole(share: Claim, rest: Claim, whole: float, border: Border | None) -> Finding:
    done = written(whole if abs(whole) < 10 else round(whole), rest.unit)
    statement = f"{stated(share)} and the remaining {stated(rest)} imply a whole of {done}"
    figures = {"percent": share.value or 0.0, "remainder": rest.value or 0.0, "implied_whole": round(whole, 6)}
    readings = ["the remainder is what is left of one stretch or phase, not of the whole", "the percentage is measured by something other than the remainder is"]
    if border:
        a, b = border.names
        verb = "run from " if border.lengths[0].value != border.lengths[-1].value else "are "
        statement += f"; published lengths of the border of {a} and {b} {verb}{border.published()}{border.computed()}"
        figures |= border.figures()
        readings.append(f"the percentage is of the border between {a} and {b}, and the remainder only of the part under discussion")
    return Finding("part_and_remainder", (share, rest), statement + ".", figures, tuple(readings), border.sources() if border else None)


def _border(claim: Claim, border: Border) -> Finding:
    a, b = border.names
    return Finding(
        "reference_border", (claim,), f"The text gives {stated(claim)}; published lengths of the border of {a} and {b}: {border.published()}{border.computed()}.",
        {"stated": claim.value or 0.0, **border.figures()},
        ("the number is for a part of the border", "rivers and coasts are measured at another scale", "the border was drawn or surveyed anew"),
        border.sources(),
    )  # fmt: skip


def population(claims: Pairs, toponyms: dict[str, Toponym]) -> Iterator[Finding]:
    """Hold a stated population of a country against published estimates."""
    for claim, sentence in claims:
        place = toponyms.get(claim.toponym_id or "")
        if claim.unit is not None or claim.per or not claim.value or claim.value < 100_000 or place is None or place.kind != "country" or not place.country:
            continue
        lead = sentence[: max(sentence.find(claim.text.lower()), 0)].rstrip()
        if not lead.endswith(POPULATION) or not (known := populations(place.country)):
            continue
        low, high = known[0].value, known[-1].value
        yield Finding(
            "reference_population", (claim,), f"The text gives {stated(claim)} people for {place.name}; published estimates run from {written(low)} to {written(high)}.",
            {"stated": claim.value, "published_low": low, "published_high": high},
            ("they are of different years", "one counts refugees, or territories, that the other leaves out"), "; ".join(f"{written(f.value)}: {f.source}" for f in known),
        )


def event_deaths(claims: Pairs, text: str) -> Iterator[Finding]:
    """Hold the dead of a well-known event against the published numbers."""
    dead = [(c, s) for c, s in claims if c.category == "fatalities" and c.value and not c.per]
    for event in named_events(text) if dead else ():
        for claim, sentence in dead:
            if event.deaths and event.pattern.search(sentence):
                yield _deaths(claim, event, *event.deaths)


def named_events(text: str) -> list[Event]:
    """The events on file that a text may name."""
    return [e for e in events() if any(key in text for key in e.keys)]


def _deaths(claim: Claim, event: Event, low: float, high: float) -> Finding:
    span = written(low) if low == high else f"{written(low)} to {written(high)}"
    return Finding(
        "reference_event", (claim,), f"The text counts {stated(claim)}; the published number of dead of {event.name} is {span}.",
        {"stated": claim.value or 0.0, "published_low": low, "published_high": high},
        ("the number is of a part of the dead", "it was given before the count was final"), event.source,
    )


def event_dates(doc_text: str, timexes: Sequence[Timex], spans: Sequence[tuple[int, int]]) -> Iterator[Check]:
    """Hold the day that a sentence gives a well-known event against the published one.

    ``spans`` are the sentences, in characters.
    """
    days = [t for t in timexes if t.type == "DATE" and t.value and len(t.value) == 10 and t.value[:4].isdigit()]
    starts, printed = [s for s, _ in spans], [t.start_char for t in days]
    for event in named_events(doc_text) if days else ():
        for m in event.pattern.finditer(doc_text):
            start, end = spans[max(bisect_right(starts, m.start()) - 1, 0)]
            inside = [(abs(printed[n] - m.start()), n) for n in range(bisect_left(printed, start), bisect_left(printed, end))]
            if inside:
                nearest = days[min(inside)[1]]
                yield _date(nearest, nearest.value or "", event)


def _date(t: Timex, day: str, event: Event) -> Check:
    return Check(
        id=record_id("check-event_date", t.start_char, t.end_char), start_char=t.start_char, end_char=t.end_char, text="",
        rule="check.event_date", kind="event_date", claim_ids=(),
        statement=f"The text puts {event.name} with {day}; its published date is {event.date}.",
        figures={}, reference=event.source,
        readings=("the day is that of the event", "the day is of something else in the sentence, such as a report or an anniversary"),
    )  # fmt: skip
