"""Find checks: claims held against each other and against published figures."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from spacy.tokens import Doc

from core.extract.checking import references, rules
from core.extract.checking.finding import to_check
from core.extract.component import register
from core.records import Check


def find_checks(doc: Doc) -> Iterator[Check]:
    """Yield the checks of a Doc; each has an id of its own."""
    text = doc.text
    yield from references.event_dates(text, doc._.timexes, _sentence_spans(doc)) if references.named_events(text) else ()
    claims = doc._.claims
    if not claims:
        return
    pairs = [(c, _sentence(doc, c.start_char)) for c in claims]
    toponyms = {t.id: t for t in doc._.toponyms}
    found = chain(
        references.borders(pairs, text, doc._.toponyms),
        rules.totals_and_parts(pairs),
        rules.percent_and_count(pairs),
        rules.rates(pairs),
        rules.same_count(pairs),
        rules.corrections(pairs),
        references.population(pairs, toponyms),
        references.event_deaths(pairs, text),
    )
    seen: set[str] = set()
    for check in map(to_check, found):
        if check.id not in seen:
            seen.add(check.id)
            yield check


def _sentence(doc: Doc, start: int) -> str:
    span = doc.char_span(start, start + 1, alignment_mode="expand")
    return "" if span is None else span.sent.text.lower()


def _sentence_spans(doc: Doc) -> list[tuple[int, int]]:
    return [(s.start_char, s.end_char) for s in doc.sents]


register("news_checks", "checks", Check, find_checks)
