"""Find checks: claims held against each other and against published figures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

import msgspec
from spacy.tokens import Doc

from core.extract.checking import counts, references, rules
from core.extract.checking.finding import to_check
from core.extract.claiming.sentence import sentences_of
from core.extract.component import records_of, register, text_of
from core.extract.counting.numerals import same_length_lower
from core.records import Check, Claim, Timex, Toponym

_LONGEST = 2_000
"""Characters in the longest sentence."""


def find_checks(doc: Doc) -> Iterator[Check]:
    """Yield the checks of a Doc; each has an id of its own."""
    seen: set[str] = set()
    for check in chain(_of_events(doc), _of_claims(doc)):
        if check.id not in seen:
            seen.add(check.id)
            yield check


def _of_events(doc: Doc) -> Iterator[Check]:
    text = text_of(doc)
    if references.named_events(text):
        yield from references.event_dates(text, records_of(doc, "timexes", Timex), sentences_of(doc, text).spans)


def _of_claims(doc: Doc) -> Iterator[Check]:
    claims = records_of(doc, "claims", Claim)
    if not claims:
        return
    text, toponyms = text_of(doc), records_of(doc, "toponyms", Toponym)
    pairs = list(_with_sentences(doc, claims))
    where = {t.id: _place(t) for t in toponyms}
    placed = [(msgspec.structs.replace(c, toponym_id=where.get(c.toponym_id)) if c.toponym_id else c, said) for c, said in pairs]
    found = chain(
        references.borders(pairs, text, toponyms),
        rules.totals_and_parts(pairs),
        rules.percent_and_count(pairs),
        rules.rates(pairs),
        rules.rate_and_total(placed),
        counts.same_count(placed),
        counts.sums(pairs),
        rules.corrections(pairs),
        references.population(pairs, {t.id: t for t in toponyms}),
        references.event_deaths(pairs, text),
    )
    yield from map(to_check, found)


def _place(toponym: Toponym) -> str | None:
    """What tells one place from another: its number in GeoNames or its name; a country is no place to tell apart by."""
    if toponym.kind == "country" or toponym.role == "demonym":
        return None
    return str(toponym.geonameid) if toponym.geonameid else toponym.text.lower()


def _with_sentences(doc: Doc, claims: Sequence[Claim]) -> Iterator[tuple[Claim, str]]:
    """Yield each claim with its sentence in lower case.

    What is longer than any sentence (a table, a text without points) counts as none, and a
    claim sees only what stands around it.
    """
    sentences, lower = sentences_of(doc, text_of(doc)), same_length_lower(text_of(doc))
    for claim in claims:
        start, end = sentences.around(claim.start_char)
        if end - start > _LONGEST:
            start, end = max(start, claim.start_char - _LONGEST // 2), min(end, claim.end_char + _LONGEST // 2)
        yield claim, lower[start:end]


register("news_checks", "checks", Check, find_checks)
