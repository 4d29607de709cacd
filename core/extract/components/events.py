"""Find events: dated or placed clauses, each with trigger, category, time, places and sayer."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc

from core.extract.component import article_of, register
from core.extract.happenings.attached import Sayings, attach
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
    printed = publication(article)
    if printed is not None:
        yield printed
    if not len(doc):
        return
    parse, sayings = Parse(doc), Sayings(doc)
    if not parse.verbs and not parse.nouns:
        return
    attached = attach(doc, parse)
    finder = Triggers(parse, attached, sayings)
    triggers = list(finder.find())
    told_in = sayings.innermost(parse.start[t.token] for t in triggers)
    flow = Flow(parse, finder.modality, attached, article)
    for trigger in triggers:
        yield _event(parse, trigger, flow, article, told_in.get(parse.start[trigger.token]))


def _event(parse: Parse, t: Trigger, flow: Flow, article: Article, attribution_id: str | None) -> Event:
    dated = flow.date(t)
    start, end = _clause(parse, t)
    trigger = parse.chars(t.token, t.token)
    ahead = t.clock == "happened" and dated.begin and article.published and dated.begin > article.published
    if ahead and t.reading.tense == "past":
        # What is told as past cannot lie ahead: the time belongs to something else in the clause.
        dated, ahead = UNDATED, None
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
        toponym_ids=tuple(dict.fromkeys(t.attached.places)),
        entity_ids=tuple(dict.fromkeys(t.attached.entities)),
        claim_ids=tuple(dict.fromkeys(t.attached.claims)),
        attribution_id=attribution_id,
        clock="planned" if ahead else t.clock,
    )


def _clause(parse: Parse, t: Trigger) -> Span:
    """Offsets from the first to the last word of the trigger's clause."""
    edges = [_edges(parse, parse.owned[o]) for o in (t.token, *t.governors, *t.nouns)]
    return parse.chars(min(first for first, _ in edges), max(last for _, last in edges))


def _edges(parse: Parse, tokens: list[int]) -> tuple[int, int]:
    """First and last word of an owner's tokens, without marks and what leads over to the next clause."""
    first, last = 0, len(tokens) - 1
    while first < last and not parse.is_word(tokens[first]):
        first += 1
    while last > first and (not parse.is_word(tokens[last]) or parse.dep[tokens[last]] in _LOOSE_ENDS):
        last -= 1
    return tokens[first], tokens[last]


register("news_events", "events", Event, find_events)
