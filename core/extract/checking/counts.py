"""The same thing counted by two speakers who do not agree, and parts that make up a total."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from core.extract.checking.finding import Finding, bounds, noun, speaker, stated, written
from core.extract.checking.rules import Pairs, apart, between, days_between, figure
from core.extract.lang.en.checks import FURTHER, ONE_AND_ALL, PART_LEADS, PEOPLE, TOLL_WORDS
from core.extract.lang.en.claims import DEGREES
from core.records import Claim

_BACK = 8
"""Earlier counts of the same kind that a count is held against."""
_FAR = 3_000
"""Characters between two counts of one thing."""
_TIMES = 10
"""Two counts further apart than this are of two things, unless a toll is spoken of."""
_LONGER = 3
"""The same where one is of more than a month and the other is not."""
_MORE = re.compile(r"\b(?:more|additional|extra|further|others)\b")
_SOME_OF = re.compile(r" of (?:the|those|these|them|its|their|his|her|whom|which)\b")
_OTHERS = frozenset(("money", "share", "other", "distance", "area", "speed", "equipment"))
"""What one side lost is no count of what the other did; and the rest is measured, not counted."""
_PARTS = 4
_LEAD = 30
"""Characters before a number in which "among them" stands."""


def same_count(claims: Pairs) -> Iterator[Finding]:
    """Two speakers' numbers of one kind of thing, at one place, in times that meet, which cannot both be exact.

    Of each speaker the highest number counts: the lower ones are of parts.
    """
    groups: dict[tuple[str | None, ...], dict[str, tuple[Claim, str]]] = {}
    for claim, sentence in claims:
        thing = "" if noun(claim) in ONE_AND_ALL else noun(claim)
        if not claim.speaker or claim.category in _OTHERS or not (thing or claim.category in DEGREES) or _is_part(claim, sentence):
            continue
        group = groups.setdefault((claim.category, claim.unit, claim.per, claim.status, thing), {})
        before = group.get(claim.speaker)
        if before is None or figure(claim) > figure(before[0]):
            group[claim.speaker] = claim, sentence
    for group in groups.values():
        yield from _apart_in(sorted(group.values(), key=lambda pair: pair[0].start_char))


def _apart_in(counted: Pairs) -> Iterator[Finding]:
    """Each speaker's number against the first one before that it differs from."""
    for n, (claim, sentence) in enumerate(counted):
        first = next((c for c, _ in counted[max(0, n - _BACK) : n] if _differ(c, claim, sentence)), None)
        if first is not None:
            yield _two(first, claim)


def _two(first: Claim, claim: Claim) -> Finding:
    things = noun(first) or noun(claim)
    thing = PEOPLE.get(claim.category, things) if things in ONE_AND_ALL or not things else things
    return Finding(
        "same_count", (first, claim),
        f"{stated(first)} {thing} according to {speaker(first)}, {stated(claim)} according to {speaker(claim)}.",
        {"first": figure(first), "second": figure(claim)},
        ("they count over different times", "they count different places or groups", "one count is older than the other", "they count by different rules"),
    )


def _is_part(claim: Claim, sentence: str) -> bool:
    """Whether the count adds to another or is a part of it."""
    text = claim.text.lower()
    at = sentence.find(text)
    around = sentence[max(0, at - _LEAD) : at + len(text) + 12] if at >= 0 else text
    more = _MORE.search(text) is not None and "more than" not in text
    return more or text.startswith(FURTHER) or any(lead in around for lead in PART_LEADS) or _SOME_OF.search(around, max(around.find(text), 0)) is not None


def _differ(first: Claim, claim: Claim, sentence: str) -> bool:
    """Whether two speakers' counts are of one thing and do not meet."""
    if claim.start_char - first.end_char > _FAR or not _in_one_place(first, claim) or apart(first, claim):
        return False
    (a, b), (c, d) = bounds(first), bounds(claim)
    small, large = sorted((figure(first), figure(claim)))
    if a <= d and c <= b:
        return False
    if _is_long(first) != _is_long(claim) and large > _LONGER * small:
        return False
    return large <= _TIMES * max(small, 1) or any(word in sentence for word in TOLL_WORDS)


def _is_long(claim: Claim) -> bool:
    """Whether the count is of more than a month."""
    return (days_between(claim.window_begin, claim.window_end) or 0) > 31


def _in_one_place(a: Claim, b: Claim) -> bool:
    return a.toponym_id == b.toponym_id or None in (a.toponym_id, b.toponym_id)


def sums(claims: Pairs) -> Iterator[Finding]:
    """Two to four numbers behind a total in its sentence that make it up: "14,100 strikes, 9,514 in Iraq and 4,586 in Syria"."""
    for n, (whole, sentence) in enumerate(claims):
        if whole.value is None or whole.unit is not None or whole.category == "share":
            continue
        parts: list[Claim] = []
        for part, other in claims[n + 1 : n + 1 + _PARTS]:
            if other != sentence or part.value is None or part.unit is not None or part.value >= whole.value or part.per != whole.per:
                break
            parts.append(part)
            if len(parts) > 1 and sum(p.value or 0.0 for p in parts) == whole.value and " and " in between(sentence, parts[-2], part) + " ":
                yield _sum(whole, parts)
                break


def _sum(whole: Claim, parts: Sequence[Claim]) -> Finding:
    numbers = [written(p.value or 0.0) for p in parts]
    listed = f"{', '.join(numbers[:-1])} and {numbers[-1]}"
    figures = {"total": whole.value or 0.0} | {f"part {n}": p.value or 0.0 for n, p in enumerate(parts, 1)}
    return Finding(
        "parts_and_sum", (whole, *parts), f"{listed} make {written(whole.value or 0.0)}, the total stated ({whole.text}).", figures,
        ("the numbers are the parts of the total", "they count something else, and make the same sum by chance"),
    )
