"""Bring quotations and clauses of saying together into attributions."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Literal

import msgspec
from spacy.tokens import Doc

from core.extract.component import records_of
from core.extract.speech.chains import addressee, cited, denies, passed_on
from core.extract.speech.clauses import SAY, VERB_TAGS, Range, find_statements, subject
from core.extract.speech.quotes import Quotation, find_quotations
from core.extract.speech.speakers import Speakers
from core.extract.speech.syntax import Parse
from core.records import Attribution, Entity, Span, record_id


@dataclass
class Draft:
    """An attribution in the making; content in characters, the rest in tokens."""

    cue: Range
    content: list[Span]
    source: Range | None
    rule: str
    quotes: list[Quotation] = field(default_factory=list)


def attributions_of(doc: Doc) -> Iterator[Attribution]:
    """The attributions of a Doc, in the order of their cues."""
    if not len(doc):
        return
    parse = Parse(doc)
    starts = [t.idx for t in doc]
    quotes = [q for q in find_quotations(doc.text) if _is_speech(doc.text, q)]
    drafts = [Draft(s.cue, [_chars(parse, r) for r in s.content], s.source, s.rule) for s in find_statements(parse)]
    taken = _grow(parse, drafts, quotes)
    drafts += _quoted(parse, starts, [q for q in quotes if q not in taken], drafts)
    _carry_on(doc.text, quotes, drafts)
    drafts.sort(key=lambda d: d.cue)
    yield from _nested(list(_records(parse, drafts)))


def _chars(parse: Parse, r: Range) -> Span:
    last = parse.doc[r[1] - 1]
    return parse.doc[r[0]].idx, last.idx + len(last.text)


def _is_speech(text: str, q: Quotation) -> bool:
    """A quotation of several words; single words in marks are names or scorn."""
    return text.count(" ", q.start, q.end) >= 1


def _grow(parse: Parse, drafts: list[Draft], quotes: list[Quotation]) -> set[Quotation]:
    """Stretch contents over the quotations that they cut; say which were taken."""
    taken: set[Quotation] = set()
    ends = [q.end for q in quotes]
    for draft in drafts:
        last = max(b for _, b in draft.content)
        cue = parse.doc[draft.cue[0]].idx
        for q in quotes[bisect_right(ends, min(a for a, _ in draft.content)) :]:
            if q.start >= last:
                break
            if any(a < q.end and q.start < b for a, b in draft.content) and not q.start < cue < q.end:
                draft.content = _union([*draft.content, (q.start, q.end)])
                draft.quotes.append(q)
                taken.add(q)
    return taken


def _union(spans: list[Span]) -> list[Span]:
    out: list[Span] = []
    for a, b in sorted(spans):
        if out and a <= out[-1][1]:
            out[-1] = (out[-1][0], max(b, out[-1][1]))
        else:
            out.append((a, b))
    return out


def _quoted(parse: Parse, starts: list[int], quotes: list[Quotation], drafts: list[Draft]) -> Iterator[Draft]:
    """Quotations whose cue stands beside them, before or after, with no clause of theirs."""
    used = {d.cue[0] for d in drafts}
    for q in quotes:
        cue = _cue_beside(parse, starts, q)
        if cue is not None and cue not in used:
            used.add(cue)
            yield Draft((cue, cue + 1), [(q.start, q.end)], subject(parse, cue), "quotation", [q])


REACH = 12
"""Tokens between a quotation and its cue."""


def _cue_beside(parse: Parse, starts: list[int], q: Quotation) -> int | None:
    text: str = parse.doc.text
    after, before = bisect_left(starts, q.end), bisect_left(starts, q.start) - 1
    steps = [*range(after, min(after + REACH, parse.n)), *range(before, max(before - REACH, -1), -1)]
    for i in steps:
        if parse.lower[i] in SAY and parse.tag[i] in VERB_TAGS:
            between = text[q.end : starts[i]] if i >= after else text[starts[i] : q.start]
            if not any(mark in between for mark in '\n."”'):
                return i
    return None


def _carry_on(text: str, quotes: list[Quotation], drafts: list[Draft]) -> None:
    """Give a quotation without a cue to the speaker of the one before it."""
    owner = {q: d for d in drafts for q in d.quotes}
    for before, q in pairwise(quotes):
        if q in owner or before not in owner:
            continue
        between = text[before.end : q.start]
        same_paragraph = "\n" not in between and len(between) < 200
        if same_paragraph or (before.runs_on and not between.strip()):
            draft = owner[before]
            draft.content = _union([*draft.content, (q.start, q.end)])
            draft.quotes.append(q)
            owner[q] = draft


def _records(parse: Parse, drafts: list[Draft]) -> Iterator[Attribution]:
    doc = parse.doc
    speakers = Speakers(parse, records_of(doc, "entities", Entity))
    seen: set[str] = set()
    for d in drafts:
        content = tuple(s for s in (_trim(doc.text, *c) for c in d.content) if s[0] < s[1])
        if not content:
            continue
        start, end = content[0][0], content[-1][1]
        told, origin = addressee(parse, d.cue[0]), cited(parse, d.cue[0])
        via = [_text(parse, r) for r in passed_on(parse, d.cue[0])]
        if origin is not None and d.source is not None:
            via.append(_text(parse, d.source))
        source = origin or d.source
        yield Attribution(
            id=_unique(record_id("attribution", start, end), seen),
            start_char=start, end_char=end, text=doc.text[start:end], rule=d.rule,
            content=content, cue=(_chars(parse, d.cue),),
            source=(_chars(parse, source),) if source is not None else (),
            speaker=speakers.name(source) if source is not None else None,
            via=tuple(via), addressee=_text(parse, told) if told is not None else None,
            type=_type(content, d.quotes), polarity="negative" if denies(parse, d.cue[0]) else "positive",
        )  # fmt: skip


def _text(parse: Parse, r: Range) -> str:
    return parse.doc[r[0] : r[1]].text


def _unique(name: str, seen: set[str]) -> str:
    """An id not used yet: two people can say the same words."""
    base, n = name, 2
    while name in seen:
        name, n = f"{base}-{n}", n + 1
    seen.add(name)
    return name


_EDGES = " \t\r\n,;:–—-"


def _trim(text: str, start: int, end: int) -> Span:
    """Without the blanks and marks around; a full stop goes unless a quotation ends with it."""
    while start < end and text[start] in _EDGES:
        start += 1
    while end > start and text[end - 1] in _EDGES:
        end -= 1
    return start, end - 1 if end > start and text[end - 1] == "." else end


def _type(content: tuple[Span, ...], quotes: list[Quotation]) -> Literal["direct", "indirect", "mixed"]:
    if not quotes:
        return "indirect"
    inside = all(any(q.start <= a and b <= q.end for q in quotes) for a, b in content)
    return "direct" if inside else "mixed"


def _nested(found: list[Attribution]) -> Iterator[Attribution]:
    """Say for each attribution in which other's content its cue stands, the smallest first."""
    spans = sorted((s, e, b.end_char - b.start_char, b.id) for b in found for s, e in b.content)
    firsts = [s for s, *_ in spans]
    for a in found:
        cue = a.cue[0][0]
        near = spans[max(0, bisect_right(firsts, cue) - MAX_DEPTH) : bisect_right(firsts, cue)]
        inside = [(size, name) for s, e, size, name in near if e > cue and name != a.id]
        yield msgspec.structs.replace(a, nested_in=min(inside)[1]) if inside else a


MAX_DEPTH = 20
"""Contents that start before a cue and are looked at: bounds the time."""
