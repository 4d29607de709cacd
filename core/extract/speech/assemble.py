"""Bring quotations and clauses of saying together into attributions."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterator
from typing import Literal

import msgspec
import numpy as np
from spacy.tokens import Doc

from core.extract.columns import Ints, code
from core.extract.component import article_of, records_of
from core.extract.dateline import Dateline, find_dateline, stamp_end
from core.extract.speech.announced import with_announced
from core.extract.speech.chains import (
    addressee,
    carried_by,
    carriers,
    cited,
    cites,
    denies,
    passed_on,
    quoted_as,
    seen_by,
)
from core.extract.speech.clauses import Range, antecedent, find_statements
from core.extract.speech.labels import labelled
from core.extract.speech.quoted import Draft, add_quotations, is_speech
from core.extract.speech.quotes import Quotation, find_quotations
from core.extract.speech.scored import score_statements
from core.extract.speech.scorer import load
from core.extract.speech.speakers import Speakers
from core.extract.speech.syntax import Parse
from core.extract.speech.trailing import trailing
from core.records import Attribution, Entity, Span, record_id
from core.settings import SPEECH


def attributions_of(doc: Doc) -> Iterator[Attribution]:
    """The attributions of a Doc, in the order of their cues."""
    if not len(doc):
        return
    parse = Parse(doc)
    marked = find_quotations(parse.text)
    quotes = [q for q in marked if is_speech(parse.text, q)]
    weights = load() if SPEECH.get() == "scorer" else None
    numbers = quotation_numbers(parse.starts, marked)
    statements = score_statements(parse, weights, numbers) if weights else find_statements(parse)
    line = find_dateline(parse.text, article_of(doc).dateline)
    lines = line_starts(parse.text)
    if line is not None:
        insort(lines, line.end)
    drafts = [
        Draft(
            s.cue, _paragraph(parse.text, lines, [parse.chars(r) for r in s.content], parse.starts[s.cue[0]]),
            _in_line(parse, lines, s.source), s.rule,
        )
        for s in statements
    ]  # fmt: skip
    entities = records_of(doc, "entities", Entity)
    turns = list(labelled(parse, entities))
    drafts = [*turns, *(d for d in drafts if not _covered(d, turns))]
    drafts += trailing(parse, drafts)
    drafts = with_announced(parse, drafts, numbers)
    drafts = add_quotations(parse, drafts, quotes)
    yield from _nested(list(_records(parse, drafts, entities, line)))


_BREAK, _SENTENCE_END = re.compile(r"\n[^\S\n]*(\n\s*)?"), re.compile(r"[.!?:;,”\"'’)\]]\s*$")
MAX_HEADING, LEAST_LINE = 90, 110
"""Characters: of a heading, and of the line after it, which is longer than lines broken by hand are."""


def line_starts(text: str) -> list[int]:
    """Where paragraphs begin, and lines after a heading that only one line break closes.

    A short line without a stop, with a long one after it, is a heading, as live blogs have them.
    """
    found = []
    for match in _BREAK.finditer(text):
        if match.group(1) is not None:
            found.append(match.end())
            continue
        before, after = text.rfind("\n", 0, match.start()) + 1, text.find("\n", match.end())
        longer = (after if after >= 0 else len(text)) - match.end() > LEAST_LINE
        if longer and match.start() - before < MAX_HEADING and not _SENTENCE_END.search(text, before, match.start()):
            found.append(match.end())
    return found


def _paragraph(text: str, lines: list[int], spans: list[Span], cue: int) -> list[Span]:
    """What of a content stands in the paragraph of its cue, where the parser joined two."""
    first = bisect_right(lines, spans[0][0])
    if first == bisect_left(lines, spans[-1][1]):
        return spans
    at = bisect_right(lines, cue)
    start, end = lines[at - 1] if at else 0, lines[at] if at < len(lines) else len(text)
    near = [(max(a, start), min(b, end)) for a, b in spans]
    return [(a, b) for a, b in near if text[a:b].strip(_EDGES + ".")] or spans


def _in_line(parse: Parse, lines: list[int], source: Range | None) -> Range | None:
    """A source without the heading before it."""
    if source is None:
        return None
    first = bisect_left(lines, parse.chars(source)[1]) - 1
    start = bisect_left(parse.starts, lines[first]) if first >= 0 else 0
    return (start, source[1]) if source[0] < start < source[1] else source


def _covered(draft: Draft, lines: list[Draft]) -> bool:
    """Whether the content of a draft begins in a labelled line."""
    firsts = [line.content[0][0] for line in lines]
    at = bisect_left(firsts, draft.content[0][0] + 1) - 1
    return at >= 0 and draft.content[0][0] < lines[at].content[0][1]


def quotation_numbers(starts: list[int], quotes: list[Quotation]) -> Ints:
    """For every token the number of the quotation around it, from 1; 0 outside."""
    numbers = np.zeros(len(starts), dtype=np.int64)
    for number, q in enumerate(quotes, 1):
        numbers[bisect_left(starts, q.start) : bisect_left(starts, q.end)] = number
    return numbers


def _records(parse: Parse, drafts: list[Draft], entities: tuple[Entity, ...], line: Dateline | None) -> Iterator[Attribution]:
    text = parse.text
    speakers = Speakers(parse, entities, [span for d in drafts for span in d.content])
    seen: set[str] = set()
    carrying = carriers(parse)
    for d in drafts:
        named = quoted_as(parse, d.cue[0])
        first = max(parse.starts[named[1]] if named else 0, heading_end(text, d.content[0][0], line))
        content = tuple(s for s in (_trim(text, max(a, first), b) for a, b in d.content if b > first) if s[0] < s[1])
        if not content:
            continue
        start, end = content[0][0], content[-1][1]
        told, origin = addressee(parse, d.cue[0]), cited(parse, d.cue[0])
        own, outlets = seen_by(parse, d.source) if d.source is not None else (None, [])
        origin = origin or (cites(parse, own) if own is not None else None)
        outlets = [*passed_on(parse, d.cue[0]), *outlets]
        if carrying:
            outlets += [r for i, r in carried_by(parse, carrying, d.cue[0]) if not any(a <= parse.starts[i] < b for a, b in content)]
        if origin is not None and own is not None:
            outlets.append(own)
        via = dict.fromkeys(map(parse.words, outlets))
        source = bracketed(parse, origin or own)
        yield Attribution(
            id=_unique(record_id("attribution", start, end), seen),
            start_char=start, end_char=end, text=text[start:end], rule=d.rule,
            content=content, cue=(parse.chars(d.cue),),
            source=tuple(parse.chars(r) for r in ((origin,) if named and origin else named_by(parse, bracketed(parse, own), origin))),
            speaker=speakers.name(source) if source is not None else None,
            via=tuple(via), addressee=parse.words(told) if told is not None else None,
            type=_type(content, d.quotes), polarity="negative" if denies(parse, d.cue[0]) else "positive",
        )  # fmt: skip


def named_by(parse: Parse, source: Range | None, origin: Range | None) -> list[Range]:
    """The words that name the source: also what "who" stands for, and whom a paper cites."""
    before = antecedent(parse, source[0]) if source is not None and source[1] == source[0] + 1 else None
    return [r for r in (before, source, origin) if r is not None]


def bracketed(parse: Parse, source: Range | None) -> Range | None:
    """A source with the end of the bracket that it opens: "the humanitarian office (OCHA)", whose last mark the parser hangs elsewhere."""
    if source is None or source[1] >= parse.n or parse.lower[source[1]] != _CLOSES:
        return source
    return (source[0], source[1] + 1) if _OPENS in parse.lower[source[0] : source[1]] else source


def _unique(name: str, seen: set[str]) -> str:
    """An id not used yet: two people can say the same words."""
    base, n = name, 2
    while name in seen:
        name, n = f"{base}-{n}", n + 1
    seen.add(name)
    return name


def heading_end(text: str, start: int, line: Dateline | None) -> int:
    """Where the heading that nobody said ends, the article's dateline or an entry's time; 0 where none is at ``start``."""
    if line is not None and line.place[0] <= start < line.end:
        return line.end
    return stamp_end(text, start)


_OPENS, _CLOSES = code("("), code(")")
_EDGES = " \t\r\n,;:–—-"


def _trim(text: str, start: int, end: int) -> Span:
    """Without the blanks and marks around; a full stop goes unless a quotation ends with it."""
    while start < end and text[start] in _EDGES:
        start += 1
    while end > start and text[end - 1] in _EDGES:
        end -= 1
    if text[start : start + 1] in _CLOSING and text[end : end + 1] == _CLOSING[text[start]] and text[end] not in text[start + 1 : end]:
        return start, end + 1  # a single word in marks, of which the parser left one outside
    return start, end - 1 if end > start and text[end - 1] == "." and not _SHORT.search(text, max(start, end - 6), end) else end


_CLOSING = {'"': '"', "“": "”"}
_SHORT = re.compile(r"(?:\b[ap]\.m|\b[A-Z]\.[A-Z])\.$")
"""What keeps its full stop: "at 6 p.m.", "to the U.S."."""


def _type(content: tuple[Span, ...], quotes: list[Quotation]) -> Literal["direct", "indirect", "mixed"]:
    if not quotes:
        return "indirect"
    inside = all(any(q.start <= a and b <= q.end for q in quotes) for a, b in content)
    return "direct" if inside else "mixed"


def _nested(found: list[Attribution]) -> Iterator[Attribution]:
    """Say for each attribution in which other's content its cue stands, the smallest first.

    That content is longer than its own: of two that have each other's cue, one must be the outer one.
    """
    spans = sorted((s, e, b.end_char - b.start_char, b.id) for b in found for s, e in b.content)
    firsts = [s for s, *_ in spans]
    for a in found:
        cue, own = a.cue[0][0], (a.end_char - a.start_char, a.id)
        near = spans[max(0, bisect_right(firsts, cue) - MAX_DEPTH) : bisect_right(firsts, cue)]
        inside = [(size, name) for s, e, size, name in near if e > cue and (size, name) > own]
        yield msgspec.structs.replace(a, nested_in=min(inside)[1]) if inside else a


MAX_DEPTH = 20
"""Contents that start before a cue and are looked at: bounds the time."""
