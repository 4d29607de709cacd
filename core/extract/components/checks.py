"""Find checks: claims held against each other and against published figures."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from spacy.tokens import Doc

from core.extract.checking import references, rules
from core.extract.checking.finding import to_check
from core.extract.claiming.sentence import sentence_of
from core.extract.component import records_of, register, text_of
from core.records import Check, Claim, Timex, Toponym


def find_checks(doc: Doc) -> Iterator[Check]:
    """Yield the checks of a Doc; each has an id of its own."""
    seen: set[str] = set()
    for check in chain(_of_events(doc), _of_claims(doc)):
        if check.id not in seen:
            seen.add(check.id)
            yield check


def _of_events(doc: Doc) -> Iterator[Check]:
    text = text_of(doc)
    if references.named_events(text) and doc.has_annotation("SENT_START"):
        yield from references.event_dates(text, records_of(doc, "timexes", Timex), [(s.start_char, s.end_char) for s in doc.sents])


def _of_claims(doc: Doc) -> Iterator[Check]:
    claims = records_of(doc, "claims", Claim)
    if not claims:
        return
    text, toponyms = text_of(doc), records_of(doc, "toponyms", Toponym)
    pairs = [(c, _sentence(doc, c.start_char)) for c in claims]
    found = chain(
        references.borders(pairs, text, toponyms),
        rules.totals_and_parts(pairs),
        rules.percent_and_count(pairs),
        rules.rates(pairs),
        rules.same_count(pairs),
        rules.corrections(pairs),
        references.population(pairs, {t.id: t for t in toponyms}),
        references.event_deaths(pairs, text),
    )
    yield from map(to_check, found)


def _sentence(doc: Doc, start: int) -> str:
    span = doc.char_span(start, start + 1, alignment_mode="expand")
    return "" if span is None else sentence_of(doc, span.start).text.lower()


register("news_checks", "checks", Check, find_checks)
