"""Find numeric claims: what the article says that was counted, by whom, when and where."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec
from spacy.tokens import Doc

from core.extract.claiming.bare import topic_of
from core.extract.claiming.category import category_of
from core.extract.claiming.clause import distance
from core.extract.claiming.counter import counter_of, nested_counter
from core.extract.claiming.follow import (
    category_of_parallel,
    category_of_same,
    category_of_subject,
    category_of_whole,
    counted_by_subject,
    counted_of,
    taken_up,
)
from core.extract.claiming.gauge import bearer, is_reached
from core.extract.claiming.mention import Mention, Reading, mention_of, span_of
from core.extract.claiming.place import place_of
from core.extract.claiming.saying import denies, source_text
from core.extract.claiming.status import is_measure, status_of
from core.extract.claiming.window import Distance, is_comparison, window_of
from core.extract.claiming.worth import is_claim, may_claim
from core.extract.component import records_of, register
from core.extract.lang.en.claims import DEGREES, OBSERVES, SPEAKS_OF, SUDDEN
from core.extract.speech.chains import chain
from core.records import Attribution, Claim, Quantity, Span, Timex, record_id

_FAR = 1_000
"""Characters around a number, within its sentence, in which its time and place may stand."""


_BOUNDS = re.compile(r"\b(?:(?:as of|as at|since|between|from|during)\b[^.,;:\n]*|(?:before|by|until|through|over|within)(?: the)? )$", re.IGNORECASE)
_PARTS = re.compile(r"^(?:\s\w+){0,4}\s*[,:;–—-]?\s*(?:of (?:which|whom|them)\b|including\b|among them\b)|^[^.;:]{0,25}:\s*$|^ and $")
_PART = 30
"""Characters between a whole and its part: ", of which 88", ": 17 dead"."""
_BESIDE = 60
"""Characters between the dead and the hurt of one sentence."""
_DAY = 10
"""Characters of a full ISO date."""
_PEOPLE = frozenset(("personnel", *DEGREES))
_ABOVE = 5
"""Tokens over a number that may stand in what someone said."""


def find_claims(doc: Doc) -> Iterator[Claim]:
    """Yield the numeric claims of a Doc in text order."""
    quantities: Sequence[Quantity] = records_of(doc, "quantities", Quantity)
    if not quantities:
        return
    reading = Reading(doc)
    before: Claim | None = None
    last_count: Claim | None = None
    last_toll: Claim | None = None
    last_people: Claim | None = None
    for q in filter(may_claim, quantities):
        claim = _claim(reading, mention_of(reading, q, before, last_count, last_toll, last_people))
        if claim is not None:
            before = claim
            last_count = claim if claim.unit is None and claim.category != "share" else last_count
            last_people = claim if claim.unit is None and claim.category in _PEOPLE else last_people
            last_toll = claim if _is_toll(claim, last_toll) else last_toll
            yield claim


def _is_toll(claim: Claim, last: Claim | None) -> bool:
    """Whether "the true number" behind a claim is of those that it counts: of the dead, where dead and hurt stand together."""
    if claim.unit is not None or claim.category not in ("fatalities", "injuries"):
        return False
    beside = last is not None and last.category == "fatalities" and claim.start_char - last.end_char < _BESIDE
    return claim.category == "fatalities" or not beside


def _claim(reading: Reading, m: Mention) -> Claim | None:
    doc, q = reading.doc, m.quantity
    part = category_of_whole(reading, m)
    found = category_of(doc, q, m.number, m.head, part)
    subject = counted_by_subject(doc, m)
    category = category_of_parallel(doc, m, found) or (category_of_subject(subject) if subject else category_of_same(doc, m))
    topic = None if category else topic_of(doc, m)
    category = category or (topic.category if topic else None)
    attribution = _stated_by(reading, m)
    if not is_claim(reading, m, category):
        return None
    category = category or "other"
    denied = attribution is not None and denies(reading.text, attribution)
    whole = taken_up(doc, m)
    lasting = "other" if q.per and category in SUDDEN else category
    told = status_of(doc, _stands(doc, m), lasting, attribution is not None) if whole is None else whole.status
    if told == "ongoing" and _is_level_before(doc, m):
        told = "done"
    status = "denied" if denied else told or "done"
    claim = _record(reading, m, subject or (topic.counted if topic else None), attribution, category, status)
    above = whole or (m.before if part == category else None)
    return claim if above is None else _as_whole(claim, above)


def _as_whole(part: Claim, whole: Claim) -> Claim:
    """A part without a time of its own has that of its whole: "since Friday 51 were freed, 17 of them women"."""
    if (part.window_begin, part.window_end) != (None, None) or part.category != whole.category or part.start_char - whole.end_char > _FAR:
        return part
    return msgspec.structs.replace(part, window_begin=whole.window_begin, window_end=whole.window_end)


def _is_level_before(doc: Doc, m: Mention) -> bool:
    """Whether the number is what was before: "one square kilometre, down from 4.5 in June"."""
    return m.first > 1 and doc[m.first - 1].lower_ == "from" and doc[m.first - 2].lower_ in ("up", "down")


def _stated_by(reading: Reading, m: Mention) -> Attribution | None:
    q = m.quantity
    path = reading.path(m.number)
    if (found := reading.said.over(q.start_char, q.end_char)) is not None:
        return nested_counter(reading.doc, path, found)
    start, end = reading.sentences.around(q.start_char)
    sentence = (max(start, q.start_char - _FAR), min(end, q.end_char + _FAR))
    if m.before is not None and m.before.start_char >= sentence[0]:
        between = reading.text[m.before.end_char : q.start_char]
        if is_comparison(between) or _PARTS.search(between[:_PART]):
            return reading.said.again(m.before)
    beside = reading.said.in_sentence(sentence) and reading.said.beside(q.start_char, sentence, [reading.starts[i] for i in path[1:_ABOVE]])
    if beside:
        return beside
    if (counter := counter_of(reading.doc, path)) is not None:
        reading.said.heard(counter)
    return counter


def _stands(doc: Doc, m: Mention) -> int:
    """The token whose clause is asked: of a part of a counted whole ("6,500 of the 20,000 homes"), the number."""
    above = doc[m.anchor].head
    part = above.lower_ == "of" and m.first <= above.head.i < m.after
    return m.number if part else m.anchor


def _record(reading: Reading, m: Mention, subject: str | None, attribution: Attribution | None, category: str, status: str) -> Claim:
    q, span = m.quantity, span_of(reading, m)
    start, end = reading.sentences.around(q.start_char)
    sentence = (max(start, span[0] - _FAR), min(end, span[1] + _FAR))
    lasting = category == "distance" and is_measure(reading.doc[m.anchor])
    window = window_of(reading.text, span, sentence, reading.timexes, status, reading.published, _distance(reading, m, attribution, lasting))
    if window == (None, None) and not lasting and (lead := reading.points.lead_of(q.start_char)) is not None:
        window = window_of(reading.text, (lead[1], lead[1]), lead, reading.timexes, status, reading.published)
    if window[0] == window[1] and len(window[1] or "") == _DAY and is_reached(reading.doc, m):
        window = None, window[1]
    return Claim(
        id=record_id("claim", *span),
        start_char=span[0],
        end_char=span[1],
        text="",
        value=q.value,
        low=q.low,
        high=q.high,
        modifier=q.modifier,
        change=q.change,
        unit=q.unit,
        per=q.per,
        rule=f"{q.rule}+counted.subject" if subject else q.rule,
        counted=subject or counted_of(reading, m),
        category=category,
        status=status,  # type: ignore[arg-type]
        source_text=source_text(reading.text, attribution) if attribution else None,
        source=attribution.source if attribution else (),
        speaker=reading.said.named(attribution) if attribution else None,
        via=chain(attribution) if attribution else (),
        window_begin=window[0],
        window_end=window[1],
        toponym_id=place_of(reading, span, sentence),
        attribution_id=(attribution.id or None) if attribution else None,
        quantity_id=q.id,
    )


def _distance(reading: Reading, m: Mention, attribution: Attribution | None, lasting: bool) -> Distance:
    """How far a time expression is from the number in the parse; a ``lasting`` length has no time but now."""
    heads = reading.heads
    up = reading.path(bearer(reading.doc, m))
    at = m.quantity.start_char
    held = attribution is not None and any(a <= at < b for a, b in attribution.content)

    def measured(t: Timex) -> int | None:
        first, after = reading.token(t.start_char), reading.token(t.end_char - 1) + 1
        path = reading.path(next((i for i in range(first, after) if not first <= heads[i] < after), first))
        outside = held and attribution is not None and not _holds(attribution.content, t) and not _is_state(reading.text, t)
        if attribution is not None and not attribution.content and any(reading.text[a:b].lower() in SPEAKS_OF for a, b in attribution.cue) and _dates_cue(reading.doc, path, attribution.cue):
            return None
        if outside and attribution is not None and (_holds(attribution.source, t) or _dates_cue(reading.doc, path, attribution.cue)):
            return None
        far = distance(reading.doc, up, path)
        if far is None or (lasting and (far or t.value != "PRESENT_REF")):
            return None
        return far + 2 * outside + 2 * reading.text.startswith(("'s ", "’s "), t.end_char)

    return measured


def _is_state(text: str, t: Timex) -> bool:
    """Whether an expression bounds a time, which no saying takes: "As of May 3, he added", "reported 11 deaths since May"."""
    return bool(_BOUNDS.search(text, max(0, t.start_char - 80), t.start_char))


def _holds(spans: Sequence[Span], t: Timex) -> bool:
    return any(a <= t.start_char and t.end_char <= b + 1 for a, b in spans)


def _dates_cue(doc: Doc, path: Sequence[int], cue: Sequence[Span]) -> bool:
    """Whether the nearest verb above a time expression is the one that says the number: "he said on Monday"."""
    verb = next((doc[i] for i in path if doc[i].tag_.startswith("VB")), None)
    if verb is None or verb.lower_ in OBSERVES or not any(a <= verb.idx < b for a, b in cue):
        return False
    return not any(c.dep_ == "auxpass" for c in verb.children)


register("news_claims", "claims", Claim, find_claims)
