"""A record as a card: what it says in an analyst's words, and the sentence that it rests on."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import msgspec

from core.naming import article_name, opening
from core.records import EnrichedArticle, Record
from core.sentences import sentence_at
from core.show import found_by, palette, wording
from core.show.cards import Card, Tag, Target
from core.show.figures.sheet import shorten

MOST_QUOTED = 420
"""Characters of a sentence on a card; a longer one is cut around the words meant."""

MOST_NAME = 64
"""Characters of an article's name on a card."""

LONG = ("In the text", "Found by", "Point", "Verb")
"""Fields of a record's own panel only."""

ONE = {"toponyms": "Place", "timexes": "Time", "claims": "Claim", "quantities": "Number", "attributions": "Statement", "entities": "Name", "events": "Event"}
"""What one record of a kind is called."""

Fields = list[tuple[str, str]]


def record_card(article: EnrichedArticle, kind: str, record: Record, *, go: str = "", on: bool = False, named: bool = False) -> Card:
    """The card of one record; ``go`` makes it lead to the record's sentence in the reader, ``named`` says which article it is from."""
    head = article.article
    row = msgspec.to_builtins(record) | {"article_id": head.id}
    if named:
        row |= {"title": head.title, "opening": opening(head.text), "outlet": head.outlet, "published": head.published}
    return row_card(
        kind,
        row,
        quote(article.article.text, record.start_char, record.end_char),
        go=go,
        on=on,
    )


def row_card(
    kind: str, row: Mapping[str, Any], quoted: tuple[str, str, str] | None, *, go: str = "", on: bool = False, brief: bool = False
) -> Card:
    """The card of a record's row, as the queries give it; a ``brief`` one leaves out what its quote shows."""
    look = palette.LAYER.get(kind)
    return Card(
        target=Target("reader", {"article": str(row["article_id"]), "record": str(row["id"])}) if go else None,
        tags=[Tag(ONE.get(kind, "Check"), look), *_tags(kind, row)],
        title=TITLES[kind](row),
        fields=[(name, value) for name, value in [*FIELDS[kind](row), *_from(row)] if value and not (brief and name in LONG)],
        quote=quoted,
        look=look,
        list=[str(reading) for reading in row.get("readings", ())] if kind == "checks" else [],
        go=go,
        on=on,
    )


def quote(text: str, start: int, end: int) -> tuple[str, str, str]:
    """Before, the words, after: the sentence around a span, or the span alone when it is long."""
    first, last = sentence_at(text, start)
    return _cut(text, first, max(last, end), start, end)


def _cut(text: str, first: int, last: int, start: int, end: int) -> tuple[str, str, str]:
    room = max(0, MOST_QUOTED - (end - start)) // 2
    left, right = max(first, start - room), min(last, end + room)
    before = ("… " if left > first else "") + text[left:start]
    after = text[end:right] + (" …" if right < last else "")
    return before, text[start:end], after


def row_quote(row: Mapping[str, Any]) -> tuple[str, str, str]:
    """The same from a row of a query, which has its sentence."""
    sentence, offset = str(row["sentence"]), int(row["sentence_start"])
    start, end = int(row["start_char"]) - offset, int(row["end_char"]) - offset
    if 0 <= start <= len(sentence):
        return _cut(sentence, 0, len(sentence), start, end)
    return "", str(row["text"]), ""


def _from(row: Mapping[str, Any]) -> Fields:
    """Which article a row of many is from."""
    if "outlet" not in row:
        return []
    name = article_name(row)
    return [("Article", wording.listed((shorten(name, MOST_NAME), row.get("outlet"), row.get("published"))))]


def _tags(kind: str, row: Mapping[str, Any]) -> list[Tag]:
    tags = []
    for field, looks in (
        ("category", palette.CATEGORY),
        ("status", palette.STATUS),
        ("clock", palette.CLOCK),
        ("role", palette.PLACE),
    ):
        value = row.get(field)
        if value in looks and (field != "role" or value != "location"):
            tags.append(Tag(wording.capital(looks[value].label), looks[value]))
    if kind == "events" and not wording.missing(row.get("category")):
        tags.append(Tag(str(row["category"])))
    return tags


def _claim(row: Mapping[str, Any]) -> str:
    counted = row.get("counted")
    of = "" if wording.missing(counted) else f" · {counted}"
    return f"{wording.amount(row)}{of}"


def _event(row: Mapping[str, Any]) -> str:
    """When and where: the words that say what stand in the quote below."""
    when = wording.interval(row.get("interval_begin"), row.get("interval_end"))
    return wording.listed(("Date not stated" if when == wording.NOTHING else wording.capital(when), row.get("place_name")))


TITLES: dict[str, Callable[[Mapping[str, Any]], str]] = {
    "claims": _claim,
    "quantities": _claim,
    "toponyms": wording.place,
    "timexes": lambda row: wording.capital(found_by.timex(row.get("value"), str(row["text"]))),
    "attributions": lambda row: str(row.get("speaker") or "Someone not named"),
    "entities": lambda row: str(row["entity"]),
    "events": _event,
    "checks": lambda row: str(row["statement"]),
}


def _time(row: Mapping[str, Any]) -> str:
    when = wording.interval(row.get("interval_begin"), row.get("interval_end"))
    precision = row.get("precision")
    return (
        when
        if wording.missing(precision) or when == wording.NOTHING
        else f"{when}, known to the {precision}"
        if precision != "vague"
        else f"{when}, not known more closely"
    )


def _number_fields(row: Mapping[str, Any]) -> Fields:
    return [
        ("In the text", str(row["text"])),
        ("Change", {"up": "rose", "down": "fell"}.get(str(row.get("change")), "")),
        (
            "Coded",
            "vague words, by their lower bound only, as ACLED codes them" if row.get("modifier") == "vague" else wording.taken_over(row["rule"]),
        ),
        ("Found by", found_by.rule(str(row["rule"]))),
    ]


def _claim_fields(row: Mapping[str, Any]) -> Fields:
    return [
        ("Says who", wording.says_who(row.get("speaker"), row.get("via", ()))),
        ("When", wording.interval(row.get("window_begin"), row.get("window_end"))),
        ("Where", "" if wording.missing(row.get("place_name")) else str(row["place_name"])),
        *_number_fields(row),
    ]


def _place_fields(row: Mapping[str, Any]) -> Fields:
    at = "" if wording.missing(row.get("lat")) else f"{row['lat']:.3f}, {row['lon']:.3f}"
    return [
        ("Kind", wording.place_kind(row)),
        ("Point", at),
        ("Precision", wording.pinned(row)),
        ("In the text", str(row["text"])),
        ("Found by", found_by.rule(str(row["rule"]))),
    ]


def _event_fields(row: Mapping[str, Any]) -> Fields:
    who = "" if wording.missing(row.get("speaker")) else wording.says_who(row["speaker"], row.get("via", ()))
    precision = "" if wording.missing(row.get("precision")) else str(row["precision"])
    known = f"the {precision}" if precision not in ("", "vague") else ""
    return [("Known to", known), ("Says who", who), ("Verb", str(row["lemma"])), ("Found by", found_by.rule(str(row["rule"])))]


def _speech_fields(row: Mapping[str, Any]) -> Fields:
    return [
        ("Told to", str(row.get("addressee") or "")),
        ("Through", wording.chain(row.get("via", ()))),
        ("Speech", str(row["type"]) + (", a denial" if row.get("polarity") == "negative" else "")),
        ("Found by", found_by.rule(str(row["rule"]))),
    ]


FIELDS: dict[str, Callable[[Mapping[str, Any]], Fields]] = {
    "claims": _claim_fields,
    "quantities": _number_fields,
    "toponyms": _place_fields,
    "timexes": lambda row: [
        ("When", _time(row)),
        ("In the text", str(row["text"])),
        ("Kind", found_by.TYPES.get(str(row["type"]), "")),
        ("Found by", found_by.rule(str(row["rule"]))),
    ],
    "attributions": _speech_fields,
    "entities": lambda row: [
        ("Kind", found_by.label(row["label"])),
        ("In the text", str(row["text"])),
        ("Found by", found_by.rule(str(row["rule"]))),
    ],
    "events": _event_fields,
    "checks": lambda row: [
        ("Compared with", "" if wording.missing(row.get("reference")) else str(row["reference"])),
        ("Found by", found_by.rule(str(row["rule"]))),
    ],
}
