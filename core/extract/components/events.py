"""Find events: dated or placed clauses, each with trigger, category, time, places and sayer."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from spacy.tokens import Doc

from core.extract.component import article_of, register
from core.extract.dateline import find_dateline
from core.extract.happenings.attached import Sayings, attach
from core.extract.happenings.dating import Dated
from core.extract.happenings.flow import UNDATED, Flow
from core.extract.happenings.parse import Parse
from core.extract.happenings.publication import publication
from core.extract.happenings.triggers import Trigger, Triggers
from core.records import Article, Event, Span, record_id

_LOOSE_ENDS = frozenset(("cc", "mark", "prep"))
"""Relations of words that lead over to the next clause."""


def find_events(doc: Doc) -> Iterator[Event]:
    """Yield the events of a Doc, its own publication first."""
    article = article_of(doc)
    dateline = find_dateline(article.text, article.dateline)
    printed = publication(article, dateline)
    if printed is not None:
        yield printed
    if not len(doc):
        return
    parse, sayings = Parse(doc), Sayings(doc)
    if not parse.verbs and not parse.nouns:
        return
    attached = attach(doc, parse, (dateline.place[0], dateline.end) if dateline else (0, 0))
    finder = Triggers(parse, attached, sayings)
    triggers = list(finder.find())
    told_in = sayings.innermost(parse.start[t.token] for t in triggers)
    flow = Flow(parse, finder.modality, attached, article)
    begin = dateline.end if dateline else 0
    for trigger in triggers:
        yield _event(parse, trigger, flow, article, told_in.get(parse.start[trigger.token]), begin)


def _event(parse: Parse, t: Trigger, flow: Flow, article: Article, attribution_id: str | None, begin: int) -> Event:
    dated = flow.date(t)
    start, end = _clause(parse, t, begin)
    trigger = parse.chars(t.token, t.token)
    clock = t.clock
    if clock == "planned" and t.reading.reality == "purpose" and dated.end and dated.how != "tense" and dated.end <= (article.published or ""):
        clock = "happened"  # "forced 4,000 people to flee between 20 and 28 May"
    ahead = clock == "happened" and _lies_ahead(dated, t.reading.tense, article.published)
    if ahead and t.reading.tense == "past":
        # What is told as past cannot lie ahead: the time belongs to something else in the clause.
        dated, ahead = UNDATED, False
    if clock == "said" and _lies_ahead(dated, t.reading.tense, article.published):
        # "Has asked for $4 billion for 2025": nobody has said it in 2025 yet.
        dated = Dated(None, article.published, "vague", None, "tense")
    if ahead and dated.begin is None:
        dated = dated._replace(begin=article.published)
    return Event(
        id=record_id("event", *trigger),
        start_char=start,
        end_char=end,
        text="",
        rule=f"{t.rule}/{dated.how}",
        trigger=trigger,
        lemma=t.lemma,
        category=t.category,
        interval_begin=dated.begin,
        interval_end=dated.end,
        precision=dated.precision,
        timex_id=dated.timex_id,
        toponym_ids=_once(t.attached.places),
        entity_ids=_once(t.attached.entities),
        claim_ids=_once(t.attached.claims),
        attribution_id=attribution_id,
        clock="planned" if ahead else clock,
    )


def _once(names: list[str]) -> tuple[str, ...]:
    """Each name once, in order."""
    return tuple(dict.fromkeys(names)) if len(names) > 1 else tuple(names)


def _lies_ahead(dated: Dated, tense: str, published: str | None) -> bool:
    """Whether a time is after the report, or a term for what is not done yet: "15,000 tents are needed by January"."""
    if published is None:
        return False
    due = dated.how in ("by", "before") and tense == "present" and (dated.end or "") > published
    return due or (dated.begin or "") > published


def _clause(parse: Parse, t: Trigger, begin: int) -> Span:
    """Offsets from the first to the last word of the trigger's clause.

    The dateline, which ends at ``begin``, is no part of it, nor is what the parser joins to it
    from another paragraph.
    """
    first, last = parse.paragraph(t.token)
    if parse.start[t.token] >= begin:
        first = max(first, parse.token_from(begin))
    edges = [_edges(parse, _within(parse.owned[o], first, last) or [o]) for o in (t.token, *t.governors, *t.nouns)]
    return parse.chars(min(first for first, _ in edges), max(last for _, last in edges))


def _within(tokens: list[int], first: int, last: int) -> list[int]:
    """Those of some tokens in order that are from ``first`` to before ``last``."""
    if tokens[0] >= first and tokens[-1] < last:
        return tokens
    return tokens[bisect_left(tokens, first) : bisect_left(tokens, last)]


def _edges(parse: Parse, tokens: list[int]) -> tuple[int, int]:
    """First and last word of an owner's tokens, without marks and what leads over to the next clause."""
    first, last = 0, len(tokens) - 1
    while first < last and not parse.is_word(tokens[first]):
        first += 1
    while last > first and (not parse.is_word(tokens[last]) or parse.dep[tokens[last]] in _LOOSE_ENDS):
        last -= 1
    return tokens[first], tokens[last]


register("news_events", "events", Event, find_events)
