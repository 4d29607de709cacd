"""Enriched articles by hand: records are named by their words, so no test counts characters."""

from __future__ import annotations

import hashlib
from typing import Any, TypeVar

from core.records import (
    Article,
    Attribution,
    Check,
    Claim,
    EnrichedArticle,
    Entity,
    Event,
    Record,
    Timex,
    Toponym,
    record_id,
)

R = TypeVar("R", bound=Record)

TEXT = (
    "Troops entered Raqqa, Syria, on 4 May 2019. "
    "At least 20 people were killed, Colonel Ann Moe told the Courier. "
    '"We hold the bridge," said Bo Li. "It is ours."\n'
    "Tripoli was quiet. Moe said nothing of the 300 prisoners."
)
KINDS = {Entity: "entities", Toponym: "toponyms", Timex: "timexes", Claim: "claims", Attribution: "attributions", Event: "events", Check: "checks"}


def rec(record: type[R], text: str, words: str, /, nth: int = 0, **fields: Any) -> R:
    """A record on the nth occurrence of some words."""
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    end = start + len(words)
    return record(id=record_id(record.__name__.lower(), start, end), start_char=start, end_char=end, text=words, rule="by_hand", **fields)


def made(article_id: str, text: str, *records: Record, **known: Any) -> EnrichedArticle:
    """An enriched article of some records."""
    if "published" in known:
        known = {"published_basis": "given", "published_earliest": known["published"], "published_latest": known["published"]} | known
    article = Article(id=article_id, text=text, sha256=hashlib.sha256(text.encode()).hexdigest(), **known)
    lists = {name: tuple(r for r in records if type(r) is kind) for kind, name in KINDS.items()}
    return EnrichedArticle(article=article, **lists)  # type: ignore[arg-type]


def raqqa(article_id: str = "raqqa", **known: Any) -> EnrichedArticle:
    """An article with at least one record of each kind that pages query."""
    place = rec(Toponym, TEXT, "Raqqa", name="Raqqa", kind="city", country="SY", lat=35.95, lon=39.01, uncertainty_m=4000.0, geonameid=172955)
    said = rec(
        Attribution, TEXT, "At least 20 people were killed", content=((44, 74),), speaker="Ann Moe", via=("the Courier",), source=((76, 91),)
    )
    dead = rec(
        Claim, TEXT, "At least 20 people", value=20.0, low=20.0, modifier="at_least", counted="people", category="fatalities", status="done",
        speaker="Ann Moe", via=("the Courier",), source=((76, 91),), toponym_id=place.id, attribution_id=said.id,
    )  # fmt: skip
    when = rec(Timex, TEXT, "4 May 2019", type="DATE", value="2019-05-04", interval_begin="2019-05-04", interval_end="2019-05-04", precision="day")
    moe, li = rec(Entity, TEXT, "Ann Moe", label="PERSON", entity="Ann Moe"), rec(Entity, TEXT, "Bo Li", label="PERSON", entity="Bo Li")
    entered = rec(
        Event, TEXT, "Troops entered Raqqa, Syria, on 4 May 2019", trigger=(7, 14), lemma="enter", category="Strategic developments",
        interval_begin="2019-05-04", interval_end="2019-05-04", precision="day", timex_id=when.id, toponym_ids=(place.id,),
    )  # fmt: skip
    killed = rec(
        Event, TEXT, "At least 20 people were killed", trigger=(68, 74), lemma="kill", category="Violence against civilians",
        toponym_ids=(place.id,), entity_ids=(moe.id,), claim_ids=(dead.id,), attribution_id=said.id,
    )  # fmt: skip
    records = (
        place,
        rec(Toponym, TEXT, "Syria", name="Syria", kind="country", country="SY", lat=35.0, lon=38.0, geometry="country:SY"),
        rec(Toponym, TEXT, "Tripoli", name="Tripoli", kind="city", country="LB", lat=34.43, lon=35.84),
        said,
        rec(Attribution, TEXT, '"We hold the bridge,"', content=((110, 131), (144, 158)), speaker="Bo Li", type="direct"),
        dead,
        rec(Claim, TEXT, "300 prisoners", value=300.0, low=300.0, high=300.0, counted="prisoners", category="detained"),
        when, moe, li, entered, killed,
        rec(Check, TEXT, "20", kind="sum", claim_ids=(dead.id,), statement="20 and 300 differ", figures={"a": 20.0}, readings=("both", "none")),
    )  # fmt: skip
    return made(article_id, TEXT, *records, **({"published": "2019-05-06", "outlet": "Courier", "title": "Bridge taken"} | known))
